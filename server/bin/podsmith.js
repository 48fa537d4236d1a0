#!/usr/bin/env node
require('../dist/podsmith.cjs');

#!/usr/bin/env node
import '../dist/podsmith.cjs';

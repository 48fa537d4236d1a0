import { resolve } from 'node:path';

export const extensionRoot = resolve(import.meta.dirname, '../../..');

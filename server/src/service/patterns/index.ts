import adapter from './adapter.ts';
import ambassador from './ambassador.ts';
import helper from './helper.ts';
import initClone from './initClone.ts';
import initFiles from './initFiles.ts';
import initWaitFor from './initWaitFor.ts';
import nativeSidecar from './nativeSidecar.ts';
import type { Pattern } from './pattern.ts';
import sidecar from './sidecar.ts';

/** Every pattern, in the order in which they are offered. */
export const patterns: readonly Pattern[] = [
  sidecar,
  nativeSidecar,
  adapter,
  ambassador,
  initWaitFor,
  initClone,
  initFiles,
  helper,
];

export { asNativeSidecar, type Fields, type Pattern, podOf, type Values } from './pattern.ts';

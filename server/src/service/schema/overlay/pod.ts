import type { Overlay } from './limits.ts';

export const pod: Overlay = {};

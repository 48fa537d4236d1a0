import type { Overlay } from './limits.ts';

export const volumes: Overlay = {};

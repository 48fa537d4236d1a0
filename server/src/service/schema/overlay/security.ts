import type { Overlay } from './limits.ts';

export const security: Overlay = {};

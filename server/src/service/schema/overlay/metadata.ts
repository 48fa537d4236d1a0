import type { Overlay } from './limits.ts';

export const metadata: Overlay = {};

import type { Overlay } from './limits.ts';

export const volumes: Overlay = {
  'core/v1.Volume': {
    image: { gate: 'ImageVolume' },
  },
};

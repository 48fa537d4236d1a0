import type { Overlay } from './limits.ts';

export const security: Overlay = {
  // validateSeccompProfileField
  'core/v1.SeccompProfile': {
    type: {
      required: 'type is required when seccompProfile is set',
      values: ['Localhost', 'RuntimeDefault', 'Unconfined'],
      usual: ['RuntimeDefault', 'Unconfined', 'Localhost'],
    },
  },
};

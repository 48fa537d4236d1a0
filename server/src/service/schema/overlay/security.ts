import { sysctlName } from '../formats/index.ts';
import type { Overlay } from './limits.ts';

export const security: Overlay = {
  // validateSysctls
  'core/v1.PodSecurityContext': {
    sysctls: { unique: { by: 'name' } },
  },
  'core/v1.Sysctl': {
    name: { required: true, format: sysctlName },
  },
  // validateSeccompProfileField
  'core/v1.SeccompProfile': {
    type: {
      required: 'type is required when seccompProfile is set',
      values: ['Localhost', 'RuntimeDefault', 'Unconfined'],
      usual: ['RuntimeDefault', 'Unconfined', 'Localhost'],
    },
  },
};

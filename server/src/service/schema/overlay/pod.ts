import type { Overlay } from './limits.ts';

export const pod: Overlay = {
  'core/v1.PodSpec': {
    hostnameOverride: { gate: 'HostnameOverride', longest: [64] },
    hostUsers: { gate: 'UserNamespacesSupport' },
  },
};

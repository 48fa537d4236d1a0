import { portName } from '../formats/index.ts';
import { type Limits, type Overlay, portNumber } from './limits.ts';

const container: Readonly<Record<string, Limits>> = {
  ports: { unique: { by: 'name' } },
};

export const containers: Overlay = {
  // validateContainerCommon
  'core/v1.Container': container,
  'core/v1.EphemeralContainer': container,
  // validateContainerPorts
  'core/v1.ContainerPort': {
    name: { format: portName },
    containerPort: { required: true, ...portNumber },
    hostPort: portNumber,
    protocol: { values: ['SCTP', 'TCP', 'UDP'], default: 'TCP' },
  },
};

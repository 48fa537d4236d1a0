import { portName } from '../formats/index.ts';
import { type Overlay, portNumber } from './limits.ts';

export const containers: Overlay = {
  // validateContainerPorts
  'core/v1.ContainerPort': {
    name: { format: portName },
    containerPort: { required: true, ...portNumber },
    hostPort: portNumber,
    protocol: { values: ['SCTP', 'TCP', 'UDP'], default: 'TCP' },
  },
};

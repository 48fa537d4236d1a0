import { headerName, portName } from '../formats/index.ts';
import { type Limits, nonNegative, type Overlay, portNumber, required } from './limits.ts';

/** ValidatePortNumOrName; what is not written is port 0. */
const port: Limits = { ...portNumber, format: portName, default: 0, pointer: true };

export const probes: Overlay = {
  // validateProbe
  'core/v1.Probe': {
    initialDelaySeconds: nonNegative,
    timeoutSeconds: { ...nonNegative, default: 1 },
    periodSeconds: { ...nonNegative, default: 10 },
    successThreshold: { ...nonNegative, default: 1 },
    failureThreshold: { ...nonNegative, default: 3 },
    terminationGracePeriodSeconds: { range: [1, Number.POSITIVE_INFINITY, 'must be greater than 0'], pointer: true },
  },
  // validateExecAction
  'core/v1.ExecAction': { command: required },
  // validateHTTPGetAction
  'core/v1.HTTPGetAction': {
    path: { default: '/' },
    port,
    scheme: { values: ['HTTP', 'HTTPS'], default: 'HTTP' },
    protocol: { gate: 'H2CContainerProbe', values: ['HTTP1', 'HTTP2'], pointer: true },
  },
  'core/v1.HTTPHeader': {
    name: {
      required: true,
      invalid: headerName.problems(''),
      format: headerName,
      path: ({ parent }) => parent?.at('httpHeaders') ?? '',
    },
  },
  // validateTCPSocketAction
  'core/v1.TCPSocketAction': { port },
  // validateGRPCAction
  'core/v1.GRPCAction': {
    port: { ...portNumber, default: 0 },
    mode: { gate: 'GRPCContainerProbeTLS', values: ['Plaintext', 'TLS'], pointer: true },
  },
  // dropContainerStopSignals
  'core/v1.Lifecycle': { stopSignal: { gate: 'ContainerStopSignals' } },
};

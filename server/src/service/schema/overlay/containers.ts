import { stringOf, valueAt } from '../../yaml/index.ts';
import { dnsLabel, portName } from '../formats/index.ts';
import { isOn } from '../gates.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, type Overlay, portNumber, required } from './limits.ts';

const common: Readonly<Record<string, Limits>> = {
  name: { required: true, format: dnsLabel },
  image: required,
  imagePullPolicy: {
    values: ['Always', 'IfNotPresent', 'Never'],
    default: (object: ApiObject) => (isLatest(object.string('image') ?? '') ? 'Always' : 'IfNotPresent'),
  },
  ports: { unique: { by: 'name' } },
  terminationMessagePath: { default: '/dev/termination-log' },
  terminationMessagePolicy: { values: ['File', 'FallbackToLogsOnError'], default: 'File' },
  restartPolicyRules: { gate: 'ContainerRestartRules' },
};

/** Fields that the API server refuses in a plain init container, and in an ephemeral one, whatever they are. */
export const whileRunning = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

export const containers: Overlay = {
  // validateContainerCommon, validateContainers, validateInitContainers
  'core/v1.Container': {
    ...common,
    ...all(whileRunning, { ignored: isInit }),
    lifecycle: { gate: 'ContainerStopSignals', dropped: hasOnlyStopSignal, ignored: isInit },
    restartPolicy: {
      pointer: true,
      values: (minor) => (minor >= 35 ? ['Always', 'Never', 'OnFailure'] : ['Always']),
      when: ({ field, minor }) => field === 'initContainers' || minor >= 35,
      dropped: (container) => losesPolicy(container) && !isSidecar(container),
    },
    restartPolicyRules: { ...common.restartPolicyRules, most: [20], ignored: hasUncheckedRules },
  },
  // validateEphemeralContainers
  'core/v1.EphemeralContainer': {
    ...common,
    ...all(whileRunning, { ignored: () => true }),
    lifecycle: { gate: 'ContainerStopSignals', dropped: hasOnlyStopSignal, ignored: () => true },
    restartPolicy: { dropped: losesPolicy },
    restartPolicyRules: { ...common.restartPolicyRules, ignored: () => true },
  },
  // validateContainerPorts
  'core/v1.ContainerPort': {
    name: { format: portName },
    containerPort: { required: true, ...portNumber },
    hostPort: portNumber,
    protocol: { values: ['SCTP', 'TCP', 'UDP'], default: 'TCP' },
  },
  // validateContainerRestartPolicy
  'core/v1.ContainerRestartRule': {
    action: {
      required: 'supported',
      values: (minor) =>
        isOn('RestartAllContainersOnContainerExits', minor) ? ['Restart', 'RestartAllContainers'] : ['Restart'],
    },
    exitCodes: { required: 'must be specified' },
  },
  'core/v1.ContainerRestartRuleOnExitCodes': {
    operator: { required: 'supported', values: ['In', 'NotIn'] },
    values: { most: [255] },
  },
};

function all(fields: readonly string[], limits: Limits): Record<string, Limits> {
  return Object.fromEntries(fields.map((field) => [field, limits]));
}

/** SetDefaults_Container: of an image without tag, or with the tag `latest`. */
function isLatest(image: string): boolean {
  const name = image.split('/').at(-1) ?? '';
  return !image.includes('@') && (!name.includes(':') || name.endsWith(':latest'));
}

/** Between the version that has the field for every container and the gate: dropContainerRestartRules. */
function losesPolicy({ minor }: ApiObject): boolean {
  return minor >= 34 && !isOn('ContainerRestartRules', minor);
}

/** dropContainerStopSignals takes the whole field out where nothing is left in it. */
function hasOnlyStopSignal({ node, minor }: ApiObject): boolean {
  if (minor < 33 || isOn('ContainerStopSignals', minor)) return false;
  const has = (name: string) => valueAt(node, 'lifecycle', name) !== undefined;
  return has('stopSignal') && !has('postStart') && !has('preStop');
}

/** An init container that ends before the next starts. */
function isInit(container: ApiObject): boolean {
  return container.field === 'initContainers' && !isSidecar(container);
}

function isSidecar({ field, node }: ApiObject): boolean {
  return field === 'initContainers' && stringOf(valueAt(node, 'restartPolicy')) === 'Always';
}

/** validateInitContainerRestartPolicy: rules without a policy, and those of a sidecar where it may have none. */
function hasUncheckedRules(container: ApiObject): boolean {
  if (container.field !== 'initContainers') return false;
  const mayHaveRules = isOn('RestartAllContainersOnContainerExits', container.minor);
  return !container.has('restartPolicy') || (isSidecar(container) && !mayHaveRules);
}

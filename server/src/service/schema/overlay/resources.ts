import { dnsLabel } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import type { Limits, Overlay } from './limits.ts';

const resizePolicy: Limits = { gate: 'InPlacePodVerticalScaling', unique: { by: 'resourceName' } };
const ofThePolicies = ({ parent }: ApiObject) => parent?.at('resizePolicy') ?? '';

export const resources: Overlay = {
  'core/v1.Container': { resizePolicy },
  // an ephemeral container may have neither
  'core/v1.EphemeralContainer': {
    resizePolicy: { ...resizePolicy, ignored: () => true },
    resources: { ignored: () => true },
  },
  // validatePodResources
  'core/v1.PodSpec': {
    resources: { gate: 'PodLevelResources', ignored: (pod) => pod.object('os')?.string('name') === 'windows' },
  },
  // validateResourceClaimNames
  'core/v1.ResourceRequirements': {
    // those of a pod as a whole are refused whatever they are
    claims: { gate: 'DynamicResourceAllocation', ignored: ({ parent }) => parent?.type === 'core/v1.PodSpec' },
  },
  'core/v1.ResourceClaim': {
    name: { required: true, path: ({ path }) => path },
    request: { format: dnsLabel, when: (claim) => !claim.isEmpty('name') },
  },
  // validateResizePolicy
  'core/v1.ContainerResizePolicy': {
    resourceName: { required: true, values: ['cpu', 'memory'], path: ofThePolicies },
    restartPolicy: { required: true, values: ['NotRequired', 'RestartContainer'], path: ofThePolicies },
  },
};

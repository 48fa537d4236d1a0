import { dnsLabel, dnsSubdomain, ipAddress, labelValue, qualifiedName, searchDomain } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import type { Limits, Overlay } from './limits.ts';
import { labelKey } from './selectors.ts';

// a StatefulSet sets them itself (ValidateStatefulSetSpec)
const hostLabel: Limits = { format: dnsLabel, when: ({ root }) => root.type !== 'apps/v1.StatefulSet' };

// their gate is off in every version: no more than this is known of them
const workload: Limits = { gate: 'GenericWorkload' };

// validatePodDNSConfig stops there
const lacksNameservers = ({ parent }: ApiObject) => parent !== undefined && needsNameservers(parent);

export const pod: Overlay = {
  // ValidatePodSpec
  'core/v1.PodSpec': {
    activeDeadlineSeconds: { range: [1, 2147483647], pointer: true },
    // SetDefaults_PodSpec
    enableServiceLinks: { default: true, pointer: true },
    restartPolicy: { default: 'Always' },
    schedulerName: { default: 'default-scheduler' },
    terminationGracePeriodSeconds: { default: 30, pointer: true },
    dnsPolicy: {
      values: ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'],
      default: 'ClusterFirst',
    },
    evictionResponders: { gate: 'EvictionRequestAPI' },
    // validatePodHostName
    hostnameOverride: { gate: 'HostnameOverride', pointer: true, format: dnsSubdomain, longest: [64] },
    hostname: hostLabel,
    hostUsers: { gate: 'UserNamespacesSupport' },
    nodeName: { format: dnsSubdomain },
    nodeSelector: { keys: qualifiedName, format: labelValue },
    // ValidatePreemptionPolicy
    preemptionPolicy: {
      required: true,
      values: ['PreemptLowerPriority', 'Never'],
      when: (spec) => spec.has('preemptionPolicy'),
    },
    priorityClassName: { format: dnsSubdomain },
    // validatePodResourceClaims
    resourceClaims: { gate: 'DynamicResourceAllocation', unique: { by: 'name' } },
    runtimeClassName: { format: dnsSubdomain, pointer: true },
    // validateSchedulingGates
    schedulingGates: { unique: { by: 'name' } },
    schedulingGroup: workload,
    serviceAccountName: { format: dnsSubdomain },
    // another name of it, which counts where the right one is not used
    serviceAccount: {
      format: dnsSubdomain,
      when: (spec) => spec.isEmpty('serviceAccountName'),
      path: (spec) => spec.at('serviceAccountName'),
    },
    subdomain: hostLabel,
    workloadRef: workload,
  },
  // validatePodDNSConfig
  'core/v1.PodDNSConfig': {
    nameservers: { most: [3, 'Invalid value: must not have more than 3 nameservers'], format: ipAddress },
    searches: {
      most: [32, 'Invalid value: must not have more than 32 search paths'],
      format: searchDomain,
      ignored: lacksNameservers,
    },
    options: { ignored: lacksNameservers },
  },
  'core/v1.PodDNSConfigOption': {
    name: { required: 'must not be empty' },
  },
  // ValidateHostAliases
  'core/v1.HostAlias': {
    ip: { required: true, format: ipAddress, invalid: ipAddress(0).problems('') },
    hostnames: { format: dnsSubdomain },
  },
  // validateReadinessGates
  'core/v1.PodReadinessGate': { conditionType: labelKey },
  // validateSchedulingGates
  'core/v1.PodSchedulingGate': { name: labelKey },
  // validatePodResourceClaim
  'core/v1.PodResourceClaim': {
    name: { required: true, format: dnsLabel },
    resourceClaimName: { pointer: true, format: dnsSubdomain },
    resourceClaimTemplateName: { pointer: true, format: dnsSubdomain },
  },
};

/** Whether a pod spec says that the pod has name servers of its own, but gives none. */
export function needsNameservers(spec: ApiObject): boolean {
  if (spec.string('dnsPolicy') !== 'None') return false;
  return spec.object('dnsConfig')?.isEmpty('nameservers') !== false;
}

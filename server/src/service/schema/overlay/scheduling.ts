import { dnsLabel, dnsSubdomain, labelValue, qualifiedName } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, type Overlay, there } from './limits.ts';
import { labelKey, unknownOperator } from './selectors.ts';

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** What the server says of a toleration without a key and `operator: Exists`. */
export const keyOrExists = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';

const weight: Limits = { range: [1, 100, 'must be in the range 1-100'], default: 0 };
const positive: Limits['range'] = [1, Number.POSITIVE_INFINITY, 'must be greater than zero'];
const nodePolicy: Limits = { values: ['Honor', 'Ignore'], pointer: true };
const labelKeys: Limits = {
  gate: 'MatchLabelKeysInPodAffinity',
  format: qualifiedName,
  // validateLabelKeys stops without it
  when: (term) => term.has('labelSelector'),
};

export const scheduling: Overlay = {
  // ValidateNodeSelector
  'core/v1.NodeSelector': {
    nodeSelectorTerms: { required: 'must have at least one node selector term' },
  },
  // ValidatePreferredSchedulingTerms
  'core/v1.PreferredSchedulingTerm': { weight },
  // validateWeightedPodAffinityTerms
  'core/v1.WeightedPodAffinityTerm': { weight, podAffinityTerm: there },
  // validatePodAffinityTerm
  'core/v1.PodAffinityTerm': {
    topologyKey: { required: 'can not be empty', format: qualifiedName },
    namespaces: { format: dnsLabel, path: (term) => term.at('namespace') },
    matchLabelKeys: labelKeys,
    mismatchLabelKeys: labelKeys,
  },
  // validateTopologySpreadConstraints
  'core/v1.TopologySpreadConstraint': {
    maxSkew: { range: positive, default: 0 },
    topologyKey: { required: 'can not be empty' },
    whenUnsatisfiable: { required: 'supported', values: ['DoNotSchedule', 'ScheduleAnyway'] },
    minDomains: { range: positive, pointer: true },
    nodeAffinityPolicy: nodePolicy,
    nodeTaintsPolicy: nodePolicy,
    matchLabelKeys: {
      format: qualifiedName,
      when: (constraint) => constraint.minor < 34 || constraint.has('labelSelector'),
    },
  },
  // ValidateTolerations
  'core/v1.Toleration': {
    key: { format: qualifiedName },
    operator: {
      values: ['Equal', 'Exists'],
      required: true,
      invalid: (toleration) => (toleration.isEmpty('operator') ? [keyOrExists] : undefined),
      when: (toleration) => !toleration.isEmpty('operator') || toleration.isEmpty('key'),
    },
    value: {
      format: labelValue,
      when: (toleration) => ['', 'Equal'].includes(toleration.string('operator') ?? ''),
      path: (toleration) => toleration.at('operator'),
    },
    effect: { values: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
  },
  // ValidateNodeSelectorRequirement, and ValidateNodeFieldSelectorRequirement of what is in `matchFields`
  'core/v1.NodeSelectorRequirement': {
    key: {
      ...labelKey,
      format: (_minor, requirement) => (isOfFields(requirement) ? undefined : qualifiedName),
      values: (_minor, requirement) => (isOfFields(requirement) ? ['metadata.name'] : undefined),
      invalid: (requirement) =>
        isOfFields(requirement) ? ['not a valid field selector key'] : qualifiedName.problems(''),
    },
    operator: {
      required: true,
      values: (_minor, requirement) => (isOfFields(requirement) ? ['In', 'NotIn'] : operators),
      invalid: unknownOperator,
    },
    values: { format: valueFormat },
  },
};

/** Whether a requirement is about fields of the node, not about its labels. */
export function isOfFields({ field }: ApiObject): boolean {
  return field === 'matchFields';
}

function valueFormat(minor: number, requirement: ApiObject) {
  if (isOfFields(requirement)) return requirement.string('key') === 'metadata.name' ? dnsSubdomain : undefined;
  const isPreferred = requirement.around('core/v1.PreferredSchedulingTerm') !== undefined;
  return minor < 33 || isPreferred ? undefined : labelValue;
}

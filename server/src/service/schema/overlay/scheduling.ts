import { dnsSubdomain, labelValue, qualifiedName } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import type { Overlay } from './limits.ts';
import { labelKey, unknownOperator } from './selectors.ts';

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

export const scheduling: Overlay = {
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
  return minor < 32 || isPreferred ? undefined : labelValue;
}

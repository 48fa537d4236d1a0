import { labelValue, qualifiedName } from '../formats/index.ts';
import type { Limits, Overlay } from './limits.ts';

/** ValidateLabelName of a key that may not be empty. */
export const labelKey: Limits = { required: true, format: qualifiedName, invalid: qualifiedName.problems('') };

export const unknownOperator = ['not a valid selector operator'];

export const selectors: Overlay = {
  // ValidateLabelSelector
  'meta/v1.LabelSelector': {
    matchLabels: { keys: qualifiedName, format: labelValue, path: (selector) => selector.at('matchLabels') },
  },
  // ValidateLabelSelectorRequirement
  'meta/v1.LabelSelectorRequirement': {
    key: labelKey,
    operator: { required: true, values: ['In', 'NotIn', 'Exists', 'DoesNotExist'], invalid: unknownOperator },
    values: { format: labelValue },
  },
};

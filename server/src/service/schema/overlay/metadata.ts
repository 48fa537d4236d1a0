import { dnsSubdomain, labelValue, qualifiedName } from '../formats/index.ts';
import type { Overlay } from './limits.ts';

export const metadata: Overlay = {
  // ValidateObjectMetaAccessor
  'meta/v1.ObjectMeta': {
    // the metadata of a pod template may have any name
    name: { format: dnsSubdomain, when: ({ parent }) => parent?.parent === undefined },
    labels: { keys: qualifiedName, format: labelValue },
  },
};

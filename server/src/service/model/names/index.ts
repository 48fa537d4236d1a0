export * from './document.ts';
export { labelsOf, sameNamespace, selects } from './labels.ts';
export {
  type KeyKind,
  type LabelledPod,
  type LocalKind,
  type Name,
  type NamedObject,
  type NameKind,
  type Names,
  namespaceOf,
  type PodSelector,
  podKinds,
  type ResourceKind,
  resourceKinds,
  selectedKinds,
} from './name.ts';

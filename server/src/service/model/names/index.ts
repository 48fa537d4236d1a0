export * from './document.ts';
export { sameNamespace, selects } from './labels.ts';
export type {
  KeyKind,
  LabelledPod,
  LocalKind,
  Name,
  NamedObject,
  NameKind,
  Names,
  PodSelector,
  ResourceKind,
} from './name.ts';

export * from './document.ts';
export { sameNamespace, selects } from './labels.ts';
export type { KeyKind, Labelled, LocalKind, Name, NamedObject, NameKind, Names, ResourceKind } from './name.ts';

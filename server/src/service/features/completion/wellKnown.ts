import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  commonLabels,
  nodeLabels,
  podAnnotations,
  resourceNames,
  taints,
  topologyKeys,
  type WellKnownKey,
} from '../../schema/wellKnown.ts';
import type { AskedField, Expected } from './expected.ts';
import { aValue } from './skeleton.ts';
import type { Provider, Suggestion } from './suggestion.ts';

/** Maps whose keys have a meaning, by type and field. */
const maps: Readonly<Record<string, readonly WellKnownKey[]>> = {
  'meta/v1.ObjectMeta.labels': commonLabels,
  'meta/v1.ObjectMeta.annotations': podAnnotations,
  'core/v1.PodSpec.nodeSelector': nodeLabels,
  'core/v1.ResourceRequirements.limits': resourceNames,
  'core/v1.ResourceRequirements.requests': resourceNames,
};

/** Fields that name a key which has a meaning, by type and field. */
const names: Readonly<Record<string, readonly WellKnownKey[]>> = {
  'core/v1.TopologySpreadConstraint.topologyKey': topologyKeys,
  'core/v1.PodAffinityTerm.topologyKey': topologyKeys,
  'core/v1.NodeSelectorRequirement.key': nodeLabels,
  'core/v1.Toleration.key': taints,
};

/** Labels, annotations, taints and resources that Kubernetes itself gives a meaning, and their usual values. */
export const wellKnown: Provider = (_cursor, expected) => {
  switch (expected.kind) {
    case 'entryKey':
      return keys(expected);
    case 'entryValue':
      return valuesOf(maps[fieldOf(expected)], expected.entry);
    case 'value':
      return (names[fieldOf(expected)] ?? []).map(({ key, about }) => suggestion(key, about()));
    case 'item':
      return fieldOf(expected) === 'core/v1.NodeSelectorRequirement.values'
        ? valuesOf(nodeLabels, expected.object.string('key') ?? '')
        : [];
    default:
      return [];
  }
};

function fieldOf({ object, name }: AskedField): string {
  return `${object.type}.${name}`;
}

function keys(expected: Extract<Expected, { kind: 'entryKey' }>): Suggestion[] {
  const written = new Set(expected.object.values(expected.name).map(({ key }) => key));
  return (maps[fieldOf(expected)] ?? [])
    .filter(({ key }) => !written.has(key))
    .map(({ key, about }) => ({ ...suggestion(key, about()), write: { [key]: aValue }, continues: true }));
}

function valuesOf(known: readonly WellKnownKey[] | undefined, wanted: string): Suggestion[] {
  const values = known?.find(({ key }) => key === wanted)?.values ?? [];
  return values.map((value) => ({ label: value, kind: CompletionItemKind.Value, write: value }));
}

function suggestion(key: string, detail: string): Suggestion {
  return { label: key, kind: CompletionItemKind.Constant, write: key, detail };
}

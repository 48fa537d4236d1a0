import { CompletionItemKind } from 'vscode-languageserver-types';
import { isOfFields } from '../../schema/overlay/scheduling.ts';
import { nodeLabels, nodeTaints, objectAnnotations, objectLabels } from '../wellKnown.ts';
import type { AskedField } from './expected.ts';
import { stop } from './skeleton.ts';
import type { Provider, Suggestion } from './suggestion.ts';

type Meanings = () => Readonly<Record<string, string>>;

/** Maps whose keys have a meaning, by type and field. */
const maps: Readonly<Record<string, Meanings>> = {
  'meta/v1.ObjectMeta.labels': objectLabels,
  'meta/v1.ObjectMeta.annotations': objectAnnotations,
  'core/v1.PodSpec.nodeSelector': nodeLabels,
};

/** Fields that name a key which has a meaning, by type and field. */
const names: Readonly<Record<string, Meanings>> = {
  'core/v1.TopologySpreadConstraint.topologyKey': topologies,
  'core/v1.PodAffinityTerm.topologyKey': topologies,
  'core/v1.NodeSelectorRequirement.key': nodeLabels,
  'core/v1.Toleration.key': nodeTaints,
};

const values: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/arch': ['amd64', 'arm64'],
  'kubernetes.io/os': ['linux', 'windows'],
  'cluster-autoscaler.kubernetes.io/safe-to-evict': ['true', 'false'],
  'controller.kubernetes.io/pod-deletion-cost': ['100'],
};

/** Labels, annotations and taints that Kubernetes itself gives a meaning, and their usual values. */
export const wellKnown: Provider = (cursor, expected) => {
  switch (expected.kind) {
    case 'entryKey': {
      // another name for a label may be one that no selector knows
      if (cursor.hasColon) return [];
      const written = new Set(expected.object.values(expected.name).map(({ key }) => key));
      const keys = suggestions(maps[fieldOf(expected)]).filter(({ label }) => !written.has(label));
      return keys.map((key) => ({ ...key, write: { [key.label]: stop(...(values[key.label] ?? [])) } }));
    }
    case 'entryValue':
      return fieldOf(expected) in maps ? valuesOf(expected.entry) : [];
    case 'value':
      return isOfFields(expected.object) ? [] : suggestions(names[fieldOf(expected)]);
    case 'item':
      return fieldOf(expected) === 'core/v1.NodeSelectorRequirement.values'
        ? valuesOf(expected.object.string('key') ?? '')
        : [];
    default:
      return [];
  }
};

function fieldOf({ object, name }: AskedField): string {
  return `${object.type}.${name}`;
}

/** The labels of nodes by which pods are spread or kept together. */
function topologies(): Record<string, string> {
  const entries = Object.entries(nodeLabels());
  return Object.fromEntries(entries.filter(([key]) => key.startsWith('topology.') || key === 'kubernetes.io/hostname'));
}

function suggestions(meanings: Meanings | undefined): Suggestion[] {
  return Object.entries(meanings?.() ?? {}).map(([key, meaning]) => ({
    label: key,
    kind: CompletionItemKind.Constant,
    write: key,
    documentation: meaning,
  }));
}

function valuesOf(key: string): Suggestion[] {
  return (values[key] ?? []).map((value) => ({ label: value, kind: CompletionItemKind.Value, write: value }));
}

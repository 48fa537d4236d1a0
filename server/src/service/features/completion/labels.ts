import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ApiObject } from '../../schema/object.ts';
import { type ScalarNode, stringOf } from '../../yaml/index.ts';
import { isConflict } from './conflicts.ts';
import { stop } from './skeleton.ts';
import type { Provider } from './suggestion.ts';

/** Maps that select pods by their labels, by type and field. */
const selectors = new Set(['meta/v1.LabelSelector.matchLabels', 'core/v1.ReplicationControllerSpec.selector']);

/** The labels of the workload's own pods, where pods are selected, and those that its selector wants of them. */
export const labels: Provider = (cursor, expected) => {
  if (!('object' in expected)) return [];
  const { object } = expected;
  const known = labelsAround(object, cursor.token);
  if (expected.kind === 'value' && object.type === 'meta/v1.LabelSelectorRequirement' && expected.name === 'key') {
    const keys = [...known.keys()].filter((key) => !isConflict(object, 'key', key));
    return keys.map((key) => ({ label: key, kind: CompletionItemKind.Constant, write: key }));
  }
  if (expected.kind !== 'entryKey' && expected.kind !== 'entryValue') return [];
  const field = `${object.type}.${expected.name}`;
  if (!selectors.has(field) && field !== 'meta/v1.ObjectMeta.labels') return [];
  if (expected.kind === 'entryValue') {
    const value = known.get(expected.entry);
    return value ? [{ label: value, kind: CompletionItemKind.Value, write: value }] : [];
  }
  // another name for a label may be one that no selector knows
  if (cursor.hasColon) return [];
  const written = new Set(object.values(expected.name).map(({ key }) => key));
  return [...known]
    .filter(([key]) => !written.has(key))
    .map(([key, value]) => ({
      label: key,
      kind: CompletionItemKind.Constant,
      write: { [key]: stop(value) },
      detail: value,
    }));
};

/** The labels of the workload, of its pods, and those that its selector asks for, but for the one that is being typed. */
function labelsAround({ root }: ApiObject, typed: ScalarNode): ReadonlyMap<string, string> {
  const spec = root.object('spec');
  const job = spec?.object('jobTemplate')?.object('spec');
  const template = (job ?? spec ?? root).object('template');
  const sources: [ApiObject | undefined, string][] = [
    [root.object('metadata'), 'labels'],
    [spec?.object('selector'), 'matchLabels'],
    [root.type === 'core/v1.ReplicationController' ? spec : undefined, 'selector'],
    [template?.object('metadata'), 'labels'],
  ];
  const known = new Map<string, string>();
  for (const [object, field] of sources) {
    for (const { key, node } of object?.values(field) ?? []) {
      const value = node === typed ? undefined : stringOf(node);
      if (value) known.set(key, value);
    }
  }
  return known;
}

import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { containersOf } from '../../model/index.ts';
import { fieldOf } from '../../schema/index.ts';
import {
  deref,
  type MapNode,
  type Pair,
  pairOf,
  type SeqNode,
  type Span,
  stringOf,
  type YamlNode,
} from '../../yaml/index.ts';
import { listByName, splitPair } from '../by-name.ts';
import { defineRule, safe } from '../rule.ts';

export default defineRule<Pair>({
  code: 'env-not-list',
  severity: 'error',
  hides: true,
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      const data = pairOf(container.node, 'env');
      const env = deref(data?.value);
      if (!data || !env) continue;
      const path = `${container.path}.env`;
      if (env.kind === 'map') {
        report({
          node: data.key,
          path,
          message: l10n.t(
            '`env` must be a list, but this is a map: the API server refuses it ("cannot unmarshal object"). Write each variable as `- name: {0}` and `value:` below it.',
            env.pairs[0]?.key.text ?? 'LEVEL',
          ),
          data,
        });
      }
      for (const { node, name, at } of env.kind === 'seq' ? misspelt(env) : []) {
        report({
          node,
          path: path + at,
          message: l10n.t(
            'An entry of `env` is an object with `name` and `value`: the API server refuses this one. Write it as `name: {0}` and `value:` below it.',
            name,
          ),
          data,
        });
      }
    }
  },
  fix({ data: { value } }, editor) {
    const edits =
      value.kind === 'map' ? fromMap(value, editor) : value.kind === 'seq' ? fromList(value, editor) : undefined;
    return edits ? [safe(l10n.t('Write as name and value'), edits)] : [];
  },
});

/** Entries like `LEVEL=debug` and `LEVEL: debug`, with their path in the list. */
function misspelt({ items }: SeqNode): { node: Span; name: string; at: string }[] {
  return items.flatMap((item, index) => {
    const node = deref(item);
    const assignment = assignmentIn(node);
    if (assignment) return [{ node: item, name: assignment.name, at: `[${index}]` }];
    if (node?.kind !== 'map' || !isByName(node)) return [];
    return node.pairs.map(({ key }) => ({ node: key, name: key.text, at: `[${index}].${key.text}` }));
  });
}

function assignmentIn(node: YamlNode | undefined): { name: string; value: string } | undefined {
  const [, name, value] = /^([-._a-zA-Z][-._a-zA-Z0-9]*)=(.*)$/s.exec(stringOf(node) ?? '') ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** `LEVEL: debug`: no field of a variable, and nothing but texts. */
function isByName({ pairs }: MapNode): boolean {
  return (
    pairs.length > 0 &&
    pairs.every(
      ({ key, value, colon }) => colon && !fieldOf('core/v1.EnvVar', key.text) && deref(value)?.kind === 'scalar',
    )
  );
}

function fromMap(map: MapNode, editor: Editor): ChunkEdit[] | undefined {
  const isVariable = ({ value }: Pair) =>
    value.kind !== 'map' || value.pairs.every(({ key }) => fieldOf('core/v1.EnvVar', key.text));
  return map.pairs.every(isVariable) ? listByName(map, 'value', editor) : undefined;
}

function fromList({ items }: SeqNode, editor: Editor): ChunkEdit[] | undefined {
  const edits: ChunkEdit[] = [];
  for (const item of items) {
    const assignment = assignmentIn(item.kind === 'scalar' ? item : undefined);
    if (assignment) edits.push(...editor.replaceNode(item, { ...assignment }));
    else if (item.kind !== 'map' || !isByName(item)) continue;
    else if (item.pairs.length > 1 || !item.pairs[0]) return undefined;
    else edits.push(...splitPair(item.pairs[0], 'value', hasBraces(item, editor) ? '' : '{', editor));
  }
  return edits.length > 0 ? edits : undefined;
}

/** `[LEVEL: debug]` is a map in flow style without braces. */
function hasBraces(map: MapNode, editor: Editor): boolean {
  return !map.flow || editor.text[map.start] === '{';
}

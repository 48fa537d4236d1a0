import {
  deref,
  entriesOf,
  mapsOf,
  pairOf,
  type ScalarNode,
  stringOf,
  valueAt,
  type YamlNode,
} from '../../yaml/index.ts';
import { commandFields } from '../command.ts';
import { referencesIn } from '../expand.ts';
import { type Container, containersOf, type PodSpec } from '../pod.ts';
import { type Name, writtenName } from './name.ts';

/**
 * The environment variables of the containers, and where the kubelet puts their values: `$(VAR)` in the values of
 * variables behind them, in command and args, in the exec actions of probes, not of hooks, and in `subPathExpr`.
 * @param scopeOf the scope of a container by its path
 */
export function variableNames(pod: PodSpec, scopeOf: (path: string) => string, text: string): Name[] {
  return containersOf(pod).flatMap((container) => namesIn(container, scopeOf(container.path), text));
}

function namesIn(container: Container, scope: string, text: string): Name[] {
  const { node } = container;
  const names: Name[] = [];
  const known = new Set<string>();
  const expanded = (value: YamlNode | undefined) => {
    for (const name of references(value, text)) {
      if (known.has(name.name)) names.push({ ...name, kind: 'variable', role: 'use', scope });
    }
  };
  for (const { node: variable } of mapsOf(valueAt(node, 'env'))) {
    expanded(valueAt(variable, 'value'));
    const written = writtenName(pairOf(variable, 'name')?.value, text);
    if (!written) continue;
    known.add(written.name);
    names.push({ ...written, kind: 'variable', role: 'definition', scope });
  }
  for (const field of commandFields(container)) {
    if (field.action === 'postStart' || field.action === 'preStop') continue;
    for (const item of entriesOf(field.node)) expanded(item.node);
  }
  for (const { node: mount } of mapsOf(valueAt(node, 'volumeMounts'))) expanded(valueAt(mount, 'subPathExpr'));
  return names;
}

/** The `$(NAME)` of a text where they are written; none where an escape or a folded line is in the way. */
function references(value: YamlNode | undefined, text: string): Omit<Name, 'kind' | 'role' | 'scope'>[] {
  const node = deref(value);
  if (node?.kind !== 'scalar' || !node.text.includes('$(')) return [];
  const written = referencesIn(text.slice(node.start, node.end));
  const meant = referencesIn(stringOf(node) ?? '');
  if (written.length !== meant.length || written.some(({ name }, index) => name !== meant[index]?.name)) return [];
  return written.map(({ name, start, end }) => partIn(node, name, start + 2, end - 1));
}

function partIn(node: ScalarNode, name: string, start: number, end: number): Omit<Name, 'kind' | 'role' | 'scope'> {
  const span = { start: node.start + start, end: node.start + end };
  return { name, span, source: span, node, isPart: true };
}

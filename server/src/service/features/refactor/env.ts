import * as l10n from '@vscode/l10n';
import { type ChunkEdit, isShared } from '../../fixes/index.ts';
import { titleOf } from '../../model/index.ts';
import { effectivePairs, type MapNode, type Pair, pairOf, stringOf } from '../../yaml/index.ts';
import { type Store, stored } from './documents.ts';
import { isAt, type RefactorContext, type Refactoring } from './refactoring.ts';
import { ownPair } from './specs.ts';

/** A variable with a value that is the same in a ConfigMap. */
interface Variable {
  name: string;
  text: string;
  /** The pair of its value. */
  value: Pair;
  entry: MapNode;
  kind: Store['kind'];
}

/** Values of variables as keys of a ConfigMap or, for what nobody is to read, a Secret: the one at the cursor, and all. */
export function extractVariables(context: RefactorContext): Refactoring[] {
  const { container, offset } = context;
  const env = container && ownPair(container.node, 'env');
  if (!env || offset < env.start || offset > env.value.end || isShared(env.value)) return [];
  const variables = variablesIn(env);
  const one = variables.find(({ entry }) => isAt(entry, offset));
  const kinds = new Set(variables.map(({ kind }) => kind));
  return [
    ...(one ? extracted([one], titlesForOne(one)[one.kind], context) : []),
    ...(variables.length > 1 ? extracted(variables, titleForAll(kinds, titleOf(container)), context) : []),
  ];
}

function titlesForOne({ name }: Variable): Record<Store['kind'], string> {
  return {
    ConfigMap: l10n.t('Move the value of {0} to a ConfigMap', name),
    Secret: l10n.t('Move the value of {0} to a Secret', name),
  };
}

function titleForAll(kinds: ReadonlySet<Store['kind']>, container: string): string {
  if (kinds.size > 1) return l10n.t('Move the values of all variables of {0} to a ConfigMap and a Secret', container);
  return kinds.has('Secret')
    ? l10n.t('Move the values of all variables of {0} to a Secret', container)
    : l10n.t('Move the values of all variables of {0} to a ConfigMap', container);
}

/** The variables that can be moved: with a text that the kubelet takes as it stands, and a name that is a key. */
function variablesIn({ value: list }: Pair): Variable[] {
  if (list.kind !== 'seq') return [];
  const names = list.items.map((entry) => stringOf(pairOf(entry, 'name')?.value));
  return list.items.flatMap((entry, index) => {
    const name = names[index];
    if (entry.kind !== 'map' || name === undefined || names.indexOf(name) !== names.lastIndexOf(name)) return [];
    // what it merges would come to light, and what merges it would get both
    if (entry.pairs.length !== effectivePairs(entry).size || isShared(entry)) return [];
    const value = ownPair(entry, 'value');
    const text = stringOf(value?.value);
    const isPlain = text !== undefined && !/\$[$(]/.test(text) && !pairOf(entry, 'valueFrom');
    if (!value || !isPlain || !/^[-._a-zA-Z0-9]{1,253}$/.test(name)) return [];
    return [{ name, text, value, entry, kind: isSecret(name) ? 'Secret' : 'ConfigMap' }];
  });
}

/** Whether a variable holds what nobody is to read, rather than the name of a file or key with it. */
function isSecret(name: string): boolean {
  const isNamed = /passw(?:or)?d|passphrase|secret|(?:^|[_.-])(?:pass|token|key|credentials?)(?:$|[_.-])/i.test(name);
  return isNamed && !/[_.-](?:file|path|dir|name|id)$|public[_.-]?key/i.test(name);
}

function extracted(variables: readonly Variable[], title: string, context: RefactorContext): Refactoring[] {
  const parts = (['ConfigMap', 'Secret'] as const).map((kind) =>
    moved(
      kind,
      variables.filter((each) => each.kind === kind),
      context,
    ),
  );
  return parts.includes(undefined)
    ? []
    : [{ title, kind: 'refactor.extract', edits: parts.flatMap((edits) => edits ?? []) }];
}

function moved(kind: Store['kind'], variables: readonly Variable[], context: RefactorContext): ChunkEdit[] | undefined {
  if (variables.length === 0) return [];
  const texts = Object.fromEntries(variables.map(({ name, text }) => [name, text]));
  const [suffix, field] = kind === 'Secret' ? ['secret', 'secretKeyRef'] : ['config', 'configMapKeyRef'];
  const store = stored({ kind, suffix, texts }, context);
  if (!store) return undefined;
  const { editor } = context;
  const references = variables.flatMap(({ name: key, value }) => [
    ...editor.renameKey(value, 'valueFrom'),
    ...editor.replaceNode(value.value, { [field]: { name: store.name, key } }),
  ]);
  return [...references, ...store.edits];
}

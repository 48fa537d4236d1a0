import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Name, type NameKind, namesOf, type ResourceKind, resourceKinds } from '../../model/names/index.ts';
import { isConflict } from './conflicts.ts';
import type { CompletionContext, Provider, Suggestion } from './suggestion.ts';

const kinds: Partial<Record<NameKind, CompletionItemKind>> = {
  volume: CompletionItemKind.Folder,
  container: CompletionItemKind.Module,
  port: CompletionItemKind.Interface,
};

/** The names that are defined in the pod, or by other documents of the workspace, where one of them is to be used. */
export const references: Provider = (cursor, expected, context) => {
  const { names } = namesOf(cursor.chunk);
  const uses = names.filter(({ node, role, isPart }) => node === cursor.token && role === 'use' && !isPart);
  return uses.flatMap((use) =>
    candidates(use, names, context)
      .filter((name) => !('known' in expected) || !isConflict(expected.object, expected.name, name))
      .map((name) => suggestion(name, use.kind)),
  );
};

function suggestion(name: string, kind: NameKind): Suggestion {
  return { label: name, kind: kinds[kind] ?? CompletionItemKind.Reference, write: name };
}

function candidates(use: Name, names: readonly Name[], { workspace }: CompletionContext): readonly string[] {
  const { kind, scope, namespace } = use;
  switch (kind) {
    case 'ConfigMap key':
    case 'Secret key':
      return workspace().keys(kind === 'Secret key' ? 'Secret' : 'ConfigMap', scope, namespace);
    case 'labelKey':
    case 'labelValue':
    case 'variable':
      return [];
    default:
      return isResource(kind) ? workspace().resources(kind, namespace) : localNames(use, names);
  }
}

function isResource(kind: NameKind): kind is ResourceKind {
  return resourceKinds.some((each) => each === kind);
}

/** What has a name of the same kind where the use counts. */
function localNames({ kind, scope }: Name, names: readonly Name[]): string[] {
  const found = names.filter((name) => name.role === 'definition' && name.kind === kind && name.scope === scope);
  return [...new Set(found.map(({ name }) => name))];
}

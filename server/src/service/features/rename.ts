import * as l10n from '@vscode/l10n';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { NameKind } from '../model/names/index.ts';
import {
  configKey,
  dnsLabel,
  dnsSubdomain,
  type Format,
  labelValue,
  portName,
  qualifiedName,
  variableName,
} from '../schema/formats/index.ts';
import { oldestMinor } from '../schema/index.ts';
import { canBePlain, quoted } from '../yaml/index.ts';
import { formWords } from './field/forms.ts';
import type { Manifest } from './manifest.ts';
import {
  distinct,
  type Mention,
  mentionsAt,
  mentionsOf,
  type PlacedFacts,
  type PlacedMention,
  rangeOfMention,
  sourceOfMention,
} from './mentions.ts';
import { sameThings, sharesScope } from './sameThings.ts';
import type { Workspace } from './workspace.ts';

/** Why a new name is not allowed, in words for the user. */
export class RenameError extends Error {}

/** The name at a position that can be changed; undefined where there is none. */
export function prepareRename(
  manifest: Manifest,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const [named] = mentionsAt(manifest, position);
  return named && { range: rangeOfMention(named), placeholder: named.mention.name };
}

/**
 * Changes the name at a position where it is given and wherever it is used, in all files of the workspace. Of an anchored
 * text the text is changed, and with it everything that gets its name from there. What a program or a script makes of a
 * variable is its own affair, and stays.
 * @throws RenameError where the API server would not take the new name, or something else has it already
 */
export function rename(manifest: Manifest, position: Position, newName: string, workspace: Workspace): WorkspaceEdit {
  const docs = workspace.around(manifest);
  const named = sameThings(docs, mentionsAt(manifest, position), true);
  const changed = named.filter(({ mention }) => mention.name !== newName);
  for (const kind of new Set(changed.map(({ mention }) => mention.kind))) {
    checkForm(kind, newName);
    checkFree(
      docs,
      changed.filter(({ mention }) => mention.kind === kind),
      kind,
      newName,
    );
  }
  return { changes: editsOf(changed, newName) };
}

function editsOf(changed: readonly PlacedMention[], newName: string): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const found of distinct(changed, sourceOfMention)) {
    const { uri } = found.doc;
    changes[uri] ??= [];
    changes[uri].push({ range: sourceOfMention(found), newText: textOf(newName, found.mention.style) });
  }
  return changes;
}

function textOf(name: string, style: Mention['style']): string {
  if (style === 'part') return name;
  if (style === 'double') return JSON.stringify(name).slice(1, -1);
  if (style === 'single') return name.replaceAll("'", "''");
  return canBePlain(name, style === 'flow') ? name : quoted(name, '"');
}

const formats: Readonly<Record<NameKind, Format>> = {
  volume: dnsLabel,
  container: dnsLabel,
  claim: dnsLabel,
  port: portName,
  // taken by every version, and readable in `$(NAME)`
  variable: variableName(oldestMinor),
  labelKey: qualifiedName,
  labelValue,
  ConfigMap: dnsSubdomain,
  Secret: dnsSubdomain,
  PersistentVolumeClaim: dnsSubdomain,
  ServiceAccount: dnsSubdomain,
  Service: dnsLabel,
  'ConfigMap key': configKey,
  'Secret key': configKey,
};

function checkForm(kind: NameKind, name: string): void {
  const format = formats[kind];
  if (format.problems(name).length > 0)
    throw new RenameError(refusal(kind, name, formWords(format, oldestMinor) ?? ''));
}

function refusal(kind: NameKind, name: string, form: string): string {
  switch (kind) {
    case 'port':
      return l10n.t('`{0}` cannot be the name of a port: the API server takes {1}.', name, form);
    case 'variable':
      return l10n.t('`{0}` cannot be the name of a variable: not every version takes more than {1}.', name, form);
    case 'ConfigMap key':
    case 'Secret key':
      return l10n.t('`{0}` cannot be a key: the API server takes {1}.', name, form);
    case 'labelKey':
      return l10n.t('`{0}` cannot be the key of a label: the API server takes {1}.', name, form);
    case 'labelValue':
      return l10n.t('`{0}` cannot be the value of a label: the API server takes {1}.', name, form);
    default:
      return l10n.t('`{0}` cannot be the name: the API server takes {1}.', name, form);
  }
}

/** A name must not be given twice in its scope, and a selector must not have a key twice; many labels have one value. */
function checkFree(
  docs: readonly PlacedFacts[],
  changed: readonly PlacedMention[],
  kind: NameKind,
  newName: string,
): void {
  if (kind === 'labelValue') return;
  const taken = mentionsOf(
    docs,
    (other) => other.kind === kind && other.name === newName && (other.role === 'definition' || kind === 'labelKey'),
  );
  if (!taken.some((other) => changed.some((found) => sharesScope(found, other)))) return;
  throw new RenameError(l10n.t('`{0}` is the name of something else here already. Choose another name.', newName));
}

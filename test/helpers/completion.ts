import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import { complete } from '../../server/src/service/features/completion.ts';
import type { Manifest } from '../../server/src/service/features/manifest.ts';
import { defaultSettings, type Settings } from '../../server/src/service/features/problems.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { manifestOf } from './manifests.ts';

/** What is offered where the `¦` stands. */
export function itemsAt(
  marked: string,
  settings: Partial<Settings> = {},
  workspace = new Workspace(),
): CompletionItem[] {
  const offset = marked.indexOf('¦');
  const manifest = manifestOf(marked.replace('¦', ''));
  return complete(manifest, manifest.document.positionAt(offset), { ...defaultSettings, ...settings }, () => workspace);
}

/** The labels of what is offered where the `¦` stands, in the order of the list. */
export function labelsAt(marked: string, settings: Partial<Settings> = {}): string[] {
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return itemsAt(marked, settings)
    .sort((a, b) => key(a).localeCompare(key(b)))
    .map(({ label }) => label);
}

/** The text after an item is accepted where the `¦` stands; tab stops as they are in the snippet. */
export function accepted(marked: string, label: string, settings: Partial<Settings> = {}): string {
  const item = itemsAt(marked, settings).find((each) => each.label === label);
  if (!item) throw new Error(`no ${label}, but ${labelsAt(marked, settings).join(' ')}`);
  return TextDocument.applyEdits(manifestOf(marked.replace('¦', '')).document, [editOf(item)]);
}

/** The text after an item is accepted and nothing else is typed. */
export function acceptedAsIs({ document }: Manifest, item: CompletionItem): string {
  const edit = editOf(item);
  const newText = item.insertTextFormat === InsertTextFormat.Snippet ? filledIn(edit.newText) : edit.newText;
  return TextDocument.applyEdits(document, [{ ...edit, newText }, ...(item.additionalTextEdits ?? [])]);
}

function editOf({ textEdit, label }: CompletionItem): TextEdit {
  if (!textEdit || !('range' in textEdit)) throw new Error(`${label} has no edit`);
  return textEdit;
}

/** A snippet in which every tab stop has its default, a choice its first. */
function filledIn(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\d+|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g,
    (_, escaped, placeholder, choice) => escaped ?? (placeholder ?? choice ?? '').replace(/\\(.)/g, '$1'),
  );
}

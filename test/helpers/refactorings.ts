import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../server/src/service/features/codeActions.ts';
import { defaultSettings, type Settings } from '../../server/src/service/features/problems.ts';
import { manifestOf } from './manifests.ts';

/** What each refactoring at `‸` makes of a manifest, by its title. */
export function refactorings(marked: string, settings: Partial<Settings> = {}): Map<string, string> {
  return refactoringsAt(marked.replace('‸', ''), marked.indexOf('‸'), settings);
}

/** What each refactoring at an offset makes of a manifest, by its title. */
export function refactoringsAt(text: string, offset: number, settings: Partial<Settings> = {}): Map<string, string> {
  const manifest = manifestOf(text);
  const cursor = manifest.document.positionAt(offset);
  const range = { start: cursor, end: cursor };
  const actions = codeActions(manifest, range, { ...defaultSettings, ...settings }, { only: ['refactor'] });
  return new Map(
    actions.map(({ title, edit }) => [
      title,
      TextDocument.applyEdits(manifest.document, Object.values(edit?.changes ?? {})[0] ?? []),
    ]),
  );
}

/** The text after a refactoring at `‸`. */
export function refactored(marked: string, title: string): string {
  return refactorings(marked).get(title) ?? 'not offered';
}

/** The titles that start with a word. */
export function offered(marked: string, start: string): string[] {
  return [...refactorings(marked).keys()].filter((title) => title.startsWith(start));
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions, resolveCodeAction } from '../../server/src/service/features/codeActions.ts';
import { defaultSettings, type Settings } from '../../server/src/service/features/problems.ts';
import { manifestOf } from './manifests.ts';

/** The refactorings that are offered at an offset of a manifest; `apply` makes the text after one. */
export function refactoringsAt(text: string, offset: number, settings: Partial<Settings> = {}) {
  const manifest = manifestOf(text);
  const current = { ...defaultSettings, ...settings };
  const start = manifest.document.positionAt(offset);
  const actions = codeActions(manifest, { start, end: start }, current, { only: ['refactor'] }, true);
  const apply = (action: CodeAction) => {
    const changes = resolveCodeAction(manifest, action, current)?.edit?.changes;
    if (!changes) throw new Error(`${action.title} is offered, and does nothing:\n${text}`);
    return TextDocument.applyEdits(manifest.document, Object.values(changes).flat());
  };
  return actions.map((action) => ({ title: action.title, apply: () => apply(action) }));
}

/** What is offered at `‸`. */
function marked(text: string) {
  return refactoringsAt(text.replace('‸', ''), text.indexOf('‸'));
}

/** What each refactoring at `‸` makes of a manifest, by its title. */
export function refactorings(text: string): Map<string, string> {
  return new Map(marked(text).map(({ title, apply }) => [title, apply()]));
}

/** The text after a refactoring at `‸`. */
export function refactored(text: string, title: string): string {
  return (
    marked(text)
      .find((each) => each.title === title)
      ?.apply() ?? 'not offered'
  );
}

/** The titles that start with a word. */
export function offered(text: string, start: string): string[] {
  return marked(text).flatMap(({ title }) => (title.startsWith(start) ? [title] : []));
}

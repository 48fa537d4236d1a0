import { TextDocument } from 'vscode-languageserver-textdocument';
import { Range } from 'vscode-languageserver-types';
import { createLanguageService, defaultSettings, fixAllKind, RenameError } from '../../server/src/service/index.ts';

const service = createLanguageService();
const settings = {
  ...defaultSettings,
  inlayHints: true,
  onRuleError(code: string, cause: unknown) {
    throw new Error(`rule ${code} threw`, { cause });
  },
};

/**
 * Everything that an editor asks for; nothing may throw.
 * @param offsets where the cursor is, one after the other
 * @returns all answers
 */
export function ask(text: string, offsets: readonly number[]): unknown[] {
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  const manifest = service.parse(document);
  const workspace = service.createWorkspace();
  workspace.set(manifest);
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  return [
    service.diagnose(manifest, settings),
    service.problems(manifest, settings),
    service.documents(manifest),
    service.kinds(manifest),
    service.documentSymbols(manifest),
    service.workspaceSymbols(workspace, 'a'),
    service.foldingRanges(manifest),
    service.documentLinks(manifest),
    service.codeLenses(manifest),
    service.inlayHints(manifest, whole, settings),
    service.fixAll(manifest, settings),
    offsets.map((offset) => askAt(offset)),
  ];

  function askAt(offset: number): unknown[] {
    const at = document.positionAt(offset);
    const range = { start: at, end: at };
    const suggested = service.complete(manifest, at, settings, () => workspace);
    const actions = service.codeActions(manifest, range, settings, {}, true);
    const postponed = actions.filter(({ data }) => data);
    return [
      service.hover(manifest, at, settings, new Date(0)),
      suggested,
      suggested.slice(0, 1).map(service.resolveCompletion),
      actions,
      postponed.slice(0, 1).map((action) => service.resolveCodeAction(manifest, action, settings)),
      service.codeActions(manifest, range, settings, { only: [fixAllKind] }),
      service.definition(manifest, at, workspace),
      service.references(manifest, at, workspace, true),
      service.highlights(manifest, at),
      service.prepareRename(manifest, at),
      renamed(at),
      service.selectionRanges(manifest, [at]),
    ];
  }

  function renamed(at: Range['start']): unknown {
    try {
      return service.rename(manifest, at, 'other', workspace);
    } catch (error) {
      if (error instanceof RenameError) return undefined;
      throw error;
    }
  }
}

/** The ranges in an answer that are not in the text; there may be none. */
export function rangesOutside(text: string, answer: unknown): Range[] {
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  const isInside = (place: Range['start']) => {
    const { line, character } = document.positionAt(document.offsetAt(place));
    return line === place.line && character === place.character;
  };
  const isRight = ({ start, end }: Range) =>
    isInside(start) && isInside(end) && document.offsetAt(start) <= document.offsetAt(end);
  const visit = (value: unknown): Range[] => {
    if (typeof value !== 'object' || value === null) return [];
    if (Range.is(value)) return isRight(value) ? [] : [value];
    return Object.values(value).flatMap(visit);
  };
  return visit(answer);
}

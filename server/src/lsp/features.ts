import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-types';
import { fixAllKind, type LanguageService, type Manifest } from '../service/index.ts';
import type { Answers } from './answer.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** How long completion waits for files that are not read yet. */
const patienceMilliseconds = 100;

/** What the requests of this module are announced with. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [' ', '"', "'", '(', '/'], resolveProvider: true },
  codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', fixAllKind] },
};

/** Answers the requests that a client makes for its user. */
export function registerFeatures(
  connection: Connection,
  service: LanguageService,
  { answer, answerFor }: Answers,
  index: WorkspaceIndex,
): void {
  connection.onHover(({ textDocument, position }, token) =>
    answerFor(textDocument, token, undefined, (manifest, current) =>
      service.hover(manifest, position, current, new Date()),
    ),
  );
  connection.onCompletion(({ textDocument, position, context }, token) =>
    answerFor(
      textDocument,
      token,
      [],
      (manifest, settings) =>
        isExpected(manifest, position, context?.triggerCharacter)
          ? service.complete(manifest, position, settings, index.current())
          : [],
      Promise.race([index.filled(), new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]),
    ),
  );
  connection.onCompletionResolve((item, token) => answer(token, item, () => service.resolveCompletion(item)));
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answerFor(textDocument, token, [], (manifest, settings) => service.codeActions(manifest, range, settings, context)),
  );
}

/** What stands before the cursor where the list may open by itself. */
const opening = /(?:(?:^[\s-]*-|[:[{,]) ["']?|[[{,]["']|\$\(|\/)$/;

/** Whether a character that opens the list was typed where a value or a key begins, and not in the midst of a text. */
function isExpected({ document }: Manifest, end: Position, trigger: string | undefined): boolean {
  return trigger === undefined || opening.test(document.getText({ start: { line: end.line, character: 0 }, end }));
}

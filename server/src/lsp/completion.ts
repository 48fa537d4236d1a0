import type { CompletionOptions, Connection } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-types';
import type { LanguageService, Manifest } from '../service/index.ts';
import type { Answers } from './answer.ts';
import type { Items } from './items.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** How long completion waits for files that are not read yet. */
const patienceMilliseconds = 100;

/** The list opens by itself when a letter is typed, and behind these characters. */
export const completionOptions: CompletionOptions = {
  triggerCharacters: [' ', '"', "'", '(', '/'],
  resolveProvider: true,
};

/** What stands before the cursor where such a character begins something, and is not in the midst of a text. */
const opening = /(?:(?:^[\s-]*-|[:[{,]) ["']?|[[{,]["']|\$\(|\/)$/;

/** Answers for completion. */
export function registerCompletion(
  connection: Connection,
  service: LanguageService,
  { answer, answerFor }: Answers,
  index: WorkspaceIndex,
  items: Items,
): void {
  connection.onCompletion(({ textDocument, position, context }, token) => {
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
    return answerFor(
      textDocument,
      token,
      [],
      (manifest, settings) => {
        if (context?.triggerCharacter !== undefined && !opens(manifest, position)) return [];
        return service.complete(manifest, position, settings, index.current).map(items.fit);
      },
      Promise.race([index.filled(), patience]),
    );
  });
  connection.onCompletionResolve((item, token) => answer(token, item, async () => item, service.resolveCompletion));
}

function opens({ document }: Manifest, end: Position): boolean {
  return opening.test(document.getText({ start: { line: end.line, character: 0 }, end }));
}

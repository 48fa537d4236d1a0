import { type CompletionOptions, CompletionTriggerKind, type Connection } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
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

/** Answers for completion, which is asked for again with every letter. */
export function registerCompletion(
  connection: Connection,
  service: LanguageService,
  { answer, answerFor }: Answers,
  index: WorkspaceIndex,
  items: Items,
): void {
  const list = (found: CompletionItem[]): CompletionList => ({ isIncomplete: true, items: found.map(items.fit) });

  connection.onCompletion(({ textDocument, position, context }, token) => {
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
    return answerFor(
      textDocument,
      token,
      list([]),
      (manifest, settings) => {
        if (context?.triggerCharacter !== undefined && !opens(manifest, position)) return list([]);
        const found = service.complete(manifest, position, settings, index.current());
        const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions;
        return list(isTyped && found.some((item) => isWritten(manifest, item)) ? [] : found);
      },
      Promise.race([index.filled(), patience]),
    );
  });
  connection.onCompletionResolve((item, token) => answer(token, item, () => service.resolveCompletion(item)));
}

function opens({ document }: Manifest, end: Position): boolean {
  return opening.test(document.getText({ start: { line: end.line, character: 0 }, end }));
}

/** Whether an item would change nothing: who has typed all of it means to end the line with Enter, not to accept it. */
function isWritten({ document }: Manifest, { textEdit, additionalTextEdits }: CompletionItem): boolean {
  if (!textEdit || !('range' in textEdit) || additionalTextEdits) return false;
  return document.getText(textEdit.range) === textEdit.newText;
}

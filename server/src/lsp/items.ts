import { type ClientCapabilities, type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver';

export type Items = ReturnType<typeof createItems>;

/** Fits completion items to what the client can do with them. */
export function createItems() {
  let hasSnippets = false;
  let hasCommand = false;

  return {
    /** Reads what the client says of itself: with `triggerSuggest` in its options it has this command of VS Code. */
    initialize({ textDocument }: ClientCapabilities, options: unknown): void {
      hasSnippets = textDocument?.completion?.completionItem?.snippetSupport === true;
      hasCommand = (options as { triggerSuggest?: unknown } | undefined)?.triggerSuggest === true;
    },

    fit(item: CompletionItem): CompletionItem {
      const { command, ...rest } = item;
      const fitted = command && hasCommand ? item : rest;
      if (hasSnippets || item.insertTextFormat !== InsertTextFormat.Snippet) return fitted;
      const { range, newText } = item.textEdit as TextEdit;
      const textEdit = { range, newText: withoutTabStops(newText) };
      return { ...fitted, insertTextFormat: InsertTextFormat.PlainText, textEdit };
    },
  };
}

const tabStop = /\\(.)|\$(?:\d+|\{\d+(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|,])*)[^}]*)?\})/g;

/** The text of a snippet with its placeholders, and of choices the first. */
function withoutTabStops(snippet: string): string {
  return snippet.replace(
    tabStop,
    (_, escaped?: string, placeholder?: string, choice?: string) =>
      escaped ?? withoutTabStops(placeholder ?? choice ?? ''),
  );
}

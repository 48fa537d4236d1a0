import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A pause in typing after which diagnostics are told, so that they do not flash up with every letter; opening does not wait. */
export const pauseMilliseconds = 150;

/** Sends diagnostics to clients that do not ask for them. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: (document: TextDocument) => Promise<Diagnostic[]>,
) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  async function send(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    try {
      const diagnostics = await diagnose(document);
      if (documents.get(uri)?.version === version) connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      connection.console.error(String(error));
    }
  }

  return {
    now: (document: TextDocument): void => void send(document),
    soon(document: TextDocument): void {
      const { uri } = document;
      clearTimeout(waiting.get(uri));
      waiting.set(
        uri,
        setTimeout(() => void send(document), pauseMilliseconds),
      );
    },
    clear({ uri }: TextDocument): void {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

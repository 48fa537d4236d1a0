import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Manifest, Settings } from '../service/index.ts';
import type { Manifests } from './manifests.ts';

export type Answers = ReturnType<typeof createAnswers>;

/** Answers requests: not when they were cancelled, and with a fallback when something throws that is no answer itself. */
export function createAnswers(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  manifests: Manifests,
  settings: { of(uri: string): Promise<Settings> },
) {
  /** @param prepare waits for what the answer needs */
  async function answer<T, Needed>(
    token: CancellationToken,
    fallback: T,
    prepare: () => Promise<Needed>,
    compute: (needed: Needed) => T,
  ): Promise<T> {
    try {
      const needed = await prepare();
      // messages that wait, such as a cancellation, come first
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      return compute(needed);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return fallback;
    }
  }

  /**
   * Answers a request about an open document.
   * @param before what is waited for first: only then the settings are those that count
   */
  async function answerFor<T>(
    { uri }: { uri: string },
    token: CancellationToken,
    fallback: T,
    compute: (manifest: Manifest, current: Settings) => T,
    before?: Promise<unknown>,
  ): Promise<T> {
    const prepare = async () => {
      await before;
      return documents.get(uri) && settings.of(uri);
    };
    return answer(token, fallback, prepare, (current) => {
      const document = documents.get(uri);
      return document && current ? compute(manifests.of(document, current.podTemplates), current) : fallback;
    });
  }

  return { answer, answerFor };
}

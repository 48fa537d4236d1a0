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
  /** @param before what the answer waits for */
  async function answer<T>(
    token: CancellationToken,
    fallback: T,
    compute: () => T,
    before: Promise<unknown> = Promise.resolve(),
  ): Promise<T> {
    await before;
    // messages that wait, such as a cancellation, come first
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    try {
      return compute();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return fallback;
    }
  }

  /** Answers a request about an open document. */
  async function answerFor<T>(
    { uri }: { uri: string },
    token: CancellationToken,
    fallback: T,
    compute: (manifest: Manifest, current: Settings) => T,
    before?: Promise<unknown>,
  ): Promise<T> {
    const current = await settings.of(uri);
    const ask = () => {
      const document = documents.get(uri);
      return document ? compute(manifests.of(document, current.podTemplates), current) : fallback;
    };
    return answer(token, fallback, ask, before);
  }

  return { answer, answerFor };
}

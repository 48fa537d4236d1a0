import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../extension.ts';

export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true));
  await startClient(
    context,
    (options) => new LanguageClient('podsmith', 'Podsmith', worker, options),
    () => worker.terminate(),
  );
}

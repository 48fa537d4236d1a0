import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { indentNewLines } from './enter.ts';
import { serveFiles } from './files.ts';
import { selectKubernetesVersion } from './kubernetesVersion.ts';
import { showStatus } from './status.ts';

/** Files in which a pod manifest can stand; the server is silent on all that is none. */
const languages = ['yaml', 'json', 'dockercompose', 'helm'];

/** Makes the client of a transport: a process on the desktop, a web worker in the browser. */
type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts the language client, the same on the desktop and in the browser; it stops with the extension.
 * @param release frees what the transport holds, once the server has shut down
 */
export async function startClient(
  context: vscode.ExtensionContext,
  createClient: ClientFactory,
  release = () => {},
): Promise<void> {
  const output = vscode.window.createOutputChannel('Podsmith', { log: true });
  const selector = languages.map((language) => ({ language }));
  const client = createClient({
    documentSelector: selector,
    initializationOptions: { files: true, status: true, triggerSuggest: true },
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onTabs: false },
  });
  context.subscriptions.push(
    indentNewLines(),
    output,
    { dispose: () => client.dispose().finally(release) },
    serveFiles(client),
  );
  const { 'podsmith.kubernetesVersion': version } = context.extension.packageJSON.contributes.configuration.properties;
  try {
    await client.start();
    context.subscriptions.push(
      showStatus(client, selector),
      vscode.commands.registerCommand('podsmith.selectKubernetesVersion', () =>
        selectKubernetesVersion(client, version.enum),
      ),
    );
  } catch (error) {
    output.error(String(error));
    vscode.window.showErrorMessage(vscode.l10n.t('Podsmith could not start: {0}', String(error)));
  }
}

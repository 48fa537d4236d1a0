import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/status.ts';

/** What the server tells of the file in the active editor; undefined where it is no manifest of a pod. */
export async function activeStatus(client: BaseLanguageClient): Promise<(Status & { uri: vscode.Uri }) | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const params = { uri: String(document.uri) };
  // no answer while the server starts again, or ends
  const status = await client.sendRequest<Status | null>('podsmith/status', params).catch(() => null);
  return status?.kinds.length ? { ...status, uri: document.uri } : undefined;
}

/** Where the Kubernetes version of a manifest comes from, for the user. */
export function sourceOf(configUri: string | undefined): string {
  if (configUri === undefined) return vscode.l10n.t('from the settings');
  return vscode.l10n.t('from {0}', vscode.workspace.asRelativePath(vscode.Uri.parse(configUri)));
}

/** Shows kind and Kubernetes version of the active manifest in the language status. */
export function showStatus(client: BaseLanguageClient, selector: vscode.DocumentSelector): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('podsmith.kubernetesVersion', []);
  item.name = vscode.l10n.t('Kubernetes Version');
  item.command = { title: vscode.l10n.t('Change'), command: 'podsmith.selectKubernetesVersion' };
  let latest = 0;

  async function refresh(): Promise<void> {
    latest += 1;
    const turn = latest;
    const status = await activeStatus(client);
    if (turn !== latest) return;
    // an item that selects nothing is not shown
    item.selector = status ? selector : [];
    if (!status) return;
    item.text = vscode.l10n.t('{0} · Kubernetes {1}', status.kinds.join(', '), `1.${status.minor}`);
    item.detail = sourceOf(status.configUri);
  }

  refresh();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidSaveTextDocument(refresh),
    client.onNotification('podsmith/statusChanged', refresh),
  );
}

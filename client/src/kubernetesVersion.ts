import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeStatus, sourceOf } from './status.ts';

/** The key in a `.podsmith.yaml` and its value. */
const setting = /^(["']?kubernetesVersion["']?[^\S\n]*:[^\S\n]*)([^\s#]+)/m;

/**
 * Lets the user choose the Kubernetes version that the active manifest is checked for.
 * @param versions those that the setting takes
 */
export async function selectKubernetesVersion(client: BaseLanguageClient, versions: readonly string[]): Promise<void> {
  const status = await activeStatus(client);
  const configuration = vscode.workspace.getConfiguration('podsmith', status?.uri);
  const current = status?.configUri ? `1.${status.minor}` : configuration.get('kubernetesVersion');
  const items = versions.map((version) => ({
    version,
    label: version === 'latest' ? vscode.l10n.t('Latest') : version,
    description: version === current ? vscode.l10n.t('current, {0}', sourceOf(status?.configUri)) : '',
  }));
  const placeHolder = vscode.l10n.t('Kubernetes version that manifests are checked for');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen) return;
  if (status?.configUri) await writeConfig(vscode.Uri.parse(status.configUri), chosen.version);
  else await writeSetting(configuration, chosen.version);
}

async function writeConfig(uri: vscode.Uri, version: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = setting.exec(document.getText());
  if (!found) {
    await vscode.window.showTextDocument(document);
    return;
  }
  const [, before = '', value = ''] = found;
  const start = found.index + before.length;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + value.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, version);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** Writes the setting where it is set already, else for the workspace, else for the user. */
async function writeSetting(configuration: vscode.WorkspaceConfiguration, version: string): Promise<void> {
  const isOfFolder = configuration.inspect('kubernetesVersion')?.workspaceFolderValue !== undefined;
  const general = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const target = isOfFolder ? vscode.ConfigurationTarget.WorkspaceFolder : general;
  await configuration.update('kubernetesVersion', version, target);
}

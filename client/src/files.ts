import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Reads the files of the workspace for the server, which cannot where it runs in a browser or they are elsewhere. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest('podsmith/files', async ({ uri, most }: { uri: string; most: number }) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(uri), '**/*.{yaml,yml,json}');
      const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', most);
      return found.map(String);
    }),
    client.onRequest('podsmith/read', ({ uri, largest }: { uri: string; largest: number }) =>
      read(vscode.Uri.parse(uri), largest),
    ),
  );
}

async function read(uri: vscode.Uri, largest: number): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? null : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

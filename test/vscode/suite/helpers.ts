import * as vscode from 'vscode';

export const extensionId = 'podsmith.podsmith-vscode';

const patience = 20_000;
let manifests = 0;

/** Writes a manifest into the workspace and shows it. */
export async function openManifest(text: string, fileExtension = 'yaml'): Promise<vscode.TextEditor> {
  manifests += 1;
  const name = `manifest-${manifests}.${fileExtension}`;
  await writeFile(name, text);
  return openFile(name);
}

/** Writes a file into the workspace. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Shows a file of the workspace. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(name)));
}

export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty) await document.save();
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of a piece of text in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start === -1) throw new Error(`${JSON.stringify(text)} is not in:\n${document.getText()}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Asks until there is an answer. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>, complaint: () => string) {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the diagnostics of a document are as wanted. */
export function waitForDiagnostics(
  document: vscode.TextDocument,
  wanted: string,
  isWanted: (diagnostics: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const current = () => vscode.languages.getDiagnostics(document.uri);
  return eventually(
    () => (isWanted(current()) ? current() : undefined),
    () => `Waited for ${wanted}; there is:\n${formatDiagnostics(current())}\nin:\n${document.getText()}`,
  );
}

/** Waits for a diagnostic with this code. */
export async function waitForDiagnostic(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  const hasCode = (diagnostic: vscode.Diagnostic) => codeOf(diagnostic) === code;
  const all = await waitForDiagnostics(document, `a diagnostic ${code}`, (diagnostics) => diagnostics.some(hasCode));
  return all.find(hasCode) as vscode.Diagnostic;
}

/** Waits until no diagnostic has this code. */
export async function waitUntilFixed(document: vscode.TextDocument, code: string): Promise<void> {
  await waitForDiagnostics(document, `no diagnostic ${code}`, (diagnostics) =>
    diagnostics.every((diagnostic) => codeOf(diagnostic) !== code),
  );
}

export function codeOf({ code }: vscode.Diagnostic): string | undefined {
  return code === undefined ? undefined : String(typeof code === 'object' ? code.value : code);
}

/** One line a diagnostic, with positions as an editor shows them: `error command-not-list 7:16-7:26 message`. */
export function formatDiagnostics(diagnostics: readonly vscode.Diagnostic[]): string {
  if (diagnostics.length === 0) return '(none)';
  return diagnostics.map((diagnostic) => `${header(diagnostic)} ${diagnostic.message}`).join('\n');
}

function header(diagnostic: vscode.Diagnostic): string {
  const { start, end } = diagnostic.range;
  const at = (position: vscode.Position) => `${position.line + 1}:${position.character + 1}`;
  const severity = vscode.DiagnosticSeverity[diagnostic.severity]?.toLowerCase();
  return `${severity} ${codeOf(diagnostic)} ${at(start)}-${at(end)}`;
}

export function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  const resolved = 100;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind?.value, resolved);
}

/** Applies the code action with this title, once it is offered. */
export async function applyCodeAction(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string | RegExp,
): Promise<void> {
  let offered: vscode.CodeAction[] = [];
  const action = await eventually(
    async () => {
      offered = await codeActions(document, range);
      return offered.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
    },
    () => `No code action ${title}; there is:\n${offered.map((one) => one.title).join('\n') || '(none)'}`,
  );
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`The edit of ${action.title} could not be applied`);
  }
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Inserts one of the extension's snippets at the cursor, by its name or its prefix. */
export async function insertSnippet(editor: vscode.TextEditor, nameOrPrefix: string): Promise<void> {
  const { document, selection } = editor;
  const before = document.getText();
  const offered = await completions(document, selection.active);
  const snippet = offered.find(({ kind, label }) => {
    const names = typeof label === 'string' ? [label] : [label.label, label.description];
    return kind === vscode.CompletionItemKind.Snippet && names.includes(nameOrPrefix);
  });
  if (!(snippet?.insertText instanceof vscode.SnippetString)) {
    throw new Error(`No snippet ${nameOrPrefix} is offered in:\n${before}`);
  }
  const range = snippet.range instanceof vscode.Range ? snippet.range : snippet.range?.inserting;
  await editor.insertSnippet(snippet.insertText, range);
}

export async function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list: vscode.CompletionList = await vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

/** The text of the hovers at a position. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

export function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`Expected:\n${expected}\nbut there is:\n${actual}`);
}

export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`Expected to find:\n${part}\nin:\n${text}`);
}

function workspaceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The suite needs a workspace folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

import * as vscode from 'vscode';
import {
  closeEditors,
  completions,
  equal,
  eventually,
  includes,
  openManifest,
  rangeOf,
  waitForDiagnostic,
  waitUntilFixed,
  writeFile,
} from './helpers.ts';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  initContainers:
    - name: first
      image: busybox:1.36
      command: ["sleep", "600"]
  containers:
    - name: app
      image: nginx:1.27
      envFrom:
        - configMapRef:
            name: shared-settings
`;
const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: shared-settings
data:
  colour: blue
`;

function askFor<T>(what: string, document: vscode.TextDocument, ...more: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand(`vscode.execute${what}Provider`, document.uri, ...more);
}

describe('completion', () => {
  afterEach(closeEditors);

  it('opens by itself behind a key, and what is chosen is written', async () => {
    const editor = await openManifest(pod.replace('spec:\n', 'spec:\n  restartPolicy:\n'));
    putCursor(editor, 'restartPolicy:');
    await vscode.commands.executeCommand('type', { text: ' ' });
    await acceptUntil(editor, /restartPolicy: (Always|Never|OnFailure)\n/);
  });

  it('has fields in block style, which open with what they need', async () => {
    const editor = await openManifest(pod.replace('      envFrom:', '      readi\n      envFrom:'));
    putCursor(editor, 'readi');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await acceptUntil(editor, /\n {6}readinessProbe:/);
  });

  it('has fields in flow style', async () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec: {containers: [{name: app, ima}]}\n';
    const editor = await openManifest(text);
    putCursor(editor, 'ima');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await acceptUntil(editor, /\{name: app, image: ?.*\}\]\}\n/);
  });

  it('has the containers of the patterns, wired to the app', async () => {
    const editor = await openManifest(`${pod}    - container-side\n`);
    putCursor(editor, 'container-side');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await acceptUntil(editor, /\n {4}- name: log-shipper\n/);
    equal(editor.document.getText().match(/- name: logs\n/g)?.length, 3);
  });

  it('says nothing in comments and scripts', async () => {
    const { document } = await openManifest(`# na\n${pod.replace('["sleep", "600"]', '["sh", "-c", "sleep 6"]')}`);
    for (const place of ['# na', '"sleep 6']) {
      const ours = (await completions(document, rangeOf(document, place).end)).filter(isField);
      equal(ours.map(({ label }) => label).join(), '');
    }
  });
});

describe('Enter', () => {
  afterEach(closeEditors);

  it('starts the next line where it belongs', async () => {
    const { document } = await openManifest('');
    const lines = [
      'metadata:',
      'name: app',
      '\b',
      'spec:',
      'containers:',
      '- name: app',
      'image: nginx:1.27',
      'args:',
      '- |',
    ];
    for (const line of [...lines, 'echo']) {
      // VS Code indents by rules only where it has read the lines above, as it has when a person types
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (line === '\b') await vscode.commands.executeCommand('outdent');
      else await vscode.commands.executeCommand('type', { text: line });
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (line !== 'echo' && line !== '\b') await vscode.commands.executeCommand('type', { text: '\n' });
    }
    equal(
      document.getText(),
      `metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
      args:
        - |
          echo`,
    );
  });
});

describe('names across files', () => {
  let uri: vscode.Uri;
  beforeEach(async () => {
    uri = await writeFile('shared-settings.yaml', configMap);
  });
  afterEach(closeEditors);

  it('lead from where they are used to where they are defined', async () => {
    const { document } = await openManifest(pod);
    const { start } = rangeOf(document, 'shared-settings');
    const found = await eventually(
      async () => (await askFor<vscode.Location[]>('Definition', document, start)).find((one) => one),
      () => 'No definition',
    );
    equal(String(found.uri), String(uri));
    equal(found.range.start.line, 3);
  });

  it('are renamed in all files', async () => {
    const { document } = await openManifest(pod);
    const { start } = rangeOf(document, 'shared-settings');
    const edit = await eventually(
      async () => {
        const edit = await askFor<vscode.WorkspaceEdit>('DocumentRename', document, start, 'new-settings');
        return edit.size > 1 ? edit : undefined;
      },
      () => 'It is not renamed in several files',
    );
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit could not be applied');
    includes(document.getText(), 'name: new-settings');
    includes((await vscode.workspace.openTextDocument(uri)).getText(), 'name: new-settings');
  });
});

describe('what the editor shows of a manifest', () => {
  afterEach(closeEditors);

  it('is an outline', async () => {
    const { document } = await openManifest(pod);
    const [workload] = await askFor<vscode.DocumentSymbol[]>('DocumentSymbol', document);
    includes(workload?.name ?? '', 'app');
    const inner = workload?.children.flatMap(({ children }) => children.map(({ name }) => name));
    equal(inner?.join(), 'first,app');
  });

  it('has a lens that tells how the pod starts', async () => {
    const { document } = await openManifest(pod);
    const lenses = await askFor<vscode.CodeLens[]>('CodeLens', document);
    includes(lenses.map(({ command }) => command?.title).join('\n'), '10 min');
  });

  it('folds, a file that holds no pod as well', async () => {
    for (const text of [pod, configMap]) {
      const editor = await openManifest(text);
      await eventually(
        async () => {
          await vscode.commands.executeCommand('editor.foldAll');
          const [first] = editor.visibleRanges;
          return editor.visibleRanges.length > 1 || (first?.end.line ?? 0) < editor.document.lineCount - 1
            ? true
            : undefined;
        },
        () => `Nothing is folded in:\n${text}`,
      );
    }
  });
});

describe('the Kubernetes version', () => {
  const newer = pod.replace('    - name: app\n', '    - name: app\n      restartPolicyRules: []\n');
  const command = 'podsmith.selectKubernetesVersion';
  const versionOf = (document: vscode.TextDocument) =>
    vscode.workspace.getConfiguration('podsmith', document.uri).get('kubernetesVersion');

  afterEach(async () => {
    const settings = vscode.workspace.getConfiguration('podsmith');
    await settings.update('kubernetesVersion', undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
  });

  it('is chosen from a list', async () => {
    const { document } = await openManifest(newer);
    const settings = vscode.workspace.getConfiguration('podsmith', document.uri);
    await settings.update('kubernetesVersion', '1.30', vscode.ConfigurationTarget.Workspace);
    await waitForDiagnostic(document, 'unknown-field');
    const done = vscode.commands.executeCommand(command);
    await acceptFirst(() => versionOf(document) === 'latest');
    await done;
    await waitUntilFixed(document, 'unknown-field');
  });

  it('comes from the nearest .podsmith.yaml, where it is changed as well', async () => {
    const config = await writeFile('.podsmith.yaml', '# ours\nkubernetesVersion: "1.30" # oldest\n');
    try {
      const { document } = await openManifest(newer);
      await waitForDiagnostic(document, 'unknown-field');
      const text = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
      const done = vscode.commands.executeCommand(command);
      await acceptFirst(async () => (await text()).includes('latest'));
      await done;
      equal(await text(), '# ours\nkubernetesVersion: latest # oldest\n');
      await waitUntilFixed(document, 'unknown-field');
    } finally {
      await vscode.workspace.fs.delete(config);
    }
  });

  /** Chooses the first entry of the list, once it is there. */
  async function acceptFirst(isDone: () => boolean | Promise<boolean>): Promise<void> {
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await isDone()) || undefined;
      },
      () => 'The version has not changed',
    );
  }
});

function putCursor(editor: vscode.TextEditor, behind: string): void {
  const { end } = rangeOf(editor.document, behind);
  editor.selection = new vscode.Selection(end, end);
}

/** Accepts what is suggested first, once it is suggested. */
async function acceptUntil({ document }: vscode.TextEditor, wanted: RegExp): Promise<void> {
  await eventually(
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return wanted.test(document.getText()) || undefined;
    },
    () => `Expected ${wanted} in:\n${document.getText()}`,
  );
}

function isField({ kind }: vscode.CompletionItem): boolean {
  return kind === vscode.CompletionItemKind.Field || kind === vscode.CompletionItemKind.Property;
}

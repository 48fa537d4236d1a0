import * as vscode from 'vscode';
import {
  applyCodeAction,
  closeEditors,
  codeActions,
  completions,
  equal,
  formatDiagnostics,
  hoverText,
  includes,
  insertSnippet,
  openManifest,
  rangeOf,
  waitForDiagnostic,
  waitForDiagnostics,
  waitUntilFixed,
} from './helpers.ts';

/** The exercises of someone who learns multi-container pods: the wrong thing is written, seen, and mended. */
describe('exercises', () => {
  afterEach(closeEditors);

  it('keeps busybox alive: command: sleep 1000', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: yellow
spec:
  containers:
    - name: lemon
      image: busybox
      command: sleep 1000 # seconds
    - name: gold
      image: redis
`);
    const diagnostic = await waitForDiagnostic(document, 'command-not-list');
    equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    await applyCodeAction(document, diagnostic.range, /sleep/);
    await waitUntilFixed(document, 'command-not-list');
    includes(document.getText(), '      command: ["sleep", "1000"] # seconds\n');
    equal(formatDiagnostics(vscode.languages.getDiagnostics(document.uri)), '(none)');
  });

  it('gives busybox a command where it has none', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: yellow
spec:
  containers:
    - name: lemon
      image: busybox
`);
    const diagnostic = await waitForDiagnostic(document, 'container-exits-at-once');
    equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    includes(diagnostic.message, 'CrashLoopBackOff');
    await applyCodeAction(document, diagnostic.range, /Add command/);
    await waitUntilFixed(document, 'container-exits-at-once');
    includes(document.getText(), 'command: ["sleep", "1000"]');
  });

  it('ships /log/app.log: a sidecar that mounts a volume nobody declared', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: app
  namespace: elastic-stack
spec:
  containers:
    - name: app
      image: kodekloud/event-simulator
      volumeMounts:
        - name: log-volume
          mountPath: /log
    - name: sidecar
      image: kodekloud/filebeat-configured
      volumeMounts:
        - name: log-volume
          mountPath: /var/log/event-simulator/
`);
    const diagnostic = await waitForDiagnostic(document, 'mount-volume-not-found');
    equal(document.getText(diagnostic.range), 'log-volume');
    await applyCodeAction(document, diagnostic.range, 'Add emptyDir volume log-volume');
    await waitUntilFixed(document, 'mount-volume-not-found');
    includes(document.getText(), '  volumes:\n    - name: log-volume\n      emptyDir: {}\n');
    equal(formatDiagnostics(vscode.languages.getDiagnostics(document.uri)), '(none)');
  });

  it('takes the probe off an init container', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: red
spec:
  initContainers:
    - name: red-initcontainer
      image: busybox:1.28
      command: ["sleep", "20"]
      readinessProbe:
        exec:
          command: ["true"]
  containers:
    - name: red
      image: redis:7
`);
    const diagnostic = await waitForDiagnostic(document, 'init-container-probe');
    await applyCodeAction(document, diagnostic.range, /Remove/);
    await waitUntilFixed(document, 'init-container-probe');
    equal(formatDiagnostics(vscode.languages.getDiagnostics(document.uri)), '(none)');
  });

  it('works out how long users wait: 600 and 1200 seconds are 30 minutes', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: purple
spec:
  initContainers:
    - name: warm-up-1
      image: busybox:1.28
      command: ["sh", "-c", "sleep 600"]
    - name: warm-up-2
      image: busybox:1.28
      command: ["sh", "-c", "sleep 1200"]
  containers:
    - name: purple
      image: nginx:1.27
`);
    includes(await hoverText(document, rangeOf(document, 'initContainers').start), '30 minutes');
  });

  it('adds a sidecar from the light bulb, wired on both sides', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
`);
    const at = rangeOf(document, 'image');
    const offered = await codeActions(document, at, vscode.CodeActionKind.RefactorRewrite);
    const titles = offered.map(({ title }) => title).filter((title) => /^Add .* container.* to this pod$/.test(title));
    if (titles.length < 5) throw new Error(`too few patterns are offered: ${titles.join(', ')}`);
    await applyCodeAction(document, at, titles.find((title) => /sidecar/.test(title)) ?? '');
    equal(document.getText().match(/volumeMounts:/g)?.length, 2);
    await waitForDiagnostics(document, 'nothing', (diagnostics) => diagnostics.length === 0);
  });

  it('fixes all on save', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.podsmith': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const editor = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
      command: sleep 1000
      env:
        - name: PORT
          value: 8080
      initContainers:
        - name: init
          image: busybox:1.28
          args: [echo, 5]
`);
      const { document } = editor;
      await waitForDiagnostic(document, 'command-not-list');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
      await document.save();
      equal(
        document.getText(),
        `# mine
apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
      command: ["sleep", "1000"]
      env:
        - name: PORT
          value: "8080"
  initContainers:
    - name: init
      image: busybox:1.28
      args: [echo, "5"]
`,
      );
      await waitForDiagnostics(document, 'nothing', (diagnostics) => diagnostics.length === 0);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('suppresses a rule for a line', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: busybox
`);
    const diagnostic = await waitForDiagnostic(document, 'container-exits-at-once');
    await applyCodeAction(document, diagnostic.range, 'Suppress container-exits-at-once for this line');
    await waitUntilFixed(document, 'container-exits-at-once');
    includes(document.getText(), '      # podsmith-disable-next-line container-exits-at-once\n      image: busybox\n');
  });

  it('follows the settings', async () => {
    const { document } = await openManifest(`apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  hostnameOverride: example
  containers:
    - name: app
      image: nginx:1.27
`);
    await waitForDiagnostics(document, 'nothing', (diagnostics) => diagnostics.length === 0);
    const settings = vscode.workspace.getConfiguration('podsmith');
    try {
      await settings.update('kubernetesVersion', '1.33', vscode.ConfigurationTarget.Workspace);
      includes((await waitForDiagnostic(document, 'unknown-field')).message, 'new in Kubernetes 1.34');
      await settings.update('rules', { 'unknown-field': 'off' }, vscode.ConfigurationTarget.Workspace);
      await waitUntilFixed(document, 'unknown-field');
    } finally {
      await settings.update('kubernetesVersion', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('snippets', () => {
  afterEach(closeEditors);

  const mistake = `apiVersion: v1
kind: Pod
metadata:
  name: known
spec:
  containers:
    - name: known
      image: nginx:1.27
      command: sleep 1000
`;

  it('expand to manifests without a finding, each in an empty file', async () => {
    const { document } = await openManifest('');
    const offered = await completions(document, document.positionAt(0));
    const labels = offered.map(({ label }) => (typeof label === 'string' ? label : label.label));
    const whole = labels.filter((label) => label.startsWith('k8s-'));
    if (whole.length < 7) throw new Error(`only ${whole.length} whole manifests`);
    for (const prefix of whole) {
      const editor = await openManifest('');
      await insertSnippet(editor, prefix);
      includes(editor.document.getText(), 'kind: Pod');
      equal(await findingsIn(editor), '(none)');
    }
  });

  /** The findings in a text, once they are there: a second document with a known mistake tells when. */
  async function findingsIn({ document, edit }: vscode.TextEditor): Promise<string> {
    const { lineCount } = document;
    await edit((builder) => builder.insert(new vscode.Position(lineCount, 0), `\n---\n${mistake}`));
    await waitForDiagnostic(document, 'command-not-list');
    const findings = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.end.line < lineCount);
    return formatDiagnostics(findings);
  }
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../server/bin/podsmith.js', import.meta.url));
const good = `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
`;
const broken = `${good}      command: sleep 1000 # 한글\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podsmith-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(args: string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync('node', [command, ...args], { input, encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
}

function json(args: string[], input = '') {
  return JSON.parse(run(['lint', '--format', 'json', ...args], input).stdout);
}

describe('podsmith lint', () => {
  it('knows what the other files define', () => {
    const key = 'env: [{name: A, valueFrom: {configMapKeyRef: {name: app, key: hots}}}]';
    writeFileSync(join(folder, 'pod.yaml'), `${good}      ${key}\n`);
    writeFileSync(
      join(folder, 'config.yaml'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {host: a}\n',
    );
    const codesOf = (...paths: string[]) =>
      json(paths).files.flatMap(({ diagnostics }: { diagnostics: { code: string }[] }) =>
        diagnostics.map(({ code }) => code),
      );
    expect(codesOf('.')).toEqual(['config-key-not-found']);
    expect(codesOf('pod.yaml')).toEqual([]);
  });

  it('knows the pods of custom resources in other files', () => {
    const pods = (name: string, head: string) => `${head}
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
      initContainers: [{name: wait, image: "busybox:1.37", command: [sh, -c, "until nc -z a 80; do sleep 1; done"]}]
      containers: [{name: app, image: "nginx:1.27"}]
`;
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: a}, ports: [{port: 80}]}';
    writeFileSync(join(folder, 'a.yaml'), `${service}\n---\n${pods('a', 'apiVersion: apps/v1\nkind: Deployment')}`);
    writeFileSync(join(folder, 'b.yaml'), pods('b', 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout'));
    expect(json(['.']).summary.warning).toBe(1);
    writeFileSync(join(folder, '.podsmith.yaml'), 'podTemplates: {argoproj.io/v1alpha1 Rollout: spec.template}\n');
    expect(json(['.']).summary.warning).toBe(0);
  });

  it('says which file is not there', () => {
    expect(run(['lint', 'nope.yaml'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'podsmith: There is no file or directory nope.yaml.\n',
    });
  });

  it('knows the patches of Kustomize', () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', 'patch.yaml'), good.replace('      image: nginx:1.27\n', ''));
    writeFileSync(join(folder, 'a', 'kustomization.yaml'), 'patches:\n- path: patch.yaml\n');
    expect(json(['a/patch.yaml']).summary.error).toBe(1);
    expect(json(['a']).summary.error).toBe(0);
  });

  it('prints the documented JSON', () => {
    writeFileSync(join(folder, 'a.yaml'), `---\n# nothing\n---\n${broken}`);
    const { files, ...rest } = json(['a.yaml']);
    expect(rest).toEqual({
      version: 1,
      kubernetesVersion: '1.37',
      summary: { error: 1, warning: 0, information: 0, hint: 0 },
    });
    const [{ diagnostics, ...file }] = files;
    expect(file).toEqual({
      path: 'a.yaml',
      kubernetesVersion: '1.37',
      documents: [{ index: 0, apiVersion: 'v1', kind: 'Pod', name: 'app' }],
    });
    const [{ message, fixes, ...diagnostic }] = diagnostics;
    expect(diagnostic).toEqual({
      document: 0,
      code: 'command-not-list',
      severity: 'error',
      path: 'spec.containers[0].command',
      range: { start: { line: 11, character: 15 }, end: { line: 11, character: 25 } },
    });
    expect(message).toMatch(/list/);
    expect(fixes[0]).toMatchObject({ safe: true });
  });

  it('counts the items of a List, with paths within the item', () => {
    const item = broken.replaceAll('\n', '\n  ').trimEnd();
    writeFileSync(
      join(folder, 'list.yml'),
      `apiVersion: v1\nkind: List\nitems:\n- ${good.replaceAll('\n', '\n  ').trimEnd()}\n- ${item}\n`,
    );
    const [{ diagnostics }] = json(['list.yml']).files;
    expect(diagnostics).toMatchObject([{ document: 0, item: 1, path: 'spec.containers[0].command' }]);
  });

  it('reads every manifest below a folder, sorted, and lists those without diagnostics too', () => {
    mkdirSync(join(folder, 'in/deep'), { recursive: true });
    writeFileSync(join(folder, 'in/b.yml'), broken);
    writeFileSync(join(folder, 'in/a.json'), '{"kind": "Other"}');
    writeFileSync(join(folder, 'in/deep/c.yaml'), good);
    writeFileSync(join(folder, 'in/notes.txt'), broken);
    const { files } = json(['in']);
    expect(
      files.map(({ path, diagnostics }: { path: string; diagnostics: unknown[] }) => [path, diagnostics.length]),
    ).toEqual([
      [join('in', 'a.json'), 0],
      [join('in', 'b.yml'), 1],
      [join('in', 'deep', 'c.yaml'), 0],
    ]);
  });

  it('reads standard input', () => {
    expect(json(['-'], broken).files[0]).toMatchObject({ path: '-', diagnostics: [{ code: 'command-not-list' }] });
  });

  it('shows the line with a caret under the range', () => {
    const { stdout, status } = run(['lint', '-'], broken);
    expect(status).toBe(1);
    expect(stdout).toContain('-:9:16 error command-not-list\n');
    expect(stdout).toContain('9 |       command: sleep 1000 # 한글\n  |                ^^^^^^^^^^\n');
    expect(stdout).not.toContain('\u001b[');
  });

  it('puts the caret under the columns that Korean text takes', () => {
    const { stdout } = run(['lint', '-'], good.replace('name: app\n      image', 'name: 한글\n      image'));
    expect(stdout).toContain('7 |     - name: 한글\n  |             ^^^^\n');
  });

  it.each([
    ['no errors', ['lint', '-'], good, 0],
    ['only warnings', ['lint', '-'], good.replace('nginx:1.27', 'busybox'), 0],
    ['errors', ['lint', '-'], broken, 1],
    ['no command', [], '', 2],
    ['an unknown command', ['lnt'], '', 2],
    ['no file', ['lint'], '', 2],
    ['a file that is not there', ['lint', 'gone.yaml'], '', 2],
    ['an unknown option', ['lint', '--fast', '-'], good, 2],
    ['an unknown format', ['lint', '--format', 'xml', '-'], good, 2],
    ['an unknown version', ['lint', '--kubernetes-version', '1.12', '-'], good, 2],
    ['an unknown level', ['lint', '--pod-security', 'privileged', '-'], good, 2],
    ['a pod that does not comply', ['lint', '--pod-security', 'restricted', '-'], good, 1],
    ['a pod that complies', ['lint', '--pod-security', 'baseline', '-'], good, 0],
  ])('exits for %s', (_what, args, input, expected) => {
    const { status, stderr } = run(args, input);
    expect(status).toBe(expected);
    expect(stderr === '').toBe(expected < 2);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['a file', ['lint', '--fix', 'good.yaml', 'latin1.yaml'], 'latin1.yaml'],
    ['standard input', ['lint', '-'], '-'],
  ])('leaves %s alone that is not UTF-8', (_what, args, path) => {
    const latin1 = Buffer.from(broken.replace('한글', 'café'), 'latin1');
    writeFileSync(join(folder, 'good.yaml'), broken);
    writeFileSync(join(folder, 'latin1.yaml'), latin1);
    expect(run(args, latin1)).toEqual({ status: 2, stdout: '', stderr: `podsmith: not UTF-8: ${path}\n` });
    expect(readFileSync(join(folder, 'latin1.yaml')).equals(latin1)).toBe(true);
    expect(readFileSync(join(folder, 'good.yaml'), 'utf8')).toBe(broken);
  });

  it('checks for the version it is told', () => {
    const text = `${good}      restartPolicyRules: []\n`;
    expect(json(['--kubernetes-version', '1.33', '-'], text)).toMatchObject({
      kubernetesVersion: '1.33',
      files: [{ diagnostics: [{ code: 'unknown-field', message: expect.stringContaining('new in Kubernetes 1.34') }] }],
    });
  });

  it('checks for the level of Pod Security that it is told', () => {
    const codes = (...args: string[]) =>
      json([...args, '-'], good).files[0].diagnostics.map(({ code }: { code: string }) => code);
    expect(codes('--pod-security', 'restricted')).toContain('pod-security-run-as-non-root');
    expect(codes('--pod-security', 'off')).toEqual([]);
    expect(run(['lint', '--help']).stdout).toContain('--pod-security');
    expect(run(['lint', '--pod-security', 'low', '-'], good).stderr).toContain('off, baseline or restricted, not low');
  });

  it('writes the safe fixes into the files, and nothing else', () => {
    writeFileSync(join(folder, 'a.yaml'), broken);
    const { status } = run(['lint', '--fix', 'a.yaml']);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(`${good}      command: ["sleep", "1000"] # 한글\n`);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileReport } from '../../server/src/cli/lint.ts';

const command = fileURLToPath(new URL('../../server/bin/podsmith.js', import.meta.url));

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: data
      emptyDir: {}
`;
const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: app
          image: nginx:1.27
          tty: 1
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podsmith-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function run(args: readonly string[], { input = '', cwd = '.' } = {}) {
  const options = { input, encoding: 'utf8', cwd: join(folder, cwd) } as const;
  const { status, stdout, stderr } = spawnSync('node', [command, 'lint', ...args], options);
  return { status, stdout, stderr };
}

/** What is found, as `path: severity code`, with the exit code at the end. */
function found(args: readonly string[], options?: { input?: string; cwd?: string }): (string | number | null)[] {
  const { status, stdout } = run(['--format', 'json', ...args], options);
  const { files } = JSON.parse(stdout) as { files: FileReport[] };
  const lines = files.map(({ path, diagnostics }) =>
    [`${path}:`, ...diagnostics.map(({ severity, code }) => `${severity} ${code}`)].join(' '),
  );
  return [...lines, status];
}

describe('.podsmith.yaml', () => {
  it('counts for what is below it, and the nearest alone', () => {
    write({
      '.podsmith.yaml': 'rules: {volume-unused: off}\npodSecurity: baseline\n',
      'a/pod.yaml': `${pod}  hostNetwork: true\n`,
      'b/.podsmith.yaml': 'rules: {volume-unused: error}\n',
      'b/c/pod.yaml': `${pod}  hostNetwork: true\n`,
    });
    expect(found(['.'])).toEqual([
      `${join('a', 'pod.yaml')}: error pod-security-host-namespaces`,
      `${join('b', 'c', 'pod.yaml')}: error volume-unused`,
      1,
    ]);
    expect(found(['pod.yaml'], { cwd: 'a' })).toEqual(['pod.yaml: error pod-security-host-namespaces', 1]);
  });

  it('of the working folder counts for standard input', () => {
    write({ '.podsmith.yaml': 'rules: {volume-unused: error}', 'a/.podsmith.yaml': 'rules: {volume-unused: off}' });
    expect(found(['-'], { input: pod })).toEqual(['-: error volume-unused', 1]);
    expect(found(['-'], { input: pod, cwd: 'a' })).toEqual(['-:', 0]);
  });

  it('names the version of each file', () => {
    write({ '.podsmith.yaml': 'kubernetesVersion: 1.30', 'a.yaml': pod, 'b/.podsmith.yaml': '', 'b/b.yaml': pod });
    const versions = (...args: string[]) => {
      const { kubernetesVersion, files } = JSON.parse(run(['--format', 'json', ...args, '.']).stdout);
      return [kubernetesVersion, ...files.map((file: FileReport) => file.kubernetesVersion)];
    };
    expect(versions()).toEqual(['1.30', '1.30', '1.37']);
    expect(versions('--kubernetes-version', '1.33')).toEqual(['1.33', '1.33', '1.33']);
    expect(versions('--kubernetes-version', 'latest')).toEqual(['1.37', '1.37', '1.37']);
  });

  it('gives way to the command line', () => {
    write({ '.podsmith.yaml': 'podSecurity: restricted\nrules: {volume-unused: off}', 'a.yaml': pod });
    expect(found(['a.yaml']).at(-1)).toBe(1);
    expect(found(['--pod-security', 'off', 'a.yaml'])).toEqual(['a.yaml:', 0]);
  });

  it('names the pod templates of custom resources, which are fixed as well', () => {
    write({ 'a.yaml': rollout.replace('tty: 1', 'command: sleep 1000') });
    expect(found(['a.yaml'])).toEqual(['a.yaml:', 0]);
    write({ '.podsmith.yaml': 'podTemplates: {argoproj.io/v1alpha1 Rollout: spec.template}' });
    expect(found(['a.yaml'])).toEqual(['a.yaml: warning command-not-list', 0]);
    run(['--fix', 'a.yaml']);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('command: ["sleep", "1000"]');
  });

  it('is no manifest, but read for its mistakes where it is named', () => {
    write({ '.podsmith.yaml': 'podSecurity: baseline\n' });
    expect(found(['.'])).toEqual([0]);
    expect(found(['.podsmith.yaml'])).toEqual(['.podsmith.yaml:', 0]);
    write({ 'a/.podsmith.yaml': 'rulez: {}\n' });
    const path = join('a', '.podsmith.yaml');
    expect(found([path])).toEqual([`${path}: error config-unknown-key`, 1]);
  });
});

describe('mistakes in a .podsmith.yaml', () => {
  const wrong = 'kubernetesVersion: 1.29\nrules: {volume-unused: off}\n';

  it('are errors, told once, and the rest counts', () => {
    write({ '.podsmith.yaml': wrong, 'a/a.yaml': pod, 'a/b.yaml': pod });
    const inside = [`a.yaml:`, `b.yaml:`, 1];
    expect(found(['a.yaml', 'b.yaml'], { cwd: 'a' })).toEqual([
      `${join('..', '.podsmith.yaml')}: error config-unknown-version`,
      ...inside,
    ]);
  });

  it('are told where a file is linted that it counts for', () => {
    write({
      'a/.podsmith.yaml': wrong,
      'b.yaml': pod.replace('  volumes:\n    - name: data\n      emptyDir: {}\n', ''),
    });
    expect(found(['b.yaml'])).toEqual(['b.yaml:', 0]);
  });

  it('are printed with their lines', () => {
    write({ '.podsmith.yaml': wrong, 'a.yaml': pod });
    const { stdout, status } = run(['a.yaml']);
    expect(stdout).toContain('.podsmith.yaml:1:20 error config-unknown-version\n');
    expect(stdout).toContain('1 | kubernetesVersion: 1.29\n  |                    ^^^^\n');
    expect(stdout).toContain('Errors: 1, warnings: 0, notes: 0, files: 2');
    expect(status).toBe(1);
  });

  it('have the shape of other problems', () => {
    write({ '.podsmith.yaml': wrong, 'a.yaml': pod });
    expect(JSON.parse(run(['--format', 'json', 'a.yaml']).stdout).files[0]).toEqual({
      path: '.podsmith.yaml',
      documents: [{ index: 0 }],
      diagnostics: [
        {
          document: 0,
          code: 'config-unknown-version',
          severity: 'error',
          message: expect.stringContaining('latest or 1.30 to 1.37'),
          path: '',
          range: { start: { line: 0, character: 19 }, end: { line: 0, character: 23 } },
          fixes: [],
        },
      ],
    });
  });

  it('exit with 2 where it cannot be read, and nothing is written', () => {
    const fixable = pod.replace('  volumes:', '      command: sleep 1000\n  volumes:');
    write({ 'b/a.yaml': fixable, 'c.yaml': pod });
    writeFileSync(join(folder, '.podsmith.yaml'), Buffer.from('# café', 'latin1'));
    const { status, stdout, stderr } = run(['--fix', 'b', 'c.yaml']);
    expect([status, stdout, stderr]).toEqual([2, '', 'podsmith: not UTF-8: .podsmith.yaml\n']);
    expect(readFileSync(join(folder, 'b/a.yaml'), 'utf8')).toBe(fixable);
  });
});

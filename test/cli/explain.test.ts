import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../server/bin/podsmith.js', import.meta.url));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [command, 'explain', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('podsmith explain', () => {
  it('prints a field and those below it', () => {
    const { status, stdout, stderr } = run('spec.containers.ports');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^`ports`: list of ContainerPort\n\n/);
    expect(stdout).toMatch(/\n\nFields:\n {2}name: string\n {6}\S.*\n/);
    expect(stdout).toMatch(/\n {2}containerPort: integer, required\n/);
    expect(stdout).not.toMatch(/\*\*|\\/);
    expect(stdout).toBe(stripVTControlCharacters(stdout));
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('goes by the version', () => {
    expect(run('--kubernetes-version', '1.34', 'spec.hostnameOverride').stdout).toContain('Kubernetes 1.34 drops it');
    expect(run('--kubernetes-version', '1.30', 'spec.hostnameOverride')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'podsmith: `spec.hostnameOverride` is not in Kubernetes 1.30: it came with 1.34.\n',
    });
  });

  it('names the field that may be meant', () => {
    const { status, stderr } = run('spec.container');
    expect(status).toBe(2);
    expect(stderr).toBe('podsmith: `spec` has no field `container`: did you mean `containers`?\n');
  });

  it.each([
    [[], 'explain takes one field'],
    [['spec', 'metadata'], 'explain takes one field'],
    [['--kubernetes-version', '1.12', 'spec'], '--kubernetes-version takes'],
    [['--format', 'json', 'spec'], '--format'],
  ])('wants to be used right: %j', (args, words) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr).toContain('Usage:');
  });
});

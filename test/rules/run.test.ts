import { describe, expect, it } from 'vitest';
import { lines, podWith } from '../helpers/manifests.ts';
import { statefulSetOf } from '../helpers/verdicts.ts';

const severities = (text: string, minor = 37) =>
  lines(text, { minor }).map((line) => line.split(' ').slice(0, 2).join(' '));

describe('a general problem', () => {
  it('gives way to an error that knows more', () => {
    expect(severities(podWith('command: sleep 1000'))).toEqual(['error command-not-list']);
  });

  it('does not give way to a warning', () => {
    const twice = podWith('tty: true', 'hostNetwork: "yes"\nhostNetwork: "no"');
    expect(severities(twice)).toEqual(['warning duplicate-key', 'error wrong-type']);
  });
});

describe('a StatefulSet before Kubernetes 1.34', () => {
  const set = (container: string) => statefulSetOf(`containers:\n  - image: postgres:16\n    ${container}`);

  it.each([
    ['a field that is only validated', 'name: A_b', ['container-name-invalid']],
    ['such a field written twice', 'name: A_b\n    name: A_b', ['duplicate-key', 'container-name-invalid']],
  ])('is warned of %s, as it is accepted', (_what, container, codes) => {
    expect(severities(set(container), 33)).toEqual(codes.map((code) => `warning ${code}`));
    expect(severities(set(container), 34)).toContain('error container-name-invalid');
  });

  it('is refused for what cannot be decoded', () => {
    expect(severities(set('name: db\n    command: sleep 1'), 33)).toEqual(['error command-not-list']);
  });
});

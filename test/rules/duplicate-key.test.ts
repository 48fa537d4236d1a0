import { describe, expect, it } from 'vitest';
import { codes, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'duplicate-key';
const pod = podWith('tty: true');

describe('a missing ---', () => {
  it.each([
    ['two manifests', pod, pod],
    ['comments above the second', pod, `# the second\n# of two\n${pod}`],
    ['another order of keys', pod, `kind: Pod\napiVersion: v1\n${pod.split('\n').slice(2).join('\n')}`],
    ['CRLF', pod.replaceAll('\n', '\r\n'), pod.replaceAll('\n', '\r\n')],
  ])('is put between %s', (_what, first, second) => {
    const eol = first.includes('\r') ? '\r\n' : '\n';
    expect(codes(first + second)).toEqual([code, code, code, code]);
    const mended = fixed(first + second, code);
    expect(mended).toBe(`${first}---${eol}${second}`);
    expect(codes(mended)).toEqual([]);
  });

  it('is put between the last two of three, where the last has other keys', () => {
    const third =
      'apiVersion: v1\nkind: PodTemplate\nmetadata: {name: a}\ntemplate: {spec: {containers: [{name: a, image: b}]}}\n';
    expect(fixed(pod + pod + third, code)).toBe(`${pod}${pod}---\n${third}`);
  });

  it('is not missing where one key is there twice', () => {
    expect(fixTitles(`${pod}kind: Pod\n`, code)).not.toContain('Add ---');
    expect(fixTitles(podWith('tty: true\ntty: true'), code)).not.toContain('Add ---');
  });
});

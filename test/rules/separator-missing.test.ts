import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const code = 'separator-missing';
const pod = podWith('tty: true');
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: app}\nspec: {ports: [{port: 80}]}\n';
const ingress = service.replace('v1\nkind: Service', 'networking.k8s.io/v1\nkind: Ingress');
const template =
  'apiVersion: v1\nkind: PodTemplate\nmetadata: {name: a}\ntemplate: {spec: {containers: [{name: a, image: b}]}}\n';

describe('a missing ---', () => {
  it.each([
    ['two workloads', pod, pod],
    ['a workload and another object', pod, service],
    ['a workload and an object of another group', pod, ingress],
    ['another object and a workload', service, pod],
    ['comments above the second', pod, `# the second\n# of two\n${pod}`],
    ['another order of keys', pod, `kind: Pod\napiVersion: v1\n${pod.split('\n').slice(2).join('\n')}`],
    ['CRLF', pod.replaceAll('\n', '\r\n'), service.replaceAll('\n', '\r\n')],
  ])('is put between %s', (_what, first, second) => {
    const eol = first.includes('\r') ? '\r\n' : '\n';
    expect(codes(first + second)).toEqual([code]);
    const mended = fixed(first + second, code);
    expect(mended).toBe(`${first}---${eol}${second}`);
    expect(codes(mended)).toEqual([]);
  });

  it('is told where the second manifest starts', () => {
    expectMarked(`${pod}${service.replace('apiVersion', `«${code}|apiVersion»`)}`);
  });

  it('is told of each of three, whatever keys they have', () => {
    expect(codes(pod + template + service)).toEqual([code, code]);
    expect(fixed(pod + template + service, code)).toBe(`${pod}---\n${template}${service}`);
  });

  it.each([
    ['one key is there twice', `${pod}kind: Pod\n`],
    ['keys of a container are there twice', podWith('tty: true\ntty: true')],
    ['there is no workload', service + ingress],
    ['there are documents', `${pod}---\n${service}`],
  ])('is not missing where %s', (_, text) => expect(codes(text)).not.toContain(code));
});

import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'mount-directory-on-file';
const pod = (mount: string, source = 'configMap: {name: c}', lines = '') =>
  podWith(`volumeMounts:\n  - ${mount}\n${lines}`, `volumes:\n  - name: v\n    ${source}`);
const at = (path: string) => `{name: v, mountPath: ${path}}`;

it('finds files at whose path a folder is mounted', () => {
  expectMarked(pod(at(`«${code}|/etc/nginx/nginx.conf»`)));
  expectMarked(pod(at(`«${code}|/app/tls.key»`), 'secret: {secretName: s}'));
});

describe('is silent', () => {
  it.each([
    ['with subPath', pod('{name: v, mountPath: /a.conf, subPath: a.conf}')],
    [
      'with subPathExpr',
      pod('{name: v, mountPath: /a.conf, subPathExpr: $(A)}', undefined, 'env: [{name: A, value: a}]'),
    ],
    ['on folders with a dot', pod(at('/etc/nginx/conf.d'))],
    ['on folders of versions', pod(at('/usr/lib/python3.12'))],
    ['on folders of hosts', pod(at('/www/example.com'))],
    ['on volumes that may hold one file', pod(at('/a.conf'), 'hostPath: {path: /a.conf, type: File}')],
    ['on claims', pod(at('/data.json'), 'persistentVolumeClaim: {claimName: c}')],
    ['where a file below it is asked for', pod(at('/app.conf'), undefined, 'args: ["--config=/app.conf/main"]')],
  ])('%s', (_, text) => {
    expect(codes(text)).not.toContain(code);
  });
});

it('adds subPath', () => {
  const flow = pod(at('/etc/nginx/nginx.conf'));
  expect(fixed(flow, code)).toBe(flow.replace('nginx.conf}', 'nginx.conf, subPath: nginx.conf}'));
  const block = pod(
    'name: v\n    mountPath: /a/app.yaml  # the file',
    'configMap: {name: c, items: [{key: a, path: b.yaml}]}',
  );
  expect(fixed(block, code)).toBe(block.replace('# the file', '# the file\n          subPath: b.yaml'));
});

it('does not choose between several files', () => {
  const items = 'configMap: {name: c, items: [{key: a, path: b.yaml}, {key: b, path: c.yaml}]}';
  expect(fixTitles(pod(at('/a/app.yaml'), items), code)).toEqual([]);
  expect(fixTitles(pod(at('/a/c.yaml'), items), code)).toEqual(['Add subPath: c.yaml']);
});

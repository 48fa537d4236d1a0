import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'sub-path-not-found';
const items = 'items: [{key: a, path: nginx.conf}, {key: b, path: d/b.conf}]';
const pod = (subPath: string, source = `configMap: {name: c, ${items}}`) =>
  podWith(`volumeMounts: [{name: v, mountPath: /x, subPath: ${subPath}}]`, `volumes: [{name: v, ${source}}]`);

describe(code, () => {
  it.each([
    [pod(`«${code}|nginx.cnf»`)],
    [pod(`«${code}|a»`, `secret: {secretName: s, ${items}}`)],
    [pod(`«${code}|d/b»`)],
    [pod(`«${code}|x»`, 'downwardAPI: {items: [{path: z, fieldRef: {fieldPath: metadata.name}}]}')],
  ])('is found: %s', (text) => expectMarked(text));

  it.each([
    [pod('nginx.conf')],
    [pod('d')],
    [pod('d/')],
    [pod('./nginx.conf')],
    [pod('d/b.conf')],
    [pod('nginx.cnf', 'configMap: {name: c}')],
    [pod('nginx.cnf', 'configMap: {name: c, items: []}')],
    [pod('nginx.cnf', 'emptyDir: {}')],
    [pod('nginx.cnf', `projected: {sources: [{configMap: {name: c, ${items}}}, {secret: {name: s}}]}`)],
    [pod('nginx.cnf').replace('subPath:', 'subPathExpr:')],
  ])('is silent: %s', (text) => expect(codes(text)).not.toContain(code));

  const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {app.conf: a, b: c}\n---\n';

  it('knows the keys of a ConfigMap', () => {
    expectMarked(config + pod(`«${code}|app.cnf»`, 'configMap: {name: c}'));
    expect(codes(config + pod('app.conf', 'configMap: {name: c}'))).not.toContain(code);
    expect(codes(config + pod('app.cnf', 'configMap: {name: other}'))).not.toContain(code);
    expect(codes(config + pod('app.cnf', 'secret: {secretName: c}'))).not.toContain(code);
    expect(fixed(config + pod('app.cnf', 'configMap: {name: c}'), code)).toBe(
      config + pod('app.conf', 'configMap: {name: c}'),
    );
  });

  it('takes the file that is meant', () => {
    expect(fixed(pod('nginx.cnf'), code)).toBe(pod('nginx.conf'));
    const one = 'configMap: {name: c, items: [{key: a, path: app.yaml}]}';
    expect(fixed(pod('"main"', one), code)).toBe(pod('app.yaml', one));
    expect(fixTitles(pod('zzz'), code)).toEqual([]);
  });
});

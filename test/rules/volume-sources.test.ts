import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const pod = (volumes: string, more = '') =>
  podWith('volumeMounts: [{name: v, mountPath: /v}]', `volumes: [${volumes}]${more}`);

describe('ephemeral-claim-reused', () => {
  const ephemeral =
    '{name: e, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}';

  it('is found at the claim', () => {
    expectMarked(
      pod(`{name: v, persistentVolumeClaim: {claimName: «ephemeral-claim-reused|app-e»}}, ${ephemeral}`),
      {},
      ['volume-unused'],
    );
  });

  it('needs the name of the pod', () => {
    const text = pod(`{name: v, persistentVolumeClaim: {claimName: app-e}}, ${ephemeral}`);
    expect(codes(text.replace('name: app', 'generateName: app'))).not.toContain('ephemeral-claim-reused');
  });
});

describe('projected-path-duplicate', () => {
  const items = (path: string) => `items: [{key: a, path: ${path}}]`;

  it.each([
    [`{secret: {name: a, ${items('x')}}}, {configMap: {name: b, ${items('«projected-path-duplicate|x»')}}}`],
    [`{secret: {name: a, items: [{key: a, path: x}, {key: b, path: «projected-path-duplicate|x»}]}}`],
    [`{configMap: {name: a, ${items('x')}}}, {clusterTrustBundle: {name: b, path: «projected-path-duplicate|x»}}`],
    [
      '{podCertificate: {signerName: a.b/c, keyType: ED25519, keyPath: x, certificateChainPath: «projected-path-duplicate|x»}}',
    ],
  ])('%s', (sources) => {
    expectMarked(pod(`{name: v, projected: {sources: [${sources}]}}`));
  });

  it.each([
    [`{secret: {name: a, ${items('x')}}}, {configMap: {name: b, ${items('x/y')}}}`],
    [`{secret: {name: a, ${items('token')}}}, {serviceAccountToken: {path: token}}`],
  ])('does not speak of %s', (sources) => {
    expect(codes(pod(`{name: v, projected: {sources: [${sources}]}}`))).not.toContain('projected-path-duplicate');
  });

  it('has the path of the volume', () => {
    const text = pod(
      `{name: v, projected: {sources: [{secret: {name: s, items: [{key: a, path: x}, {key: b, path: x}]}}]}}`,
    );
    const found = find(text).find(({ problem }) => problem.code === 'projected-path-duplicate');
    expect(found?.problem).toMatchObject({
      path: 'spec.volumes[0].projected',
      server: ['Invalid value: "s": conflicting duplicate paths'],
    });
  });
});

describe('token-without-account', () => {
  const token = '{name: v, projected: {sources: [{serviceAccountToken: {path: token}}]}}';

  it('is told of a Pod, and names the account', () => {
    expect(find(pod(token)).map(({ problem }) => `${problem.severity} ${problem.code}`)).toEqual([
      'information token-without-account',
    ]);
    expect(fixed(pod(token), 'token-without-account')).toBe(pod(token, '\nserviceAccountName: default'));
  });

  it.each(['serviceAccountName: a', 'serviceAccount: a'])('is silent with %s', (account) => {
    expect(codes(pod(token, `\n${account}`))).not.toContain('token-without-account');
  });
});

describe('azure-disk-kind', () => {
  const disk = (rest: string) => pod(`{name: v, azureDisk: {diskName: a, diskURI: ${rest}}}`);

  it.each([
    ['/subscriptions/a', true, ['/subscriptions/a, kind: Managed']],
    ['/subscriptions/a, kind: Dedicated', true, ['/subscriptions/a, kind: Managed']],
    ['https://a, kind: Managed', true, ['https://a, kind: Dedicated', 'https://a, kind: Shared']],
    ['http://a', true, []],
    ['https://a', false, []],
    ['/subscriptions/a, kind: Managed', false, []],
  ])('%s', (rest, isFound, after) => {
    expect(codes(disk(rest)).includes('azure-disk-kind')).toBe(isFound);
    expect(fixTitles(disk(rest), 'azure-disk-kind')).toHaveLength(after.length);
    for (const [index, each] of after.entries()) {
      expect(fixed(disk(rest), 'azure-disk-kind', index)).toBe(disk(each));
    }
  });
});

describe('trust-bundle-selector', () => {
  const bundle = (rest: string) => pod(`{name: v, projected: {sources: [{clusterTrustBundle: {path: a, ${rest}}}]}}`);

  it('is found beside a name only', () => {
    expectMarked(bundle('name: a, «trust-bundle-selector|labelSelector»: {matchLabels: {a: b}}'));
    expect(codes(bundle('signerName: a.b/c, labelSelector: {}'))).toEqual([]);
    expect(codes(bundle('name: a, labelSelector: null'))).toEqual([]);
    expect(fixed(bundle('name: a, labelSelector: {}'), 'trust-bundle-selector')).toBe(bundle('name: a'));
  });

  it('is silent while there are no trust bundles', () => {
    expect(codes(bundle('name: a, labelSelector: {}'), { minor: 36 })).toEqual(['dropped-field']);
  });
});

describe('size-limit-negative', () => {
  const dir = (rest: string) => pod(`{name: v, emptyDir: {${rest}}}`);

  it.each(['-1', '-1Gi', '"-0.5"', '-1e3'])('refuses %s', (limit) => {
    expectMarked(dir(`sizeLimit: «size-limit-negative|${limit}»`));
    expect(fixed(dir(`medium: Memory, sizeLimit: ${limit}`), 'size-limit-negative')).toBe(dir('medium: Memory'));
  });

  it.each(['0', '-0', '1Gi', 'null'])('takes %s', (limit) => {
    expect(codes(dir(`sizeLimit: ${limit}`))).toEqual([]);
  });
});

it.each([
  ['configMap: {name: a, items: [{key: a, path: «path-invalid|../b»}]}'],
  ['configMap: {name: a, items: [{key: a, path: «path-invalid|..b»}]}'],
  ['configMap: {name: a, items: [{key: a, path: «path-invalid|/b»}]}'],
  ['hostPath: {path: «path-invalid|/a/../b»}'],
  ['nfs: {server: a, path: «path-invalid|b»}'],
])('a path that the API server does not take: %s', (source) => {
  expectMarked(pod(`{name: v, ${source}}`));
});

it('a path that leads up is not mended', () => {
  expect(fixTitles(pod('{name: v, hostPath: {path: /a/../b}}'), 'path-invalid')).toEqual([]);
  expect(fixTitles(pod('{name: v, configMap: {name: a, items: [{key: a, path: /../b}]}}'), 'path-invalid')).toEqual([]);
});

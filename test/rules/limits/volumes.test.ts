import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../server/src/service/features/problems.ts';
import { problems } from '../../../server/src/service/features/report.ts';
import { codes, fixed, fixTitles, manifestOf, podWith } from '../../helpers/manifests.ts';

/** The errors of a manifest as `code path`, with the paths of the API server. */
function errors(text: string, minor = 37): string[] {
  return problems(manifestOf(text), { ...defaultSettings, minor })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
}

const withVolume = (source: string) => podWith('tty: true', `volumes: [{name: v, ${source}}]`);
const at = (path: string) => `spec.volumes[0].${path}`;

it.each([
  ['emptyDir: {sizeLimit: 0, medium: Anything}'],
  ['hostPath: {}', 'required-field hostPath.path'],
  ['hostPath: {path: "", type: x}', 'required-field hostPath.path'],
  ['hostPath: {path: a/../b}', 'path-invalid hostPath.path'],
  ['hostPath: {path: a/..b, type: ""}'],
  ['hostPath: {path: /a, type: directory}', 'unsupported-value hostPath.type'],
  ['gitRepo: {directory: /a}', 'path-invalid gitRepo.directory', 'required-field gitRepo.repository'],
  ['gitRepo: {repository: a, directory: ..a}'],
  [
    'gcePersistentDisk: {partition: 256}',
    'required-field persistentDisk.pdName',
    'value-out-of-bounds persistentDisk.partition',
  ],
  ['gcePersistentDisk: {pdName: a, partition: 0}'],
  ['awsElasticBlockStore: {volumeID: a, partition: -1}', 'value-out-of-bounds awsElasticBlockStore.partition'],
  ['secret: {}', 'required-field secret.secretName'],
  ['secret: {secretName: A b, defaultMode: 0777}'],
  ['secret: {secretName: a, defaultMode: 777}', 'value-out-of-bounds secret.defaultMode'],
  ['secret: {secretName: a, items: [{}]}', 'required-field secret.items[0].key', 'required-field secret.items[0].path'],
  ['secret: {secretName: a, items: [{key: a, path: ..a}]}', 'path-invalid secret.items[0].path'],
  ['secret: {secretName: a, items: [{key: a, path: a/..b}]}'],
  ['secret: {secretName: a, items: [{key: a, path: a, mode: -1}]}', 'value-out-of-bounds secret.items[0].mode'],
  ['configMap: {}', 'required-field configMap.name'],
  ['nfs: {}', 'required-field nfs.path', 'required-field nfs.server'],
  ['nfs: {server: a, path: b}', 'path-invalid nfs.path'],
  [
    'iscsi: {lun: 256}',
    'required-field iscsi.iqn',
    'required-field iscsi.targetPortal',
    'value-out-of-bounds iscsi.lun',
  ],
  ['iscsi: {targetPortal: a, iqn: a, lun: 0}', 'value-malformed iscsi.iqn'],
  [
    'iscsi: {targetPortal: a, iqn: "iqn.2001-04.a:b", lun: 0, initiatorName: ""}',
    'value-malformed iscsi.initiatorname',
  ],
  [
    'iscsi: {targetPortal: a, iqn: eui.0123456789abcdef, lun: 0, chapAuthSession: true}',
    'required-field iscsi.secretRef',
  ],
  [
    'iscsi: {targetPortal: a, iqn: naa.0123456789abcdef0123456789abcdef, lun: 0, chapAuthDiscovery: true, secretRef: {}}',
  ],
  ['glusterfs: {}', 'required-field glusterfs.endpoints', 'required-field glusterfs.path'],
  ['flocker: {}', 'one-of-missing flocker'],
  ['flocker: {datasetName: a, datasetUUID: b}', 'one-of-conflict flocker'],
  ['flocker: {datasetName: a/b}', 'value-malformed flocker.datasetName'],
  ['flocker: {datasetName: "", datasetUUID: b}'],
  ['persistentVolumeClaim: {}', 'required-field persistentVolumeClaim.claimName'],
  ['persistentVolumeClaim: {claimName: A_b}'],
  ['rbd: {monitors: []}', 'required-field rbd.image', 'required-field rbd.monitors'],
  ['cinder: {secretRef: {}}', 'required-field cinder.secretRef.name', 'required-field cinder.volumeID'],
  ['cephfs: {secretRef: {}}', 'required-field cephfs.monitors'],
  ['quobyte: {}', 'required-field quobyte.registry', 'required-field quobyte.volume'],
  ['quobyte: {registry: "a:1,[::1]:2", volume: v}'],
  ['quobyte: {registry: "a:1,b", volume: v}', 'value-malformed quobyte.registry'],
  [`quobyte: {registry: b, volume: v, tenant: ${'x'.repeat(65)}}`, 'value-too-long quobyte.tenant'],
  ['downwardAPI: {items: [{}]}', 'one-of-missing downwardAPI', 'required-field downwardAPI.path'],
  ['fc: {}', 'one-of-missing fc.targetWWNs'],
  ['fc: {wwids: [a]}'],
  ['fc: {wwids: [a], lun: 256}'],
  ['fc: {targetWWNs: [a], lun: 0}'],
  ['fc: {targetWWNs: [a], lun: 256}', 'value-out-of-bounds fc.lun'],
  ['fc: {targetWWNs: [a], wwids: [b]}', 'one-of-conflict fc.targetWWNs', 'required-field fc.lun'],
  [
    'flexVolume: {options: {a.K8S.io/b: c, xk8s.io/b: c}}',
    'required-field flexVolume.driver',
    'value-malformed flexVolume.options[a.K8S.io/b]',
  ],
  ['azureFile: {}', 'required-field azureFile.secretName', 'required-field azureFile.shareName'],
  ['vsphereVolume: {}', 'required-field vsphereVolume.volumePath'],
  ['photonPersistentDisk: {}', 'required-field photonPersistentDisk.pdID'],
  ['portworxVolume: {}', 'required-field portworxVolume.volumeID'],
  [
    'azureDisk: {cachingMode: ""}',
    'required-field azureDisk.diskName',
    'required-field azureDisk.diskURI',
    'unsupported-value azureDisk.cachingMode',
  ],
  [
    'storageos: {volumeNamespace: a.b}',
    'name-invalid storageos.volumeNamespace',
    'required-field storageos.volumeName',
  ],
  ['storageos: {volumeName: a, secretRef: {name: ""}}', 'required-field storageos.secretRef.name'],
  [
    'scaleIO: {}',
    'required-field scaleIO.gateway',
    'required-field scaleIO.system',
    'required-field scaleIO.volumeName',
  ],
  ['csi: {}', 'required-field csi.driver'],
  ['csi: {driver: A.b, nodePublishSecretRef: {}}', 'required-field csi.nodePublishSecretRef.name'],
  ['csi: {driver: a_b, nodePublishSecretRef: {name: A}}', 'name-invalid csi.name', 'value-malformed csi.driver'],
  [`csi: {driver: ${'x'.repeat(64)}}`, 'value-too-long csi.driver'],
  ['ephemeral: {}', 'required-field ephemeral.volumeClaimTemplate'],
  ['image: {pullPolicy: always}', 'required-field image.reference', 'unsupported-value image.pullPolicy'],
  ['nfs: {}, emptyDir: {}', 'one-of-conflict nfs'],
  ['downwardAPI: {}, emptyDir: {}', 'one-of-conflict downwarAPI'],
])('%s', (source, ...found) => {
  const expected = found.map((each) => each.replace(' ', ` ${at('')}`));
  expect(errors(withVolume(source)).sort()).toEqual(expected);
});

describe('a projected volume', () => {
  const from = (source: string) => withVolume(`projected: {sources: [${source}]}`);

  it.each([
    ['{}'],
    ['{secret: {}}', 'required-field sources[0].secret.name'],
    [
      '{configMap: {items: [{key: a, path: /b}]}}',
      'path-invalid sources[0].configMap.items[0].path',
      'required-field sources[0].configMap.name',
    ],
    ['{secret: {name: a}, configMap: {name: a}}', 'one-of-conflict sources[0]'],
    ['{serviceAccountToken: {}}', 'required-field path'],
    [
      '{serviceAccountToken: {path: /a, expirationSeconds: 599}}',
      'path-invalid path',
      'value-out-of-bounds sources[0].serviceAccountToken.expirationSeconds',
    ],
    [
      '{serviceAccountToken: {path: a, expirationSeconds: 4294967297}}',
      'value-out-of-bounds sources[0].serviceAccountToken.expirationSeconds',
    ],
    ['{clusterTrustBundle: {path: a}}', 'one-of-missing sources[0].clusterTrustBundle'],
    ['{clusterTrustBundle: {path: a, name: a, signerName: b}}', 'one-of-conflict sources[0].clusterTrustBundle'],
    ['{clusterTrustBundle: {path: a, name: "a.b:c:D"}}', 'value-malformed sources[0].clusterTrustBundle.name'],
    ['{clusterTrustBundle: {path: a, name: "a.b:c:d"}}'],
    [
      '{clusterTrustBundle: {path: "", signerName: a.b}}',
      'required-field sources[0].clusterTrustBundle.path',
      'value-malformed sources[0].clusterTrustBundle.signerName',
    ],
    ['{clusterTrustBundle: {path: a, signerName: a.b/c, labelSelector: {matchLabels: {a: b}}}}'],
    [
      '{podCertificate: {}}',
      'one-of-missing sources[0].podCertificate',
      'required-field sources[0].podCertificate.keyType',
      'required-field sources[0].podCertificate.signerName',
    ],
    [
      '{podCertificate: {signerName: a.b/c, keyType: RSA, keyPath: a}}',
      'unsupported-value sources[0].podCertificate.keyType',
    ],
    [
      '{podCertificate: {signerName: a.b/c, keyType: ED25519, keyPath: a, maxExpirationSeconds: 0}}',
      'value-out-of-bounds sources[0].podCertificate.maxExpirationSeconds',
    ],
    ['{podCertificate: {signerName: a.b/c, keyType: ED25519, keyPath: a, maxExpirationSeconds: 7862400}}'],
    [
      '{podCertificate: {signerName: a.kubernetes.io/c, keyType: ED25519, keyPath: a, maxExpirationSeconds: 86401}}',
      'value-out-of-bounds sources[0].podCertificate.maxExpirationSeconds',
    ],
    [
      '{podCertificate: {signerName: a.b/c, keyType: ED25519, keyPath: a, userAnnotations: {a: b}}}',
      'value-malformed sources[0].podCertificate.userAnnotations',
    ],
  ])('from %s', (source, ...found) => {
    const expected = found.map((each) => each.replace(' ', ` ${at('projected.')}`));
    expect(errors(from(source)).sort()).toEqual(expected);
  });

  it('has no trust bundles and pod certificates while their gates are off', () => {
    const text = from('{clusterTrustBundle: {}}, {podCertificate: {}}');
    expect(errors(text, 36)).toEqual([]);
    expect(codes(text, { minor: 36 }).filter((code) => code === 'dropped-field')).toHaveLength(2);
  });
});

describe('the claim of an ephemeral volume', () => {
  const of = (spec: string) => withVolume(`ephemeral: {volumeClaimTemplate: {spec: {${spec}}}}`);
  const rest = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}';

  it.each([
    ['', 'claim-storage-missing resources[storage]', 'required-field accessModes'],
    [
      'accessModes: [rwo], resources: {requests: {storage: 0}}',
      'claim-storage-missing resources[storage]',
      'unsupported-value accessModes',
    ],
    ['accessModes: [ReadWriteOnce], resources: {requests: {storage: 1n, anything: -1}}'],
    [`${rest}, storageClassName: A`, 'name-invalid storageClassName'],
    [`${rest}, storageClassName: "", volumeAttributesClassName: ""`],
    [`${rest}, volumeAttributesClassName: A`, 'name-invalid volumeAttributesClassName'],
    [`${rest}, volumeMode: ""`, 'unsupported-value volumeMode'],
    [`${rest}, dataSource: {}`, 'required-field dataSource.kind', 'required-field dataSource.name'],
    [
      `${rest}, dataSourceRef: {kind: A, name: b, apiGroup: C, namespace: d.e}`,
      'name-invalid dataSourceRef.apiGroup',
      'name-invalid dataSourceRef.namespace',
    ],
  ])('%s', (spec, ...found) => {
    const expected = found.map((each) => each.replace(' ', ` ${at('ephemeral.volumeClaimTemplate.spec.')}`));
    expect(errors(of(spec)).sort()).toEqual(expected);
  });

  it('may have any class of attributes before they are looked at', () => {
    expect(errors(of(`${rest}, volumeAttributesClassName: A`), 33)).toEqual([]);
  });
});

describe('a volume of an image', () => {
  it.each([
    [30, 'Pod', ['unknown-field spec.volumes[0].image']],
    [34, 'Pod', []],
    [35, 'Pod', ['required-field spec.volumes[0].image.reference']],
    [36, 'PodTemplate', []],
    [37, 'PodTemplate', ['required-field template.spec.volumes[0].image.reference']],
  ] as const)('needs its reference, 1.%i %s', (minor, kind, expected) => {
    const spec = 'containers: [{name: a, image: b}], volumes: [{name: v, image: {}}]';
    const body = kind === 'Pod' ? `spec: {${spec}}` : `template: {spec: {${spec}}}`;
    expect(errors(`{apiVersion: v1, kind: ${kind}, metadata: {name: a}, ${body}}`, minor)).toEqual(expected);
  });

  it('is dropped with its mounts while its gate is off', () => {
    const text = podWith(
      'volumeMounts: [{name: v}]',
      'volumes: [{name: v, image: {}, nfs: {}}, {name: w, nfs: {path: /}}]',
    );
    expect(errors(text, 34)).toEqual(['required-field spec.volumes[0].nfs.server']);
    expect(codes(text, { minor: 34 })).toContain('dropped-field');
    expect(fixTitles(text, 'dropped-field', { minor: 34 })).toEqual(['Remove the volume and its mounts']);
  });
});

describe('fixes', () => {
  it.each([
    ['hostPath: {path: /a, type: directory}', 'unsupported-value', 'hostPath: {path: /a, type: Directory}'],
    [
      'configMap: {name: a, items: [{key: a, path: //b/c}]}',
      'path-invalid',
      'configMap: {name: a, items: [{key: a, path: b/c}]}',
    ],
    ['nfs: {server: a, path: ./b}', 'path-invalid', 'nfs: {server: a, path: /b}'],
    ['configMap: {name: a, defaultMode: 644}', 'value-out-of-bounds', 'configMap: {name: a, defaultMode: 0644}'],
    ['secret: {name: a}', 'unknown-field', 'secret: {secretName: a}'],
    [
      'ephemeral: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 1Gi}}}}}',
      'required-field',
      'ephemeral: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 1Gi}}, accessModes: [ReadWriteOnce]}}}',
    ],
  ])('%s', (before, code, after) => {
    expect(fixed(withVolume(before), code)).toBe(withVolume(after));
  });

  it('write a list as the rest is written', () => {
    const claim = (modes: string) =>
      podWith(
        'tty: true',
        `volumes:\n- name: v\n  ephemeral:\n    volumeClaimTemplate:\n      spec:\n        resources: {requests: {storage: 1Gi}}${modes}`,
      );
    expect(fixed(claim(''), 'required-field')).toBe(claim('\n        accessModes:\n          - ReadWriteOnce'));
  });

  it.each(['flocker: {}', 'fc: {}', 'projected: {sources: [{clusterTrustBundle: {path: a}}]}'])(
    'leave %s',
    (source) => {
      expect(fixTitles(withVolume(source), 'one-of-missing')).toEqual([]);
    },
  );
});

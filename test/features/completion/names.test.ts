import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../../server/src/service/features/completion.ts';
import { parseManifest } from '../../../server/src/service/features/manifest.ts';
import { defaultSettings } from '../../../server/src/service/features/problems.ts';
import { Workspace } from '../../../server/src/service/features/workspace.ts';
import { patterns } from '../../../server/src/service/patterns/index.ts';
import { acceptedAsIs, itemsAt } from '../../helpers/completion.ts';
import { lines, manifestOf, podWith } from '../../helpers/manifests.ts';

const others = `apiVersion: v1
kind: ConfigMap
metadata:
  name: colours
data:
  sky: blue
  grass.txt: green
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: elsewhere
  namespace: other
data: {a: b}
---
apiVersion: v1
kind: Secret
metadata:
  name: password
stringData:
  root: x
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: disk
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: robot
`;
const workspace = new Workspace();
workspace.set(manifestOf(others));

function offered(marked: string): string[] {
  return itemsAt(marked, {}, workspace).map(({ label }) => label);
}

/** The text after an item is taken where the `¦` stands. */
function taken(marked: string, label: string): string {
  const item = itemsAt(marked, {}, workspace).find((each) => each.label === label);
  if (!item) throw new Error(`no ${label}, but ${offered(marked).join(' ')}`);
  return acceptedAsIs(manifestOf(marked.replace('¦', '')), item);
}

const volumes = 'volumes: [{name: logs, emptyDir: {}}, {name: disk, persistentVolumeClaim: {claimName: disk}}]';

describe('names that are defined in the pod', () => {
  it.each([
    ['in block style', podWith('volumeMounts:\n  - name: ¦\n    mountPath: /a', volumes), ['logs', 'disk']],
    ['within a word', podWith('volumeMounts:\n  - name: lo¦gs\n    mountPath: /a', volumes), ['logs', 'disk']],
    ['in quotes', podWith('volumeMounts:\n  - name: "¦"\n    mountPath: /a', volumes), ['logs', 'disk']],
    ['in flow style', podWith('volumeMounts: [{name: ¦, mountPath: /a}]', volumes), ['logs', 'disk']],
    [
      'of ports, in a probe',
      podWith('ports: [{name: web, containerPort: 80}]\nlivenessProbe: {httpGet: {port: ¦}}'),
      ['web'],
    ],
    [
      'of resource claims',
      podWith('resources: {claims: [{name: ¦}]}', 'resourceClaims: [{name: gpu, resourceClaimName: gpu}]'),
      ['gpu'],
    ],
    [
      'of containers',
      podWith(
        'env:\n  - name: A\n    valueFrom:\n      resourceFieldRef:\n        resource: limits.cpu\n        containerName: ¦',
      ),
      ['app'],
    ],
  ])('%s', (_, text, labels) => expect(offered(text)).toEqual(labels));

  it('are not those of another container', () => {
    const text = podWith('ports: [{name: web, containerPort: 80}]', '').replace(
      'containers:',
      'initContainers:\n    - {name: s, image: b, restartPolicy: Always, startupProbe: {httpGet: {port: ¦}}}\n  containers:',
    );
    expect(offered(text)).not.toContain('web');
  });
});

describe('names that other documents define', () => {
  it.each([
    ['ConfigMaps', podWith('envFrom: [{configMapRef: {name: ¦}}]'), ['colours', 'elsewhere']],
    ['Secrets', podWith('envFrom: [{secretRef: {name: ¦}}]'), ['password']],
    ['claims', podWith('', 'volumes: [{name: a, persistentVolumeClaim: {claimName: ¦}}]'), ['disk']],
    ['service accounts', podWith('', 'serviceAccountName: ¦'), ['robot']],
    ['keys', podWith('env: [{name: A, valueFrom: {configMapKeyRef: {name: colours, key: ¦}}}]'), ['sky', 'grass.txt']],
    ['keys of files', podWith('', 'volumes: [{name: a, secret: {secretName: password, items: [{key: ¦}]}}]'), ['root']],
  ])('%s', (_, text, labels) => expect(offered(text)).toEqual(labels));

  it('are those of the namespace, where one is written', () => {
    const text = podWith('envFrom: [{configMapRef: {name: ¦}}]').replace('name: app', 'name: app\n  namespace: other');
    expect(offered(text)).toEqual(['colours', 'elsewhere']);
    expect(offered(text.replace('namespace: other', 'namespace: third'))).toEqual(['colours']);
  });
});

describe('variables', () => {
  const env = 'env: [{name: HOST, value: db}, {name: USER, valueFrom: {secretKeyRef: {name: s, key: u}}}]\n';

  it.each([
    ['command', 'command: [echo, "$(¦"]', ['HOST', 'USER']],
    ['a script in a block', 'command:\n  - sh\n  - -c\n  - |\n    echo $(H¦\n    date', ['HOST', 'USER']],
    ['a probe, which knows only values', 'livenessProbe: {exec: {command: [cat, $(¦)]}}', ['HOST']],
    ['a hook, where nothing is resolved', 'lifecycle: {preStop: {exec: {command: [cat, $(¦)]}}}', []],
    ['what is escaped', 'command: [echo, "$$(¦"]', []],
    ['a plain text', 'command: [echo, "H¦"]', []],
  ])('in %s', (_, text, labels) => expect(offered(podWith(env + text))).toEqual(labels));

  it('in the value of another are those in front of it', () => {
    expect(offered(podWith('env: [{name: A, value: a}, {name: B, value: $(¦)}, {name: C, value: c}]'))).toEqual(['A']);
  });

  it.each([
    ['echo $(¦', 'echo $(HOST)'],
    ['echo $(HO¦', 'echo $(HOST)'],
    ['echo $(¦)', 'echo $(HOST)'],
    ['echo $(H¦OLA) $(X)', 'echo $(HOST) $(X)'],
  ])('close the bracket where it is open: %s', (before, after) => {
    expect(taken(podWith(`${env}command: ["${before}"]`), 'HOST')).toBe(podWith(`${env}command: ["${after}"]`));
  });
});

describe('labels', () => {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector:
    matchLabels:
      app: web
      tier: front
  template:
    metadata:
      labels:
        app: web
        ¦
    spec:
      containers: [{name: web, image: nginx:1.27}]
`;

  it('that the selector wants come first', () => expect(offered(deployment)[0]).toBe('tier'));

  it('are written with the value that is wanted', () => expect(lines(taken(deployment, 'tier'))).toEqual([]));

  it('of nodes have their usual values', () => {
    expect(offered(podWith('', 'nodeSelector: {¦}'))).toContain('kubernetes.io/arch');
    expect(offered(podWith('', 'nodeSelector: {kubernetes.io/arch: ¦}'))).toEqual(['amd64', 'arm64']);
    expect(offered(podWith('', 'topologySpreadConstraints: [{topologyKey: ¦}]'))).toEqual([
      'kubernetes.io/hostname',
      'topology.kubernetes.io/region',
      'topology.kubernetes.io/zone',
    ]);
    expect(offered(podWith('', 'tolerations: [{key: ¦}]'))).toContain('node.kubernetes.io/not-ready');
  });
});

describe('the head of a manifest', () => {
  it.each([
    ['apiVersion: ¦', ['apps/v1', 'batch/v1', 'v1']],
    ['apiVersion: ¦\nkind: CronJob\n', ['batch/v1']],
    ['apiVersion: apps/v1\nkind: ¦', ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
    ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: ¦', []],
    ['apiVersion: ¦\nkind: Kustomization\n', []],
    ['foo: ¦', []],
    ['foo: bar\n¦', []],
    ['apiVersion: v1\n¦', ['kind', 'metadata']],
    ['# ¦', []],
    ['{{ x }}\nkind: ¦', []],
  ])('%j', (text, labels) => expect(offered(text)).toEqual(labels));

  it('gets the apiVersion with the kind', () =>
    expect(taken('kind: Jo¦\n', 'Job')).toBe('apiVersion: batch/v1\nkind: Job\n'));

  it('serves custom resources that carry a pod template', () => {
    const document = TextDocument.create('file:///a.yaml', 'yaml', 1, 'kind: ');
    const manifest = parseManifest(document, undefined, { 'argoproj.io/v1alpha1 Rollout': 'spec.template' });
    const items = complete(manifest, document.positionAt(6), defaultSettings, () => workspace);
    expect(items.find(({ label }) => label === 'Rollout')?.detail).toBe('argoproj.io/v1alpha1');
  });
});

describe('whole manifests', () => {
  const kinds = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

  it.each(['', '\ufeff', '# mine\n', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n'])(
    'in an empty document: %j',
    (text) => {
      expect(offered(`${text}¦`)).toEqual(expect.arrayContaining(kinds));
    },
  );

  it.each(kinds)('%s is one without a finding', (kind) => {
    const text = taken('Po¦', kind);
    expect(text).toContain(`kind: ${kind}\n`);
    expect(lines(text)).toEqual([]);
  });
});

it.each(patterns.map(({ prefixes }) => prefixes.pod))('%s is a whole Pod without a finding', (label) => {
  for (const text of ['¦', 'k8s¦', '# mine\n¦']) expect(lines(taken(text, label))).toEqual([]);
  expect(offered('apiVersion: v1\n¦')).not.toContain(label);
  expect(offered('foo: bar\n---\nfoo: ¦')).not.toContain(label);
});

describe('containers of patterns', () => {
  const pod = podWith('', '').trimEnd();

  it('come with the volume that they share with the app', () => {
    expect(taken(`${pod}\n    - ¦\n`, 'container-sidecar')).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: Pod
      metadata:
        name: app
      spec:
        volumes:
          - name: logs
            emptyDir: {}
        containers:
          - name: app
            image: nginx:1.27
            volumeMounts:
              - name: logs
                mountPath: /var/log/app
          - name: log-shipper
            image: busybox:1.37
            command:
              - sh
              - -c
              - tail -n +1 -F /var/log/app/app.log
            volumeMounts:
              - name: logs
                mountPath: /var/log/app
                readOnly: true
      "
    `);
  });

  it.each(['container-sidecar', 'container-adapter', 'container-ambassador', 'container-helper'])('%s', (label) => {
    for (const text of [`${pod}\n    - ¦\n`, `${pod}\n    - cont¦\n`, `${pod}\n    ¦`]) {
      const after = taken(text, label);
      expect(after.match(/- name: app\n/g)?.length).toBe(1);
      expect(lines(after)).toEqual([]);
    }
  });

  it.each(['init-native-sidecar', 'init-wait-for', 'init-clone', 'init-files'])('%s', (label) => {
    expect(lines(taken(`${pod}\n  initContainers:\n    - ¦\n`, label))).toEqual([]);
  });

  it('are not offered as a field of a container, nor in the other list', () => {
    expect(offered(`${pod}\n      ¦\n`)).not.toContain('container-sidecar');
    expect(offered(`${pod}\n  initContainers:\n    - ¦\n`)).not.toContain('container-sidecar');
  });
});

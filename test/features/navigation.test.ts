import { describe, expect, it } from 'vitest';
import { DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import { definition } from '../../server/src/service/features/definition.ts';
import { highlights } from '../../server/src/service/features/highlights.ts';
import { references } from '../../server/src/service/features/references.ts';
import { prepareRename, rename } from '../../server/src/service/features/rename.ts';
import { marked, type Place, renamed } from '../helpers/names.ts';

const head = (apiVersion: string, kind: string, metadata = '{name: web}') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\n`;
const pod = (spec: string, metadata?: string) => `${head('v1', 'Pod', metadata)}spec:${spec}`;
const container = (fields: string) => pod(`\n  containers:\n    - name: app\n      image: nginx${fields}`);

const volumes = {
  'in block style': pod(`
  initContainers:
    - name: data
      volumeMounts:
        - mountPath: /data # the first
          name: «data»
  containers:
    - name: app
      volumeMounts:
        - name: «data»
          mountPath: /data
        - name: other
          mountPath: /other
      volumeDevices:
        - name: "«data»"
          devicePath: /dev/data
      env:
        - name: data
          valueFrom: {fileKeyRef: {volumeName: '«data»', path: a, key: b}}
  volumes:
    - name: «=data» # kept
      emptyDir: {}
    - name: other
      emptyDir: {}
`),
  'in flow style': pod(
    ' {containers: [{name: data, volumeMounts: [{name: «data», mountPath: /data}]}], volumes: [{name: «=data»}]}\n',
  ),
  'in JSON': `{"apiVersion": "v1", "kind": "Pod", "spec": {
  "containers": [{"name": "data", "volumeMounts": [{"name": "«data»", "mountPath": "/data"}]}],
  "volumes": [{"name": "«=data»"}]
}}`,
  'in JSON of two documents': `{"apiVersion": "v1", "kind": "Pod", "spec": {
  "volumes": [{"name": "data"}]}} {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"volumeMounts": [{"name": "«data»"}]}],
  "volumes": [{"name": "«=data»"}]}}`,
  'that is claimed by a template': `${head('apps/v1', 'StatefulSet')}spec:
  template:
    spec:
      containers:
        - volumeMounts: [{name: «data», mountPath: /data}]
      volumes:
        - name: «data»
          emptyDir: {}
  volumeClaimTemplates:
    - metadata:
        name: «=data»
`,
  'of one document of two': `${pod(`
  containers: [{volumeMounts: [{name: data}]}]
  volumes: [{name: data}]`)}
---
${pod(`
  containers: [{volumeMounts: [{name: «data»}]}]
  volumes: [{name: «=data»}]`)}`,
  'of one item of a List': `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    spec: {containers: [{volumeMounts: [{name: «data»}]}], volumes: [{name: «=data»}]}
  - apiVersion: v1
    kind: Pod
    spec: {containers: [{volumeMounts: [{name: data}]}], volumes: [{name: data}]}
`,
  'that nothing defines': pod(`
  containers:
    - volumeMounts: [{name: «data»}, {name: «data»}]
`),
  'where the kind is missing': `apiVersion: v1\nspec:\n  containers: [{volumeMounts: [{name: «data»}]}]\n  volumes: [{name: «=data»}]\n`,
};

const containers = {
  'in every list': `${head('batch/v1', 'Job')}spec:
  podFailurePolicy:
    rules:
      - action: FailJob
        onExitCodes: {containerName: «app», operator: In, values: [1]}
  template:
    metadata:
      annotations:
        kubectl.kubernetes.io/default-container: «app»
        "kubectl.kubernetes.io/default-logs-container": '«app»'
        container.apparmor.security.beta.kubernetes.io/«app»: runtime/default
        "container.apparmor.security.beta.kubernetes.io/«app»": unconfined
    spec:
      initContainers:
        - name: init
          env:
            - name: CPU
              valueFrom: {resourceFieldRef: {containerName: «app», resource: limits.cpu}}
      containers:
        - name: «=app»
          image: app
      volumes:
        - name: app
          downwardAPI:
            items:
              - path: cpu
                resourceFieldRef: {containerName: «app», resource: limits.cpu}
`,
  'that an ephemeral one looks at': pod(`
  containers:
    - {name: «=app», image: app}
  ephemeralContainers:
    - {name: debug, targetContainerName: «app»}
`),
  'that starts first': pod(`
  initContainers:
    - {name: «=init», image: app}
  volumes:
    - name: info
      projected: {sources: [{downwardAPI: {items: [{resourceFieldRef: {containerName: «init»}}]}}]}
`),
};

const ports = {
  'of one container of two': pod(`
  containers:
    - name: http
      ports:
        - {name: «=http», containerPort: 80}
        - {name: admin, containerPort: 81}
      readinessProbe: {httpGet: {port: «http»}}
      livenessProbe: {tcpSocket: {port: "«http»"}}
      startupProbe: {httpGet: {port: 80}}
      lifecycle: {preStop: {httpGet: {port: «http»}}}
    - name: other
      ports: [{name: http, containerPort: 8080}]
      readinessProbe: {httpGet: {port: http}}
`),
  'that a Service targets': `=== service.yaml
${head('v1', 'Service', '{name: http}')}spec:
  selector: {app: web}
  ports:
    - {name: http, port: 80, targetPort: «http»}
    - {name: admin, port: 81, targetPort: admin}
---
${head('v1', 'Service', '{name: other}')}spec:
  selector: {app: other}
  ports: [{port: 80, targetPort: http}]
=== blue.yaml
${pod(' {containers: [{ports: [{name: «=http», containerPort: 80}], livenessProbe: {httpGet: {port: «http»}}}]}', '{labels: {app: web, at: blue}}')}
=== green.yaml
${pod(' {containers: [{ports: [{name: «=http», containerPort: 80}]}]}', '{labels: {app: web, at: green}}')}
`,
};

const variables = {
  'wherever the kubelet expands them': container(`
      command: [sh, -c, "echo $(«HOST») $$(HOST) $HOST $(OTHER)"]
      args:
        - --host=$(«HOST»):$(PORT)
        - |
          $(«HOST»)
          and $(«HOST»)
      env:
        - {name: EARLY, value: $(HOST)}
        - name: «=HOST»
          value: localhost
        - {name: OTHER, value: "http://$(«HOST»)/$(«HOST»)"}
        - {name: ESCAPED, value: "\\"$(«HOST»)\\u0020"}
      volumeMounts:
        - {name: a, mountPath: /a, subPathExpr: 'x/$(«HOST»)', subPath: $(HOST)}
      livenessProbe: {exec: {command: [ping, $(«HOST»)]}}
      lifecycle: {postStart: {exec: {command: [ping, $(HOST)]}}}
`),
  'of one container of two': pod(`
  containers:
    - env: [{name: A, value: b}]
      args: [$(A)]
    - env:
        - name: "«=A»"
          value: b
        - name: «=A»
          value: $(«A»)c
      args: ["$(«A»)"]
`),
};

const labels = {
  'by their key': `${head('apps/v1', 'Deployment', '{name: web, labels: {app: web}}')}spec:
  selector:
    matchLabels:
      «app»: web
  template:
    metadata:
      labels:
        «=app»: web
        tier: front
    spec:
      topologySpreadConstraints:
        - labelSelector: {matchLabels: {"«app»": web}}
          matchLabelKeys: [«app», tier]
        - labelSelector: {matchLabels: {app: other}}
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - labelSelector: {matchExpressions: [{key: «app», operator: In, values: [web, other]}]}
            - labelSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}
      containers:
        - env:
            - name: APP
              valueFrom: {fieldRef: {fieldPath: "metadata.labels['«app»']"}}
            - name: SAME
              valueFrom: {fieldRef: {fieldPath: 'metadata.labels[''«app»'']'}}
            - name: TIER
              valueFrom: {fieldRef: {fieldPath: "metadata.labels['tier']"}}
`,
  'by their value': `${head('apps/v1', 'Deployment', '{name: web, labels: {app: web}}')}spec:
  selector:
    matchLabels: {app: «web»}
    matchExpressions:
      - {key: app, operator: In, values: [other, «web»]}
      - {key: tier, operator: In, values: [web]}
  template:
    metadata: {labels: {app: "«=web»", other: web}}
    spec:
      affinity:
        podAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - podAffinityTerm: {labelSelector: {matchLabels: {app: «web»}}}
`,
  'of a ReplicationController': `${head('v1', 'ReplicationController')}spec:
  selector:
    app: «web»
  template:
    metadata:
      labels:
        app: «=web»
    spec: {}
`,
  'in other documents': `=== pods.yaml
${pod(' {}', '{name: blue, labels: {app: «=web», at: blue}}')}
---
${pod(' {}', '{name: green, labels: {app: «=web», at: green}}')}
---
${pod(' {}', '{name: red, namespace: far, labels: {app: web, at: green}}')}
---
${pod(' {}', '{name: blind, labels: {app: web}}')}
=== services.yaml
${head('v1', 'Service', '{namespace: near}')}spec:
  selector: {app: «web», at: blue}
---
${head('v1', 'Service', '{namespace: near}')}spec:
  selector: {app: «web», at: green}
---
${head('v1', 'Service', '{namespace: near}')}spec:
  selector: {app: web, at: nowhere}
---
${head('policy/v1', 'PodDisruptionBudget', '{namespace: near}')}spec:
  selector:
    matchExpressions: [{key: at, operator: In, values: [blue, green]}, {key: app, operator: In, values: [«web»]}]
---
${head('networking.k8s.io/v1', 'NetworkPolicy', '{namespace: near}')}spec:
  podSelector: {matchLabels: {app: db}}
  ingress:
    - from:
        - podSelector: {matchLabels: {app: «web», at: green}}
        - podSelector: {matchLabels: {app: web, at: green}}
          namespaceSelector: {}
`,
};

const claims = {
  'of the pod': pod(`
  resourceClaims:
    - name: «=gpu»
      resourceClaimName: gpu
  containers:
    - resources: {claims: [{name: «gpu», request: gpu}]}
`),
};

const resources = {
  'a ConfigMap in another file': `=== config.yaml
${head('v1', 'ConfigMap', '{name: «=settings»}')}data: {settings: a}
---
${head('v1', 'Secret', '{name: settings}')}
=== pod.yaml
${pod(`
  containers:
    - envFrom:
        - configMapRef: {name: «settings»}
        - secretRef: {name: settings}
      env:
        - name: A
          valueFrom: {configMapKeyRef: {name: «settings», key: settings}}
  volumes:
    - name: settings
      configMap: {name: '«settings»'}
    - name: all
      projected:
        sources:
          - configMap:
              name: «settings»
          - secret:
              name: settings
`)}`,
  'a Secret in every field': `=== secret.json
{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "«=keys»"}}
=== account.yaml
${head('v1', 'ServiceAccount')}imagePullSecrets: [{name: «keys»}]
secrets:
  - name: «keys»
---
${head('networking.k8s.io/v1', 'Ingress')}spec:
  tls: [{secretName: «keys»}]
=== pod.yaml
${pod(`
  imagePullSecrets:
    - name: «keys»
  containers:
    - envFrom: [{secretRef: {name: «keys»}}]
      env: [{name: A, valueFrom: {secretKeyRef: {name: «keys», key: keys}}}]
  volumes:
    - {name: a, secret: {secretName: «keys»}}
    - {name: b, projected: {sources: [{secret: {name: «keys»}}]}}
    - {name: c, csi: {driver: a, nodePublishSecretRef: {name: «keys»}}}
    - {name: d, cephfs: {monitors: [a], secretRef: {name: «keys»}}}
    - {name: e, azureFile: {shareName: keys, secretName: «keys»}}
    - {name: f, flexVolume: {driver: a/b, secretRef: {name: «keys»}}}
`)}`,
  'a claim': `${head('v1', 'PersistentVolumeClaim', '{name: «=data»}')}
---
${pod(`
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: «data»
`)}`,
  'a service account': `=== a.yml
${head('v1', 'ServiceAccount', '{name: «=robot», namespace: a}')}
---
${head('v1', 'ServiceAccount', '{name: robot, namespace: b}')}
---
${head('rbac.authorization.k8s.io/v1', 'RoleBinding', '{namespace: c}')}subjects:
  - {kind: ServiceAccount, name: «robot», namespace: a}
  - {kind: User, name: robot, namespace: a}
=== b.yml
${pod('\n  serviceAccountName: «robot»\n  serviceAccount: «robot»\n', '{namespace: a}')}
---
${pod('\n  serviceAccountName: robot\n', '{namespace: b}')}
`,
  'a Service that governs a StatefulSet': `${head('v1', 'Service', '{name: «=db»}')}
---
${head('apps/v1', 'StatefulSet')}spec:
  serviceName: «db»
  template: {spec: {}}
---
${head('networking.k8s.io/v1', 'Ingress')}spec:
  defaultBackend: {service: {name: «db»}}
  rules: [{http: {paths: [{backend: {service: {name: «db»}}}]}}]
---
${pod('\n  subdomain: «db»\n')}
`,
  'what a List holds': `=== list.yaml
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata:
      name: «=settings»
=== pod.yaml
${container('\n      envFrom: [{configMapRef: {name: «settings»}}]')}
`,
  'the key of a ConfigMap': `=== config.yaml
${head('v1', 'ConfigMap', '{name: settings}')}data:
  «=app.conf»: |
    app.conf
  other: a
binaryData: {"«=app.conf»": ""}
---
${head('v1', 'ConfigMap', '{name: others}')}data: {app.conf: ""}
=== pod.yaml
${pod(`
  containers:
    - env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: «app.conf»}}}]
      volumeMounts:
        - {name: whole, mountPath: /app.conf, subPath: «app.conf»}
        - {name: chosen, mountPath: /etc, subPath: app.conf}
  volumes:
    - {name: whole, configMap: {name: settings}}
    - {name: chosen, configMap: {name: settings, items: [{key: «app.conf», path: app.conf}]}}
    - {name: other, projected: {sources: [{configMap: {name: settings, items: [{key: "«app.conf»", path: a}]}}]}}
    - {name: others, configMap: {name: others, items: [{key: app.conf, path: a}]}}
`)}`,
  'the key of a Secret': `=== secret.yaml
${head('v1', 'Secret', '{name: db}')}data: {«=password»: ""}
stringData:
  «=password»: ""
=== pod.yaml
${pod(`
  containers:
    - env: [{name: A, valueFrom: {secretKeyRef: {name: db, key: «password»}}}]
      volumeMounts: [{name: db, subPath: «password»}]
  volumes:
    - {name: db, secret: {secretName: db}}
    - {name: chosen, secret: {secretName: db, items: [{key: «password», path: a}]}}
    - {name: other, projected: {sources: [{secret: {name: db, items: [{key: «password», path: a}]}}]}}
`)}`,
  'one in another namespace that is not written': `=== config.yaml
${head('v1', 'ConfigMap', '{name: «=settings», namespace: a}')}
=== pod.yaml
${container('\n      envFrom: [{configMapRef: {name: «settings»}}]')}
`,
};

const table = Object.entries({ volumes, containers, ports, variables, labels, claims, resources }).flatMap(
  ([kind, cases]) => Object.entries(cases).map(([what, text]) => [kind, what, text] as const),
);

const locationOf = ({ uri, range }: Place): Location => ({ uri, range });

const sorted = (found: readonly Location[]) =>
  [...found].sort(
    (a, b) =>
      a.uri.localeCompare(b.uri) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );

describe.each([
  ['', (text: string) => text],
  [' with CRLF', (text: string) => text.replaceAll('\n', '\r\n').replaceAll(/^(=== .+)\r$/gm, '$1')],
])('names%s', (_, written) => {
  describe.each(table)('%s: %s', (_kind, _what, text) => {
    const files = marked(written(text));
    const { places, workspace } = files;

    it.each(places.map((place) => [`${place.range.start.line}:${place.range.start.character}`, place] as const))(
      'from %s',
      (_at, { manifest, range }) => {
        const uses = places.filter(({ defines }) => !defines).map(locationOf);
        const definitions = places.filter(({ defines }) => defines).map(locationOf);
        for (const position of [range.start, range.end]) {
          expect(sorted(references(manifest, position, workspace, true))).toEqual(sorted(places.map(locationOf)));
          expect(sorted(references(manifest, position, workspace, false))).toEqual(sorted(uses));
          expect(sorted(definition(manifest, position, workspace))).toEqual(sorted(definitions));
          expect(prepareRename(manifest, position)).toEqual({ range, placeholder: manifest.document.getText(range) });
        }
      },
    );

    it('are renamed together', () => {
      for (const place of places) expect(renamed(files, place, 'renamed')).toEqual(files.withName('renamed'));
    });
  });
});

describe('highlights', () => {
  it.each(table.filter(([, , text]) => !text.includes('===')))('are all of the file: %s %s', (_kind, _what, text) => {
    const { places } = marked(text);
    for (const { manifest, range } of places) {
      expect(highlights(manifest, range.start)).toEqual(
        places.map((place) => ({
          range: place.range,
          kind: place.defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      );
    }
  });
});

describe('no name', () => {
  it.each([
    ['a key', pod('\n  containers: [{na«»me: app}]')],
    ['a comment', pod('\n  containers: [{name: app}] # ap«»p')],
    ['a number', pod('\n  containers: [{name: 1«»2}]')],
    ['a text of several lines', pod('\n  containers:\n    - name: |\n        ap«»p')],
    ['a port by number', pod('\n  containers: [{ports: [{containerPort: 8«»0}]}]')],
    ['a variable that comes later', container('\n      env: [{name: A, value: $(«B»)}, {name: B, value: c}]')],
    ['a variable of a shell', container('\n      env: [{name: A, value: b}]\n      args: [$«»A]')],
    ['a name of another kind of manifest', `${head('v1', 'Namespace', '{name: «»a}')}`],
    ['a template of manifests', pod('\n  containers: [{name: «»app, image: {{ image }}}]')],
    ['broken text', 'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: "«»'],
    ['nothing', '«»'],
  ])('is %s', (_, text) => {
    const { places, workspace } = marked(text);
    for (const { manifest, range } of places) {
      expect(prepareRename(manifest, range.start)).toBeUndefined();
      expect(definition(manifest, range.start, workspace)).toEqual([]);
      expect(references(manifest, range.start, workspace, true)).toEqual([]);
      expect(highlights(manifest, range.start)).toEqual([]);
      expect(rename(manifest, range.start, 'new', workspace)).toEqual({ changes: {} });
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/service/features/documentSymbols.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

const kinds = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

/** The outline of a text, a line for each symbol, and behind `<-` what the editor goes to. */
function outline(text: string): string[] {
  const { document } = manifestOf(text);
  const lines = (symbols: DocumentSymbol[], depth: string): string[] =>
    symbols.flatMap(({ name, detail, kind, selectionRange, children = [] }) => [
      `${depth}${kinds.get(kind)} ${name}${detail ? ` (${detail})` : ''} <- ${document.getText(selectionRange)}`,
      ...lines(children, `${depth}  `),
    ]);
  return lines(documentSymbols(manifestOf(text)), '');
}

const deployment = `# the shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      volumes:
        - name: data
          configMap: {name: settings}
        - name: scratch
      initContainers:
        - name: log
          image: busybox:1.36
          restartPolicy: Always
      containers:
        - name: app
          image: nginx:1.27
          ports:
            - {name: http, containerPort: 80}
            - containerPort: 53
              protocol: UDP
          env:
            - name: LEVEL
              value: debug
            - name: KEY
              valueFrom: {secretKeyRef: {name: keys, key: a}}
          volumeMounts:
            - {name: data, mountPath: /data}
          volumeDevices: [{name: disk, devicePath: /dev/x}]
        - image: alpine
      ephemeralContainers:
        - name: debug
`;

const expected = [
  'Class Deployment web (apps/v1 · shop) <- web',
  '  Array initContainers <- initContainers',
  '    Module log (native sidecar, busybox:1.36) <- log',
  '  Array containers <- containers',
  '    Module app (nginx:1.27) <- app',
  '      Interface http (80/TCP) <- http',
  '      Interface ports[1] (53/UDP) <- ',
  '      Variable LEVEL (debug) <- LEVEL',
  '      Variable KEY <- KEY',
  '      Field data (/data) <- data',
  '      Field disk (/dev/x) <- disk',
  '    Module containers[1] (alpine) <- ',
  '  Array ephemeralContainers <- ephemeralContainers',
  '    Module debug <- debug',
  '  Array volumes <- volumes',
  '    Struct data (ConfigMap settings) <- data',
  '    Struct scratch (emptyDir) <- scratch',
];

describe('the outline of a workload', () => {
  it('is its containers and volumes', () => {
    expect(outline(deployment)).toEqual(expected);
    expect(outline(deployment.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('is the same in JSON and in a List', () => {
    const json = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"name": "app"}]}}`;
    const lines = ['Class Pod web (v1) <- "web"', '  Array containers <- "containers"', '    Module app <- "app"'];
    expect(outline(json)).toEqual(lines);
    expect(outline(`{"apiVersion": "v1", "kind": "List", "items": [${json}, ${json}]}`)).toEqual([...lines, ...lines]);
  });

  it('has claim templates, by what is their own', () => {
    const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  template: {spec: {containers: [{name: db}], volumes: [{name: tmp}]}}
  volumeClaimTemplates:
    - metadata: {name: data}
    - spec: {}
`;
    expect(outline(text).slice(3)).toEqual([
      '  Array volumes <- volumes',
      '    Struct tmp (emptyDir) <- tmp',
      '  Array volumeClaimTemplates <- volumeClaimTemplates',
      '    Struct data (claim template) <- data',
      '    Struct volumeClaimTemplates[1] (claim template) <- ',
    ]);
  });

  it('has a name for what has none', () => {
    expect(outline('apiVersion: v1\nkind: Pod\nspec: {containers: [{name: ""}, {env: [{}]}]}')).toEqual([
      'Class Pod (v1) <- Pod',
      '  Array containers <- containers',
      '    Module containers[0] <- ""',
      '    Module containers[1] <- ',
      '      Variable env[0] <- ',
    ]);
  });

  it('goes to the start of what has its name from elsewhere', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec: {containers: [&a {name: app}, {<<: *a, image: nginx}]}';
    expect(outline(text).slice(2)).toEqual(['    Module app <- app', '    Module app (nginx) <- ']);
  });

  it('covers each part as a whole', () => {
    const manifest = manifestOf(deployment);
    const [web] = documentSymbols(manifest);
    const app = web?.children?.[1]?.children?.[0];
    const text = app && manifest.document.getText(app.range);
    expect(text).toMatch(/^name: app\n.*volumeDevices: \[\{name: disk, devicePath: \/dev\/x\}\]$/s);
  });
});

describe('the other documents of a file', () => {
  it('are there by kind and name, with the keys of their data', () => {
    const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data:
  app.conf: |
    a
  on: b
---
# nothing
---
apiVersion: v1
kind: Secret
metadata: {name: keys}
stringData: {a: b}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
---
just: text
---
${podWith('')}`;
    expect(outline(text)).toEqual([
      'Object ConfigMap settings (v1 · shop) <- settings',
      '  Key app.conf <- app.conf',
      '  Key true <- on',
      'Object Secret keys (v1) <- keys',
      '  Key a <- a',
      'Object Ingress (networking.k8s.io/v1) <- Ingress',
      'Class Pod app (v1) <- app',
      '  Array containers <- containers',
      '    Module app (nginx:1.27) <- app',
    ]);
  });
});

it.each([
  ['other kinds', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n'],
  ['a template', podWith('tty: {{ .Values.tty }}')],
  ['no YAML', '{{{'],
  ['nothing', ''],
])('there is none of %s', (_, text) => {
  expect(outline(text)).toEqual([]);
});

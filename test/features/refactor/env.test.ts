import { describe, expect, it } from 'vitest';
import { lines } from '../../helpers/manifests.ts';
import { offered, refactored } from '../../helpers/refactorings.ts';

const pod = (env: string, rest = '', namespace = '') => `apiVersion: v1
kind: Pod
metadata:
  name: web
${namespace}spec:
  containers:
    - name: app
      image: shop:2
      env:
${env}${rest}`;

function moved(marked: string, title: string): string {
  const after = refactored(marked, title);
  expect(lines(after).filter((line) => line.startsWith('error'))).toEqual([]);
  return after;
}

it('moves the value of a variable to a ConfigMap', () => {
  const rest = '  # end\n---\nkind: Other\n';
  const before = pod('        - name: LOG_LEVEL\n          value: d‸ebug # loud\n', rest, '  namespace: shop\n');
  expect(moved(before, 'Move the value of LOG_LEVEL to a ConfigMap')).toBe(
    pod(
      `        - name: LOG_LEVEL
          valueFrom: # loud
            configMapKeyRef:
              name: web-config
              key: LOG_LEVEL
`,
      `  # end
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
  namespace: shop
data:
  LOG_LEVEL: debug
---
kind: Other
`,
      '  namespace: shop\n',
    ),
  );
});

it('moves the values of all variables, what nobody is to read to a Secret', () => {
  const before = pod(`        # first
        - {name: PORT, value: "8080"}
        - name: DB_PASSWORD
          value: s3cret‸
        - name: SCRIPT
          value: |
            a
              b
        - name: HOST
          value: $(PORT).example.com
        - name: NODE
          valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
`);
  expect(moved(before, 'Move the values of all variables of app to a ConfigMap and a Secret')).toBe(
    pod(
      `        # first
        - {name: PORT, valueFrom: {configMapKeyRef: {name: web-config, key: PORT}}}
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: web-secret
              key: DB_PASSWORD
        - name: SCRIPT
          valueFrom:
            configMapKeyRef:
              name: web-config
              key: SCRIPT
        - name: HOST
          value: $(PORT).example.com
        - name: NODE
          valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
`,
      `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
data:
  PORT: "8080"
  SCRIPT: |
    a
      b
---
apiVersion: v1
kind: Secret
metadata:
  name: web-secret
stringData:
  DB_PASSWORD: s3cret
`,
    ),
  );
});

const env = '        - name: A\n          value: ‸a\n';
const reference = (name: string) =>
  `        - name: A\n          valueFrom:\n            configMapKeyRef:\n              name: ${name}\n              key: A\n`;
const title = 'Move the value of A to a ConfigMap';

describe('with a ConfigMap of the name in the file', () => {
  const config = (data: string, more = '') => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: web-config${more}}
${data}`;

  it.each([
    ['behind the Pod', 'data:\n  B: b # keep\n', 'data:\n  B: b # keep\n  A: a\n'],
    ['in flow style', 'data: {B: b}\n', 'data: {B: b, A: a}\n'],
    ['with no data yet', 'data: {}\n', 'data:\n  A: a\n'],
    ['that has it already', 'data: {A: a}\n', 'data: {A: a}\n'],
    ['without data', 'immutable: false\n', 'immutable: false\ndata:\n  A: a\n'],
  ])('adds to it %s', (_, before, after) => {
    expect(moved(pod(env, config(before)), title)).toBe(pod(reference('web-config'), config(after)));
    const first = config(before).replace('---\n', '');
    expect(moved(`${first}---\n${pod(env)}`, title)).toBe(
      `${config(after).replace('---\n', '')}---\n${pod(reference('web-config'))}`,
    );
  });

  it.each([
    ['another value', config('data: {A: b}\n')],
    ['a binary one', config('binaryData: {A: YQ==}\n')],
    ['no changes', config('immutable: true\n')],
  ])('makes another beside one with %s', (_, there) => {
    const added = '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-config-2\ndata:\n  A: a\n';
    expect(moved(pod(env, there), title)).toBe(pod(reference('web-config-2'), added + there));
  });

  it('leaves alone that of another namespace', () => {
    expect(moved(pod(env, config('data: {B: b}\n', ', namespace: b')), title)).toContain('\n  name: web-config\ndata:');
  });
});

it('writes JSON', () => {
  const text = (value: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"name": "app", "image": "shop", "env": [{"name": "A", ${value}}]}]}}`;
  expect(moved(text('"value": "‸a"'), title)).toBe(
    `${text('"valueFrom": {"configMapKeyRef": {"name": "web-config", "key": "A"}}')}
{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web-config"},"data":{"A":"a"}}`,
  );
});

it('keeps CRLF and no line break at the end', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n').slice(0, -2);
  const added = '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-config\ndata:\n  A: a\n';
  expect(moved(crlf(pod(env)), title)).toBe(crlf(pod(reference('web-config'), added)));
});

it.each(['PASSWORD', 'PGPASSWORD', 'DB_PASS', 'API_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'key', 'CREDENTIALS'])(
  'takes %s for a secret',
  (name) => {
    expect(offered(pod(`        - {name: ${name}, value: ‸a}\n`), 'Move')).toEqual([
      `Move the value of ${name} to a Secret`,
    ]);
  },
);

it.each(['PASSWORD_FILE', 'KEYCLOAK_URL', 'MONKEY', 'PUBLIC_KEY', 'SECRET_NAME', 'COMPASS'])(
  'takes %s for no secret',
  (name) => {
    expect(offered(pod(`        - {name: ${name}, value: ‸a}\n`), 'Move')).toEqual([
      `Move the value of ${name} to a ConfigMap`,
    ]);
  },
);

it.each([
  ['a reference to another variable', '        - {name: A, value: ‸"$(B)"}\n'],
  ['two dollar signs', '        - {name: A, value: ‸"$$B"}\n'],
  ['no text', '        - {name: A, value: ‸1}\n'],
  ['no value', '        - {name: A‸}\n'],
  ['a value from elsewhere', '        - {name: A‸, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}\n'],
  ['a name that is no key', '        - {name: "A B‸", value: a}\n'],
  ['a name that is there twice', '        - {name: A‸, value: a}\n        - {name: A, value: b}\n'],
  ['an alias', '        - {name: A‸, value: *a}\n'],
  ['what hides another value', '        - {name: A‸, <<: {value: b}, value: a}\n'],
  ['what another merges', '        - &a {name: A‸, value: a}\n        - {<<: *a, name: B}\n'],
])('leaves alone %s', (_, text) => {
  expect(offered(pod(text), 'Move the value of ')).toEqual([]);
});

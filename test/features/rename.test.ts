import { describe, expect, it } from 'vitest';
import { RenameError, rename } from '../../server/src/service/features/rename.ts';
import { marked, renamed } from '../helpers/names.ts';

const pod = (spec: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web, tier: front}}\nspec:${spec}\n`;

/** The files after the first marked name is changed, as one text. */
function textAfter(text: string, name: string): string {
  const files = marked(text);
  const [place] = files.places;
  if (!place) throw new Error('no name marked');
  return renamed(files, place, name).join('');
}

describe('a new name is written as a string', () => {
  const volumes = (names: string[]) =>
    pod(
      `\n  containers: [{volumeMounts: [{name: ${names[0]}}]}]\n  volumes:\n    - name: ${names[1]}\n      emptyDir: {}`,
    );

  it.each([
    ['data', ['data', 'data']],
    ['on', ['"on"', '"on"']],
    ['0123', ['"0123"', '"0123"']],
    ['1e3', ['"1e3"', '"1e3"']],
  ])('%s without quotes', (name, written) => expect(textAfter(volumes(['old', '«old»']), name)).toBe(volumes(written)));

  it.each([
    ['on', ["'on'", '"on"']],
    ['data', ["'data'", '"data"']],
  ])('%s within the quotes there are', (name, written) =>
    expect(textAfter(volumes(["'«old»'", '"old"']), name)).toBe(volumes(written)),
  );

  it('an empty label', () => {
    const labels = (value: string) => pod(' {}').replace('app: web', `app: ${value}`);
    expect(textAfter(labels('«web»'), '')).toBe(labels('""'));
  });

  it('with an escape in the old one', () =>
    expect(textAfter(volumes(['«old»', '"o\\x6cd"']), 'new')).toBe(volumes(['new', '"new"'])));
});

describe('an anchored name', () => {
  const web = (name: string, label: string, use: string) => `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: ${use}}, ports: []}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: ${label}}}
  template:
    metadata:
      labels: {app: &app ${label}}
      annotations: {kubectl.kubernetes.io/default-container: ${name}}
    spec:
      containers:
        - name: *app
          image: nginx
`;
  it.each([
    ['at its anchor', web('web', 'web', 'web').replace('&app web', '&app «web»')],
    ['at an alias', web('web', 'web', 'web').replace('*app', '«*app»')],
    ['where what an alias names is used', web('«web»', 'web', 'web')],
    ['in another document', web('web', 'web', '«web»')],
  ])('is changed where it is written, with all that comes from it: %s', (_, text) =>
    expect(textAfter(text, 'site')).toBe(web('site', 'site', 'site')),
  );

  it('has to suit everything that comes from it', () =>
    expect(() => textAfter(web('web', 'web', '«web»'), 'My.Site')).toThrow(RenameError));

  const merged = (name: string) => `apiVersion: apps/v1
kind: Deployment
spec:
  selector: {matchLabels: &labels {app: ${name}}}
  template:
    metadata:
      labels:
        <<: *labels
        tier: web
    spec: {}
`;
  it('is changed in what is merged', () => expect(textAfter(merged('«web»'), 'site')).toBe(merged('site')));
});

describe('a name is refused', () => {
  const containers = pod(`
  initContainers: [{name: first}]
  containers:
    - name: «app»
    - name: other
  ephemeralContainers: [{name: debug}]
  volumes: [{name: data}]`);
  const fields = (text: string) => pod(`\n  containers:\n    - ${text}`);
  const config = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: x}\n${text}`;

  it.each([
    ['by its form: a container', containers, 'App'],
    ['by its form: a container', containers, ''],
    ['by its length: a container', containers, 'a'.repeat(64)],
    ['by its form: a volume', pod('\n  volumes: [{name: «a»}]'), 'a.b'],
    ['by its form: a claim', pod('\n  resourceClaims: [{name: «a»}]'), 'a.b'],
    ['by its length: a port', fields('ports: [{name: «http»}]'), 'a'.repeat(16)],
    ['by its form: a port', fields('ports: [{name: «http»}]'), '8080'],
    ['by its form: a variable', fields('env: [{name: «A»}]'), '1A'],
    ['by its form: a variable', fields('env: [{name: «A»}]'), 'A)'],
    ['by its form: the key of a label', pod(' {}').replace('app:', '«app»:'), 'a/b/c'],
    [
      'by its form: the value of a label',
      pod(' {}').replace(': web,', ': «web»,').replace('name: «web»', 'name: web').replace('app: web', 'app: «web»'),
      'a b',
    ],
    ['by its form: a ConfigMap', config('').replace('name: a', 'name: «a»'), 'A'],
    ['by its form: a key', config('data: {«key»: ""}'), '..key'],
    ['by its form: a Service', 'apiVersion: v1\nkind: Service\nmetadata: {name: «web»}', 'a.b'],
    ['since another container has it', containers, 'other'],
    ['since an init container has it', containers, 'first'],
    ['since an ephemeral container has it', containers, 'debug'],
    ['since another volume has it', pod('\n  volumes: [{name: «a»}, {name: b}]'), 'b'],
    ['since another port has it', fields('ports: [{name: «a»}, {name: b}]'), 'b'],
    ['since another variable has it', fields('env: [{name: «A»}, {name: B}]'), 'B'],
    ['since the pod has another label', pod(' {}').replace('app:', '«app»:'), 'tier'],
    [
      'since another ConfigMap has it',
      `${config('').replace('name: a', 'name: «a»')}---\n${config('').replace('name: a', 'name: b')}`,
      'b',
    ],
    [
      'since another file has it',
      `=== a.yaml\n${config('').replace('name: a', 'name: «a»')}=== b.yaml\n${config('').replace('name: a, namespace: x', 'name: b')}`,
      'b',
    ],
    ['since the other data have it', config('data: {«key»: ""}\nbinaryData: {other: ""}'), 'other'],
  ])('%s', (_, text, name) => {
    expect(() => textAfter(text, name)).toThrow(RenameError);
    expect(() => textAfter(text, name)).toThrow(`\`${name}\``);
  });

  it.each([
    ['what is no container has it', containers, 'data'],
    ['a port of another container has it', pod('\n  containers: [{ports: [{name: «a»}]}, {ports: [{name: b}]}]'), 'b'],
    [
      'it is in another namespace',
      `${config('').replace('name: a', 'name: «a»')}---\n${config('').replace('name: a, namespace: x', 'name: b, namespace: z')}`,
      'b',
    ],
    [
      'another ConfigMap has the key',
      `${config('data: {«key»: ""}')}\n---\n${config('data: {other: ""}').replace('name: a', 'name: b')}`,
      'other',
    ],
    ['another label has the value', pod(' {}').replace('app: web', 'app: «web»'), 'front'],
    ['it is the name already', containers, 'app'],
  ])('not where %s', (_, text, name) => expect(textAfter(text, name)).toBe(marked(text).withName(name).join('')));
});

it('says why', () => {
  const {
    places: [place],
    workspace,
  } = marked(pod('\n  containers: [{name: «app»}, {name: other}]'));
  const attempt = (name: string) => () => place && rename(place.manifest, place.range.start, name, workspace);
  expect(attempt('Other')).toThrow(
    '`Other` cannot be the name: the API server takes up to 63 lower case letters, digits and `-`, with no `-` at either end.',
  );
  expect(attempt('other')).toThrow('`other` is the name of something else here already. Choose another name.');
});

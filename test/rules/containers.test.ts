import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/service/rules/index.ts';
import { expectMarked, find, fixed, fixTitles, lines } from '../helpers/manifests.ts';

const own = ['container-name-missing', 'container-image-missing', 'container-name-invalid', 'container-name-duplicate'];
const shape = ['containers-missing', 'containers-not-list', 'container-not-object'];
const others = rules.map(({ code }) => code).filter((code) => ![...own, ...shape].includes(code));
const expectOwn = (marked: string, minor = 37) => expectMarked(marked, { minor }, others);
const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
const statefulSet = (spec: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
${spec.replace(/^/gm, '      ')}
`;

/** Compares a fix, which may add no error. */
function expectFix(before: string, code: string, after: string, which: number | string = 0) {
  const text = pod(before);
  const mended = fixed(text, code, which);
  expect(mended).toBe(pod(after));
  const errors = (manifest: string) => find(manifest).filter(({ problem }) => problem.severity === 'error').length;
  expect(errors(mended)).toBeLessThan(errors(text));
}

describe('what is wrong with a container', () => {
  it.each([
    ['no name', '- «container-name-missing|image»: nginx'],
    ['a name without a value', '- «container-name-missing|name»:\n  image: nginx'],
    ['an empty name', '- «container-name-missing|name»: ""\n  image: nginx'],
    ['no image', '- «container-image-missing|name»: web'],
    ['an image that is null', '- name: web\n  «container-image-missing|image»: ~'],
    ['an empty image', '- name: web\n  «container-image-missing|image»: ""'],
    ['a name with upper case and underscore', '- {image: nginx, name: «container-name-invalid|My_App»}'],
    ['a name with a dot', '- {image: nginx, name: «container-name-invalid|"web.1"»}'],
    ['a name with a dash at the end', '- {image: nginx, name: «container-name-invalid|web-»}'],
    ['a name that is too long', `- {image: nginx, name: «container-name-invalid|${'a'.repeat(64)}»}`],
    ['the same name twice', '- {image: a, name: c}\n- {image: b, name: «container-name-duplicate|c»}'],
  ])('%s, in every list', (_, items) => {
    expectOwn(pod(`containers:\n${items}`));
    expectOwn(pod(`containers: [{name: app, image: app}]\ninitContainers:\n${items}`));
    expectOwn(pod(`ephemeralContainers:\n${items}\ncontainers: [{name: app, image: app}]`));
  });

  it('looks into templates and Lists', () => {
    expectOwn(`apiVersion: v1
kind: List
items:
- apiVersion: batch/v1
  kind: CronJob
  metadata: {name: a}
  spec:
    schedule: '* * * * *'
    jobTemplate:
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
            - «container-image-missing|name»: web
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: a}
  spec:
    selector: {matchLabels: {app: a}}
    template:
      metadata: {labels: {app: a}}
      spec:
        «containers-missing|containers»: []
`);
  });

  it.each([
    ['containers: [{image: nginx}]', 'spec.containers[0].name'],
    ['containers: [{name: web}]', 'spec.containers[0].image'],
    ['containers: [{name: A, image: b}]', 'spec.containers[0].name'],
    ['containers: [{name: a, image: b}]\ninitContainers: [{name: a, image: b}]', 'spec.initContainers[0].name'],
    [
      'containers: [{name: a, image: b}]\nephemeralContainers: [{name: a, image: b}]',
      'spec.ephemeralContainers[0].name',
    ],
    ['containers: []', 'spec.containers'],
    ['containers: {name: a, image: b}', 'spec.containers'],
    ['containers: [nginx]', 'spec.containers[0]'],
  ])('%s is an error at the path of the API server', (spec, path) => {
    expect(lines(pod(spec)).map((line) => line.split(': ')[0])).toContainEqual(
      expect.stringMatching(new RegExp(`^error \\S+ ${path.replace(/[[\].]/g, '\\$&')}$`)),
    );
  });

  it('points from the second of two names to the first', () => {
    const text = pod('initContainers: [{name: c, image: a}]\ncontainers: [{name: c, image: b}]');
    const [found] = find(text).filter(({ problem }) => problem.code === 'container-name-duplicate');
    const node = found?.problem.related?.[0]?.node;
    expect(text.slice(node?.start)).toMatch(/^c, image: b/);
    expect(text.slice(found?.problem.node.start)).toMatch(/^c, image: a/);
  });

  it.each([
    ['a good container', '- {name: web-1, image: nginx}'],
    ['a name of 63 characters', `- {name: ${'a'.repeat(63)}, image: nginx}`],
    ['a name of digits', '- {name: "8080", image: nginx}'],
    ['a name that is a number', '- {name: 8080, image: nginx}'],
    ['fields that are merged in', '- &web {name: web, image: nginx}\n- {<<: *web, name: b}'],
  ])('%s is left alone', (_, items) => expectOwn(pod(`containers:\n${items}`)));

  it.each([
    ['container-image-missing', 'containers: [{name: web}]'],
    ['container-not-object', 'containers:\n- {name: a, image: b}\n-'],
    ['containers-missing', 'containers: []'],
  ])('%s is a warning in a StatefulSet before 1.34, which is accepted', (code, spec) => {
    const severity = (minor: number) => find(statefulSet(spec), { minor }).find(({ problem }) => problem.code === code);
    expect(severity(33)?.problem.severity).toBe('warning');
    expect(severity(34)?.problem.severity).toBe('error');
  });
});

describe('the fix of container-name-missing', () => {
  it.each([
    ['- image: ghcr.io/acme/Web_App:1.2 # main', '- name: web-app\n  image: ghcr.io/acme/Web_App:1.2 # main'],
    ['- {image: nginx}', '- {name: nginx, image: nginx}'],
    ['- name: # none\n  image: nginx', '- name: nginx # none\n  image: nginx'],
    ['- name:\n  image: nginx', '- name: nginx\n  image: nginx'],
    ['- name: ""\n  image: nginx@sha256:0', '- name: nginx\n  image: nginx@sha256:0'],
    ['- {name: nginx, image: a}\n- image: nginx', '- {name: nginx, image: a}\n- name: nginx-2\n  image: nginx'],
  ])('names %j after its image', (before, after) => {
    expectFix(`containers:\n${before}`, 'container-name-missing', `containers:\n${after}`);
  });

  it('keeps JSON and CRLF', () => {
    const json = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"image":"nginx"}]}}';
    expect(fixed(json, 'container-name-missing')).toBe(json.replace('{"image', '{"name": "nginx", "image'));
    const text = pod('containers:\n- image: nginx').replaceAll('\n', '\r\n');
    expect(fixed(text, 'container-name-missing')).toContain('- name: nginx\r\n    image: nginx\r\n');
  });

  it('has no name for a container without an image', () => {
    expect(fixTitles(pod('containers: [{command: [a]}]'), 'container-name-missing')).toEqual([]);
  });
});

describe('the fix of container-name-invalid', () => {
  it.each([
    ['containers:\n- name: My_App # main\n  image: a', 'containers:\n- name: my-app # main\n  image: a'],
    ['containers: [{name: "Web.1", image: a}]', 'containers: [{name: web-1, image: a}]'],
    [
      'containers:\n- {name: web, image: a}\n- {name: Web, image: a}',
      'containers:\n- {name: web, image: a}\n- {name: web-2, image: a}',
    ],
    [`containers: [{name: ${'A-'.repeat(40)}, image: a}]`, `containers: [{name: ${'a-'.repeat(31)}a, image: a}]`],
  ])('makes a label of %j', (before, after) => expectFix(before, 'container-name-invalid', after));

  it('renames what refers to it', () => {
    const refers = (name: string) => `containers:
- name: ${name}
  image: a
  env: [{name: CPU, valueFrom: {resourceFieldRef: {containerName: ${name}, resource: limits.cpu}}}]
- {name: other, image: ${name}}`;
    expectFix(refers('Web'), 'container-name-invalid', refers('web').replace('image: web', 'image: Web'));
  });

  it('has none where nothing is left of the name', () => {
    expect(fixTitles(pod('containers: [{name: 웹, image: a}]'), 'container-name-invalid')).toEqual([]);
  });
});

describe('the fix of container-name-duplicate', () => {
  it.each([
    [
      'containers: [{name: a, image: a}, {name: a, image: b}]',
      'containers: [{name: a, image: a}, {name: a-2, image: b}]',
    ],
    [
      'initContainers:\n- name: "a" # init\n  image: b\ncontainers: [{name: a, image: a}, {name: a-2, image: a}]',
      'initContainers:\n- name: a-3 # init\n  image: b\ncontainers: [{name: a, image: a}, {name: a-2, image: a}]',
    ],
  ])('renames the one that is refused in %j', (before, after) => expectFix(before, 'container-name-duplicate', after));

  it('has none where both are the same node', () => {
    const text = pod('containers:\n- &a {name: a, image: b}\n- *a');
    expect(fixTitles(text, 'container-name-duplicate')).toEqual([]);
  });
});

describe('containers-missing', () => {
  it.each([
    ['no containers', pod('nodeName: x').replace('spec', '«containers-missing|spec»')],
    ['a key without a value', pod('«containers-missing|containers»:')],
    ['an empty list', pod('«containers-missing|containers»: []')],
    ['only init containers', pod('initContainers: [{name: a, image: b}]').replace('spec', '«containers-missing|spec»')],
    ['no spec', 'apiVersion: v1\n«containers-missing|kind»: Pod\nmetadata: {name: a}\n'],
    ['a spec without a value', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n«containers-missing|spec»:\n'],
    ['no template', 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\n«containers-missing|spec»: {}\n'],
  ])('speaks of %s', (_, marked) => expectOwn(marked));

  it.each([
    ['an alias', `x: &list [{name: a, image: b}]\n${pod('containers: *list')}`],
    ['a spec of another type', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: []\n'],
    [
      'a ReplicationController without a template',
      'apiVersion: v1\nkind: ReplicationController\nmetadata: {name: a}\nspec: {}\n',
    ],
    ['another object', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 1}]}\n'],
  ])('does not speak of %s', (_, text) => expectOwn(text));
});

describe('containers-not-list', () => {
  it.each(['containers', 'initContainers', 'ephemeralContainers'])('speaks of %s', (list) => {
    const rest = list === 'containers' ? '' : '\ncontainers: [{name: app, image: app}]';
    for (const value of ['{name: a, image: b}', '{web: {image: b}}', 'nginx', '{}']) {
      expectOwn(pod(`«containers-not-list|${list}»: ${value}${rest}`));
    }
  });

  it.each([
    [
      'containers: # the app\n  # first\n  name: web\n  # second\n  command:\n  - |\n    a\n\n    b\n  image: nginx # c',
      'containers: # the app\n  # first\n  - name: web\n    # second\n    command:\n    - |\n      a\n\n      b\n    image: nginx # c',
    ],
    ['containers: {name: web, image: nginx}', 'containers: [{name: web, image: nginx}]'],
    [
      'containers:\n  web: # main\n    image: nginx\n    ports:\n      - containerPort: 80\n  log: {image: busybox} # log',
      'containers:\n  - name: web # main\n    image: nginx\n    ports:\n      - containerPort: 80\n  - {name: log, image: busybox} # log',
    ],
    [
      'containers:\n    web:\n        image: nginx\n        args: |\n            a\n             b\n',
      'containers:\n    - name: web\n      image: nginx\n      args: |\n          a\n           b\n',
    ],
    [
      'containers: {web: {image: nginx}, log: busybox}',
      'containers: [{name: web, image: nginx}, {name: log, image: busybox}]',
    ],
    ['containers:\n  web: nginx:1.27', 'containers:\n  - name: web\n    image: nginx:1.27'],
    ['containers: nginx:1.27', 'containers:\n  - name: nginx\n    image: nginx:1.27'],
  ])('turns %j into a list', (before, after) => {
    expect(fixed(pod(before), 'containers-not-list')).toBe(pod(after));
  });

  it('keeps JSON', () => {
    const json = (containers: string) =>
      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":${containers}}}`;
    expect(fixed(json('{"web":{"image":"nginx"}}'), 'containers-not-list')).toBe(
      json('[{"name": "web", "image":"nginx"}]'),
    );
  });

  it.each([
    'containers: {a: {name: b}}',
    'containers: &c {name: a, image: b}',
    'containers: {a: [b]}',
    'containers: {a: "no image"}',
    'containers: true',
  ])('leaves %j to the user', (spec) => expect(fixTitles(pod(spec), 'containers-not-list')).toEqual([]));
});

describe('container-not-object', () => {
  it.each(['containers', 'initContainers'])('speaks of entries of %s', (list) => {
    const rest = list === 'containers' ? '' : '\ncontainers: [{name: app, image: app}]';
    expectOwn(
      pod(`${list}:\n- «container-not-object|nginx:1.27»\n- {name: a, image: b}\n«container-not-object|-»${rest}`),
    );
  });

  it.each([
    ['containers:\n- nginx:1.27 # web', 'containers:\n- name: nginx\n  image: nginx:1.27 # web'],
    ['containers: [ghcr.io/acme/web]', 'containers: [{name: web, image: ghcr.io/acme/web}]'],
    [
      'containers:\n- {name: a, image: b}\n- # later\n- {name: c, image: d}',
      'containers:\n- {name: a, image: b}\n# later\n- {name: c, image: d}',
    ],
  ])('mends %j', (before, after) => expectFix(before, 'container-not-object', after));

  it.each(['containers: ["no image"]', 'containers: [[nginx]]', 'containers: [8080]', 'containers:\n-'])(
    'leaves %j to the user',
    (spec) => expect(fixTitles(pod(spec), 'container-not-object')).toEqual([]),
  );
});

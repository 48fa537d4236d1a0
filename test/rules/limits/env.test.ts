import { describe, expect, it } from 'vitest';
import { fixed, podWith } from '../../helpers/manifests.ts';
import { deploymentOf, refusals, serverWords } from '../../helpers/verdicts.ts';

const C = 'spec.containers[0]';
const from = (source: string) => podWith(`env: [{name: A, valueFrom: {${source}}}]`);

describe('names of variables', () => {
  it.each([
    ['A=B', false, false],
    ['1ST', false, true],
    ['..A', false, true],
    ['a b', false, true],
    ['a.b-c_d', true, true],
    ['Zürich', false, false],
    ['"a\\tb"', false, false],
  ])('%s: taken before 1.32 %s, since %s', (name, before, since) => {
    for (const [field, path] of [
      [`env: [{name: ${name}}]`, 'env[0].name'],
      [`envFrom: [{prefix: ${name}, secretRef: {name: a}}]`, 'envFrom[0].prefix'],
    ]) {
      const expected = [`variable-name-invalid ${C}.${path}`];
      expect(refusals(podWith(field ?? ''), 31)).toEqual(before ? [] : expected);
      expect(refusals(podWith(field ?? ''), 32)).toEqual(since ? [] : expected);
    }
  });

  it('offers the name most like it', () => {
    expect(fixed(podWith('env: [{name: A=B, value: c}]'), 'variable-name-invalid')).toContain('{name: A_B, value: c}');
  });
});

describe('sources of variables', () => {
  it.each([
    ['{}', `required-field ${C}.env[0].name`],
    ['{name: ""}', `required-field ${C}.env[0].name`],
    ['{name: A, valueFrom: {}}', `one-of-missing ${C}.env[0].valueFrom`],
    [
      '{name: A, valueFrom: {secretKeyRef: {name: a, key: b}, configMapKeyRef: {name: a, key: b}}}',
      `one-of-conflict ${C}.env[0].valueFrom`,
    ],
  ])('refuses %s', (entry, expected) => expect(refusals(podWith(`env: [${entry}]`))).toEqual([expected]));

  it.each(['configMapKeyRef', 'secretKeyRef'])('%s has a name and a key', (kind) => {
    const path = `${C}.env[0].valueFrom.${kind}`;
    expect(refusals(from(`${kind}: {key: a}`))).toEqual([`required-field ${path}.name`]);
    expect(serverWords(from(`${kind}: {key: a}`))[0]).toMatch(/^Invalid value: "": a lowercase RFC 1123 subdomain/);
    expect(refusals(from(`${kind}: {name: A, key: a}`))).toEqual([`name-invalid ${path}.name`]);
    expect(refusals(from(`${kind}: {name: a}`))).toEqual([`required-field ${path}.key`]);
    for (const key of ['a/b', '".."', '..a', `${'a'.repeat(254)}`]) {
      expect(refusals(from(`${kind}: {name: a, key: ${key}}`))).toEqual([`config-key-invalid ${path}.key`]);
    }
    for (const key of ['.a', 'a..b', 'A_b-c.d']) expect(refusals(from(`${kind}: {name: a, key: ${key}}`))).toEqual([]);
  });

  it.each(['configMapRef', 'secretRef'])('%s has a name, which may end in a dash', (kind) => {
    const all = (name: string) => refusals(podWith(`envFrom: [{${kind}: {name: ${name}}}]`));
    const path = `${C}.envFrom[0].${kind}.name`;
    expect(all('""')).toEqual([`required-field ${path}`]);
    expect(all('A')).toEqual([`name-invalid ${path}`]);
    expect(all('"-"')).toEqual([`name-invalid ${path}`]);
    expect(all('a-')).toEqual([]);
  });

  it('envFrom has one source in each entry, and the path of the list', () => {
    expect(refusals(podWith('envFrom: [{}, {secretRef: {name: a}, configMapRef: {name: b}}]'))).toEqual([
      `one-of-missing ${C}.envFrom`,
      `one-of-conflict ${C}.envFrom`,
    ]);
  });

  it('fileKeyRef counts from 1.35 on', () => {
    const file = (fields: string) => `${from(`fileKeyRef: {${fields}}`)}  volumes: [{name: v, emptyDir: {}}]\n`;
    const path = `${C}.env[0].valueFrom.fileKeyRef`;
    expect(refusals(file(''))).toEqual([
      `required-field ${path}.volumeName`,
      `required-field ${path}.path`,
      `required-field ${path}.key`,
    ]);
    expect(refusals(file('volumeName: v, path: ../a, key: A=B'))).toEqual([
      `path-invalid ${path}.path`,
      `variable-name-invalid ${path}.key`,
    ]);
    expect(refusals(file('volumeName: v, path: /a, key: 1.b'))).toEqual([]);
    expect(refusals(file('volumeName: v, path: /a, key: 1.b'), 34)).toEqual([`one-of-missing ${C}.env[0].valueFrom`]);
  });

  it('resourceFieldRef names a resource, and in a file the container', () => {
    const path = `${C}.env[0].valueFrom.resourceFieldRef.resource`;
    const env = (resource: string) => refusals(from(`resourceFieldRef: {resource: ${resource}}`));
    expect(env('cpu')).toEqual([`unsupported-value ${path}`]);
    expect(env('""')).toEqual([`required-field ${path}`]);
    for (const resource of ['limits.cpu', 'requests.ephemeral-storage', 'limits.hugepages-x', 'requests.hugepages-']) {
      expect(env(resource)).toEqual([]);
    }
    const file = (ref: string) =>
      refusals(podWith('', `volumes: [{name: v, downwardAPI: {items: [{path: a, resourceFieldRef: {${ref}}}]}}]`));
    const inFile = 'spec.volumes[0].downwardAPI.resourceFieldRef';
    expect(file('resource: cpu')).toEqual([`required-field ${inFile}.containerName`]);
    expect(file('containerName: app, resource: cpu')).toEqual([`unsupported-value ${inFile}.resource`]);
    expect(file('containerName: app, resource: limits.cpu')).toEqual([]);
  });

  it('looks into every list of containers, and into templates', () => {
    const spec = 'initContainers: [{name: i, image: a, env: [{}]}]\ncontainers: [{name: c, image: a, envFrom: [{}]}]';
    expect(refusals(deploymentOf(spec))).toEqual([
      'required-field spec.template.spec.initContainers[0].env[0].name',
      'one-of-missing spec.template.spec.containers[0].envFrom',
    ]);
  });
});

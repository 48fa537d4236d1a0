import { describe, expect, it } from 'vitest';
import { expectMarked, find, fixTitles, podWith } from '../helpers/manifests.ts';

/** The API server tells of a key that is no field, and of the field that is missing because of it. */
describe('a misspelled key of a field that has to be there', () => {
  const marked = [
    ['volumeMounts: [{name: data, MountPath: /x}]', 'MountPath', 'required-field'],
    ['resources: {claims: [{nmae: a}]}', 'nmae', 'required-field'],
    ['securityContext: {seccompProfile: {typ: RuntimeDefault}}', 'typ', 'required-field'],
  ] as const;

  it.each(marked)('is told twice at that key in %s', (container, key, code) => {
    const text = podWith(container, 'volumes: [{name: data}]\nresourceClaims: [{name: a, resourceClaimName: b}]');
    const found = find(text).filter(({ problem }) => text.slice(problem.node.start, problem.node.end) === key);
    expect(found.map(({ problem }) => problem.code)).toEqual(['unknown-field', code]);
    expect(found[1]?.problem.message).toContain(`because it is written as \`${key}\``);
  });

  it('leaves the mending to the fix of the key', () => {
    const text = podWith('securityContext: {seccompProfile: {typ: RuntimeDefault}}');
    expect(fixTitles(text, 'required-field')).toEqual([]);
    expect(fixTitles(text, 'unknown-field')[0]).toBe('Rename to type');
  });

  it('is told of the pod, its containers and their names', () => {
    const pod = (containers: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec:\n  ${containers}\n`;
    const codesOf = (text: string) => find(text).map(({ problem }) => problem.code);
    expect(codesOf(pod('Containers: [{name: a, image: b:1}]'))).toEqual(['unknown-field', 'containers-missing']);
    expect(codesOf(pod('containers: [{Name: a, image: b:1}]'))).toEqual(['unknown-field', 'container-name-missing']);
    expect(codesOf(pod('containers: [{name: a, imagee: b:1}]'))).toEqual(['unknown-field', 'container-image-missing']);
  });

  it('is told once where the API server fills in what is missing', () => {
    expectMarked(podWith('ports: [{containerPort: 80, «unknown-field|protocl»: UDP}]'));
  });
});

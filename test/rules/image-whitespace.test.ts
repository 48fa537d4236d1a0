import { expect, it } from 'vitest';
import { expectMarked, find, saved } from '../helpers/manifests.ts';
import { deploymentOf, refusals, serverWords } from '../helpers/verdicts.ts';

const pod = (image: string, list = 'containers') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  ${list === 'containers' ? '' : 'containers: [{name: a, image: a}]'}
  ${list}:
    - name: b
      image: ${image}
`;

it.each(['" nginx"', '"nginx\\n"', '"\\u00a0nginx"', "'nginx '"])('is refused in a Pod: %s', (image) => {
  for (const list of ['containers', 'initContainers'])
    expect(refusals(pod(image, list))).toEqual([`image-whitespace spec.${list}[0].image`]);
});

it('is taken in a template, whose pods are refused', () => {
  const text = deploymentOf('containers: [{name: a, image: " nginx:1.27"}]');
  expect(refusals(text)).toEqual([]);
  expect(find(text).map(({ problem: { code, severity } }) => `${severity} ${code}`)).toEqual([
    'warning image-whitespace',
  ]);
});

it('underlines the image and removes the space on save', () => {
  expectMarked(pod('«image-whitespace|" nginx:1.27"» # web'));
  expect(saved(pod('" nginx:1.27" # web'))).toBe(pod('nginx:1.27 # web'));
  expect(serverWords(pod('" nginx"'))).toContain(
    'Invalid value: " nginx": must not have leading or trailing whitespace',
  );
});

it('mends a block scalar', () => {
  expect(refusals(saved(pod('|\n        nginx:1.27')))).toEqual([]);
});

it('has no fix for an image of space', () => {
  const text = pod('" "');
  expect(saved(text)).toBe(text);
});

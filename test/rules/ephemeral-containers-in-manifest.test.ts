import { expect, it } from 'vitest';
import { expectMarked, fixed, podWith } from '../helpers/manifests.ts';
import { deploymentOf, refusals, serverWords } from '../helpers/verdicts.ts';

const list = 'ephemeralContainers: [{name: debug, image: busybox, ports: [{containerPort: 1}], livenessProbe: {}}]';

it('is one error, in a Pod and in a template', () => {
  expect(refusals(podWith('', list))).toEqual(['ephemeral-containers-in-manifest spec.ephemeralContainers']);
  expect(serverWords(podWith('', list))).toEqual(['Forbidden: cannot be set on create']);
  const template = deploymentOf(`containers: [{name: a, image: a}]\n${list}`);
  expect(refusals(template)).toEqual(['ephemeral-containers-in-manifest spec.template.spec.ephemeralContainers']);
  expect(serverWords(template)).toEqual(['Forbidden: ephemeral containers not allowed in pod template']);
});

it('underlines the key and removes the list', () => {
  const [key, ...rest] = list.split(':');
  expectMarked(podWith('', `«ephemeral-containers-in-manifest|${key}»:${rest.join(':')}`));
  expect(fixed(podWith('', list), 'ephemeral-containers-in-manifest')).toBe(podWith(''));
});

it('takes an empty list', () => expect(refusals(podWith('', 'ephemeralContainers: []'))).toEqual([]));

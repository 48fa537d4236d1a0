import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const code = 'image-never-pulled';

it('is found at the policy, also of init containers', () => {
  expectMarked(podWith(`imagePullPolicy: «${code}|Never»`));
  expectMarked(
    podWith('tty: true', `initContainers: [{name: init, image: example.com/a, imagePullPolicy: «${code}|Never»}]`),
  );
});

it('is pulled where it is missing', () => {
  expect(fixed(podWith('imagePullPolicy: Never'), code)).toBe(podWith('imagePullPolicy: IfNotPresent'));
});

it.each(['tty: true', 'imagePullPolicy: Always', 'imagePullPolicy: never'])('is silent on %s', (line) => {
  expect(codes(podWith(line))).not.toContain(code);
});

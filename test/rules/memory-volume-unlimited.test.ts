import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const code = 'memory-volume-unlimited';
const pod = (source: string) =>
  podWith('volumeMounts: [{name: cache, mountPath: /cache}]', `volumes: [{name: cache, ${source}}]`);

it('is found at the medium', () => expectMarked(pod(`emptyDir: {medium: «${code}|Memory»}`)));

it('gets a limit', () => {
  expect(fixed(pod('emptyDir: {medium: Memory}'), code)).toBe(pod('emptyDir: {medium: Memory, sizeLimit: 64Mi}'));
});

it.each(['emptyDir: {}', 'emptyDir: {medium: ""}', 'emptyDir: {medium: Memory, sizeLimit: 1Mi}'])(
  'is silent on %s',
  (source) => expect(codes(pod(source))).not.toContain(code),
);

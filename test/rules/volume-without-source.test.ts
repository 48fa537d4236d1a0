import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const code = 'volume-without-source';
const mounts = 'volumeMounts: [{name: data, mountPath: /data}]';

describe(code, () => {
  it('is told at the name', () => {
    expectMarked(podWith(mounts, `volumes: [{name: «${code}|data»}]`));
    expectMarked(podWith(mounts, `volumes:\n- name: «${code}|data» # of the app`));
  });

  it.each([
    ['volumes: [{name: data}]', 'volumes: [{name: data, emptyDir: {}}]'],
    ['volumes:\n- name: data # of the app', 'volumes:\n- name: data # of the app\n  emptyDir: {}'],
  ])('is mended in %s', (wrong, right) => {
    expect(fixed(podWith(mounts, wrong), code)).toBe(podWith(mounts, right));
  });

  it.each([
    ['an empty directory', 'volumes: [{name: data, emptyDir: {}}]'],
    ['an empty directory that is null', 'volumes:\n- name: data\n  emptyDir:'],
    ['another source', 'volumes: [{name: data, configMap: {name: a}}]'],
    ['a misspelt source', 'volumes: [{name: data, emtyDir: {}}]'],
    ['no name', 'volumes: [{}]'],
  ])('is silent on %s', (_, volumes) => expect(codes(podWith(mounts, volumes))).not.toContain(code));
});

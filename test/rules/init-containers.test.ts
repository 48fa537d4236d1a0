import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/service/rules/index.ts';
import { expectMarked, find, fixed, fixTitles } from '../helpers/manifests.ts';

const own = ['init-container-probe', 'container-restart-policy'];
const others = rules.map(({ code }) => code).filter((code) => !own.includes(code));
const expectOwn = (marked: string, minor = 37) => expectMarked(marked, { minor }, others);
const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
const workload = (kind: string, spec: string) =>
  `apiVersion: ${kind === 'Job' ? 'batch' : 'apps'}/v1
kind: ${kind}
metadata: {name: a}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
${spec.replace(/^/gm, '      ')}
`;
const app = '\ncontainers: [{name: app, image: a}]';

describe('init-container-probe', () => {
  it.each([
    'livenessProbe: {exec: {command: [a]}}',
    'readinessProbe: {}',
    'startupProbe: {grpc: {port: 1}}',
    'lifecycle: {}',
  ])('speaks of %s', (field) => {
    const marked = field.replace(/\w+/, '«init-container-probe|$&»');
    const spec = `initContainers:\n- name: init\n  image: a\n  ${marked}${app}`;
    for (const minor of [30, 37]) expectOwn(pod(spec), minor);
    expectOwn(workload('Job', spec));
    expectOwn(pod(spec.replace('  image', '  restartPolicy: Never\n  image')));
  });

  it.each([
    [
      'a sidecar',
      `initContainers: [{name: a, image: a, restartPolicy: Always, livenessProbe: {grpc: {port: 1}}, lifecycle: {}}]${app}`,
    ],
    ['a null field', `initContainers: [{name: a, image: a, livenessProbe: ~, lifecycle: }]${app}`],
    ['other containers', 'containers: [{name: a, image: a, livenessProbe: {grpc: {port: 1}}, lifecycle: {}}]'],
  ])('does not speak of %s', (_, spec) => expectOwn(pod(spec)));

  it('gives the path of the field, as an error but for an old StatefulSet', () => {
    const spec = `initContainers: [{name: b, image: a, lifecycle: {}}]${app}`;
    const found = (minor: number) => find(workload('StatefulSet', spec), { minor })[0]?.problem;
    expect(found(37)).toMatchObject({ severity: 'error', path: 'spec.template.spec.initContainers[0].lifecycle' });
    expect(found(33)).toMatchObject({ severity: 'warning' });
  });

  it.each([
    [
      'a server becomes a sidecar',
      `initContainers:\n- name: b # proxy\n  image: a\n  ports: [{containerPort: 1}]\n  lifecycle: {}${app}`,
      `initContainers:\n- name: b # proxy\n  image: a\n  restartPolicy: Always\n  ports: [{containerPort: 1}]\n  lifecycle: {}${app}`,
    ],
    [
      'what is asked over the network is a server',
      `initContainers: [{name: b, image: a, livenessProbe: {grpc: {port: 1}}}]${app}`,
      `initContainers: [{name: b, image: a, restartPolicy: Always, livenessProbe: {grpc: {port: 1}}}]${app}`,
    ],
    [
      'another policy is replaced',
      `initContainers: [{name: b, image: a, restartPolicy: always, livenessProbe: {grpc: {port: 1}}}]${app}`,
      `initContainers: [{name: b, image: a, restartPolicy: Always, livenessProbe: {grpc: {port: 1}}}]${app}`,
    ],
    [
      'what ends has no probe',
      `initContainers:\n- name: b\n  image: a\n  # ready?\n  readinessProbe:\n    exec:\n      command: [a]\n  args: [b]${app}`,
      `initContainers:\n- name: b\n  image: a\n  # ready?\n  args: [b]${app}`,
    ],
    [
      'a sidecar takes no restart rules',
      `initContainers: [{name: b, image: a, restartPolicy: Never, restartPolicyRules: [{action: Restart}], livenessProbe: {grpc: {port: 1}}}]${app}`,
      `initContainers: [{name: b, image: a, restartPolicy: Never, restartPolicyRules: [{action: Restart}]}]${app}`,
    ],
  ])('%s', (_, before, after) => expect(fixed(pod(before), 'init-container-probe')).toBe(pod(after)));
});

describe('container-restart-policy', () => {
  const one = (list: string, value: string) =>
    `${list}: [{name: b, image: a, restartPolicy: ${value}}]${list === 'containers' ? '' : app}`;

  // what the API server says for each version: refused (error), dropped (warning), taken
  it.each([
    ['containers', 'Never', 'error', 'warning', undefined],
    ['containers', 'Always', 'error', 'warning', undefined],
    ['containers', 'always', 'error', 'warning', 'error'],
    ['containers', '""', 'error', 'warning', 'error'],
    ['initContainers', 'Always', undefined, undefined, undefined],
    ['initContainers', 'OnFailure', 'error', 'warning', undefined],
    ['initContainers', 'always', 'error', 'warning', 'error'],
    ['initContainers', '~', undefined, undefined, undefined],
  ])('%s: %s is %s up to 1.33, %s in 1.34, then %s', (list, value, old, dropped, now) => {
    const severities = [30, 33, 34, 35, 37].map(
      (minor) =>
        find(pod(one(list, value)), { minor }).find(({ problem }) => problem.code === own[1])?.problem.severity,
    );
    expect(severities).toEqual([old, old, dropped, now, now]);
  });

  it('underlines the key where the field is not allowed, the value where that is wrong', () => {
    const field = 'restartPolicy: onfailure';
    expectOwn(
      pod(`containers: [{name: b, image: a, ${field.replace('restartPolicy', '«container-restart-policy|$&»')}}]`),
      33,
    );
    expectOwn(
      pod(`containers: [{name: b, image: a, ${field.replace('onfailure', '«container-restart-policy|$&»')}}]`),
      37,
    );
    expectOwn(pod(`initContainers: [{name: b, image: a, restartPolicy: «container-restart-policy|Never»}]${app}`), 33);
    expectOwn(workload('StatefulSet', one('containers', 'Never')), 35);
  });

  it.each([
    ['the case is corrected', 37, one('containers', 'onfailure'), one('containers', 'OnFailure')],
    ['a sidecar stays one', 30, one('initContainers', 'always'), one('initContainers', 'Always')],
    ['in 1.34 as well', 34, one('initContainers', '"ALWAYS"'), one('initContainers', 'Always')],
    ['a typing error is corrected', 37, one('containers', 'OnFailur'), one('containers', 'OnFailure')],
    ['what cannot be corrected is removed', 37, one('containers', '""'), 'containers: [{name: b, image: a}]'],
    [
      'an init container has no other',
      33,
      one('initContainers', 'Never'),
      `initContainers: [{name: b, image: a}]${app}`,
    ],
    [
      'the policy goes to the pod',
      33,
      'containers:\n- name: b\n  restartPolicy: Never # once\n  image: a\nvolumes: []',
      'containers:\n- name: b\n  image: a\nrestartPolicy: Never # once\nvolumes: []',
    ],
    [
      'unless it has one',
      33,
      'restartPolicy: Never\ncontainers:\n- name: b\n  image: a\n  restartPolicy: OnFailure',
      'restartPolicy: Never\ncontainers:\n- name: b\n  image: a',
    ],
  ])('%s', (_, minor, before, after) => {
    expect(fixed(pod(before), 'container-restart-policy', 0, { minor })).toBe(pod(after));
  });

  it.each([
    ['Job', 'OnFailure', ['Move restartPolicy to the pod', 'Remove restartPolicy']],
    ['Job', 'Always', ['Remove restartPolicy']],
    ['Deployment', 'Never', ['Remove restartPolicy']],
  ])('does not move to a %s what it would refuse: %s', (kind, value, titles) => {
    const text = workload(kind, `containers: [{name: b, image: a, restartPolicy: ${value}}]`);
    expect(fixTitles(text, 'container-restart-policy', { minor: 34 })).toEqual(titles);
  });

  it('keeps the policy that restart rules need', () => {
    const text = pod('containers: [{name: b, image: a, restartPolicy: x, restartPolicyRules: [{action: Restart}]}]');
    expect(fixTitles(text, 'container-restart-policy')).toEqual([]);
  });
});

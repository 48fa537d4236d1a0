import { describe, expect, it } from 'vitest';
import { find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';

/** A pod, or the template of a Deployment, with one annotation. */
function manifest(key: string, value: string, context = '{}', ofContainer = '{}', isTemplate = false): string {
  const pod = podWith(`securityContext: ${ofContainer}`, `securityContext: ${context}`);
  const annotated = pod.replace(
    '  name: app\n',
    `  annotations:\n    ${key}: ${JSON.stringify(value)}\n  labels: {a: b}\n`,
  );
  if (!isTemplate) return annotated.replace('  labels: {a: b}\n', '  name: app\n');
  const template = annotated.replace(/^apiVersion.*\nkind.*\n/, '').replace(/^/gm, '    ');
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n${template}`;
}

function errors(text: string): string[] {
  return find(text)
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ problem: { code, path } }) => `${code} ${path}`);
}

const seccomp = 'container.seccomp.security.alpha.kubernetes.io/app';
const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod';
const appArmor = 'container.apparmor.security.beta.kubernetes.io/app';

describe('profile-annotation-invalid', () => {
  it.each([
    [seccomp, 'runtime/default', true],
    [seccomp, 'docker/default', true],
    [seccomp, 'localhost/a', true],
    [seccomp, 'localhost//a', false],
    [seccomp, 'localhost/../a', false],
    [seccomp, 'RuntimeDefault', false],
    [seccomp, '', false],
    [seccompOfPod, 'unconfined', true],
    [seccompOfPod, 'x', false],
    [appArmor, '', true],
    [appArmor, 'runtime/default', true],
    [appArmor, 'docker/default', false],
    [appArmor, 'localhost/../a', true],
  ])('%s: %s', (key, value, isTaken) => {
    const path = key === appArmor ? `metadata.annotations[${key}]` : `metadata.annotations.${key}`;
    expect(errors(manifest(key, value))).toEqual(isTaken ? [] : [`profile-annotation-invalid ${path}`]);
  });

  it('tells the path of a template without its metadata', () => {
    expect(errors(manifest(seccomp, 'x', '{}', '{}', true))).toEqual([
      `profile-annotation-invalid spec.template.annotations.${seccomp}`,
    ]);
  });

  it('writes what is nearest', () => {
    expect(fixTitles(manifest(seccomp, 'unconfind'), 'profile-annotation-invalid')).toEqual([
      'Change to unconfined',
      'Remove the annotation',
    ]);
    expect(fixed(manifest(seccomp, 'x'), 'profile-annotation-invalid')).not.toContain(seccomp);
  });
});

describe('app-armor-container-not-found', () => {
  it('wants the container to be there', () => {
    const key = `${appArmor}s`;
    expect(errors(manifest(key, 'unconfined'))).toEqual([`app-armor-container-not-found metadata.annotations[${key}]`]);
    expect(errors(manifest(seccomp.replace(/app$/, 'zz'), 'unconfined'))).toEqual([]);
    expect(fixed(manifest(key, 'unconfined'), 'app-armor-container-not-found')).toContain(`${appArmor}: `);
  });
});

const localhost = '{type: Localhost, localhostProfile: a}';

describe('profile-annotation-mismatch', () => {
  const profile = 'spec.containers[0].securityContext.seccompProfile';

  it.each([
    ['runtime/default', '{type: RuntimeDefault}', undefined],
    ['docker/default', '{type: RuntimeDefault}', undefined],
    ['unconfined', '{type: RuntimeDefault}', 'type'],
    ['runtime/default', '{type: Unconfined}', 'type'],
    ['localhost/a', localhost, undefined],
    ['localhost/b', localhost, 'localhostProfile'],
    ['unconfined', localhost, 'type'],
  ])('%s and %s', (value, field, differs) => {
    const found = errors(manifest(seccomp, value, '{}', `{seccompProfile: ${field}}`));
    expect(found).toEqual(differs ? [`profile-annotation-mismatch ${profile}.${differs}`] : []);
  });

  it('compares the annotation of the pod with the profile of the pod only', () => {
    expect(errors(manifest(seccompOfPod, 'unconfined', '{seccompProfile: {type: RuntimeDefault}}'))).toEqual([
      'profile-annotation-mismatch spec.securityContext.seccompProfile.type',
    ]);
    expect(errors(manifest(seccomp, 'unconfined', '{seccompProfile: {type: RuntimeDefault}}'))).toEqual([]);
  });

  it('leaves what is wrong by itself to other rules', () => {
    expect(errors(manifest(seccomp, 'x', '{}', '{seccompProfile: {type: RuntimeDefault}}'))).toEqual([
      `profile-annotation-invalid metadata.annotations.${seccomp}`,
    ]);
    expect(errors(manifest(seccomp, 'localhost/a', '{}', '{seccompProfile: {type: Localhost}}'))).toEqual([
      `required-field ${profile}.localhostProfile`,
    ]);
  });

  const ofAppArmor = 'securityContext.appArmorProfile.type';

  it.each([
    ['unconfined', false, undefined],
    ['unconfined', true, `spec.template.spec.containers[0].${ofAppArmor}`],
    ['', false, `spec.containers[0].${ofAppArmor}`],
    ['localhost/', false, `spec.containers[0].${ofAppArmor}`],
    ['localhost/ a', false, `spec.containers[0].${ofAppArmor}`],
    ['localhost/a', false, undefined],
  ])('the AppArmor annotation %s beside the profile of the pod, in a template: %s', (value, isTemplate, path) => {
    const found = errors(manifest(appArmor, value, '{appArmorProfile: {type: RuntimeDefault}}', '{}', isTemplate));
    expect(found).toEqual(path ? [`profile-annotation-mismatch ${path}`] : []);
  });

  it('compares the AppArmor annotation with the profile of the container', () => {
    const found = errors(manifest(appArmor, 'localhost/b', '{}', `{appArmorProfile: ${localhost}}`));
    expect(found).toEqual([
      'profile-annotation-mismatch spec.containers[0].securityContext.appArmorProfile.localhostProfile',
    ]);
  });

  it('says nothing of AppArmor in a Windows pod', () => {
    const text = manifest(appArmor, 'unconfined', '{}', '{appArmorProfile: {type: RuntimeDefault}}');
    const found = errors(text.replace('spec:\n', 'spec:\n  os: {name: windows}\n'));
    expect(found.map((each) => each.split(' ')[0])).toEqual(['field-not-for-os']);
  });
});

describe('mirror-pod-annotation', () => {
  const mirror = 'kubernetes.io/config.mirror';

  it('wants a node', () => {
    expect(errors(manifest(mirror, ''))).toEqual([`mirror-pod-annotation metadata.annotations[${mirror}]`]);
    expect(errors(manifest(mirror, 'x').replace('spec:\n', 'spec:\n  nodeName: node\n'))).toEqual([]);
    expect(errors(manifest(mirror, 'x', '{}', '{}', true))).toEqual([
      `mirror-pod-annotation spec.template.annotations[${mirror}]`,
    ]);
  });
});

describe('pod-deletion-cost', () => {
  const cost = 'controller.kubernetes.io/pod-deletion-cost';

  it.each(['0', '10', '-10', '-0', '-008', '2147483647', '-2147483648'])('takes %s', (value) => {
    expect(errors(manifest(cost, value))).toEqual([]);
  });

  it.each([
    ['+10', '10'],
    ['008', '8'],
    [' 7 ', '7'],
    ['00', '0'],
    ['', undefined],
    ['-', undefined],
    ['1.0', undefined],
    ['1_0', undefined],
    ['2147483648', undefined],
    ['-2147483649', undefined],
  ])('refuses %s', (value, mended) => {
    const text = manifest(cost, value);
    expect(errors(text)).toEqual([`pod-deletion-cost metadata.annotations[${cost}]`]);
    expect(fixTitles(text, 'pod-deletion-cost')).toEqual([
      ...(mended === undefined ? [] : [`Change to ${mended}`]),
      'Remove the annotation',
    ]);
  });
});

describe('tolerations-annotation', () => {
  const tolerations = 'scheduler.alpha.kubernetes.io/tolerations';

  it.each([
    '',
    'null',
    '[]',
    ' [] ',
    '[{"key":"a"}]',
    '[{"operator":"Exists"}]',
    '[{"Key":"a","x":1}]',
    '[{"key":"a","effect":"NoExecute","tolerationSeconds":5}]',
  ])('takes %s', (value) => {
    expect(errors(manifest(tolerations, value))).toEqual([]);
  });

  it.each([
    ['{}', ''],
    ['x', ''],
    ['[1]', ''],
    ['[{"key":1}]', ''],
    ['[{"key":"a","tolerationSeconds":"1"}]', ''],
    ['[null]', '[0].operator'],
    ['[{"key":"a b"}]', '[0].key'],
    ['[{"key":"a","value":"a b"}]', '[0].operator'],
    ['[{"key":"a","operator":"Exists","value":"b"}]', '[0].operator'],
    ['[{"key":"a","operator":"Gt","value":"1"}]', '[0].operator'],
    ['[{"key":"a"},{"key":"a","effect":"x"}]', '[1].effect'],
    ['[{"key":"a","tolerationSeconds":1}]', '[0].effect'],
  ])('refuses %s', (value, path) => {
    const base = path === '' ? 'metadata.annotations' : `metadata.annotations.${tolerations}${path}`;
    expect(errors(manifest(tolerations, value))).toEqual([`tolerations-annotation ${base}`]);
  });
});

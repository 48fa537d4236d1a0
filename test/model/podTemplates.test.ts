import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../server/src/service/features/codeActions.ts';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import { placeAt } from '../../server/src/service/features/place.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { workloadsOf } from '../../server/src/service/model/index.ts';
import { Chunk } from '../../server/src/service/yaml/index.ts';
import { expectMarked, fixed, lines, manifestOf } from '../helpers/manifests.ts';

const podTemplates = {
  'argoproj.io/v1alpha1 Rollout': 'spec.template',
  'example.com/v1 Farm': 'spec.pods.web.template',
  'example.com/v1 Seed': 'template',
};
const settings = { podTemplates };

const rollout = (container: string, template = '') => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  replicas: many
  strategy: {canary: {steps: [{setWeight: 20}]}}
  template:
    metadata:
      labels: {app: web}
${template}    spec:
      containers:
        - name: web
          image: nginx:1.27
          ${container}
`;

describe('the pod template of a custom resource', () => {
  it('is checked, at its path, and all that is wrong in it is a warning', () => {
    expect(lines(rollout('command: sleep 1000'), settings)).toEqual([
      expect.stringMatching(/^warning command-not-list spec\.template\.spec\.containers\[0\]\.command: /),
    ]);
  });

  it.each([
    ['an unknown field', '«unknown-field|comand»: [sh]'],
    ['a value of the wrong type', 'tty: «wrong-type|1»'],
    ['a limit', 'ports: [{containerPort: «value-out-of-bounds|70000»}]'],
    ['a rule', 'volumeMounts: [{name: «mount-volume-not-found|data», mountPath: /data}]'],
  ])('has the marks of %s', (_what, container) => expectMarked(rollout(container), settings));

  it('need not be one where its path is not given', () => {
    expect(lines(rollout('command: sleep 1000'))).toEqual([]);
    expect(lines(rollout('command: sleep').replace('v1alpha1', 'v1'), settings)).toEqual([]);
    expect(lines(rollout('command: sleep').replace('Rollout', 'Rollouts'), settings)).toEqual([]);
  });

  it.each(['spec', 'spec.templates', 'metadata', 'spec.template.spec.containers', 'spec.strategy', 'spec.replicas.a'])(
    'is not at %s',
    (path) => {
      const wrong = { podTemplates: { 'argoproj.io/v1alpha1 Rollout': path } };
      expect(lines(rollout('command: sleep 1000'), wrong)).toEqual([]);
    },
  );

  it('needs no name, and takes the labels of one', () => {
    expectMarked(rollout('tty: true').replace('{app: web}', '{app: «label-invalid|-web»}'), settings);
  });

  it('needs containers', () => {
    const empty = rollout('tty: true').replace(/ containers:.*/s, ' «containers-missing|containers»: []\n');
    expectMarked(empty, settings);
    expectMarked(rollout('tty: true').replace(/spec:\n {6}containers:.*/s, '«containers-missing|spec»:\n'), settings);
  });

  it.each(['Always', 'OnFailure', 'Never'])('may have restartPolicy: %s', (policy) => {
    expect(lines(`${rollout('tty: true')}      restartPolicy: ${policy}\n`, settings)).toEqual([]);
  });

  it('has a restartPolicy all the same', () => {
    expectMarked(`${rollout('tty: true')}      restartPolicy: «pod-restart-policy|Sometimes»\n`, settings);
  });

  it('may lie deep, or at the top', () => {
    const spec = 'spec: {containers: [{name: web, image: nginx, tty: «wrong-type|1»}]}';
    const farm = `apiVersion: example.com/v1\nkind: Farm\nspec: {pods: {web: {template: {${spec}}}}}\n`;
    expectMarked(`${farm}---\napiVersion: example.com/v1\nkind: Seed\ntemplate: {${spec}}\n`, settings);
  });

  it('is found in a List', () => {
    const item = (text: string) => `  - ${text.trimEnd().replaceAll('\n', '\n    ')}\n`;
    const list = `apiVersion: v1\nkind: List\nitems:\n${item(rollout('tty: true'))}${item(rollout('tty: «wrong-type|1»'))}`;
    expectMarked(list, settings);
    const [first, second] = workloadsOf(new Chunk(list.replace(/«.*?\|(.*?)»/, '$1'), podTemplates));
    expect([first?.item, second?.item, second?.pod?.path]).toEqual([0, 1, 'spec.template.spec']);
  });

  it('is an error where the YAML cannot be read', () => {
    expect(lines(rollout('command: [sleep'), settings)).toEqual([expect.stringMatching(/^error yaml-syntax /)]);
  });

  it('has fixes', () => {
    const whole = rollout('command: sleep 1000');
    expect(fixed(whole, 'command-not-list', 0, settings)).toBe(rollout('command: ["sleep", "1000"]'));
    const range = { start: { line: 14, character: 20 }, end: { line: 14, character: 20 } };
    const titles = codeActions(manifestOf(whole, podTemplates), range, { ...defaultSettings, podTemplates });
    expect(titles.map(({ title }) => title)).toEqual(expect.arrayContaining([expect.stringMatching(/sleep.*1000/)]));
  });

  it('has fields with types', () => {
    const text = rollout('imagePullPolicy: Always');
    const place = (word: string) => placeAt(new Chunk(text, podTemplates), text.indexOf(word) + 1, 37);
    expect(place('imagePullPolicy')?.path).toBe('spec.template.spec.containers[0].imagePullPolicy');
    expect(place('labels')?.object.type).toBe('meta/v1.ObjectMeta');
    expect(place('strategy')).toBeUndefined();
  });
});

it('a file is read anew when other pod templates count', () => {
  const document = TextDocument.create('file:///pod.yaml', 'yaml', 1, rollout('tty: true'));
  const before = parseManifest(document, undefined, podTemplates);
  expect(parseManifest(document, before, podTemplates).chunks).toEqual(before.chunks);
  expect(parseManifest(document, before, podTemplates).chunks[0]?.chunk).toBe(before.chunks[0]?.chunk);
  const after = parseManifest(document, before);
  expect(after.chunks.flatMap(({ chunk }) => workloadsOf(chunk))).toEqual([]);
});

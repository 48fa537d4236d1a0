import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { inlayHints } from '../../server/src/service/features/inlayHints.ts';
import { defaultSettings, type Settings } from '../../server/src/service/features/problems.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

function hintsIn(text: string, settings: Partial<Settings> = {}, range = whole) {
  const manifest = manifestOf(text);
  const hints = inlayHints(manifest, range, { ...defaultSettings, inlayHints: true, ...settings });
  return hints.map(({ position, label, tooltip }) => ({
    offset: manifest.document.offsetAt(position),
    label,
    tooltip,
  }));
}

/** The text with its hints in it, as the editor shows it. */
function shown(text: string, settings?: Partial<Settings>): string {
  return hintsIn(text, settings)
    .sort((a, b) => b.offset - a.offset)
    .reduce((before, { offset, label }) => `${before.slice(0, offset)}«${label}»${before.slice(offset)}`, text);
}

/** Checks that a text without its `«hints»` is shown with them. */
function expectShown(marked: string): void {
  const text = marked.replace(/«[^»]*»/g, '');
  expect(shown(text)).toBe(marked);
  expect(shown(text.replaceAll('\n', '\r\n'))).toBe(marked.replaceAll('\n', '\r\n'));
}

it('shows defaults that matter', () => {
  expectShown(`apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:«replicas: 1, podManagementPolicy: OrderedReady»
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:«restartPolicy: Always, terminationGracePeriodSeconds: 30»
      containers:
        - name: app
          image: "nginx"«imagePullPolicy: Always» # new
          ports:
            - containerPort: 80«protocol: TCP»
            - {containerPort: 81«protocol: TCP»}
            - containerPort: 82
              protocol: UDP
          readinessProbe:«timeoutSeconds: 1, failureThreshold: 3»
            periodSeconds: 5
            httpGet: {port: 80}
          livenessProbe: {httpGet: {port: 80}}«periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3»
      volumes:
        - name: settings
          configMap:«defaultMode: 0644»
            name: settings
`);
});

it('shows what the server fills in for what else is written', () => {
  expectShown(`apiVersion: batch/v1
kind: Job
metadata: {name: report}
spec:«backoffLimit: 2147483647»
  completions: 3
  completionMode: Indexed
  backoffLimitPerIndex: 1
  template: {}
`);
});

it('shows the order in which containers start', () => {
  expectShown(`apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  restartPolicy: Always
  terminationGracePeriodSeconds: 5
  initContainers:
    - {name: wait«step 1», imagePullPolicy: Never}
    - {name: log«step 2», imagePullPolicy: Never, restartPolicy: Always}
  containers:
    - {name: app«step 3, together», imagePullPolicy: Never}
    - {name: other«step 3, together», imagePullPolicy: Never}
    - {imagePullPolicy: Never}
`);
});

it('tells what the next container waits for', () => {
  const text = 'initContainers:\n- {name: a}\n- {name: b, restartPolicy: Always}';
  const tooltips = hintsIn(podWith('', text)).filter(({ label }) => /^step/.test(String(label)));
  expect(tooltips.map(({ tooltip }) => tooltip)).toEqual([
    'Step 1 of the start: the next one waits until this container has succeeded.',
    'Step 2 of the start: the next one waits only until this container has started.',
    'Step 3 of the start: after all init containers. Containers do not wait for each other.',
  ]);
});

describe('file modes', () => {
  it.each([
    ['0644', 'rw-r--r--', '0644'],
    ['420', 'rw-r--r--', '0644'],
    ['0o755', 'rwxr-xr-x', '0755'],
    ['0x100', 'r--------', '0400'],
  ])('%s', (mode, permissions, digits) => {
    const text = podWith(
      '',
      `volumes:\n- name: a\n  secret: {defaultMode: ${mode}, items: [{key: b, path: b, mode: ${mode}}]}`,
    );
    const found = hintsIn(text).filter(({ label }) => label === permissions);
    expect(found.map(({ offset }) => text.slice(0, offset).split(' ').at(-1))).toEqual([mode, mode]);
    expect(found[0]?.tooltip).toBe(
      `${digits} in octal. Owner: ${permissions.slice(0, 3)}, group: ${permissions.slice(3, 6)}, others: ${permissions.slice(6)}.`,
    );
  });

  it.each(['-1', '"0644"', '1024', 'rw'])('nothing of %s', (mode) => {
    const text = podWith('', `volumes:\n- name: a\n  secret: {defaultMode: ${mode}}`);
    expect(hintsIn(text).filter(({ label }) => /^[-r][-w]/.test(String(label)))).toEqual([]);
  });

  it('nothing of a field that the server drops', () => {
    const text = podWith('', 'volumes:\n- name: a\n  emptyDir: {mode: 01777}');
    expect(shown(text)).not.toContain('«rwxrwxrwt»');
  });
});

it('is there in a List, in JSON, and once for what aliases repeat', () => {
  const object = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', image: 'nginx' }] } };
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [object] });
  expect(shown(list)).toContain(
    '"nginx"«imagePullPolicy: Always»}]}«restartPolicy: Always, terminationGracePeriodSeconds: 30»',
  );
  const repeated = podWith('').replace('- name', '- &app\n      name');
  expect(
    hintsIn(`${repeated}    - <<: *app\n      name: other\n`).filter(
      ({ label }) => label === 'imagePullPolicy: IfNotPresent',
    ),
  ).toHaveLength(1);
});

it('gives those of a range', () => {
  const text = podWith('');
  const line = text.split('\n').findIndex((each) => each.includes('image:'));
  const only = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  expect(hintsIn(text, {}, only).map(({ label }) => label)).toEqual(['imagePullPolicy: IfNotPresent']);
  expect(hintsIn(text, {}, { start: whole.start, end: whole.start })).toEqual([]);
});

it.each([
  ['where it is off', podWith(''), { inlayHints: false }],
  ['of a template', podWith('tty: {{ .Values.tty }}'), {}],
  ['of another kind', podWith('').replace('Pod', 'Service'), {}],
])('says nothing %s', (_, text, settings) => {
  expect(hintsIn(text, settings)).toEqual([]);
});

it('does not flicker while a key is typed', () => {
  const text = `${podWith('comm')}    - name: other\n      image: alpine:3\n`;
  expect(shown(text)).toMatch(
    /nginx:1.27«imagePullPolicy: IfNotPresent»\n.*alpine:3«imagePullPolicy: IfNotPresent»\n$/s,
  );
});

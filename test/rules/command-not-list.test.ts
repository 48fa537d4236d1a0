import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const own = 'command-not-list';
/** What other rules say of these containers does not matter here. */
const only = (text: string, code: string) => codes(text).filter((found) => found === code);

describe('command-not-list', () => {
  it.each(['containers', 'initContainers', 'ephemeralContainers'])('is found in every field of %s', (list) => {
    const text = (mark: (value: string) => string) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: a}
spec:
  schedule: "* * * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: app, image: nginx}]
          ${list}:
          - name: x
            image: nginx
            command: ${mark('sleep 1000')}
            args: ${mark('"-v"')}
            livenessProbe: {exec: {command: ${mark('cat /x')}}}
            readinessProbe: {exec: {command: ${mark('5')}}}
            startupProbe: {exec: {command: ${mark('true')}}}
            lifecycle:
              postStart: {exec: {command: ${mark('a')}}}
              preStop: {exec: {command: ${mark('b')}}}
`;
    const found = find(text((value) => value)).filter(({ problem }) => problem.code === own);
    expect(found.map(({ problem }) => problem.path.split(`${list}[0].`)[1])).toEqual(
      [
        '',
        '',
        'livenessProbe.exec.',
        'readinessProbe.exec.',
        'startupProbe.exec.',
        'lifecycle.postStart.exec.',
        'lifecycle.preStop.exec.',
      ].map((path, index) => `${path}${index === 1 ? 'args' : 'command'}`),
    );
  });

  it('is the only error, underlines the text, of several lines the first, and says what the server says', () => {
    expectMarked(podWith('command: «command-not-list|sleep 1000» # long'));
    expectMarked(podWith('command: «command-not-list||»\n  sleep 1\n  echo'));
    expectMarked(podWith('command: «command-not-list|true»'));
    expect(lines(podWith('command: 5'))).toEqual([
      'error command-not-list spec.containers[0].command: `command` must be a list of strings, so the API server refuses this: "cannot unmarshal number into Go struct field … of type []string". Write ["5"].',
    ]);
  });

  it.each([['command: [a, b]'], ['command:'], ['command: null'], ['command: []'], ['command: {sh: x}']])(
    'is silent on %s',
    (container) => expect(only(podWith(container), own)).toEqual([]),
  );

  it.each([
    ['command: sleep 1000 # long', 'command: ["sleep", "1000"] # long', 'command: ["sh", "-c", "sleep 1000"] # long'],
    ['command: nginx', 'command: ["nginx"]'],
    ['command: sh -c "echo hi; ls"', 'command: ["sh", "-c", "echo hi; ls"]'],
    ['args: --port $(PORT)', 'args: ["--port", "$(PORT)"]'],
    [
      'command: |\n  sleep 1000\nargs: [a]',
      'command: [sleep, "1000"]\nargs: [a]',
      'command: [sh, -c, sleep 1000]\nargs: [a]',
    ],
    ['command: >-\n  sleep\n  1000\nargs:\n- "a"', 'command:\n  - sleep\n  - "1000"\nargs:\n- "a"'],
    ["command: sleep 1000\nargs: ['a']", "command: ['sleep', '1000']\nargs: ['a']"],
    ['command: sleep 1000 # c\nargs:\n  - a', 'command: # c\n  - sleep\n  - "1000"\nargs:\n  - a'],
    ['command: \'["sleep", "1000"]\'', "command: ['sleep', '1000']"],
    ['command: true', 'command: ["true"]'],
    ['command: 0x10', 'command: ["0x10"]'],
    ['livenessProbe: {exec: {command: cat /x}}', 'livenessProbe: {exec: {command: ["cat", "/x"]}}'],
    ['command: [sh, -c]\nargs: echo hi && ls', 'command: [sh, -c]\nargs: [echo hi && ls]'],
    ['command: ["python", "-c"]\nargs: print(1)', 'command: ["python", "-c"]\nargs: ["print(1)"]'],
  ])('%j is split, safely', (before, after, shell?: string) => {
    const [first] = find(podWith(before)).filter(({ problem }) => problem.code === own);
    expect(first).toBeDefined();
    expect(fixed(podWith(before), own)).toBe(podWith(after));
    if (shell) expect(fixed(podWith(before), own, 1)).toBe(podWith(shell));
    expect(find(podWith(after)).filter(({ problem }) => problem.severity === 'error')).toEqual([]);
  });

  it.each([
    ['command: sleep 1 && ls', 'command: ["sh", "-c", "sleep 1 && ls"]'],
    ['command: echo $(date)', 'command: ["sh", "-c", "echo $(date)"]'],
    [
      'command: echo $(date)\nenv: [{name: date, value: x}]',
      'command: ["echo", "$(date)"]\nenv: [{name: date, value: x}]',
    ],
    ['command: sh -c echo hi && ls', 'command: ["sh", "-c", "echo hi && ls"]'],
    ['command: bash -ec echo hi', 'command: ["bash", "-ec", "echo hi"]'],
    [
      'command: | # why\n  set -e\n    echo "a"\nargs: [a]',
      'command: # why\n  - sh\n  - -c\n  - |\n    set -e\n      echo "a"\nargs: [a]',
    ],
    ['command: |2\n    a\n  b\nargs: [a]', 'command:\n  - sh\n  - -c\n  - "  a\\nb\\n"\nargs: [a]'],
    ['command: [sh]\nargs: "echo hi"', 'command: [sh]\nargs: [-c, echo hi]'],
    ['command: [java]\nargs: -jar $JAR', 'command: [java]\nargs: [-jar, $JAR]'],
    ['args: while true; do date; done', 'args: ["sh", "-c", "while true; do date; done"]'],
    ['command: [app, -verbose]\nargs: a b', 'command: [app, -verbose]\nargs: [a, b]'],
    ["command: echo it's", 'command: ["echo", "it\'s"]'],
    ['command: “sleep” 5', 'command: ["sleep", "5"]'],
  ])('%j becomes what was meant', (before, after) => expect(fixed(podWith(before), own)).toBe(podWith(after)));

  it('splits at blanks on Windows, and takes an empty command away', () => {
    expect(fixTitles(podWith('command: C:\\a.exe -x', 'os: {name: windows}'), own)).toEqual([
      'Change to ["C:\\\\a.exe", "-x"]',
    ]);
    expect(fixTitles(podWith('command: ping && x y', 'os: {name: windows}'), own)).toHaveLength(1);
    expect(fixed(podWith('command: ""\nargs: [a]'), own)).toBe(podWith('args: [a]'));
  });

  it('offers both ways, the right one first', () => {
    expect(fixTitles(podWith('command: sleep 1000'), own)).toEqual([
      'Change to ["sleep", "1000"]',
      'Run it with a shell: ["sh", "-c", "sleep 1000"]',
    ]);
    expect(fixTitles(podWith('command: sleep 1 | cat'), own)).toEqual([
      'Run it with a shell: ["sh", "-c", "sleep 1 | cat"]',
    ]);
  });

  it('leaves a text alone that an alias uses elsewhere, and writes JSON in JSON', () => {
    expect(fixTitles(podWith('command: &c sleep 5\nworkingDir: *c'), own)).toEqual([]);
    const json = (command: string) =>
      `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "x", "command": ${command}}]}}`;
    expect(fixed(json('"echo \\"a\\" b"'), own)).toBe(json('["echo", "a", "b"]'));
    expect(fixed(json('"echo \'\\"\' b"'), own)).toBe(json('["echo", "\\"", "b"]'));
    const windows = podWith('command: |\n  a\n  b\nargs: [a]').replaceAll('\n', '\r\n');
    expect(fixed(windows, own)).toBe(
      podWith('command:\n  - sh\n  - -c\n  - |\n    a\n    b\nargs: [a]').replaceAll('\n', '\r\n'),
    );
  });
});

describe('exec-not-object', () => {
  it('is the only error, at the field itself', () => {
    expectMarked(podWith('livenessProbe:\n  exec: «exec-not-object|cat /x»'));
    expectMarked(podWith('livenessProbe:\n  «exec-not-object|exec»: [cat, /x]'));
    expectMarked(podWith('lifecycle:\n  preStop: «exec-not-object|sleep 5»\n  «exec-not-object|postStart»: [a]'));
    expect(lines(podWith('livenessProbe: {exec: [a]}')).map((line) => line.split(': ')[0])).toEqual([
      'error exec-not-object spec.containers[0].livenessProbe.exec',
    ]);
  });

  it.each([
    ['livenessProbe:\n  exec: cat /x # c', 'livenessProbe:\n  exec:\n    command: ["cat", "/x"] # c'],
    [
      'livenessProbe:\n  exec: cat /x\nargs:\n- a',
      'livenessProbe:\n  exec:\n    command:\n      - cat\n      - /x\nargs:\n- a',
    ],
    ['livenessProbe: {exec: cat /x}', 'livenessProbe: {exec: {command: ["cat", "/x"]}}'],
    ['livenessProbe:\n  exec: ["cat", 5] # c', 'livenessProbe:\n  exec:\n    command: ["cat", "5"] # c'],
    [
      'livenessProbe:\n  exec: # a\n    - cat # b\n    # c\n    - yes',
      'livenessProbe:\n  exec: # a\n    command:\n      - cat # b\n      # c\n      - "yes"',
    ],
    ['livenessProbe: {exec: [cat, /x]}', 'livenessProbe: {exec: {command: [cat, /x]}}'],
    ['lifecycle:\n  preStop: sleep 5', 'lifecycle:\n  preStop:\n    exec:\n      command: ["sleep", "5"]'],
    ['lifecycle:\n  preStop: [sleep, 5]', 'lifecycle:\n  preStop:\n    exec:\n      command: [sleep, "5"]'],
    ['lifecycle: {preStop: [sleep, "5"]}', 'lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}'],
    [
      'lifecycle:\n  preStop: |\n    a\n    b',
      'lifecycle:\n  preStop:\n    exec:\n      command:\n        - sh\n        - -c\n        - |\n          a\n          b',
    ],
    ['livenessProbe:\n  exec:\n  - command: [a]\n    # c', 'livenessProbe:\n  exec:\n    command: [a]\n    # c'],
    ['livenessProbe: {exec: [{command: [a]}]}', 'livenessProbe: {exec: {command: [a]}}'],
    [
      'lifecycle:\n  preStop:\n    - exec:\n        command: [a]',
      'lifecycle:\n  preStop:\n      exec:\n        command: [a]',
    ],
  ])('%j is nested', (before, after) => {
    expect(fixed(podWith(before), 'exec-not-object')).toBe(podWith(after));
    expect(codes(podWith(after)).filter((code) => code !== 'container-exits-at-once')).toEqual([]);
  });

  it.each([
    ['livenessProbe: {exec: {command: [a]}}'],
    ['livenessProbe: {exec: 5}'],
    ['lifecycle: {preStop: {sleep: {seconds: 5}}}'],
  ])('is silent on %s', (container) => expect(only(podWith(container), 'exec-not-object')).toEqual([]));
});

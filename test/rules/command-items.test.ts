import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const errorsIn = (text: string) => find(text).filter(({ problem }) => problem.severity === 'error');

describe('items of a command', () => {
  it.each([
    ['command: [a, «command-item-not-string|1000»]'],
    ['args:\n- a\n- «command-item-not-string|0.5»\n- «command-item-not-string|yes»\n- «command-item-not-string|y»'],
    ['livenessProbe: {exec: {command: [a, «command-item-not-string|true»]}}'],
    ['lifecycle: {preStop: {exec: {command: [a, «command-item-null|null»]}}}'],
    ['command:\n- a\n«command-item-null|-»'],
    ['command: [«command-item-nested|[a, b]»]'],
    ['command:\n- a\n- «command-item-nested|- b»\n  - c'],
    ['command:\n- sh\n- -c\n- «command-item-map|echo "a: b"» # c'],
    ['command: [sh, -c, «command-item-map|echo "a: b"»]'],
    ['command: [find, /, -exec, rm, «command-item-map|{}», "\\\\;"]'],
  ])('that are no strings are marked once: %s', (container) => expectMarked(podWith(container)));

  it.each([
    ['command: ["1000", "true", \'y\', "null", ""]'],
    ['command: [sleep, infinity, 1.2.3, 10s, 0x, "{}"]'],
    ['command: [sh, -c, \'echo "a: b"\', http://a:80, a:b]'],
    ['command: !!str 5'],
  ])('that are strings are fine: %s', (container) =>
    expect(codes(podWith(container)).filter((code) => code.startsWith('command-item'))).toEqual([]),
  );

  it('have the path of the API server, in the template of a Deployment as well', () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      initContainers: [{name: i, image: i, command: [a, 1]}]
      containers: [{name: c, image: c, args: [[a]], livenessProbe: {exec: {command: [a, b: c]}}}]
`;
    expect(lines(text).map((line) => line.split(': ')[0])).toEqual([
      'error command-item-not-string spec.template.spec.initContainers[0].command[1]',
      'error command-item-nested spec.template.spec.containers[0].args[0]',
      'error command-item-map spec.template.spec.containers[0].livenessProbe.exec.command[1]',
    ]);
  });

  it.each([
    ['command-item-not-string', 'command: [sleep, 1000] # c', 'command: [sleep, "1000"] # c'],
    ['command-item-not-string', "command: ['sleep', 1_000]", "command: ['sleep', '1_000']"],
    ['command-item-not-string', 'command:\n- sleep\n# c\n- 0x10 # d\n- a', 'command:\n- sleep\n# c\n- "0x10" # d\n- a'],
    ['command-item-null', 'command:\n- a\n-\n- b # c', 'command:\n- a\n- b # c'],
    ['command-item-null', 'command: [a, null]', 'command: [a, "null"]'],
    ['command-item-nested', 'command: [[sh, -c], "a", 5]', 'command: [sh, -c, "a", 5]'],
    ['command-item-nested', 'command: [["sh", 5]] # c', 'command: ["sh", "5"] # c'],
    ['command-item-nested', 'command:\n- [sh, "-c"] # c\n- a', 'command:\n- sh\n- "-c" # c\n- a'],
    [
      'command-item-nested',
      'command:\n- - sh # a\n  # b\n  - |\n    echo\n      x\n- c',
      'command:\n- sh # a\n# b\n- |\n  echo\n    x\n- c',
    ],
    ['command-item-nested', 'command:\n  -\n    - sh\n    - 1', 'command:\n  - sh\n  - "1"'],
    ['command-item-nested', 'command:\n- a\n- []', 'command:\n- a'],
    ['command-item-nested', 'command: [[[sh, -c], [[true]]], a]', 'command: [sh, -c, "true", a]'],
    ['command-item-nested', 'command:\n- [[sh, -c], 5]', 'command:\n- sh\n- -c\n- "5"'],
    ['command-item-null', 'command: [a, null, &x b]', 'command: [a, "null", &x b]'],
    ['command-item-map', 'command:\n- sh\n- echo "a: b" # c', 'command:\n- sh\n- \'echo "a: b"\' # c'],
    ['command-item-map', 'command: [sh, -c, echo "a: b", x]', 'command: [sh, -c, \'echo "a: b"\', x]'],
    ['command-item-map', 'command: [sh, -c, echo "a: b, c: d", x]', 'command: [sh, -c, \'echo "a: b, c: d"\', x]'],
    ['command-item-map', 'command:\n- echo "a: b # c"', 'command:\n- \'echo "a: b # c"\''],
    ['command-item-map', 'command:\n- echo it:', 'command:\n- "echo it:"'],
    ['command-item-map', "command:\n- 'a'\n- echo a: it's", "command:\n- 'a'\n- \"echo a: it's\""],
    ['command-item-map', 'args:\n- --port: 8080', 'args:\n- --port=8080'],
    ['command-item-map', 'command: [find, -exec, rm, {}, ";"]', 'command: [find, -exec, rm, "{}", ";"]'],
  ])('%s: %j is mended', (code, before, after) => {
    const mended = fixed(podWith(before.replace(/, 5\]$/, ', "5"]')), code);
    expect(mended).toBe(podWith(after.replace(/, 5\]$/, ', "5"]')));
    expect(errorsIn(mended)).toEqual([]);
  });

  it('are left alone where the fix would lose a comment, or an alias stands in between', () => {
    expect(fixTitles(podWith('command:\n- [a, # c\n   b]'), 'command-item-nested')).toEqual([]);
    expect(fixTitles(podWith('env: [{name: A, value: &v 5}]\ncommand: [a, *v]'), 'command-item-not-string')).toEqual(
      [],
    );
    expect(fixed(podWith('command: [null, !!str 5]'), 'command-item-null', 1)).toBe(podWith('command: [!!str 5]'));
    expect(fixTitles(podWith('command:\n-'), 'command-item-null')).toEqual(['Remove the empty entry']);
    expect(fixTitles(podWith('command: [a, null]'), 'command-item-null')).toEqual([
      'Quote null',
      'Remove the empty entry',
    ]);
  });
});

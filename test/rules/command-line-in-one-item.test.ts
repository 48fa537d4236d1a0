import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const own = 'command-line-in-one-item';

describe(own, () => {
  it.each([
    ['command: [«command-line-in-one-item|"sleep 1000"»]'],
    ["command: [«command-line-in-one-item|sh -c 'echo hi'»]"],
    ['command: [«command-line-in-one-item|sh -c», echo hi]'],
    ['command: [«command-line-in-one-item|/bin/sh -c»]\nargs: [echo hi]'],
    ['command: [«command-line-in-one-item|echo $HOME && ls»]'],
    ['command: [«command-line-in-one-item|A=b cmd»]'],
    ['command:\n- «command-line-in-one-item||»\n  set -e\n  echo hi'],
    ['livenessProbe: {exec: {command: [«command-line-in-one-item|cat /x»]}}'],
    ['lifecycle: {preStop: {exec: {command: [«command-line-in-one-item|sleep 5»]}}}'],
  ])('is found once: %s', (container) => expectMarked(podWith(container), {}, ['container-exits-at-once']));

  it.each([
    ['command: [sleep, "1000"]'],
    ['command: [sh, -c, "echo hi && ls"]'],
    ['args: ["--flag value"]'],
    ['command: []\nargs: ["sleep 1000"]'],
    ['command: [app, "a b"]'],
    ["command: ['C:\\Program Files\\app.exe']"],
    ["command: ['/opt/my\\ app/run']"],
    ['command: [“sleep 1000”]'],
    ['command: sleep 1000'],
    ['command: [sleep 1000, [a]]'],
  ])('is silent on %s', (container) => expect(codes(podWith(container))).not.toContain(own));

  it('is silent on Windows', () =>
    expect(codes(podWith('command: [my app.exe]', 'os: {name: windows}'))).not.toContain(own));

  it.each([
    ['command: ["sleep 1000"]', 'exec: "sleep 1000": executable file not found in $PATH. Write ["sleep", "1000"].'],
    ['command: [\'sh -c "a"\']', 'exec: "sh -c \\"a\\"": executable file not found in $PATH.'],
    ['command: [/bin/sleep 1000]', 'exec: "/bin/sleep 1000": stat /bin/sleep 1000: no such file or directory.'],
    ['livenessProbe: {exec: {command: [cat /x]}}', 'so `livenessProbe` fails'],
  ])('tells what will be seen of %s', (container, message) => {
    expect(lines(podWith(container)).find((line) => line.includes(own))).toContain(message);
  });

  it.each([
    ['command: ["sleep 1000"] # c', 'command: ["sleep", "1000"] # c', 'command: ["sh", "-c", "sleep 1000"] # c'],
    ["command: ['sleep 1000']", "command: ['sleep', '1000']"],
    ['command:\n  - sleep 1000 # c\n  # d\n  - x', 'command:\n  - sleep\n  - "1000" # c\n  # d\n  - x'],
    ['command: [sh -c, echo hi]', 'command: [sh, -c, echo hi]'],
    ["command: [sh -c 'echo hi']", 'command: [sh, -c, echo hi]'],
    ['command: [/bin/sh -c]\nargs: [echo]', 'command: [/bin/sh, -c]\nargs: [echo]'],
    ['command:\n- |\n  sleep 5\n', 'command:\n- sleep\n- "5"\n'],
    ['command: ["echo $HOME && ls"]', 'command: ["sh", "-c", "echo $HOME && ls"]'],
    ['command: ["cd /app &&", "npm start"]', 'command: ["sh", "-c", "cd /app && npm start"]'],
    ['command:\n- |\n  set -e\n  echo', 'command:\n- sh\n- -c\n- |\n  set -e\n  echo'],
  ])('%j is split', (before, after, shell?: string) => {
    expect(fixed(podWith(before), own)).toBe(podWith(after));
    if (shell) expect(fixed(podWith(before), own, 1)).toBe(podWith(shell));
    expect(codes(podWith(after))).not.toContain(own);
  });

  it('has no fix that would lose something', () => {
    expect(fixTitles(podWith('command: ["a && b"]\nargs: [c]'), own)).toEqual([]);
    expect(fixTitles(podWith('command:\n- a &&\n# c\n- b'), own)).toEqual([]);
  });
});

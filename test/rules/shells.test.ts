import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/service/features/fixAll.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { codes, expectMarked, fixed, fixTitles, lines, manifestOf, podWith } from '../helpers/manifests.ts';

const own = [
  'shell-without-c',
  'shell-c-without-script',
  'shell-ignored-args',
  'shell-syntax-without-shell',
  'variable-without-shell',
];
const exits = ['container-exits-at-once'];
const marked = (container: string) => expectMarked(podWith(container), {}, exits);
const ownCodes = (container: string, podLines?: string) =>
  codes(podWith(container, podLines)).filter((code) => own.includes(code));

function expectFix(before: string, code: string, after: string) {
  expect(fixed(podWith(before), code)).toBe(podWith(after));
  expect(ownCodes(after)).toEqual([]);
}

describe('shell-without-c', () => {
  it.each([
    ['command: [sh, «shell-without-c|echo hi»]'],
    ['command: [/bin/bash, -e, «shell-without-c|ls; date»]'],
    ['command: [sh]\nargs: [«shell-without-c|echo hi»]'],
    ['args: [bash, «shell-without-c|echo hi»]'],
    ['command: [env, A=b, sh, «shell-without-c|echo hi»]'],
    ['command:\n- sh\n- «shell-without-c||»\n  echo\n  ls'],
    ['readinessProbe: {exec: {command: [sh, «shell-without-c|/run.sh --all»]}}'],
  ])('finds %s', marked);

  it.each([
    ['command: [sh, /scripts/run.sh]'],
    ['command: [bash, run.sh, "a b"]'],
    ['command: [bash, -s, "a b"]'],
    ['command: [bash, --version]'],
    ['command: [sh]'],
    ['command: [sh, -i]'],
    ['command: [bash, -l]'],
    ['command: [sh, -]'],
    ['command: [sh, $(SCRIPT)]'],
    ['command: [sh, /opt/my scripts/run.sh]'],
    ['command: [sh, [a b]]'],
    ['command: [python, "print 1"]'],
  ])('is silent on %s', (container) => expect(ownCodes(container)).toEqual([]));

  it.each([
    ['command: ["sh", "echo hi"] # c', 'command: ["sh", "-c", "echo hi"] # c'],
    ['command: [sh]\nargs: ["echo hi"]', 'command: [sh]\nargs: ["-c", "echo hi"]'],
    ['command:\n  - bash # a\n  # b\n  - &s echo hi # c', 'command:\n  - bash # a\n  # b\n  - -c\n  - &s echo hi # c'],
    ["command:\n- 'sh'\n- 'a b'", "command:\n- 'sh'\n- '-c'\n- 'a b'"],
    ['command: [sh, --, echo hi]', 'command: [sh, -c, --, echo hi]'],
    ['command: [\n  sh, # a\n  echo hi\n]', 'command: [\n  sh, # a\n  -c, echo hi\n]'],
  ])('%j gets it', (before, after) => expectFix(before, 'shell-without-c', after));

  it('gets no second one where it stands behind the script', () => {
    expect(fixTitles(podWith('command: [sh, echo hi, -c]'), 'shell-without-c')).toEqual([]);
  });

  it.each([
    ['sh', "sh: can't open 'a b': No such file or directory"],
    ['bash', 'bash: a b: No such file or directory'],
    ['dash', 'dash: 0: cannot open a b: No such file'],
  ])('says what %s says', (shell, message) => expect(lines(podWith(`command: [${shell}, a b]`))[0]).toContain(message));
});

describe('shell-c-without-script', () => {
  it.each([
    ['command: [sh, «shell-c-without-script|-c»]'],
    ['command: [sh]\nargs: [«shell-c-without-script|-c»]'],
    ['command: [tini, --, bash, «shell-c-without-script|-ec»]'],
    ['command: [bash, «shell-c-without-script|-c», -e]'],
  ])('finds %s', marked);

  it.each([
    ['command: [sh, -c]\nargs: [ls]'],
    ['command: [sh, -c, ""]'],
    ['command: [sh, -c]\nargs: ls'],
    ['command: [sh, -c, 5]'],
    ['command: [sh, -c, echo "a: b"]'],
    ['command: [app, -c]'],
  ])('is silent on %s', (container) => expect(ownCodes(container)).toEqual([]));
});

describe('shell-ignored-args', () => {
  it.each([
    ['command: [sh, -c, echo a, «shell-ignored-args|echo b», echo c]'],
    ['command: [sh, -c]\nargs: [echo a, «shell-ignored-args|echo b»]'],
    ['command: [sh, -c, echo a]\nargs: [«shell-ignored-args|echo b»]'],
    ['command: [sh, -c, sleep, «shell-ignored-args|"1000"»]'],
    ['lifecycle: {preStop: {exec: {command: [sh, -c, a, «shell-ignored-args|b»]}}}'],
  ])('finds %s', marked);

  it.each([
    ["command: [sh, -c, 'echo $0', a]"],
    ['command: [sh, -c, \'exec "$@"\', sh, a]'],
    [`command: [sh, -c, 'echo \${1:-x}', sh, a]`],
    ["command: [sh, -c, 'echo $#', sh, a]"],
    ["command: [sh, -c, 'for a; do echo; done', sh, a]"],
    ["command: [sh, -c, 'shift', sh, a]"],
    ['command: [sh, -c, $(SCRIPT), a]'],
    ['command: [sh, -c, echo a, --]'],
    ['command: [sh, -c, echo a, /bin/sh]'],
    ['command: [sh, run.sh, a, b]'],
  ])('is silent on %s', (container) => expect(ownCodes(container)).toEqual([]));

  it.each([
    ['command: [sh, -c, echo a, echo b] # c', 'command: [sh, -c, echo a && echo b] # c'],
    ['command: ["sh", "-c", "sleep", "1000"]', 'command: ["sh", "-c", "sleep 1000"]'],
    ['command: [sh, -c, cd /app &&, npm start]', 'command: [sh, -c, cd /app && npm start]'],
    ['command: [sh, -c, echo a, "&&", echo b]', 'command: [sh, -c, echo a && echo b]'],
    ['command: [sh, -c]\nargs:\n- echo a\n- echo b', 'command: [sh, -c]\nargs:\n- echo a && echo b'],
    ['command: [sh, -c, echo a]\nargs: [echo b]\ntty: true', 'command: [sh, -c, echo a && echo b]\ntty: true'],
    ['command:\n- sh\n- -c\n- |\n  a\n  b\n- echo c', 'command:\n- sh\n- -c\n- |\n  a\n  b\n  echo c'],
    ['command: [sh, -c, echo, a b]', "command: [sh, -c, echo 'a b']"],
  ])('%j becomes one script', (before, after) => expectFix(before, 'shell-ignored-args', after));

  it('keeps comments rather than mend', () =>
    expect(fixTitles(podWith('command: [sh, -c, a b]\nargs:\n# why\n- c d'), 'shell-ignored-args')).toEqual([]));
});

describe('shell-syntax-without-shell', () => {
  it.each([
    ['command: [echo, hello, «shell-syntax-without-shell|"&&"», sleep, "5", "&&", ls]'],
    ['command: [echo]\nargs: [a, «shell-syntax-without-shell|">"», /x]'],
    ['args: [a, «shell-syntax-without-shell|"|"», b]'],
    ['command: [tini, --, a, «shell-syntax-without-shell|2>&1»]'],
    ['command: [echo, $HOME, «shell-syntax-without-shell|;», ls]'],
    ['livenessProbe: {exec: {command: [ls, «shell-syntax-without-shell|"||"», exit, "1"]}}'],
    ['command: [rm, -rf, «shell-syntax-without-shell|/data/*», /b/*]'],
    ['command: [/bin/ls]\nargs: [«shell-syntax-without-shell|~/a»]'],
    ['lifecycle: {preStop: {exec: {command: [tini, --, cp, -r, «shell-syntax-without-shell|"/a/?.txt"», /b]}}}'],
    ['args: [«shell-syntax-without-shell|--name=$(hostname)»]'],
    ['command: [app, «shell-syntax-without-shell|"--token=$(cat /var/token)"»]'],
  ])('finds %s', marked);

  it.each([
    ['command: [sh, -c, "a && b"]'],
    ['command: [bash, run.sh, "&&"]'],
    ['command: [find, /, -exec, rm, "{}", ;]'],
    ['command: [cut, -d, ;]'],
    ['command: [app, --separator, "|"]'],
    ['command: [awk, "|"]'],
    ['command: [expr, "1", ">", "2"]'],
    ['command: [app, "a && b", "x|y", "a;"]'],
    ['command: [cmd, /c, a, "&&", b]'],
    ['command: ["&&"]'],
    ['command: [find, /data, -name, "*.txt"]'],
    ['command: [rm, -rf, --exclude=*, "a*b c", "\\\\*", a~]'],
    ['command: [grep, "a*", ~/x]'],
    ['command: [sh, -c, "rm /data/* $(hostname)"]'],
    ['args: [--tag=$(tag), --x=$(params.name), $(HOSTNAME), "$(date_format)"]'],
    ['command: [bash, run.sh, $(hostname), /data/*]'],
    ['args: [--name=$(hostname)]\nenv: [{name: hostname, value: a}]'],
  ])('is silent on %s', (container) => expect(ownCodes(container)).toEqual([]));

  it.each([
    ['command: [echo, hello, "&&", sleep, "5"] # c', 'command: [sh, -c, echo hello && sleep 5] # c'],
    ['command: [echo]\nargs: [hello world, ">", /x]', "command: [sh, -c]\nargs: [echo 'hello world' > /x]"],
    ['command:\n-\n- ";"', `command:\n- sh\n- -c\n- "'' ;"`],
    ['args: [echo, a, "|", cat]', 'args: [sh, -c, echo a | cat]'],
    ['command: [rm, -rf, /data/*] # c', 'command: [sh, -c, rm -rf /data/*] # c'],
    ['command: [app, --name=$(hostname)]', 'command: [sh, -c, app --name=$(hostname)]'],
    ['command: [app, --t=$(cat /t)]', 'command: [sh, -c, app "--t=$(cat /t)"]'],
    ['command:\n- echo\n- $HOME\n- ";"\n- ls', 'command:\n- sh\n- -c\n- echo "$HOME" ; ls'],
  ])('%j is run by a shell', (before, after) => expectFix(before, 'shell-syntax-without-shell', after));

  it.each([
    ['args: [--a, "&&", b]', ''],
    ['command:\n- a\n# why\n- "&&"\n- b', ''],
    ['command: [a, "&&", b]', 'os: {name: windows}'],
  ])('has no fix for %j', (container, podLines) =>
    expect(fixTitles(podWith(container, podLines), 'shell-syntax-without-shell')).toEqual([]),
  );
});

describe('variable-without-shell', () => {
  const env = 'env: [{name: my_ip, value: a}, {name: MY_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]';

  it.each([
    [`args: ["--host=«variable-without-shell|$MY_IP»", "«variable-without-shell|\${MY_IP}»:80"]\n${env}`],
    [`command: [app, «variable-without-shell|$my_ip»]\n${env}`],
    [`command:\n- app\n- |\n  a: «variable-without-shell|$my_ip»\n${env}`],
    ['command: [echo, "a «variable-without-shell|$HOME»"]'],
    [`args: ["--x=«variable-without-shell|\${API_KEY}»"]\nenvFrom: [{secretRef: {name: a}}]`],
    ['args: [--x=«variable-without-shell|$DB_SERVICE_HOST»]'],
    [`command: [tini, --, app, «variable-without-shell|$my_ip»]\n${env}`],
    [`lifecycle: {preStop: {exec: {command: [app, «variable-without-shell|$my_ip»]}}}\n${env}`],
  ])('finds %s', marked);

  it.each([
    [`args: [$(MY_IP), $$MY_IP, '\\$MY_IP', $MY_IPS, "$ MY_IP", foo$]\n${env}`],
    [`command: [sh, -c, "echo $MY_IP"]\n${env}`],
    [`command: [envsubst, $MY_IP]\n${env}`],
    [`command: [java, "-Dhost=\${MY_IP}"]\n${env}`],
    ['args: [--password=pa$HOME, $.items, "--format={{$x}}", $1, ^a$, "$remote_addr"]'],
    [`args: [--x=$API_KEY, "\${NODE_IP}"]`],
    ['args: [--x=$lower, pa$WORD]\nenvFrom: [{secretRef: {name: a}}]'],
    ['command: [awk, "{print $HOME}"]'],
  ])('is silent on %s', (container) => expect(ownCodes(container)).toEqual([]));

  it.each([
    [`args: ["--host=$MY_IP"] # c\n${env}`, `args: ["--host=$(MY_IP)"] # c\n${env}`],
    [`args:\n- --host=\${my_ip}:80\n${env}`, `args:\n- --host=$(my_ip):80\n${env}`],
    [
      `livenessProbe: {exec: {command: [a, $my_ip]}}\n${env}`,
      `livenessProbe: {exec: {command: [a, $(my_ip)]}}\n${env}`,
    ],
    [
      `livenessProbe: {exec: {command: [a, $MY_IP]}}\n${env}`,
      `livenessProbe: {exec: {command: [sh, -c, a "$MY_IP"]}}\n${env}`,
    ],
    [
      `lifecycle: {preStop: {exec: {command: [a, $my_ip]}}}\n${env}`,
      `lifecycle: {preStop: {exec: {command: [sh, -c, a "$my_ip"]}}}\n${env}`,
    ],
    [
      'command: [a, $HOME]\nenvFrom: [{secretRef: {name: a}}]',
      'command: [sh, -c, a "$HOME"]\nenvFrom: [{secretRef: {name: a}}]',
    ],
    ['args: [$A_SERVICE_HOST]', 'args: [$(A_SERVICE_HOST)]'],
    ['command: [echo, $HOME]', 'command: [sh, -c, echo "$HOME"]'],
  ])('%j is mended', (before, after) => {
    expect(ownCodes(before)).toContain('variable-without-shell');
    expectFix(before, 'variable-without-shell', after);
  });

  it('is replaced on save only where the variable is known', () => {
    const saved = (text: string) => fixAll(manifestOf(text), defaultSettings).length;
    expect(saved(podWith(`args: [$MY_IP]\n${env}`))).toBe(1);
    expect(saved(podWith('args: [$MY_IP]\nenvFrom: [{secretRef: {name: a}}]'))).toBe(0);
  });
});

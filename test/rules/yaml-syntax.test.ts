import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/service/rules/index.ts';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const others = rules.map(({ code }) => code).filter((code) => code !== 'yaml-syntax');
const expectOwn = (marked: string) => expectMarked(marked, {}, others);

describe('the place of the mistake', () => {
  it.each([
    ['a space missing behind a colon', podWith('tty: true').replace('image: nginx', 'image«yaml-syntax|:»nginx')],
    ['before a line that goes deeper', podWith('tty:true').replace('tty:true', 'tty«yaml-syntax|:»true')],
    ['behind a dash', podWith('tty: true').replace('- name: app', '«yaml-syntax|-»name: app')],
    ['a second colon', podWith('env:\n  - name: A\n    value: it«yaml-syntax|:» is')],
    ['a key without a colon', podWith('«yaml-syntax|ima»')],
    ['a key without a colon before others', podWith('«yaml-syntax|ima» # image\ntty: true')],
    [
      'a line too far left',
      podWith('tty: true').replace('      tty', '     «yaml-syntax|t»ty').replace('t»ty', 't»ty'),
    ],
    ['an item too far left', podWith('args:\n  - a\n «yaml-syntax|-» b')],
    ['an open quote', podWith('args: [«yaml-syntax|"»a]\ntty: true')],
    ['an open bracket', podWith('args: [a, «yaml-syntax|b»\ntty: true')],
    ['an open bracket at the end', podWith('args: [a, "b«yaml-syntax|"»')],
    ['a tab', podWith('tty: true').replace('      tty', '«yaml-syntax|\t»tty')],
    ['@', podWith('args:\n  - «yaml-syntax|@»x')],
    ['a value behind a value', podWith('', 'nodeSelector: {app: «yaml-syntax|w»eb tier: front}')],
    ['a missing comma', podWith('args: ["sh" «yaml-syntax|"»-c"]')],
    ['a glob', podWith('args: [«yaml-syntax|*».txt]')],
    ['an alias without an anchor', podWith('args: [«yaml-syntax|*x»]')],
    ['an alias inside its anchor', podWith('args: &a [«yaml-syntax|*a»]')],
    ['an escape', podWith('args: ["«yaml-syntax|\\d»"]')],
    ['infinity', podWith('args: [«yaml-syntax|.inf»]')],
    ['a null key', podWith('args: [{«yaml-syntax|~»: a}]')],
    ['a merge of no map', podWith('<<: «yaml-syntax|x»')],
    ['a tag that does not fit', podWith('tty: !!bool «yaml-syntax|maybe»')],
    ['a control character', podWith('args: ["a«yaml-syntax|\u0007»"]')],
    ['text behind a marker', `«yaml-syntax|--- x»\n${podWith('tty: true')}`],
  ])('%s', (_, marked) => expectOwn(marked));

  it('is told once for a List, also where its first item is no workload', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n${podWith('tty: true\nargs: [*x]').replace(/^/gm, '  ').replace('  ', '- ')}`;
    expect(codes(list)).toEqual(['yaml-syntax']);
  });

  it('leaves what stands before it checked, and says nothing of the rest', () => {
    expect(codes(podWith('tyt: true\nargs: ["a]\nsdtin: true'))).toEqual(['unknown-field', 'yaml-syntax']);
  });

  describe('does not miss what stands behind it', () => {
    const pod = (metadata: string, container = 'image: nginx:1.27') => `apiVersion: v1
kind: Pod
metadata:
  name: app
  ${metadata}
spec:
  containers:
    - name: app
      ${container}
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      emptyDir: {}
`;
    it.each([
      ['a key in the making', pod('lab')],
      ['a text in the making', pod("labels: {a: '")],
      ['a map in the making', pod('labels: {a: b')],
      ['a key in the making above the image', pod('labels: {}', 'com\n      image: nginx:1.27')],
      ['a list in the making', pod('labels: {}', 'image: nginx:1.27\n      args: [a, ')],
      ['a text in the making in a list', pod('labels: {}', 'image: nginx:1.27\n      args: [a, "')],
    ])('%s', (_, text) => expect(codes(text)).toEqual(['yaml-syntax']));

    it('where kubectl can read what the parser cannot', () => {
      expect(codes(pod("annotations:\n    a: '[\n      1\n    ]'"))).toEqual([]);
    });
  });
});

it.each([
  ['plain oddities', podWith('args: [a:b, "a: b", -x, =, <, ~x, 1:2, http://x, a#b]')],
  ['flow over lines', podWith('args: [\n  a,\n  b,\n]')],
  ['a document end', `${podWith('tty: true')}...\n`],
  ['a marker with a comment', `--- # one\n${podWith('tty: true')}`],
  ['tabs behind values', podWith('tty: true\t# x\nargs: [a,\tb]')],
  [
    'JSON with tabs and escapes',
    '{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"metadata": {"name": "a"},\n\t"spec": {"containers": [{"name": "a", "image": "b\\/c", "args": ["\\ud83d\\ude00"]}]}\n}\n',
  ],
  ['templates', podWith('tty: {{ .Values.tty }}')],
])('%s is no mistake', (_, text) => {
  expect(codes(text)).not.toContain('yaml-syntax');
});

it.each([
  ['tty:true', 'tty: true'],
  ['args:\n  - @x # at', 'args:\n  - "@x" # at'],
  ['args:\n  - *.txt', 'args:\n  - "*.txt"'],
  ['args: ["\\d"]', "args: ['\\d']"],
  ['args: ["a\u0007"]', 'args: ["a"]'],
  ['args: [a, b', 'args: [a, b]'],
  ['resources: {limits: {cpu: 1}', 'resources: {limits: {cpu: 1}}'],
  ['args: [a, "b]', 'args: [a, "b"]'],
  ['workingDir: "/a # x', 'workingDir: "/a" # x'],
  ['env:\n  - name: A\n    value: it: is # so', 'env:\n  - name: A\n    value: "it: is" # so'],
  ['env:\n  - name: A\n    value: .inf', 'env:\n  - name: A\n    value: ".inf"'],
  ['args: [*x]', 'args: ["*x"]'],
])('mends %j', (wrong, right) => {
  const mended = fixed(podWith(wrong), 'yaml-syntax');
  expect(mended).toBe(podWith(right));
  expect(codes(mended)).not.toContain('yaml-syntax');
});

it('adds a comma between quotes', () => {
  expect(fixed(podWith('args: ["sh" "-c", a]'), 'yaml-syntax')).toBe(podWith('args: ["sh", "-c", a]'));
  expect(fixTitles(podWith('', 'nodeSelector: {app: web tier: front}'), 'yaml-syntax')).toEqual([]);
});

it.each(['{app: -}', '{? app : x}'])('is silent on %s, which kubectl reads', (selector) => {
  expect(codes(podWith('', `nodeSelector: ${selector}`))).not.toContain('yaml-syntax');
});

it('takes the space out of an image first', () => {
  const wrong = podWith('tty: true').replace('nginx:1.27', 'nginx: 1.27');
  expect(fixTitles(wrong, 'yaml-syntax')).toEqual(['Remove the space', 'Quote the value']);
  expect(fixed(wrong, 'yaml-syntax')).toBe(podWith('tty: true'));
});

describe('tabs', () => {
  const tabs = (text: string) => text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));

  it('become spaces', () => {
    const text = podWith('args:\n  - |\n    all:\n    \tmake');
    const wrong = text.replace(/^( +)(?=\S)/gm, (blanks) => '\t'.repeat(blanks.length / 2));
    expect(fixed(wrong, 'yaml-syntax')).toBe(text);
  });

  it.each(['\n', '\r\n'])('in files with %j', (eol) => {
    const right = podWith('tty: true\nargs:\n  - a').replaceAll('\n', eol);
    expect(fixed(tabs(right), 'yaml-syntax')).toBe(right);
  });

  it('inside of a script stay', () => {
    const right = podWith('args:\n  - |\n    a\n    \tb\ntty: true');
    expect(fixed(right.replace('      tty', '\t\t\ttty'), 'yaml-syntax')).toBe(right);
  });

  it('are not replaced on save where their width is a guess', () => {
    const [problem] = find(podWith('tty: true').replace('      tty', '\ttty'));
    expect(problem?.problem.code).toBe('yaml-syntax');
    expect(fixTitles(podWith('tty: true').replace('      tty', '\ttty'), 'yaml-syntax')).toEqual([
      'Indent with spaces',
    ]);
  });
});

it.each([
  ['tty: true\nstdin', "could not find expected ':'"],
  ['env: [{name: A}]\ntty: a: b', 'mapping values are not allowed in this context'],
  ['args: ["\\d"]', 'found unknown escape character'],
])('says what kubectl says of %j', (wrong, words) => {
  expect(find(podWith(wrong))[0]?.problem.message).toContain(words);
});

it.each(['*/5 * * * *', '* * * * *'])('quotes the schedule %s', (schedule) => {
  const cronJob = (written: string) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: a}
spec:
  schedule: ${written} # often
  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: example.com/b}]}}}}
`;
  expect(fixed(cronJob(schedule), 'yaml-syntax')).toBe(cronJob(`"${schedule}"`));
});

import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../server/src/service/features/foldingRanges.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

const head = 'apiVersion: v1\nkind: Pod\n';

/** The ranges of a text without the lines of its head: `2-4`, `6-7 comment`. */
function folds(text: string, lines = 0): string[] {
  return foldingRanges(manifestOf(text)).map(
    ({ startLine, endLine, kind }) => `${startLine - lines}-${endLine - lines}${kind ? ` ${kind}` : ''}`,
  );
}

/**
 * Checks what folds of a pod spec in which each line that folds ends in `«last line`, counted from `spec:` on, and the kind
 * where it has one.
 */
function expectFolds(marked: string): void {
  const lines = marked.trim().split('\n');
  const expected = lines.flatMap((line, index) => {
    const mark = /«(.+)$/.exec(line)?.[1];
    return mark ? [`${index}-${mark}`] : [];
  });
  const text = head + lines.map((line) => line.replace(/ *«.*$/, '')).join('\n');
  for (const eol of ['\n', '\r\n']) expect(folds(text.replaceAll('\n', eol), 2)).toEqual(expected);
}

describe('what folds', () => {
  it('maps and lists, indented', () =>
    expectFolds(`
spec: «7
  containers: «4
    - name: a «3
      image: b
    - name: c
  volumes: «7
    - name: d «7
      emptyDir: {}`));

  it('lists that are not indented, with their key', () =>
    expectFolds(`
spec: «6
  containers: «4
  - name: a «3
    image: b
  - name: c
  volumes: «6
  - name: d`));

  it('flow collections up to the line of their bracket', () =>
    expectFolds(`
spec: «11
  containers: [ «10
    {name: a},
    { «5
      name: b,
      args: [c, d],
    },
    {name: e, «9
     args: [ «9
       f,
     ]},
  ]`));

  it('texts of several lines', () =>
    expectFolds(`
spec: «10
  containers: «10
    - name: a «10
      args: «10
        - | «8
          # one
          # two

          three
        - "four «10
          five"`));

  it('comments of several lines, and those that are deeper with what they follow', () =>
    expectFolds(`
spec: «16
  # one «2 comment
  # two
    # deeper
  containers: «14
    - name: a «13

      # next «8 comment
      # image
      resources: «11
        # limits: «11 comment
        #   cpu: 1

      # more
    # - name: b

  # single
# outside «18 comment
# outside`));

  it('neither blank lines nor comments behind', () =>
    expectFolds(`
spec: «2
  containers: «2
    - name: a

# end
`));

  it('regions', () =>
    expectFolds(`
spec: «7
  # region containers «6 region
  # of the app
  containers: «5
    - name: a «5
      image: b
  # endregion
  volumes: []`));

  it('regions rather than what ends behind them', () =>
    expectFolds(`
spec: «6
  # region «4 region
  containers:
    - name: a
    # endregion
    - name: b «6
      image: c`));

  it('one thing on a line, the outermost', () =>
    expectFolds(`
spec: «4
  containers: «4
    - env: «4
        - name: a «4
          value: b`));
});

it('folds every document of a file, from its marker on', () => {
  const text = `# first
kind: ConfigMap
data:
  a: b
---
${head}spec:
  containers:
    - name: a

---
kind: ConfigMap
data:
  a: b
# its end

---
`;
  expect(folds(text)).toEqual(['2-3', '4-9', '7-9', '8-9', '11-15', '13-14']);
});

it('folds JSON', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a' }] } };
  expect(folds(JSON.stringify(pod, null, 2))).toEqual(['0-9', '3-8', '4-7', '5-6']);
  expect(folds(JSON.stringify(pod))).toEqual([]);
});

it.each([
  ['another kind', podWith('').replace('Pod', 'Service')],
  ['a template', podWith('tty: {{ .Values.tty }}')],
  ['no YAML', '{{{'],
])('leaves %s to the editor', (_, text) => {
  expect(folds(text)).toEqual([]);
});

import { expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../server/src/service/features/selectionRanges.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

/** What is selected from the `‸` of a text on, one after the other. */
function selections(marked: string): string[] {
  const offset = marked.indexOf('‸');
  const manifest = manifestOf(marked.replace('‸', ''));
  const { document } = manifest;
  const texts: string[] = [];
  let selection: SelectionRange | undefined = selectionRanges(manifest, [document.positionAt(offset)])[0];
  for (; selection; selection = selection.parent) texts.push(document.getText(selection.range));
  return texts;
}

/** What is selected within the first `containers`. */
function inContainers(marked: string): string[] {
  const all = selections(marked);
  return all.slice(
    0,
    all.findIndex((text) => text.startsWith('containers:')),
  );
}

const pod = (container: string) => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - ${container}\n`;

it('grows from the value up to the document', () => {
  const text = pod('name: app\n      image: "ngi‸nx"').replace('apiVersion', '# first\n---\napiVersion');
  const plain = text.replace('‸', '').slice('# first\n'.length);
  expect(selections(text)).toEqual([
    'nginx',
    '"nginx"',
    'image: "nginx"',
    'name: app\n      image: "nginx"',
    '- name: app\n      image: "nginx"',
    'containers:\n    - name: app\n      image: "nginx"',
    'spec:\n  containers:\n    - name: app\n      image: "nginx"',
    plain.slice('---\n'.length, -1),
    plain,
  ]);
});

it.each([
  ['a key', 'na‸me: app', ['name', 'name: app', '- name: app']],
  [
    'a dash',
    'args:\n        ‸- a\n        - b',
    ['- a\n        - b', 'args:\n        - a\n        - b', '- args:\n        - a\n        - b'],
  ],
  ['a list in flow style', 'args: [a, ‸b]', ['b', 'a, b', '[a, b]', 'args: [a, b]', '- args: [a, b]']],
  ['words', "args: ['a b‸c d']", ['bc', 'a bc d', "'a bc d'", "['a bc d']", "args: ['a bc d']", "- args: ['a bc d']"]],
  [
    'a script',
    'args:\n        - |\n          set -e\n          sleep 1‸0\n',
    [
      '10',
      'sleep 10',
      'set -e\n          sleep 10',
      '|\n          set -e\n          sleep 10',
      '- |\n          set -e\n          sleep 10',
      'args:\n        - |\n          set -e\n          sleep 10',
      '- args:\n        - |\n          set -e\n          sleep 10',
    ],
  ],
  [
    'nothing',
    'name: app\n      ‸\n      tty: true',
    ['name: app\n      \n      tty: true', '- name: app\n      \n      tty: true'],
  ],
])('from %s', (_, container, expected) => {
  expect(inContainers(pod(container))).toEqual(expected);
  expect(inContainers(pod(container).replaceAll('\n', '\r\n'))).toEqual(
    expected.map((text) => text.replaceAll('\n', '\r\n')),
  );
});

it('answers each position in its place, also outside of all', () => {
  const manifest = manifestOf(podWith(''));
  const end = manifest.document.positionAt(Number.POSITIVE_INFINITY);
  const found = selectionRanges(manifest, [end, { line: 0, character: 1 }]);
  expect(found.map(({ range }) => manifest.document.getText(range).length)).toEqual([
    podWith('').length,
    'apiVersion'.length,
  ]);
});

it.each([
  ['another kind', podWith('').replace('Pod', 'Service')],
  ['a template', podWith('tty: {{ .Values.tty }}')],
  ['no YAML', '{{{'],
])('leaves %s to the editor', (_, text) => {
  expect(selectionRanges(manifestOf(text), [{ line: 0, character: 0 }])).toEqual([]);
});

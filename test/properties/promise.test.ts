import { expect, it } from 'vitest';
import { find } from '../helpers/manifests.ts';
import { brokenBy, brokenPromises } from '../helpers/promise.ts';

const text = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: b} # name
spec:
  containers:
    - name: app # container
      image: nginx
      terminationMessagePolicy: file
      tty: true
`;

/** An edit that puts something in place of a part of the text. */
function instead(part: string, other: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length, text: other };
}

const mended = instead('file', 'File');

// what tells whether fixes keep their promise must be able to say no
it.each([
  ['nothing', [mended], []],
  ['not mending', [], ['its problem stays']],
  [
    'another problem',
    [mended, instead('      tty: true', '      ttyy: true')],
    ['a new unknown-field spec.containers[].ttyy'],
  ],
  ['wrong syntax', [mended, instead('true\n', 'true\n    x: [\n')], ['a new yaml-syntax ']],
  ['a lost comment', [mended, instead('# name', '#')], ['loses # name']],
  ['a comment that becomes text', [mended, instead(' # container', '# container')], ['loses # container']],
  ['what is not edited', [mended, instead('{', '"{'), instead('}', '}"')], ['"a" becomes undefined']],
] as const)('%s', (_, edits, expected) => {
  const before = find(text);
  const [found] = before;
  const broken = found ? brokenBy(text, before, found, edits) : [];
  expect(broken).toEqual(expected.length > 0 ? expect.arrayContaining([...expected]) : []);
});

it('is asked of every fix', () => expect(brokenPromises(text)).toEqual([]));

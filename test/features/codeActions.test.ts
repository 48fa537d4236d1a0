import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/service/features/codeActions.ts';
import { rangeOf } from '../../server/src/service/features/manifest.ts';
import { defaultSettings, problemsOf } from '../../server/src/service/features/problems.ts';
import { codes, manifestOf, podWith } from '../helpers/manifests.ts';

const broken = podWith('command: sleep 1000');

function actionsFor(text: string, code: string, only?: string[]): CodeAction[] {
  const manifest = manifestOf(text);
  const found = problemsOf(manifest, defaultSettings).find(({ problem }) => problem.code === code);
  if (!found) throw new Error(`no ${code} in ${codes(text).join(', ')}`);
  return codeActions(manifest, rangeOf(manifest, found.placed, found.problem.node), defaultSettings, only && { only });
}

/** The text after the action that suppresses the first problem with a code. */
function suppressed(text: string, code: string, where: 'for this line' | 'in this file'): string {
  const action = actionsFor(text, code).find(({ title }) => title === `Suppress ${code} ${where}`);
  const edits = Object.values(action?.edit?.changes ?? {}).flat();
  return TextDocument.applyEdits(manifestOf(text).document, edits);
}

describe('suppressing for a line', () => {
  it.each([
    ['a line of its own', broken, 'command-not-list', '      # *\n      command: sleep 1000\n'],
    ['CRLF', broken.replaceAll('\n', '\r\n'), 'command-not-list', '      # *\r\n      command: sleep 1000\r\n'],
    [
      'a script',
      podWith('command: [echo]\nargs:\n  - |\n    a\n    $HOME'),
      'variable-without-shell',
      '        # *\n        - |\n',
    ],
    [
      'a quoted text of several lines',
      podWith('command: [echo]\nargs:\n  - "a\n    $HOME"'),
      'variable-without-shell',
      '        # *\n        - "a\n',
    ],
    [
      'a text that starts on the last line of another',
      podWith('command: ["sh", "-c", "a\n  b", "c\n  d"]'),
      'shell-ignored-args',
      '      # *\n      command: ["sh", "-c", "a\n',
    ],
    [
      'a line within brackets',
      podWith('command: ["sh", "-c",\n  "“quoted”"]'),
      'smart-quotes',
      '        # *\n        "“quoted”"]\n',
    ],
    [
      'the first line, behind a byte order mark',
      `\ufeff${broken.replace('v1', 'v2')}`,
      'unknown-api-version',
      '\ufeff# *\napiVersion: v2\n',
    ],
  ])('stands above %s', (_what, text, code, expected) => {
    const after = suppressed(text, code, 'for this line');
    expect(after).toContain(expected.replace('*', `podsmith-disable-next-line ${code}`));
    expect(after.replace(/^[ \t]*# podsmith.*\r?\n/m, '').replace(/^\ufeff# podsmith.*\n/, '\ufeff')).toBe(text);
    expect(codes(after)).toEqual(codes(text).toSpliced(codes(text).indexOf(code), 1));
  });

  it('keeps what is suppressed there already', () => {
    const text = podWith('command: sleep 1000')
      .replace('nginx:1.27', '{}')
      .replace('\n      command', ', command')
      .replace('- name: app\n      ', '- {name: app, ')
      .replace('1000', '1000}');
    const [first = '', second = ''] = codes(text);
    const after = suppressed(suppressed(text, first, 'for this line'), second, 'for this line');
    expect(codes(after)).toEqual(codes(text).slice(2));
  });
});

it('suppresses in the whole file, from its first line', () => {
  const after = suppressed(`\ufeff${broken}`, 'command-not-list', 'in this file');
  expect(after).toBe(`\ufeff# podsmith-disable command-not-list\n${broken}`);
  expect(codes(after)).toEqual([]);
});

it('an empty kind asks for every kind', () => {
  const text = broken.replace('nginx:1.27', 'Nginx');
  const kinds = new Set(actionsFor(text, 'image-reference-invalid', ['']).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['quickfix', 'refactor.rewrite', 'source.fixAll.podsmith']);
});

/** The text after an action. */
function taken(text: string, { edit }: CodeAction): string {
  return TextDocument.applyEdits(manifestOf(text).document, Object.values(edit?.changes ?? {}).flat());
}

describe('fixing all of a kind', () => {
  const container = (name: string, line: string) => `    - name: ${name}\n      image: nginx:1.27\n      ${line}\n`;
  const podOf = (...lines: string[]) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers:\n${lines.map((line, index) => container(`c${index}`, line)).join('')}`;
  const ofKind = (text: string, code: string) =>
    actionsFor(text, code, ['quickfix']).filter(({ title }) => title === `Fix all ${code} problems in this file`);

  it('is offered behind the fixes of a problem, and solves each of the kind', () => {
    const text = podOf('command: sleep 1', 'command: sleep 2', 'imagePullPolicy: always');
    const titles = actionsFor(text, 'command-not-list', ['quickfix']).map(({ title }) => title);
    expect(titles.slice(-3)).toEqual([
      'Fix all command-not-list problems in this file',
      'Suppress command-not-list for this line',
      'Suppress command-not-list in this file',
    ]);
    const [action] = ofKind(text, 'command-not-list');
    expect(action?.isPreferred).toBeUndefined();
    expect(action && taken(text, action)).toBe(
      podOf('command: ["sleep", "1"]', 'command: ["sleep", "2"]', 'imagePullPolicy: always'),
    );
  });

  it('solves those of a fix that is a suggestion, in every document', () => {
    const text = `${podOf('imagePullPolicy: always')}---\n${podOf('imagePullPolicy: Alway')}`;
    const [action] = ofKind(text, 'unsupported-value');
    expect(action && codes(taken(text, action))).not.toContain('unsupported-value');
  });

  it('leaves one that is read elsewhere, where what mends it may be wrong', () => {
    const text = podOf('command: sleep 1', 'command: sleep 2', 'command: &c sleep 3\n      workingDir: *c');
    const [action] = ofKind(text, 'command-not-list');
    expect(action && codes(taken(text, action))).toEqual(['command-not-list']);
  });

  it('is not offered for a problem that is alone', () => {
    expect(ofKind(podOf('command: sleep 1', 'imagePullPolicy: always'), 'command-not-list')).toEqual([]);
  });
});

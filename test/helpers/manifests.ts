import { expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll, fixesOf } from '../../server/src/service/features/fixAll.ts';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import {
  defaultSettings,
  type PlacedProblem,
  problemsOf,
  type Settings,
} from '../../server/src/service/features/problems.ts';
import { apply } from '../../server/src/service/fixes/index.ts';

export function manifestOf(text: string, podTemplates?: Settings['podTemplates']) {
  return parseManifest(TextDocument.create('file:///pod.yaml', 'yaml', 1, text), undefined, podTemplates);
}

export function find(text: string, settings: Partial<Settings> = {}): PlacedProblem[] {
  const failOnThrow = (code: string, error: unknown) => {
    throw new Error(`rule ${code} threw`, { cause: error });
  };
  return problemsOf(manifestOf(text, settings.podTemplates), {
    ...defaultSettings,
    onRuleError: failOnThrow,
    ...settings,
  });
}

/** Problems as lines for snapshots and comparisons: `error code path: message`. */
export function lines(text: string, settings?: Partial<Settings>): string[] {
  return find(text, settings).map(
    ({ problem: { severity, code, path, message } }) => `${severity} ${code} ${path}: ${message}`,
  );
}

/** The codes found, in the order of the text. */
export function codes(text: string, settings?: Partial<Settings>): string[] {
  return find(text, settings).map(({ problem }) => problem.code);
}

/**
 * Checks a manifest in which every expected problem is marked: `command: «command-not-list|sleep 1000»`. There must be
 * these problems at exactly these places, and no other; codes in `ignore` may be there as well.
 */
export function expectMarked(marked: string, settings?: Partial<Settings>, ignore: readonly string[] = []): void {
  const expected: string[] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole, 1: code, 2: inner } of marked.matchAll(/«([\w-]+)\|([^»]*)»/g)) {
    text += marked.slice(at, index);
    expected.push(`${code} @${text.length} ${JSON.stringify(inner)}`);
    text += inner;
    at = index + whole.length;
  }
  text += marked.slice(at);
  const found = find(text, settings)
    .filter(({ problem }) => !ignore.includes(problem.code))
    .map(({ problem: { code, node }, placed: { offset } }) => {
      const [start, end] = [offset + node.start, offset + node.end];
      return `${code} @${start} ${JSON.stringify(text.slice(start, end))}`;
    });
  expect(found).toEqual(expected);
}

/** The text after a fix of the first problem with a code; the fix by its place in the list, or by its title. */
export function fixed(text: string, code: string, which: number | string = 0, settings?: Partial<Settings>): string {
  const found = find(text, settings).find(({ problem }) => problem.code === code);
  if (!found) throw new Error(`no ${code} in\n${text}\nonly ${lines(text, settings).join('\n')}`);
  const fixes = fixesOf(found);
  const fix = typeof which === 'number' ? fixes[which] : fixes.find(({ title }) => title === which);
  if (!fix) throw new Error(`no fix ${which} for ${code}: ${fixes.map(({ title }) => title).join(', ')}`);
  const { offset } = found.placed;
  return apply(
    text,
    fix.edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text })),
  );
}

/** The text after "fix all", as it is run on save. */
export function saved(text: string): string {
  const manifest = manifestOf(text);
  return TextDocument.applyEdits(manifest.document, fixAll(manifest, defaultSettings));
}

/** The titles of the fixes of the first problem with a code. */
export function fixTitles(text: string, code: string, settings?: Partial<Settings>): string[] {
  const found = find(text, settings).find(({ problem }) => problem.code === code);
  return found ? fixesOf(found).map(({ title }) => title) : [];
}

/** A Pod with one container, to which lines of YAML are added with the container's indentation. */
export function podWith(containerLines: string, podLines = ''): string {
  const indented = (block: string, depth: number) =>
    block
      .trim()
      .split('\n')
      .map((line) => ' '.repeat(depth) + line)
      .join('\n');
  return `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
${indented(containerLines, 6)}
${podLines ? `${indented(podLines, 2)}\n` : ''}`;
}

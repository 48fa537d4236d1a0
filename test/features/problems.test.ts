import { afterEach, describe, expect, it, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import { defaultSettings, problemsOf } from '../../server/src/service/features/problems.ts';
import { ruleOf, rules } from '../../server/src/service/rules/index.ts';
import { Chunk } from '../../server/src/service/yaml/index.ts';
import { codes, manifestOf, podWith, saved } from '../helpers/manifests.ts';

const broken = podWith('command: sleep 1000\nimgae: x');

describe('the rules', () => {
  afterEach(() => vi.restoreAllMocks());

  it('have codes of their own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('run on when one of them throws, which is told once', () => {
    const rule = ruleOf('unknown-field');
    if (!rule) throw new Error('no such rule');
    const failure = new Error('broken rule');
    vi.spyOn(rule, 'check').mockImplementation(() => {
      throw failure;
    });
    const onRuleError = vi.fn();
    const found = problemsOf(manifestOf(broken), { ...defaultSettings, onRuleError });
    expect(found.map(({ problem }) => problem.code)).toEqual(['command-not-list']);
    expect(onRuleError.mock.calls).toEqual([['unknown-field', failure]]);
  });

  it('get another severity from the settings, or none', () => {
    const found = problemsOf(manifestOf(broken), {
      ...defaultSettings,
      rules: { 'command-not-list': 'hint', 'unknown-field': 'off' },
    });
    expect(found.map(({ problem: { code, severity } }) => [code, severity])).toEqual([['command-not-list', 'hint']]);
  });
});

it('the same file is checked anew for another level of Pod Security', () => {
  const manifest = manifestOf(broken);
  const codes = (podSecurity: 'off' | 'baseline' | 'restricted') =>
    problemsOf(manifest, { ...defaultSettings, podSecurity }).map(({ problem }) => problem.code);
  expect(codes('off')).not.toContain('pod-security-capabilities');
  expect(codes('restricted')).toContain('pod-security-capabilities');
  expect(codes('baseline')).not.toContain('pod-security-capabilities');
});

describe('an edit', () => {
  const document = (text: string) => TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  const texts = ['a', 'b', 'c', 'd'].map((name) => broken.replace('name: app', `name: ${name}`));

  it('parses and checks only the document that it is in', () => {
    const before = parseManifest(document(texts.join('---\n')));
    problemsOf(before, defaultSettings);
    const check = vi.spyOn(rules[0] as (typeof rules)[0], 'check');
    const edited = texts.with(2, texts[2]?.replace('nginx', 'redis') ?? '').join('---\n');
    const after = parseManifest(document(edited), before);
    expect(after.chunks.map(({ chunk }, index) => chunk === before.chunks[index]?.chunk)).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(problemsOf(after, defaultSettings)).toHaveLength(8);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('that adds or removes a document keeps the others', () => {
    const before = parseManifest(document(texts.join('---\n')));
    const fewer = parseManifest(document(texts.toSpliced(1, 1).join('---\n')), before);
    expect(fewer.chunks.map(({ chunk }) => before.chunks.findIndex((old) => old.chunk === chunk))).toEqual([0, 2, 3]);
  });
});

describe('suppressing comments', () => {
  it.each([
    [
      'the next line',
      broken.replace('      command', '      # podsmith-disable-next-line command-not-list\n      command'),
    ],
    ['several codes', `# podsmith-disable command-not-list, wrong-type\n${broken}`],
    ['the file, from another document', `${broken}---\n# podsmith-disable command-not-list\n`],
    [
      'a line, behind a value',
      broken.replace('nginx:1.27', 'nginx:1.27 # podsmith-disable-next-line command-not-list'),
    ],
    [
      'one line, in several comments',
      broken.replace(
        '      command',
        '      # podsmith-disable-next-line command-not-list\n      # podsmith-disable-next-line image-no-tag\n      command',
      ),
    ],
    [
      'a document, behind the header of a block scalar',
      `${broken}      tty: | # podsmith-disable command-not-list, wrong-type\n        x\n`,
    ],
  ])('switch off %s', (_what, text) => expect(codes(text)).toEqual(['unknown-field']));

  it.each([
    ['other codes', `# podsmith-disable volume-unused\n${broken}`],
    ['other lines', `# podsmith-disable-next-line command-not-list\n${broken}`],
    ['no code at all', `# podsmith-disable\n${broken}`],
    ['no line below', `${broken}# podsmith-disable-next-line command-not-list`],
  ])('that name %s leave it on', (_what, text) => expect(codes(text)).toContain('command-not-list'));

  it.each([
    ['a quoted text', `args: ["# podsmith-disable command-not-list"]`],
    ['a plain text', 'args: [a#podsmith-disable command-not-list]'],
    ['a block scalar', 'args:\n  - |\n    # podsmith-disable command-not-list\n    echo'],
    ['a key', '"# podsmith-disable command-not-list": x'],
  ])('are none in %s', (_what, lines) =>
    expect(codes(podWith(`command: sleep 1000\n${lines}`))).toContain('command-not-list'),
  );
});

it('a chunk computes what is derived from it once', () => {
  const chunk = new Chunk('a: b');
  const compute = vi.fn(() => 1);
  expect([chunk.derive('key', compute), chunk.derive('key', compute)]).toEqual([1, 1]);
  expect(compute).toHaveBeenCalledTimes(1);
});

it('many values of one list are mended on save, in one round', () => {
  const args = (quote: string) => Array.from({ length: 300 }, (_, index) => `${quote}${index}${quote}`).join(', ');
  expect(saved(podWith(`args: [${args('')}]`))).toBe(podWith(`args: [${args('"')}]`));
});

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

/*
 * The lines `#   ^^^ scope other.scope - not.this.one` of the YAML files say which scopes the columns above the carets have
 * (a name stands for the names that begin with it, in any order); `#<--` stands for columns 0, 1 and 2. These lines are taken
 * out before the file is tokenized.
 */

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const syntaxes = join(here, '../../syntaxes');

const yaml = '@codingame/monaco-vscode-yaml-default-extension/resources';
const shell = '@codingame/monaco-vscode-shellscript-default-extension/resources';

/** The grammars of VS Code; these files are the same in 1.100 and 1.139. */
const builtin: Record<string, string> = {
  'source.yaml': `${yaml}/yaml.tmLanguage.json`,
  'source.yaml.1.0': `${yaml}/yaml-1.0.tmLanguage.json`,
  'source.yaml.1.1': `${yaml}/yaml-1.1.tmLanguage.json`,
  'source.yaml.1.2': `${yaml}/yaml-1.2.tmLanguage.json`,
  'source.yaml.1.3': `${yaml}/yaml-1.3.tmLanguage.json`,
  'source.yaml.embedded': `${yaml}/yaml-embedded.tmLanguage.json`,
  'source.shell': `${shell}/shell-unix-bash.tmLanguage.json`,
};

const injections: Record<string, string> = Object.fromEntries(
  readdirSync(syntaxes).map((file) => {
    const path = join(syntaxes, file);
    return [JSON.parse(readFileSync(path, 'utf8')).scopeName, path];
  }),
);

/** For each line, the scopes of each of its characters. */
type Scopes = string[][][];

function tokenize(grammar: IGrammar, lines: string[]): Scopes {
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.flatMap((token) =>
      Array.from({ length: Math.min(token.endIndex, line.length) - token.startIndex }, () => token.scopes),
    );
  });
}

async function load(scopeName: string, inject: boolean): Promise<IGrammar> {
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const path = injections[name] ?? (builtin[name] && require.resolve(builtin[name]));
      return path ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
    getInjections: (name) => (inject && name === 'source.yaml' ? Object.keys(injections) : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

interface Assertion {
  /** Of the assertion in the file, from 1. */
  line: number;
  /** Of the line it is about, in the lines without assertions. */
  target: number;
  from: number;
  to: number;
  expected: string[];
  excluded: string[];
}

function parse(text: string): { lines: string[]; assertions: Assertion[] } {
  const lines: string[] = [];
  const assertions: Assertion[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const found = /^#(?:(<-+)| *(\^+)) +(.+)$/.exec(line);
    if (!found) {
      lines.push(line);
      continue;
    }
    const [, left, carets, names = ''] = found;
    const from = carets ? line.indexOf('^') : 0;
    const words = names.split(' ');
    assertions.push({
      line: index + 1,
      target: lines.length - 1,
      from,
      to: from + (carets ?? left ?? '').length,
      expected: words.filter((word, i) => word !== '-' && words[i - 1] !== '-'),
      excluded: words.filter((_, i) => words[i - 1] === '-'),
    });
  }
  return { lines, assertions };
}

const has = (scopes: string[], name: string) => scopes.some((s) => s === name || s.startsWith(`${name}.`));

function failures(scopes: Scopes, lines: string[], assertions: Assertion[]): string[] {
  const result: string[] = [];
  for (const { line, target, from, to, expected, excluded } of assertions) {
    const text = lines[target] ?? '';
    if (to > text.length) result.push(`${line}: past the end of the line`);
    for (let column = from; column < to; column++) {
      const actual = scopes[target]?.[column] ?? [];
      const missing = expected.filter((name) => !has(actual, name));
      const wrong = excluded.filter((name) => has(actual, name));
      if (missing.length + wrong.length === 0) continue;
      result.push(
        `${line}: ${text}\n  ${JSON.stringify(text[column])} in column ${column} has [${actual.join(' ')}]` +
          `${missing.map((name) => `\n  missing: ${name}`).join('')}${wrong.map((name) => `\n  not wanted: ${name}`).join('')}`,
      );
      break;
    }
  }
  return result;
}

const files = readdirSync(here).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFileSync(join(here, name), 'utf8');
const ours = (scope: string) => scope.includes('podsmith');

let grammar: IGrammar;
let plain: IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  grammar = await load('source.yaml', true);
  plain = await load('source.yaml', false);
});

describe('grammars', () => {
  test.each(files)('%s', (name) => {
    const { lines, assertions } = parse(read(name));
    expect(assertions.length).toBeGreaterThan(5);
    expect(failures(tokenize(grammar, lines), lines, assertions).join('\n')).toBe('');
  });

  test.each(files)('%s with CRLF', (name) => {
    const { lines, assertions } = parse(read(name).replaceAll('\n', '\r\n'));
    expect(failures(tokenize(grammar, lines), lines, assertions).join('\n')).toBe('');
  });

  test.each(files)('%s is as ever outside of the values', (name) => {
    const { lines } = parse(read(name));
    const before = tokenize(plain, lines);
    const after = tokenize(grammar, lines);
    const different: string[] = [];
    for (const [i, line] of lines.entries()) {
      for (let column = 0; column < line.length; column++) {
        const scopes = after[i]?.[column] ?? [];
        if (line[column] === ' ' || scopes.some(ours)) continue;
        const expected = before[i]?.[column] ?? [];
        if (scopes.join() !== expected.join()) different.push(`${line}\n  ${column}: ${scopes} instead of ${expected}`);
      }
    }
    expect(different.join('\n')).toBe('');
  });
});

test('a script in a block scalar looks as it does in a file of its own', async () => {
  const own = await load('source.shell', false);
  const script = read('script.sh').trimEnd().split('\n');
  const head = [
    'spec:',
    '  containers:',
    '    - name: a',
    '      command:',
    '        - sh',
    '        - -c',
    '        - |',
  ];
  const indent = ' '.repeat(10);

  // Names that colour nothing, and those of here-documents, which contain their delimiter in the shell grammar
  const comparable = (scopes: string[]) =>
    scopes
      .slice(scopes.indexOf('source.shell') + 1)
      .filter((scope) => !scope.startsWith('meta.'))
      .map((scope) => scope.replace(/^string\.(?:un)?quoted\.heredoc\..*/, 'heredoc'))
      .join(' ');

  const expected = tokenize(own, script);
  const actual = tokenize(grammar, [...head, ...script.map((line) => line && indent + line)]).slice(head.length);
  const different: string[] = [];
  for (const [i, line] of script.entries()) {
    for (let column = 0; column < line.length; column++) {
      if (/\s/.test(line[column] ?? '')) continue;
      const scopes = comparable(actual[i]?.[indent.length + column] ?? []);
      const wanted = comparable(expected[i]?.[column] ?? []);
      if (scopes !== wanted) different.push(`${line}\n  ${column}: [${scopes}] instead of [${wanted}]`);
    }
  }
  expect(different.join('\n')).toBe('');
});

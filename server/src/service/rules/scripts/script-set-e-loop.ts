import * as l10n from '@vscode/l10n';
import { type Command, commandsIn, parseScript, type Statement } from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type Script, scriptsOf, spanIn } from './scripts.ts';

interface Check {
  /** The command whose status is tested. */
  command: Span;
  /** What tests it, in the statement behind it. */
  test: Statement | undefined;
}

/** How an `if` takes the place of a test of `$?`. */
interface Rewrite {
  start: number;
  keyword: string;
  /** From behind the command to behind the test. */
  gap: Span;
}

export default defineRule<Rewrite | undefined>({
  code: 'script-set-e-loop',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const script of pod ? scriptsOf(pod) : []) {
      const statements = parseScript(script.text) ?? [];
      for (const { command, test } of new LoopWalk(script).checksIn(statements)) {
        const node = spanIn(script, command, chunk);
        const keyword = keywordFor(test);
        report({
          node,
          path: script.word.path,
          message: l10n.t(
            'With `set -e` the shell exits as soon as `{0}` fails, so `$?` is never tested and the loop does not try again. Let `if` or the loop test the command itself.',
            shortened(script.text.slice(command.start, command.end), 40),
          ),
          data:
            keyword && test?.kind === 'command'
              ? { start: node.start, keyword, gap: { start: node.end, end: spanIn(script, test, chunk).end } }
              : undefined,
        });
      }
    }
  },
  fix({ data }, editor) {
    if (!data || editor.text.slice(data.gap.start, data.gap.end).includes('#')) return [];
    const { start, keyword, gap } = data;
    return [
      suggestion(l10n.t('Test it with {0}', keyword), [
        { start, end: start, text: `${keyword} ` },
        { ...gap, text: '' },
      ]),
    ];
  },
});

/** Looks for tests of `$?` in loops, in lists where `set -e` is on: not in conditions, nor in what `&&` and `||` join. */
class LoopWalk {
  private isOn: boolean;

  constructor({ options }: Script) {
    this.isOn = options.some((option) => /^(?:-[a-z]*e[a-z]*|errexit)$/.test(option));
  }

  checksIn(statements: readonly Statement[], inLoop = false): Check[] {
    return statements.flatMap((statement, index) => {
      if (statement.kind === 'command') this.note(statement);
      const next = statements[index + 1];
      const [first, ...more] = inLoop && this.isOn && next && testsStatus(next) ? fallible(statement) : [];
      if (first) {
        const command = { start: first.start, end: (more.at(-1) ?? first).end };
        return [{ command, test: next?.kind === 'branches' ? next.conditions[0] : undefined }];
      }
      switch (statement.kind) {
        case 'loop':
        case 'for':
          return this.checksIn(statement.body, true);
        case 'group':
          return this.checksIn(statement.body, inLoop);
        case 'branches':
          return statement.branches.flatMap((branch) => this.checksIn(branch, inLoop));
        default:
          return [];
      }
    });
  }

  /** `set -e`, `set -o errexit`, `set +e`. */
  private note({ words: [program, ...options] }: Command): void {
    if (program !== 'set') return;
    const sign =
      options.find((option) => /^[-+][a-z]*e[a-z]*$/.test(option)) ?? options[options.indexOf('errexit') - 1];
    if (sign) this.isOn = sign.startsWith('-');
  }
}

const neverFails = new Set([':', 'date', 'echo', 'export', 'printf', 'set', 'sleep', 'true']);

/** The commands of a statement whose failure ends the shell. */
function fallible(statement: Statement): Command[] {
  if (statement.kind === 'pipeline') return statement.parts.filter((part) => part.kind === 'command');
  if (statement.kind !== 'command') return [];
  const [program] = statement.words;
  const mayFail = program === undefined ? statement.substitutions.length > 0 : !neverFails.has(program);
  return mayFail ? [statement] : [];
}

function testsStatus(statement: Statement): boolean {
  const [first] = commandsIn([statement]);
  if (!first || /^(?:echo|printf)$/.test(first.words[0] ?? '')) return false;
  return [...first.words, ...first.assignments].some((word) => word.includes('$?'));
}

/** `if` for `[ $? -eq 0 ]`, `if !` for `[ $? -ne 0 ]`; undefined for other tests. */
function keywordFor(test: Statement | undefined): string | undefined {
  if (test?.kind !== 'command') return undefined;
  const [, operator] = /^(?:\[\[?|test) \$\? (-eq|==?|-ne|!=) 0(?: \]\]?)?$/.exec(test.words.join(' ')) ?? [];
  if (operator === undefined) return undefined;
  return /^(?:-ne|!=)$/.test(operator) ? 'if !' : 'if';
}

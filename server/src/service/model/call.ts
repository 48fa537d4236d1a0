import { shellCall } from './command.ts';
import { type Command, commandOf, parseScript, type Statement } from './script.ts';
import { isAssignment, type Variables } from './scriptTokens.ts';
import { wrapperOf } from './wrappers.ts';

/** What a command comes to behind `exec`, `timeout`, `env` and the like. */
export interface Call {
  /** The program, without its path, and its words; empty where it cannot be told. */
  words: string[];
  /** The script that a shell is given with `-c`; undefined where it is no such call, or not understood. */
  script: readonly Statement[] | undefined;
  /** Seconds after which `timeout` ends it. */
  limit: number | undefined;
  /** Whether it takes the place of the shell, so that nothing after it runs. */
  exec: boolean;
}

/** Finds what an argv starts behind its wrappers. */
export function callOf(argv: readonly string[], variables?: Variables): Call {
  const call: Call = { words: [...argv], script: undefined, limit: undefined, exec: false };
  for (;;) {
    const wrapper = wrapperOf(call.words[0]);
    if (!wrapper) {
      const shell = shellCall(call.words);
      const text = shell?.flag === undefined ? undefined : call.words[shell.script ?? -1];
      const name = call.words[0]?.split('/').at(-1);
      if (text !== undefined) call.script = parseScript(text, variables);
      else if (name) call.words[0] = name;
      return call;
    }
    const { name, valued, first = 0 } = wrapper;
    call.exec ||= name === 'exec';
    let at = 1;
    for (; call.words[at]?.startsWith('-'); at++) {
      const option = call.words[at] ?? '';
      if (option.length === 2 && valued.includes(option.charAt(1))) at++;
    }
    if (name === 'timeout') call.limit = durationOf(call.words.slice(at, at + 1));
    at += first;
    while (name === 'env' && isAssignment(call.words[at] ?? '')) at++;
    call.words = call.words.slice(at);
  }
}

const units = { s: 1, m: 60, h: 3600, d: 86400 } as const;

/**
 * The seconds that words such as `600`, `10m` or `1h 30m` ask `sleep` for.
 * @returns undefined where it cannot be told (`$DELAY`, `infinite`), NaN where `sleep` refuses them
 */
export function durationOf(words: readonly string[]): number | undefined {
  if (words.length === 0) return Number.NaN;
  // busybox takes all that begins with inf, coreutils does not
  if (words.some((word) => /[$`]|^inf(?!(?:inity)?$)/i.test(word))) return undefined;
  return words.reduce((sum, word) => {
    if (/^\+?inf(?:inity)?$/i.test(word)) return Number.POSITIVE_INFINITY;
    const [, number, unit = 's'] = /^\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([smhd])?$/i.exec(word) ?? [];
    return sum + Number(number) * (units[unit as keyof typeof units] ?? Number.NaN);
  }, 0);
}

/**
 * Every command of a script, also those in conditions, loops, functions and `$(…)`, in the order they are written; where the
 * output of several goes to a file, a command without words follows them: `> FILE`.
 */
export function commandsIn(statements: readonly Statement[]): Command[] {
  return statements.flatMap(commandsOf);
}

function commandsOf(statement: Statement): Command[] {
  const inner = commandsIn(childrenOf(statement));
  if (statement.kind === 'command') {
    const { words, script } = callOf(statement.words);
    if (!script) return [...inner, { ...statement, words }];
    inner.push(...commandsIn(script));
  }
  return 'outputs' in statement && statement.outputs.length > 0
    ? [...inner, { ...commandOf([]), outputs: statement.outputs }]
    : inner;
}

/** The statements that a statement is made of, in the order in which they are written. */
export function childrenOf(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'command':
      return statement.substitutions.flat();
    case 'pipeline':
      return statement.parts;
    case 'or':
    case 'and':
      return [statement.left, statement.right];
    case 'not':
    case 'background':
    case 'function':
      return [statement.body];
    case 'group':
    case 'for':
      return statement.body;
    case 'loop':
      return [...statement.condition, ...statement.body];
    case 'branches':
      return [...statement.conditions, ...statement.branches.flat()];
  }
}

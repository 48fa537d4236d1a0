import { parse } from 'shell-quote';
import { shellCall } from './command.ts';
import { wrapperOf } from './wrappers.ts';

/** One statement of a shell script, as far as its flow and its words matter. */
export type Statement =
  | Command
  | { kind: 'pipeline'; parts: Statement[] }
  | { kind: 'and' | 'or'; left: Statement; right: Statement }
  | { kind: 'not' | 'background'; body: Statement }
  | { kind: 'group'; subshell: boolean; body: Statement[] }
  | Loop
  | { kind: 'for'; words: string[]; forever: boolean; body: Statement[] }
  | { kind: 'branches'; conditions: Statement[]; branches: Statement[][]; complete: boolean }
  | { kind: 'function'; name: string; body: Statement };

/** A program with its words; quotes are resolved, what cannot be known (`$X`) stays as it is written. */
export interface Command {
  kind: 'command';
  words: string[];
  /** Files that its output goes to. */
  outputs: string[];
  /** The scripts of its `$(…)`. */
  substitutions: Statement[][];
}

/** `while` and `until`. */
export interface Loop {
  kind: 'loop';
  until: boolean;
  condition: Statement[];
  body: Statement[];
}

/** Values of environment variables; undefined where one is set to what is not known here. */
export type Variables = ReadonlyMap<string, string | undefined>;

/**
 * Reads a shell script: POSIX sh and what is common in bash.
 * @param variables values of `$NAME`, as far as they are known
 * @returns undefined where it is not understood
 */
export function parseScript(text: string, variables: Variables = new Map()): Statement[] | undefined {
  try {
    return new ScriptParser(tokensOf(text, variables)).script();
  } catch {
    return undefined;
  }
}

/** What a command comes to behind `exec`, `timeout`, `env` and the like. */
export interface Call {
  /** The program, without its path, and its words; empty where it cannot be told. */
  words: string[];
  /** The script that a shell is given with `-c`; undefined where it is no such call, or not understood. */
  script: Statement[] | undefined;
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
    while (name === 'env' && assignment.test(call.words[at] ?? '')) at++;
    call.words = call.words.slice(at);
  }
}

const units = { s: 1, m: 60, h: 3600, d: 86400 } as const;

/**
 * The seconds that words such as `600`, `10m` or `1h 30m` ask `sleep` for.
 * @returns undefined where it cannot be told (`$DELAY`), NaN where `sleep` refuses them
 */
export function durationOf(words: readonly string[]): number | undefined {
  if (words.length === 0) return Number.NaN;
  if (words.some((word) => /[$`]/.test(word))) return undefined;
  return words.reduce((sum, word) => {
    if (/^\+?inf(?:inity)?$/i.test(word)) return Number.POSITIVE_INFINITY;
    const [, number, unit = 's'] = /^\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([smhd])?$/i.exec(word) ?? [];
    return sum + Number(number) * (units[unit as keyof typeof units] ?? Number.NaN);
  }, 0);
}

/** Every command of a script, also those in conditions, loops, functions and `$(…)`, in the order they are written. */
export function commandsIn(statements: readonly Statement[]): Command[] {
  return statements.flatMap(commandsOf);
}

function commandsOf(statement: Statement): Command[] {
  switch (statement.kind) {
    case 'command': {
      const { words, script } = callOf(statement.words);
      const own = script ? commandsIn(script) : [{ ...statement, words }];
      return [...statement.substitutions.flatMap(commandsIn), ...own];
    }
    case 'pipeline':
      return commandsIn(statement.parts);
    case 'and':
    case 'or':
      return commandsIn([statement.left, statement.right]);
    case 'not':
    case 'background':
    case 'function':
      return commandsOf(statement.body);
    case 'group':
    case 'for':
      return commandsIn(statement.body);
    case 'loop':
      return commandsIn([...statement.condition, ...statement.body]);
    case 'branches':
      return commandsIn([...statement.conditions, ...statement.branches.flat()]);
  }
}

type Token = { word: string } | { op: string };

/** Longer scripts are not looked into; it also bounds how deep one can be nested. */
const maximumTokens = 3000;
const heredoc = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1(.*)(?:\n.*)*?\n[\t ]*\2(?=\s|$)/g;
const wordStart = String.raw`(?<![^\s;&|()])`;
const pieces = new RegExp(
  String.raw`\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"|(?<comment>${wordStart}#.*)|#|(?<descriptor>${wordStart}\d+(?=[<>]))|\n`,
  'g',
);

/**
 * The words and operators of a script. shell-quote knows no lines, takes every `#` for a comment up to the end of the
 * text, and loses whether the 2 of `2>` stands alone; so these are settled first.
 */
function tokensOf(text: string, variables: Variables): Token[] {
  const joined = text.replace(heredoc, '<<$2$3').replace(pieces, (piece, ...rest) => {
    const { comment, descriptor } = rest.at(-1) as Record<string, string | undefined>;
    if (comment !== undefined || descriptor !== undefined || piece === '\\\n') return '';
    if (piece === '\n') return ' ; ';
    return piece === '#' ? '\\#' : piece;
  });
  const lookUp = (name: string) =>
    variables.get(name) ?? (/^\w+$/.test(name) || name === '' ? `$${name}` : `\${${name}}`);
  const entries = parse(joined, lookUp);
  if (entries.length > maximumTokens) throw new RangeError('script too long');
  return entries.map((entry) => {
    if (typeof entry === 'string') return { word: entry };
    if ('pattern' in entry) return { word: entry.pattern };
    if ('comment' in entry) return { op: ';' };
    return entry;
  });
}

const closers = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);
const separators = new Set([';', '&', '&&', '||', '|', '|&', ';;', ';&', ';;&', ')']);
const writing = new Set(['>', '>>', '>|', '&>', '&>>', '<>']);
const assignment = /^[A-Za-z_]\w*\+?=/;

class ScriptParser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  script(): Statement[] {
    const statements = this.list();
    if (this.at < this.tokens.length) throw new SyntaxError('statement expected');
    return statements;
  }

  /** Statements up to a word or operator that closes what is around them. */
  private list(): Statement[] {
    const statements: Statement[] = [];
    for (;;) {
      while (this.takeOp(';'));
      const op = this.op();
      const word = this.word();
      if ((word === undefined && op === undefined) || op === ')' || op?.startsWith(';') || closers.has(word ?? '')) {
        return statements;
      }
      const statement = this.andOr();
      statements.push(this.takeOp('&') ? { kind: 'background', body: statement } : statement);
    }
  }

  private andOr(): Statement {
    let left = this.pipeline();
    for (let op = this.op(); op === '&&' || op === '||'; op = this.op()) {
      this.at++;
      while (this.takeOp(';'));
      left = { kind: op === '&&' ? 'and' : 'or', left, right: this.pipeline() };
    }
    return left;
  }

  private pipeline(): Statement {
    if (this.takeWord('!')) return { kind: 'not', body: this.pipeline() };
    const parts = [this.command()];
    while (this.takeOp('|') || this.takeOp('|&')) {
      while (this.takeOp(';'));
      parts.push(this.command());
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: 'pipeline', parts };
  }

  private command(): Statement {
    const compound = this.compound();
    if (!compound) return this.simple();
    while (this.redirect([]));
    return compound;
  }

  private compound(): Statement | undefined {
    if (this.takeOp('(')) return { kind: 'group', subshell: true, body: this.upToOp(')') };
    if (this.takeWord('{')) return { kind: 'group', subshell: false, body: this.upTo('}') };
    if (this.takeWord('if')) return this.conditional();
    if (this.takeWord('for') || this.takeWord('select')) return this.forLoop();
    if (this.takeWord('case')) return this.cases();
    if (this.takeWord('function')) return this.definition(this.next());
    const until = this.word() === 'until';
    if (!until && this.word() !== 'while') return undefined;
    this.at++;
    const condition = this.upTo('do');
    return { kind: 'loop', until, condition, body: this.upTo('done') };
  }

  private conditional(): Statement {
    const conditions = this.upTo('then');
    const branches = [this.list()];
    while (this.takeWord('elif')) {
      conditions.push(...this.upTo('then'));
      branches.push(this.list());
    }
    const complete = this.takeWord('else');
    if (complete) branches.push(this.list());
    this.expect('fi');
    return { kind: 'branches', conditions, branches, complete };
  }

  private forLoop(): Statement {
    const words: string[] = [];
    let forever = false;
    if (this.takeOp('(')) {
      forever = this.tokens[this.at + 1] !== undefined && this.tokenText(this.at + 1) === ';;';
      while (this.at < this.tokens.length && this.word() !== 'do') this.at++;
      words.push('$');
    } else {
      this.next();
      if (this.takeWord('in'))
        while (this.op() !== ';' && this.at < this.tokens.length) words.push(this.tokenText(this.at++));
      else words.push('$@');
    }
    while (this.takeOp(';'));
    this.expect('do');
    return { kind: 'for', words, forever, body: this.upTo('done') };
  }

  private cases(): Statement {
    this.next();
    while (this.takeOp(';'));
    this.expect('in');
    const branches: Statement[][] = [];
    let complete = false;
    for (;;) {
      while (this.op()?.startsWith(';')) this.at++;
      if (this.takeWord('esac')) return { kind: 'branches', conditions: [], branches, complete };
      this.takeOp('(');
      if (this.word() === '*') complete = true;
      while (!this.takeOp(')')) this.next();
      branches.push(this.list());
    }
  }

  private definition(name: string): Statement {
    if (this.takeOp('(')) this.takeOp(')');
    while (this.takeOp(';'));
    return { kind: 'function', name, body: this.command() };
  }

  private simple(): Statement {
    const command: Command = { kind: 'command', words: [], outputs: [], substitutions: [] };
    const start = this.at;
    while (this.at < this.tokens.length && !separators.has(this.op() ?? '')) {
      const word = this.word();
      if (word !== undefined) {
        this.at++;
        if (command.words.length > 0 || !assignment.test(word)) command.words.push(word);
      } else if (this.op() === '(' || this.op() === '<(' || this.op() === '>(') {
        this.at++;
        const [name] = command.words;
        if (name !== undefined && this.at === start + 2 && this.op() === ')') {
          this.at++;
          return this.definition(name);
        }
        command.substitutions.push(this.upToOp(')'));
      } else if (!this.redirect(command.outputs)) {
        throw new SyntaxError('word expected');
      }
    }
    if (this.at === start) throw new SyntaxError('command expected');
    return command;
  }

  private redirect(outputs: string[]): boolean {
    const op = this.op();
    if (op === undefined || !/^&?[<>][<>&|-]*$/.test(op)) return false;
    this.at++;
    const target = this.word();
    if (target === undefined) return true;
    this.at++;
    if (writing.has(op)) outputs.push(target);
    return true;
  }

  private upTo(word: string): Statement[] {
    const statements = this.list();
    this.expect(word);
    return statements;
  }

  private upToOp(op: string): Statement[] {
    const statements = this.list();
    if (!this.takeOp(op)) throw new SyntaxError(`${op} expected`);
    return statements;
  }

  private expect(word: string): void {
    if (!this.takeWord(word)) throw new SyntaxError(`${word} expected`);
  }

  private word(): string | undefined {
    const token = this.tokens[this.at];
    return token && 'word' in token ? token.word : undefined;
  }

  private op(): string | undefined {
    const token = this.tokens[this.at];
    return token && 'op' in token ? token.op : undefined;
  }

  /** The text of any token; there must be one. */
  private next(): string {
    if (this.at >= this.tokens.length) throw new SyntaxError('unexpected end');
    return this.tokenText(this.at++);
  }

  private tokenText(at: number): string {
    const token = this.tokens[at];
    if (!token) return '';
    return 'word' in token ? token.word : token.op;
  }

  private takeWord(word: string): boolean {
    if (this.word() !== word) return false;
    this.at++;
    return true;
  }

  private takeOp(op: string): boolean {
    if (this.op() !== op) return false;
    this.at++;
    return true;
  }
}

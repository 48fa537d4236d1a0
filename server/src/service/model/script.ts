import type { Span } from '../yaml/index.ts';
import { isAssignment, ScriptError, type Token, Tokenizer, type Variables } from './scriptTokens.ts';

export type { ScriptError } from './scriptTokens.ts';

/** One statement of a shell script, as far as its flow and its words matter. */
export type Statement =
  | Command
  | { kind: 'pipeline'; parts: Statement[] }
  | { kind: 'and' | 'or'; left: Statement; right: Statement }
  | { kind: 'not'; body: Statement }
  | Background
  | (Compound & Redirected)
  | { kind: 'function'; name: string; body: Statement };

type Compound =
  | { kind: 'group'; subshell: boolean; body: Statement[] }
  | Loop
  | { kind: 'for'; words: string[]; forever: boolean; body: Statement[] }
  | { kind: 'branches'; conditions: Statement[]; branches: Statement[][]; complete: boolean };

interface Redirected {
  /** Files that its output goes to. */
  outputs: string[];
}

/** A program with its words; quotes are resolved, what cannot be known (`$X`) stays as it is written. */
export interface Command extends Span, Redirected {
  kind: 'command';
  words: string[];
  /** The variables that it sets: `A=b`. */
  assignments: string[];
  /** The scripts of its `$(…)`. */
  substitutions: Statement[][];
}

/** What is started with `&`, at which it ends. */
export interface Background extends Span {
  kind: 'background';
  body: Statement;
}

/** `while` and `until`. */
export interface Loop {
  kind: 'loop';
  until: boolean;
  condition: Statement[];
  body: Statement[];
}

/**
 * Reads a shell script: POSIX sh and what is common in bash.
 * @param variables values of `$NAME`, as far as they are known
 * @returns undefined where it is not understood
 */
export function parseScript(text: string, variables: Variables = new Map()): readonly Statement[] | undefined {
  const script = variables.size > 0 && text.includes('$') ? parse(text, variables) : parseAgain(text);
  return script instanceof Error ? undefined : script;
}

/** What a shell does not understand in a script; undefined where it would run it, or where it is not sure. */
export function scriptErrorOf(text: string): ScriptError | undefined {
  const script = parseAgain(text);
  return script instanceof ScriptError ? script : undefined;
}

type Parsed = readonly Statement[] | Error;

/** Scripts that no variable changes: with each edit of a manifest the same ones come again. */
const recent = new Map<string, Parsed>();
const mostRecent = 200;

function parseAgain(text: string): Parsed {
  const known = recent.get(text);
  if (known) return known;
  const [oldest] = recent.keys();
  if (recent.size >= mostRecent && oldest !== undefined) recent.delete(oldest);
  const parsed = parse(text, new Map());
  recent.set(text, parsed);
  return parsed;
}

function parse(text: string, variables: Variables): Parsed {
  try {
    return new ScriptParser(text, 0, text.length, variables, 0).script();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

const closers = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);
const ends = new Set([')', ';;', ';&', ';;&']);
const writing = new Set(['>', '>>', '>|', '&>', '&>>', '<>']);
const deepest = 100;

class ScriptParser {
  private readonly tokens: Tokenizer<Statement[]>;
  private token: Token<Statement[]> | undefined;
  private last = 0;

  constructor(
    text: string,
    start: number,
    private readonly end: number,
    variables: Variables,
    private depth: number,
  ) {
    if (depth > deepest) throw new RangeError('nested too deep');
    this.tokens = new Tokenizer(text, start, end, variables, (from, to) =>
      new ScriptParser(text, from, to, variables, this.depth + 1).substitution(),
    );
    this.token = this.tokens.next();
  }

  script(): Statement[] {
    const statements = this.list();
    if (this.token) throw this.unexpected();
    return statements;
  }

  /** The script of a `$(…)`, up to behind its bracket; of backticks up to the end of the text. */
  private substitution(): { script: Statement[]; end: number | undefined } {
    const script = this.list();
    const { token } = this;
    if (token && !this.isOperator(')')) throw this.unexpected();
    return { script, end: token?.end };
  }

  /** Statements up to a word or operator that closes what is around them. */
  private list(): Statement[] {
    const statements: Statement[] = [];
    for (;;) {
      this.skipBreaks();
      const { token } = this;
      if (!token || this.isCloser()) return statements;
      const { start } = token;
      const statement = this.andOr();
      if (this.takeOperator('&')) statements.push({ kind: 'background', body: statement, start, end: this.last });
      else if (this.isEnd()) statements.push(statement);
      else throw this.unexpected();
      if (statements.at(-1) === statement) this.takeOperator(';');
    }
  }

  /** Statements of which there has to be one. */
  private body(): Statement[] {
    const statements = this.list();
    if (statements.length === 0 && this.token) throw this.unexpected();
    return statements;
  }

  private isCloser(): boolean {
    return this.token?.kind === 'operator' ? ends.has(this.token.text) : closers.has(this.keyword() ?? '');
  }

  /** Whether a statement can end here. */
  private isEnd(): boolean {
    return !this.token || this.isCloser() || this.isOperator(';') || this.isOperator('\n');
  }

  private andOr(): Statement {
    let left = this.pipeline();
    for (;;) {
      const kind = this.takeOperator('&&') ? 'and' : this.takeOperator('||') ? 'or' : undefined;
      if (!kind) return left;
      this.skipBreaks();
      left = { kind, left, right: this.pipeline() };
    }
  }

  private pipeline(): Statement {
    if (this.takeKeyword('!')) return { kind: 'not', body: this.isEnd() ? commandOf([]) : this.pipeline() };
    if (this.takeKeyword('time')) return this.timed();
    const parts = [this.command()];
    while (this.takeOperator('|') || this.takeOperator('|&')) {
      this.skipBreaks();
      parts.push(this.command());
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: 'pipeline', parts };
  }

  /** Behind `time`: a program to dash, a keyword before any pipeline to bash. */
  private timed(): Statement {
    this.takeKeyword('-p');
    const body = this.isEnd() ? commandOf([]) : this.pipeline();
    if (body.kind === 'command') body.words.unshift('time');
    return body;
  }

  private command(): Statement {
    if (++this.depth > deepest) throw new RangeError('nested too deep');
    const isFunction = this.takeKeyword('function');
    const command = isFunction ? this.definition(this.takeWord()) : (this.redirected() ?? this.simple());
    this.depth--;
    return command;
  }

  private redirected(): Statement | undefined {
    const compound = this.compound();
    const outputs: string[] = [];
    if (compound) while (this.redirect(outputs));
    return compound && { ...compound, outputs };
  }

  private compound(): Command | Compound | undefined {
    const opener = this.token;
    if (!opener) return undefined;
    if (this.isOperator('(')) return this.brackets(opener);
    if (this.takeKeyword('{')) return { kind: 'group', subshell: false, body: this.upTo('}', opener) };
    if (this.takeKeyword('if')) return this.conditional(opener);
    if (this.takeKeyword('for') || this.takeKeyword('select')) return this.forLoop(opener);
    if (this.takeKeyword('case')) return this.cases(opener);
    if (this.keyword() === '[[') return this.test(opener);
    const until = this.takeKeyword('until');
    if (!until && !this.takeKeyword('while')) return undefined;
    const condition = this.upTo('do', opener);
    return { kind: 'loop', until, condition, body: this.upTo('done', opener) };
  }

  private brackets(opener: Span): Command | Compound {
    const arithmetic = this.tokens.arithmetic(opener.start);
    if (arithmetic !== undefined) {
      this.advance();
      return commandOf(['((', arithmetic], opener);
    }
    this.advance();
    const body = this.body();
    if (!this.takeOperator(')')) throw this.unexpected(opener, ')');
    return { kind: 'group', subshell: true, body };
  }

  /** `[[ … ]]`, in which `&&`, `<` and brackets are words. */
  private test(opener: Span): Command {
    const command = commandOf([], opener);
    for (let isLast = false; !isLast; this.advance()) {
      if (!this.token) throw this.unexpected(opener, ']]');
      isLast = this.keyword() === ']]';
      command.words.push(this.token.text);
      if (this.token.kind === 'word') command.substitutions.push(...this.token.substitutions);
      command.end = this.token.end;
    }
    return command;
  }

  private conditional(opener: Span): Compound {
    const conditions = this.upTo('then', opener);
    const branches = [this.body()];
    while (this.takeKeyword('elif')) {
      conditions.push(...this.upTo('then', opener));
      branches.push(this.body());
    }
    const complete = this.takeKeyword('else');
    if (complete) branches.push(this.body());
    this.expect('fi', opener);
    return { kind: 'branches', conditions, branches, complete };
  }

  private forLoop(opener: Span): Compound {
    const words: string[] = [];
    const header = this.token && this.tokens.arithmetic(this.token.start);
    if (header === undefined) {
      this.takeWord();
      this.skipBreaks();
      if (this.takeKeyword('in')) while (this.token?.kind === 'word') words.push(this.takeWord());
      else words.push('$@');
    } else {
      this.advance();
      words.push('$');
    }
    this.takeOperator(';');
    this.skipBreaks();
    const forever = header !== undefined && /^[^;]*;\s*;/.test(header);
    const brace = this.token;
    if (brace && this.takeKeyword('{')) return { kind: 'for', words, forever, body: this.upTo('}', brace) };
    this.expect('do', opener);
    return { kind: 'for', words, forever, body: this.upTo('done', opener) };
  }

  private cases(opener: Span): Compound {
    this.takeWord();
    this.skipBreaks();
    this.expect('in', opener);
    const branches: Statement[][] = [];
    let complete = false;
    for (;;) {
      this.skipBreaks();
      if (this.takeKeyword('esac')) return { kind: 'branches', conditions: [], branches, complete };
      if (!this.token) throw this.unexpected(opener, 'esac');
      this.takeOperator('(');
      do {
        if (this.keyword() === '*') complete = true;
        this.takeWord();
      } while (this.takeOperator('|'));
      if (!this.takeOperator(')')) throw this.unexpected(opener, 'esac');
      branches.push(this.list());
      if (!this.takeOperator(';;') && !this.takeOperator(';&') && !this.takeOperator(';;&')) {
        if (this.keyword() !== 'esac') throw this.unexpected(opener, 'esac');
      }
    }
  }

  private definition(name: string): Statement {
    if (this.takeOperator('(') && !this.takeOperator(')')) throw this.unexpected();
    this.skipBreaks();
    return { kind: 'function', name, body: this.command() };
  }

  private simple(): Statement {
    if (this.isCloser()) throw this.unexpected();
    if (this.keyword() === 'coproc') throw new SyntaxError('not understood');
    const command = commandOf([], this.token ?? { start: this.end, end: this.end });
    let isFirst = true;
    for (; this.token; isFirst = false) {
      if (this.token.kind === 'word') {
        const { text, substitutions } = this.token;
        this.advance();
        const isSet = command.words.length === 0 && isAssignment(text);
        (isSet ? command.assignments : command.words).push(text);
        command.substitutions.push(...substitutions);
        if (isFirst && !isSet && this.isOperator('(')) return this.definition(text);
      } else if (!this.redirect(command.outputs)) {
        break;
      }
      command.end = this.last;
    }
    if (isFirst) throw this.unexpected();
    return command;
  }

  private redirect(outputs: string[]): boolean {
    const operator = this.token;
    if (operator?.kind !== 'operator' || !/[<>]/.test(operator.text)) return false;
    this.advance();
    const target = this.takeWord();
    if (writing.has(operator.text)) outputs.push(target);
    return true;
  }

  private upTo(closer: string, opener: Span): Statement[] {
    const statements = this.body();
    this.expect(closer, opener);
    return statements;
  }

  private expect(closer: string, opener: Span): void {
    if (!this.takeKeyword(closer)) throw this.unexpected(opener, closer);
  }

  private unexpected(opener?: Span, closer?: string): ScriptError {
    const at = this.token ?? { start: this.end, end: this.end };
    return new ScriptError(at, opener && { start: opener.start, end: opener.end }, closer);
  }

  private skipBreaks(): void {
    while (this.takeOperator('\n'));
  }

  /** The token where it may be a keyword. */
  private keyword(): string | undefined {
    return this.token?.kind === 'word' && this.token.bare ? this.token.text : undefined;
  }

  private isOperator(text: string): boolean {
    return this.token?.kind === 'operator' && this.token.text === text;
  }

  private advance(): void {
    this.last = this.token?.end ?? this.last;
    this.token = this.tokens.next();
  }

  private takeWord(): string {
    const { token } = this;
    if (token?.kind !== 'word') throw this.unexpected();
    this.advance();
    return token.text;
  }

  private takeKeyword(word: string): boolean {
    if (this.keyword() !== word) return false;
    this.advance();
    return true;
  }

  private takeOperator(text: string): boolean {
    if (!this.isOperator(text)) return false;
    this.advance();
    return true;
  }
}

/** A command that no script has: the words of an argv. */
export function commandOf(words: readonly string[], { start, end }: Span = { start: 0, end: 0 }): Command {
  return { kind: 'command', words: [...words], assignments: [], outputs: [], substitutions: [], start, end };
}

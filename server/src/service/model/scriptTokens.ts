import type { Span } from '../yaml/index.ts';

/** Values of environment variables; undefined where one is set to what is not known here. */
export type Variables = ReadonlyMap<string, string | undefined>;

/** A word of a script. */
export interface Word<Script> extends Span {
  kind: 'word';
  /** Quotes resolved; what cannot be known (`$X`, `$(…)`) as it is written. */
  text: string;
  /** Nothing in it is quoted or replaced, so that it may be a keyword. */
  bare: boolean;
  /** The scripts of its `$(…)`. */
  substitutions: Script[];
}

/** An operator of a script; a line break is one, `'\n'`. */
export interface Operator extends Span {
  kind: 'operator';
  text: string;
}

export type Token<Script> = Word<Script> | Operator;

/** What a shell does not understand in a script. */
export class ScriptError extends SyntaxError {
  /**
   * @param at what it stumbles over; of no length at the end of the script
   * @param opener what is still open there: a keyword, a bracket or a quote
   * @param closer what would end it: `done`, `"`
   */
  constructor(
    readonly at: Span,
    readonly opener?: Span,
    readonly closer?: string,
  ) {
    super(closer === undefined ? 'unexpected' : `${closer} expected`);
  }
}

/** Reads the script of a `$(…)` from its first character; it ends behind its bracket, where it has one. */
export type ReadSubstitution<Script> = (start: number, end: number) => { script: Script; end: number | undefined };

/** Longer scripts are not looked into. */
const maximumTokens = 3000;

const operators = [
  ...['&>>', ';;&', '<<<', '<<-', '&>', '&&', '||', ';;', ';&', '|&', '<<', '<&', '<>', '>>', '>&', '>|'],
  ...['\n', ';', '&', '|', '(', ')', '<', '>'],
];
const blank = /[ \t\r]*/y;
const descriptor = /(?:\d+|\{\w+\})(?=[<>])/y;
/** What follows the name in `${NAME`, where it is no operator: shells differ in where such a thing ends. */
const badParameter = /[!#]?(?:\w+|[@*#?$!-])[^\w@*#?$!}:=+%/^,[\\-]/y;
const name = /\w+|[@*#?$!-]/y;
const ordinary = /[^\s;&|()<>\\'"`$]+/y;

/** Splits a script into words and operators, as a shell of POSIX does, and bash. */
export class Tokenizer<Script> {
  private readonly heredocs: { delimiter: string; indented: boolean }[] = [];
  private heredoc: 'none' | 'plain' | 'indented' = 'none';
  private count = 0;

  /** @param end where the script ends, which may be inside of the text */
  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
    private readonly variables: Variables,
    private readonly substitution: ReadSubstitution<Script>,
  ) {}

  /**
   * The next token; undefined at the end.
   * @throws ScriptError where a quote or bracket is not closed, RangeError where the script is too long
   */
  next(): Token<Script> | undefined {
    this.skipBlanks();
    if (this.at >= this.end) return undefined;
    if (++this.count > maximumTokens) throw new RangeError('script too long');
    this.match(descriptor);
    const start = this.at;
    const text = operators.find((operator) => this.text.startsWith(operator, start));
    const isProcess = /^[<>]$/.test(text ?? '') && this.text.charAt(start + 1) === '(';
    if (text === undefined || isProcess) return this.word();
    this.at += text.length;
    if (text === '\n') this.skipHeredocs();
    if (text === '<<' || text === '<<-') this.heredoc = text === '<<' ? 'plain' : 'indented';
    return { kind: 'operator', text, start, end: this.at };
  }

  /**
   * Takes what stands between double brackets, `((…))`, where it stands here.
   * @returns its text, undefined where these are two brackets of their own
   */
  arithmetic(start = this.at): string | undefined {
    if (!this.text.startsWith('((', start)) return undefined;
    let depth = 0;
    for (let at = start; at < this.end - 1; at++) {
      const char = this.text.charAt(at);
      if (char === '(') depth++;
      if (char !== ')' || --depth > 1) continue;
      if (this.text.charAt(at + 1) !== ')') return undefined;
      this.at = at + 2;
      return this.text.slice(start + 2, at);
    }
    return undefined;
  }

  private skipBlanks(): void {
    for (;;) {
      this.match(blank);
      if (this.text.startsWith('\\\n', this.at)) this.at += 2;
      else if (this.text.charAt(this.at) === '#') this.at = this.indexOf('\n') ?? this.end;
      else return;
    }
  }

  private word(): Word<Script> {
    const word: Word<Script> = {
      kind: 'word',
      text: '',
      bare: true,
      substitutions: [],
      start: this.at,
      end: this.at,
    };
    while (this.at < this.end && this.part(word));
    word.end = this.at;
    if (this.heredoc !== 'none') {
      this.heredocs.push({ delimiter: word.text, indented: this.heredoc === 'indented' });
      this.heredoc = 'none';
    }
    return word;
  }

  /** Reads a part of a word: a quoted one, a substitution, or ordinary letters; false where the word ends. */
  private part(word: Word<Script>): boolean {
    const plain = this.match(ordinary);
    if (plain !== undefined) {
      word.text += plain;
      return true;
    }
    const char = this.text.charAt(this.at);
    if (char === '(' && /^[A-Za-z_]\w*(?:\[.*\])?\+?=$|[?*+@]$/.test(word.text)) this.brackets(word);
    else if (/[<>]/.test(char) && this.text.charAt(this.at + 1) === '(' && word.text === '') {
      this.substitute(word, 2);
    } else if (char === '\\') this.escaped(word);
    else if (char === "'") this.quoted(word, this.closing("'", this.at, this.at + 1));
    else if (char === '"') this.doubleQuoted(word);
    else if (char === '$') this.dollar(word, false);
    else if (char === '`') this.backticks(word);
    else return false;
    return true;
  }

  /** A list in brackets as one word: `A=(b c)`, `@(a|b)`. */
  private brackets(word: Word<Script>): void {
    const start = this.at++;
    for (let depth = 1; depth > 0; ) {
      const token = this.next();
      if (!token) throw this.open(start, start + 1, ')');
      if (token.kind === 'operator') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
      else word.substitutions.push(...token.substitutions);
    }
    word.text += this.text.slice(start, this.at);
    word.bare = false;
  }

  private escaped(word: Word<Script>): void {
    const char = this.text.slice(this.at + 1, Math.min(this.at + 2, this.end));
    this.at = Math.min(this.at + 2, this.end);
    if (char === '\n') return;
    word.text += char || '\\';
    word.bare = false;
  }

  private quoted(word: Word<Script>, close: number): void {
    word.text += this.text.slice(this.at + 1, close);
    word.bare = false;
    this.at = close + 1;
  }

  private doubleQuoted(word: Word<Script>): void {
    const start = this.at++;
    word.bare = false;
    for (;;) {
      if (this.at >= this.end) throw this.open(start, start + 1, '"');
      const char = this.text.charAt(this.at);
      if (char === '"') break;
      if (char === '$') this.dollar(word, true);
      else if (char === '`') this.backticks(word);
      else if (char === '\\' && /["$`\\\n]/.test(this.text.charAt(this.at + 1))) this.escaped(word);
      else {
        word.text += char;
        this.at++;
      }
    }
    this.at++;
  }

  /** What starts with a `$`. */
  private dollar(word: Word<Script>, inQuotes: boolean): void {
    const start = this.at;
    const next = this.text.charAt(start + 1);
    word.bare = false;
    if (next === "'" && !inQuotes) {
      this.at++;
      this.quoted(word, this.closing("'", this.at, start + 2, true));
    } else if (next === '"' && !inQuotes) this.at++;
    else if (next === '{') this.parameter(word);
    else if (next === '(' && this.arithmetic(start + 1) === undefined) this.substitute(word, 2);
    else if (next === '(') word.text += this.text.slice(start, this.at);
    else {
      this.at++;
      const variable = this.match(name) ?? '';
      word.text += this.variables.get(variable) ?? `$${variable}`;
    }
  }

  /** `${NAME}`, `${NAME:-other}`. */
  private parameter(word: Word<Script>): void {
    const start = this.at;
    const inner: Word<Script> = { ...word, text: '', substitutions: word.substitutions };
    this.at += 2;
    if (this.match(badParameter) !== undefined) throw new SyntaxError('not understood');
    while (this.text.charAt(this.at) !== '}' || this.at >= this.end) {
      if (this.at >= this.end) throw this.open(start, start + 2, '}');
      if (/[\s;&|()<>]/.test(this.text.charAt(this.at))) this.at++;
      else if (this.match(/[^\s;&|()<>\\'"`$}]+/y) === undefined) this.part(inner);
    }
    this.at++;
    const written = this.text.slice(start, this.at);
    word.text += this.variables.get(written.slice(2, -1)) ?? written;
  }

  private substitute(word: Word<Script>, length: number): void {
    const start = this.at;
    const { script, end } = this.substitution(start + length, this.end);
    if (end === undefined) throw this.open(start, start + length, ')');
    this.at = end;
    word.text += this.text.slice(start, end);
    word.substitutions.push(script);
    word.bare = false;
  }

  private backticks(word: Word<Script>): void {
    const start = this.at;
    const close = this.closing('`', start, start + 1, true);
    word.substitutions.push(this.inBackticks(start + 1, close));
    this.at = close + 1;
    word.text += this.text.slice(start, this.at);
    word.bare = false;
  }

  /** What is wrong in backticks, bash finds only when it runs them, and goes on. */
  private inBackticks(start: number, end: number): Script {
    try {
      return this.substitution(start, end).script;
    } catch (error) {
      throw error instanceof ScriptError ? new SyntaxError(error.message) : error;
    }
  }

  /** Where a quote is closed; with `escapes` a backslash keeps one from closing. */
  private closing(quote: string, opener: number, from: number, escapes = false): number {
    for (let at = from; at < this.end; at++) {
      const char = this.text.charAt(at);
      if (char === quote) return at;
      if (escapes && char === '\\') at++;
    }
    throw this.open(opener, from, quote);
  }

  private skipHeredocs(): void {
    for (const { delimiter, indented } of this.heredocs.splice(0)) {
      for (;;) {
        const lineEnd = this.indexOf('\n') ?? this.end;
        const line = this.text.slice(this.at, lineEnd);
        this.at = Math.min(lineEnd + 1, this.end);
        if (this.at >= this.end || (indented ? line.replace(/^\t+/, '') : line) === delimiter) break;
      }
    }
  }

  private indexOf(char: string): number | undefined {
    const found = this.text.indexOf(char, this.at);
    return found >= 0 && found < this.end ? found : undefined;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) return undefined;
    const text = found.slice(0, this.end - this.at);
    this.at += text.length;
    return text;
  }

  private open(start: number, end: number, closer: string): ScriptError {
    return new ScriptError({ start: this.end, end: this.end }, { start, end }, closer);
  }
}

/** Whether a word sets a variable: `A=b`. */
export function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/.test(word);
}

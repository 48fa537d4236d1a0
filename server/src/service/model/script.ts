import { isAssignment, type Token, tokensOf, type Variables } from './scriptTokens.ts';

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

/**
 * Reads a shell script: POSIX sh and what is common in bash.
 * @param variables values of `$NAME`, as far as they are known
 * @returns undefined where it is not understood
 */
export function parseScript(text: string, variables: Variables = new Map()): readonly Statement[] | undefined {
  if (text.includes('$')) return parse(text, variables);
  if (!recent.has(text)) {
    const [oldest] = recent.keys();
    if (recent.size >= mostRecent && oldest !== undefined) recent.delete(oldest);
    recent.set(text, parse(text, variables));
  }
  return recent.get(text);
}

/** Scripts that no variable changes: with each edit of a manifest the same ones come again. */
const recent = new Map<string, readonly Statement[] | undefined>();
const mostRecent = 200;

function parse(text: string, variables: Variables): readonly Statement[] | undefined {
  try {
    return new ScriptParser(tokensOf(text, variables)).script();
  } catch {
    return undefined;
  }
}

const closers = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);
const separators = new Set([';', '&', '&&', '||', '|', '|&', ';;', ';&', ';;&', ')']);
const writing = new Set(['>', '>>', '>|', '&>', '&>>', '<>']);

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
        if (command.words.length > 0 || !isAssignment(word)) command.words.push(word);
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

import { indented, writeItem, writePair, writeScalar, type YamlStyle } from '../../yaml/index.ts';

type Plain = string | number | boolean | null;

/** A place to type in, with the values that may be meant; the first stands there until something is typed. */
export class Stop {
  /** @param link what is typed goes into every place with this name */
  constructor(
    readonly values: readonly Plain[],
    readonly link?: string,
  ) {}
}

/** Content that is to be typed, on a line of its own in block style. */
export class Gap {
  constructor(readonly brackets: readonly [string, string]) {}
}

/** An entry of a map, of which the key is to be typed as well. */
export class Entry {
  constructor(
    readonly key: string,
    readonly value: Plain,
  ) {}
}

/** What is to be written, with places to type in. */
export type Skeleton = Plain | Stop | Gap | Entry | readonly Skeleton[] | Fields;

/** An object that is to be written, its fields in order. */
export interface Fields {
  readonly [key: string]: Skeleton;
}

export function stop(...values: Plain[]): Stop {
  return new Stop(values);
}

/** A place to type in that has the same text as the others of its name. */
export function linked(name: string, value: Plain): Stop {
  return new Stop([value], name);
}

/** An object that may be empty. */
export const anObject = new Gap(['{', '}']);

/** A value of which nothing can be said. */
export const aValue = new Gap(['', '']);

/** Whether something is written in lines below its key in block style. */
export function isCollection(skeleton: Skeleton): skeleton is Entry | readonly Skeleton[] | Fields {
  return typeof skeleton === 'object' && skeleton !== null && !(skeleton instanceof Stop) && !(skeleton instanceof Gap);
}

function isPlain(skeleton: Skeleton): skeleton is Plain {
  return typeof skeleton !== 'object' || skeleton === null;
}

export function isList(skeleton: Skeleton): skeleton is readonly Skeleton[] {
  return Array.isArray(skeleton);
}

/** Writes skeletons as the text of LSP snippets, as the rest of a document is written. */
export class SnippetWriter {
  private stops = 0;
  private readonly links = new Map<string, number>();

  constructor(
    private readonly style: YamlStyle,
    private readonly isJson: boolean,
  ) {}

  /** A value as block lines, without indentation of their own. */
  block(skeleton: Skeleton): string[] {
    if (isList(skeleton)) {
      return skeleton.flatMap((item) =>
        isPlain(item)
          ? writeItem(item, this.style).map(escaped)
          : this.block(item).map((line, index) => (index === 0 ? `- ${line}` : indented(line, 2))),
      );
    }
    if (!isCollection(skeleton)) return [this.scalar(skeleton, false)];
    if (skeleton instanceof Entry) return [this.entry(skeleton, false)];
    const entries = Object.entries(skeleton);
    return entries.length > 0 ? entries.flatMap(([key, value]) => this.pair(key, value)) : ['{}'];
  }

  private pair(key: string, value: Skeleton): string[] {
    if (isPlain(value)) return writePair(key, value, this.style).map(escaped);
    const name = this.text(key, false);
    const { indent, indentLists } = this.style;
    if (value instanceof Gap) return [`${name}:`, indented(this.tabStop(['']), indent)];
    const lines = this.block(value);
    if (!isCollection(value) || Object.keys(value).length === 0) return [`${name}: ${lines[0]}`];
    return [`${name}:`, ...lines.map((line) => indented(line, isList(value) && !indentLists ? 0 : indent))];
  }

  /** A value on one line. */
  flow(skeleton: Skeleton): string {
    if (isList(skeleton)) return `[${skeleton.map((item) => this.flow(item)).join(', ')}]`;
    return isCollection(skeleton) ? `{${this.entries(skeleton)}}` : this.scalar(skeleton, true);
  }

  /** The entries of an object on one line, without the braces. */
  entries(skeleton: Fields | Entry): string {
    if (skeleton instanceof Entry) return this.entry(skeleton, true);
    return Object.entries(skeleton)
      .map(([key, value]) => `${this.text(key, true)}: ${this.flow(value)}`)
      .join(', ');
  }

  private entry({ key, value }: Entry, isInFlow: boolean): string {
    const written = this.scalar(stop(key), isInFlow);
    return `${written}: ${this.scalar(stop(value), isInFlow)}`;
  }

  private scalar(skeleton: Plain | Stop | Gap, isInFlow: boolean): string {
    if (skeleton instanceof Gap) return skeleton.brackets.join(this.tabStop(['']));
    if (!(skeleton instanceof Stop)) return this.text(skeleton, isInFlow);
    const { values, link } = skeleton;
    const texts = values.map((value) => this.text(value, isInFlow));
    const [first = ''] = texts;
    const quote = /^["']/.exec(first)?.[0] ?? '';
    const isQuoted = quote !== '' && texts.every((text) => text.startsWith(quote));
    const shown = isQuoted ? texts.map((text) => text.slice(1, -1)) : texts;
    return isQuoted ? quote + this.tabStop(shown, link) + quote : this.tabStop(shown, link);
  }

  private text(value: Plain, isInFlow: boolean): string {
    return escaped(this.isJson ? JSON.stringify(value) : writeScalar(value, this.style, isInFlow));
  }

  private tabStop(texts: readonly string[], link?: string): string {
    const known = link === undefined ? undefined : this.links.get(link);
    const number = known ?? ++this.stops;
    if (link !== undefined) this.links.set(link, number);
    if (texts.length > 1) return `\${${number}|${texts.map((text) => text.replace(/[,|]/g, '\\$&')).join(',')}|}`;
    return texts[0] ? `\${${number}:${texts[0]}}` : `$${number}`;
  }

  /** A text with the tab stops in it, or one without where there are none, or only one that is empty, at its end. */
  finish(text: string): { text: string; isSnippet: boolean } {
    const isAtEnd = this.stops === 1 && text.endsWith('$1') && !text.endsWith('\\$1');
    if (this.stops > 0 && !isAtEnd) return { text, isSnippet: true };
    return { text: text.slice(0, isAtEnd ? -2 : undefined).replace(/\\([\\$}])/g, '$1'), isSnippet: false };
  }
}

/** Takes their meaning from the characters that have one in snippets. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

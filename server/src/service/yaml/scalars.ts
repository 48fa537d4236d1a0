/**
 * The scalar rules of the YAML library that kubectl and the API server read manifests with: YAML 1.1 as its Go
 * implementation sees it, and what becomes of each value in the JSON that is sent. It differs from YAML 1.2 (`yes`, `012`,
 * `0b11`, `1_000`) and from other YAML 1.1 readers (`12:30:45` and dates stay strings).
 */

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A value as the API server receives it; `unsupported` is one that JSON cannot carry (`.inf`, `.nan`). */
export type ScalarValue =
  | { type: 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; value: number; integer: bigint | undefined }
  | { type: 'string'; value: string }
  | { type: 'unsupported' };

const booleans = new Map<string, boolean>();
for (const [words, value] of [
  [['y', 'yes', 'on', 'true'], true],
  [['n', 'no', 'off', 'false'], false],
] as const) {
  for (const word of words) {
    for (const spelling of [word, word[0]?.toUpperCase() + word.slice(1), word.toUpperCase()]) {
      booleans.set(spelling, value);
    }
  }
}
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const nonFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const largest = 2n ** 64n - 1n;
const smallest = -(2n ** 63n);

/**
 * Reads one scalar.
 * @param text the scalar's text, quotes and escapes already resolved
 * @param style how it is written; only plain scalars have a type of their own
 * @param tag its explicit tag as written, `!!str` or `!local`
 */
export function readScalar(text: string, style: ScalarStyle, tag?: string): ScalarValue {
  if (tag === undefined ? style !== 'plain' : !/^(?:!!|tag:yaml\.org,2002:)(?:null|bool|int|float)$/.test(tag)) {
    return { type: 'string', value: text };
  }
  return readPlain(text);
}

function readPlain(text: string): ScalarValue {
  const boolean = booleans.get(text);
  if (boolean !== undefined) return { type: 'boolean', value: boolean };
  if (nulls.has(text)) return { type: 'null' };
  if (nonFinite.test(text)) return { type: 'unsupported' };
  return readNumber(text) ?? { type: 'string', value: text };
}

function readNumber(text: string): ScalarValue | undefined {
  if (!/^[-+.0-9]/.test(text)) return undefined;
  const digits = text[0] === '.' ? text : text.replaceAll('_', '');
  const whole = integer.exec(digits);
  if (whole) {
    const [, sign, hex, binary, octal, decimal] = whole;
    const size = BigInt(hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? '0'));
    const value = sign === '-' ? -size : size;
    if (value >= smallest && value <= largest) return { type: 'number', value: Number(value), integer: value };
  }
  if (!float.test(digits)) return undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  return { type: 'number', value, integer: Number.isSafeInteger(value) ? BigInt(value) : undefined };
}

/** Whether a text means the same string when it is written without quotes in a block or (`flow`) flow collection. */
export function canBePlain(text: string, flow: boolean): boolean {
  if (readPlain(text).type !== 'string' || text !== text.trim() || /[\n\r\t]/.test(text)) return false;
  if (/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)(?:\s|$)|^<<$|^=$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !flow || !/[,[\]{}]|^[?:]|:$/.test(text);
}

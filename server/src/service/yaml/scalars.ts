/**
 * The scalar rules of the YAML library that kubectl and the API server read manifests with: YAML 1.1 as its Go
 * implementation sees it, and what becomes of each value in the JSON that is sent. It differs from YAML 1.2 (`yes`, `012`,
 * `0b11`, `1_000`) and from other YAML 1.1 readers (`12:30:45` and dates stay strings).
 */

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * A value as the API server receives it; `unsupported` is one that JSON cannot carry (`.inf`, `.nan`), or that does not
 * go with its tag (`!!int x`). A number's `integer` is its value where it is whole, also when it is written as a fraction
 * (`1.0`) or with an exponent; `notation` is how it is written, `unsigned` beyond 63 bits.
 */
export type ScalarValue =
  | { type: 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; value: number; integer: bigint | undefined; notation: 'integer' | 'unsigned' | 'float' }
  | { type: 'string'; value: string }
  | { type: 'unsupported'; problem: 'not-json' | 'bad-tag' };

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
const limit = 2n ** 63n;
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const nonFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const fraction = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const timestamp =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Reads one scalar.
 * @param text the scalar's text, quotes and escapes already resolved
 * @param style how it is written; only plain scalars have a type of their own
 * @param tag its explicit tag as written, `!!str`, `!<tag:yaml.org,2002:str>` or `!local`
 */
export function readScalar(text: string, style: ScalarStyle, tag?: string): ScalarValue {
  if (tag === undefined) return style === 'plain' ? readPlain(text) : { type: 'string', value: text };
  const [, type = ''] = /^(?:!!|!?<?tag:yaml\.org,2002:)([a-z]+)>?$/.exec(tag) ?? [];
  return readTagged(text, type);
}

function readTagged(text: string, type: string): ScalarValue {
  const value = readPlain(text);
  const unsupported: ScalarValue = { type: 'unsupported', problem: 'bad-tag' };
  switch (type) {
    case 'bool':
      return value.type === 'boolean' ? value : unsupported;
    case 'null':
      return value.type === 'null' ? value : unsupported;
    case 'int':
      return value.type === 'number' && value.notation !== 'float' ? value : unsupported;
    case 'float':
      if (value.type === 'unsupported') return value;
      return value.type === 'number' && value.notation !== 'unsigned' ? { ...value, notation: 'float' } : unsupported;
    case 'timestamp':
      return timestamp.test(text) ? { type: 'string', value: text } : unsupported;
    case 'binary':
      return readBinary(text.replace(/[\r\n]/g, ''));
    default:
      return { type: 'string', value: text };
  }
}

function readBinary(text: string): ScalarValue {
  if (!base64.test(text)) return { type: 'unsupported', problem: 'bad-tag' };
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return { type: 'string', value: new TextDecoder().decode(bytes) };
}

function readPlain(text: string): ScalarValue {
  const boolean = booleans.get(text);
  if (boolean !== undefined) return { type: 'boolean', value: boolean };
  if (nulls.has(text)) return { type: 'null' };
  if (nonFinite.test(text)) return { type: 'unsupported', problem: 'not-json' };
  return readNumber(text) ?? { type: 'string', value: text };
}

function readNumber(text: string): ScalarValue | undefined {
  if (!/^[-+.0-9]/.test(text)) return undefined;
  if (text.startsWith('.')) return fraction.test(text) ? floatOf(text.replaceAll('_', '')) : undefined;
  const digits = text.replaceAll('_', '');
  return integerOf(digits) ?? (float.test(digits) ? floatOf(digits) : undefined);
}

function integerOf(digits: string): ScalarValue | undefined {
  const [whole, sign, hex, binary, octal, decimal] = integer.exec(digits) ?? [];
  if (whole === undefined) return undefined;
  const size = BigInt(hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? '0'));
  const value = sign === '-' ? -size : size;
  if (value >= -limit && value < limit)
    return { type: 'number', value: Number(value), integer: value, notation: 'integer' };
  if (sign || value >= 2n * limit) return undefined;
  return { type: 'number', value: Number(value), integer: value, notation: 'unsigned' };
}

/** A float that is whole is sent by its shortest digits, without a fraction, up to where it gets an exponent. */
function floatOf(digits: string): ScalarValue | undefined {
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e21;
  return { type: 'number', value, integer: isWhole ? BigInt(String(value)) : undefined, notation: 'float' };
}

/** Whether a text means the same string when it is written without quotes in a block or (`flow`) flow collection. */
export function canBePlain(text: string, flow: boolean): boolean {
  if (readPlain(text).type !== 'string' || text !== text.trim() || /[\p{Cc}\u2028\u2029\ufeff]/u.test(text))
    return false;
  if (/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)(?:\s|$)|^<<$|^=$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !flow || !/[,[\]{}?]|^:|:$/.test(text);
}

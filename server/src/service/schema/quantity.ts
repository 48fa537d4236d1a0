import { type ConcreteNode, isNull } from '../yaml/index.ts';

/**
 * An amount as the API server holds it: `digits` times ten to the power of `scale`. Facts: quantity.go, amount.go and
 * math.go of k8s.io/apimachinery/pkg/api/resource.
 */
export interface Quantity {
  digits: bigint;
  scale: number;
  /** How it is written: 1500M, 1500Mi or 1500e6. */
  format: 'decimal' | 'binary' | 'exponent';
  /** The text of the manifest, where the server keeps it as it is. */
  text?: string | undefined;
  /** Whether it is kept in a number of any size; what overflows otherwise in another way. */
  big: boolean;
}

export const zero: Quantity = { digits: 0n, scale: 0, format: 'decimal', text: '0', big: false };
export const one: Quantity = { digits: 1n, scale: 0, format: 'decimal', text: '1', big: false };

const parts = /^([+-]?)(\d*)(?:\.(\d*))?((?:[eEinumkKMGTP]+[-+]?|[-+])\d*)?$/;
/** The API server trims the JSON text, in which tabs and line breaks are escapes. */
const blanks = /^[ \x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g;
const decimalSuffixes = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const limit = 2n ** 63n;
/** No one means more zeros than this; the server would count with all of them. */
const mostZeros = 1000;

/**
 * Why a text is no Kubernetes quantity.
 * @returns `format` (`half`, `128 Mi`, `128MB`), `suffix` (`100mi`), or undefined where it is a quantity
 */
export function quantityProblem(text: string): 'format' | 'suffix' | undefined {
  const read = parse(text);
  return typeof read === 'string' ? read : undefined;
}

/** Reads a quantity, as ParseQuantity does; undefined for a text that is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const read = parse(text);
  return typeof read === 'string' ? undefined : read;
}

/** The quantity that a node is to the API server: of a number its JSON text, of null 0; undefined where it is none. */
export function quantityOf(node: ConcreteNode): Quantity | undefined {
  if (isNull(node)) return zero;
  if (node.kind !== 'scalar') return undefined;
  const { value } = node;
  if (value.type === 'number') return parseQuantity(String(value.integer ?? value.value));
  return value.type === 'string' ? parseQuantity(value.value) : undefined;
}

/** A number taken apart: of `-01.50Mi` '-', '1', '50' and 'Mi'. */
interface Parts {
  text: string;
  sign: string;
  whole: string;
  fraction: string;
  suffix: Suffix;
}

interface Suffix {
  base: 2 | 10;
  exponent: number;
  format: Quantity['format'];
}

const mostKnown = 1000;
/** A manifest has few quantities, and many times the same. */
const known = new Map<string, Quantity | 'format' | 'suffix'>();

function parse(written: string): Quantity | 'format' | 'suffix' {
  let read = known.get(written);
  if (read === undefined) {
    read = parseAnew(written);
    if (known.size >= mostKnown) known.clear();
    known.set(written, read);
  }
  return read;
}

function parseAnew(written: string): Quantity | 'format' | 'suffix' {
  const text = written.replace(blanks, '');
  const match = text === '' ? undefined : parts.exec(text);
  if (!match) return 'format';
  const [, sign = '', digits = '', fraction = '', letters = ''] = match;
  const suffix = suffixOf(letters);
  if (!suffix) return 'suffix';
  if (text === '0') return zero;
  const read = { text, sign, whole: digits.replace(/^0+/, '') || '0', fraction, suffix };
  return small(read) ?? (digits + fraction === '' ? 'format' : big(read));
}

function suffixOf(letters: string): Suffix | undefined {
  const decimal = decimalSuffixes.get(letters);
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: 'decimal' };
  const binary = binarySuffixes.indexOf(letters);
  if (binary >= 0) return { base: 2, exponent: binary * 10, format: 'binary' };
  const power = /^[eE]([-+]?)0*(\d{1,19})$/.exec(letters);
  const exponent = power && BigInt(`${power[1] === '-' ? '-' : ''}${power[2]}`);
  if (typeof exponent !== 'bigint' || exponent < -limit || exponent >= limit) return undefined;
  return { base: 10, exponent: within(Number(BigInt.asIntN(32, exponent)), mostZeros), format: 'exponent' };
}

/** A quantity in 64 bits, as the server keeps most. */
function small({ text, sign, whole, fraction, suffix }: Parts): Quantity | undefined {
  const { base, exponent, format } = suffix;
  if (base === 2 && fraction !== '') return undefined;
  const room = base === 2 ? 14 - whole.length - Math.trunc((exponent * 3) / 10) : 18 - whole.length - fraction.length;
  const scale = base === 2 ? 0 : exponent - fraction.length;
  if (room < 0 || scale < -9) return undefined;
  const shifted = whole + fraction;
  const value = BigInt(shifted);
  const isKept = base === 2 ? value % 8n !== 0n : scale % 3 === 0 && !/^0|000$/.test(shifted);
  const digits = signed(sign, base === 2 ? value << BigInt(exponent) : value);
  return { digits, scale, format, big: false, ...(isKept && { text }) };
}

/** A quantity of any size, rounded up to billionths; of the binary ones none is larger than 63 bits. */
function big({ sign, whole, fraction, suffix: { base, exponent, format } }: Parts): Quantity {
  const value = BigInt(whole + fraction) * (base === 2 ? 2n ** BigInt(exponent) : 1n);
  const scale = (base === 10 ? exponent : 0) - fraction.length;
  if (value === 0n) return { digits: 0n, scale, format, big: true };
  const digits = rescaled(value, scale, -9).digits;
  if (base === 2 && digits > (limit - 1n) * 10n ** 9n) {
    return { digits: signed(sign, limit - 1n), scale: 0, format, big: true };
  }
  const isBelowOne = base === 2 && digits < 10n ** 9n;
  return { digits: signed(sign, digits), scale: -9, format: isBelowOne ? 'decimal' : format, big: true };
}

function signed(sign: string, value: bigint): bigint {
  return sign === '-' ? -value : value;
}

function within(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** A number in units of ten to the power of another scale, rounded away from 0. */
function rescaled(digits: bigint, scale: number, to: number): { digits: bigint; exact: boolean } {
  if (scale >= to) return { digits: digits * 10n ** BigInt(scale - to), exact: true };
  const unit = 10n ** BigInt(to - scale);
  const exact = digits % unit === 0n;
  return { digits: digits / unit + (exact ? 0n : digits < 0n ? -1n : 1n), exact };
}

/** Rounded up to thousandths, as the server does with every resource (SetDefaults_ResourceList). */
export function roundedUp(quantity: Quantity): Quantity {
  const { digits, scale, format, big } = quantity;
  if (!big && scale >= -3) return quantity;
  return { digits: rescaled(digits, scale, -3).digits, scale: -3, format, big };
}

export function isNegative({ digits }: Quantity): boolean {
  return digits < 0n;
}

export function negated({ digits, scale, format, big }: Quantity): Quantity {
  return { digits: -digits, scale, format, big };
}

/** Negative where the first is less, 0 where they are equal. */
export function compare(a: Quantity, b: Quantity): number {
  const scale = Math.min(a.scale, b.scale);
  const [left, right] = [a, b].map(({ digits, scale: own }) => rescaled(digits, own, scale).digits);
  return left === right ? 0 : (left ?? 0n) < (right ?? 0n) ? -1 : 1;
}

export function add(a: Quantity, b: Quantity): Quantity {
  if (b.digits === 0n && a.digits !== 0n) return { ...a, text: undefined };
  if (a.digits === 0n) return { ...b, text: undefined };
  const scale = Math.min(a.scale, b.scale);
  const digits = rescaled(a.digits, a.scale, scale).digits + rescaled(b.digits, b.scale, scale).digits;
  return { digits, scale, format: a.format, big: a.big || b.big || BigInt.asIntN(64, digits) !== digits };
}

/** Whether it is not whole, to the API server: very large numbers overflow (MilliValue). */
export function isFraction(quantity: Quantity): boolean {
  return inUnits(quantity, -3) % 1000n !== 0n;
}

/** Whether it is a multiple of another, to the API server (Value). */
export function isMultiple(quantity: Quantity, of: Quantity): boolean {
  const unit = inUnits(of, 0);
  return unit !== 0n && inUnits(quantity, 0) % unit === 0n;
}

/** The least whole multiple of another that is not smaller. */
export function multipleAbove(quantity: Quantity, of: Quantity): Quantity {
  const [value, unit] = [quantity, of].map(({ digits, scale }) => rescaled(digits, scale, 0).digits);
  if (value === undefined || !unit || value <= 0n) return of;
  const rest = value % unit;
  return { ...of, digits: value - rest + (rest === 0n ? 0n : unit), scale: 0, text: undefined };
}

/** Quantity.ScaledValue: a number of 64 bits in units or thousandths. */
function inUnits({ digits, scale, big }: Quantity, unit: 0 | -3): bigint {
  const shift = scale - unit;
  if (shift < 0) return big ? dividedBig(digits, -shift) : rescaled(digits, scale, unit).digits;
  if (big) return BigInt.asIntN(64, BigInt.asIntN(64, digits) * 10n ** BigInt(shift));
  const value = digits * 10n ** BigInt(shift);
  if (BigInt.asIntN(64, value) === value) return value;
  return [1, 2, 3, 6, 9].includes(shift) ? BigInt.asIntN(64, value) : 0n;
}

function dividedBig(digits: bigint, shift: number): bigint {
  const unit = 10n ** BigInt(shift);
  if (digits < limit - 1n && shift < 19) {
    const low = BigInt.asIntN(64, digits);
    return low / unit + (low % unit === 0n ? 0n : 1n);
  }
  const rest = ((digits % unit) + unit) % unit;
  return BigInt.asIntN(64, (digits - rest) / unit + (rest === 0n ? 0n : 1n));
}

/** The text of a quantity in the server's messages: `1.5` is 1500m, `1024Mi` is 1Gi. */
export function quantityText({ digits, scale, format, text }: Quantity): string {
  if (text !== undefined) return text;
  if (digits === 0n) return '0';
  const whole = rescaled(digits, scale, 0);
  const isTiny = whole.digits > -1024n && whole.digits < 1024n;
  if (format === 'binary' && whole.exact && !isTiny) {
    const { rest, times } = withoutFactors(whole.digits, 1024n);
    return `${rest}${binarySuffixes[times] ?? ''}`;
  }
  const { rest, times } = withoutFactors(digits, 10n);
  const exponent = scale + times;
  const surplus = ((exponent % 3) + 3) % 3;
  const mantissa = rest * 10n ** BigInt(surplus);
  return `${mantissa}${decimalSuffix(exponent - surplus, format)}`;
}

function withoutFactors(value: bigint, factor: bigint): { rest: bigint; times: number } {
  let [rest, times] = [value, 0];
  while (rest !== 0n && rest % factor === 0n) {
    rest /= factor;
    times++;
  }
  return { rest, times };
}

function decimalSuffix(exponent: number, format: Quantity['format']): string {
  if (format === 'exponent') return exponent === 0 ? '' : `e${exponent}`;
  return [...decimalSuffixes].find(([, power]) => power === exponent)?.[0] ?? '';
}

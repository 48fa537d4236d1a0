import * as l10n from '@vscode/l10n';
import { isOn } from '../gates.ts';
import { type Format, regexWords, tooLong } from './format.ts';
import { dnsSubdomain } from './names.ts';

/** An IP address as Kubernetes has always read it: zeros in front of numbers count for nothing. */
export interface Address {
  /** Four numbers of an IPv4 address, also of one that is written as IPv6, or eight of an IPv6 address. */
  parts: readonly number[];
  /** Whether it is an IPv4 address written as IPv6: `::ffff:10.0.0.1`. */
  mapped: boolean;
  /** Whether there are zeros in front that Go's own parser refuses, as others take such numbers for octal. */
  padded: boolean;
}

/** ParseIPSloppy; undefined where it is no address. */
export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseSix(text) : parseFour(text);
}

/** The address as it should be written: RFC 5952, in IPv4 where it is one. */
export function writeAddress({ parts }: Address): string {
  if (parts.length === 4) return parts.join('.');
  const written = parts.map((part) => part.toString(16));
  const [from, length] = longestZeros(parts);
  if (length < 2) return written.join(':');
  return `${written.slice(0, from).join(':')}::${written.slice(from + length).join(':')}`;
}

function longestZeros(parts: readonly number[]): [from: number, length: number] {
  let best: [number, number] = [0, 0];
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (part !== 0) from = index + 1;
    else if (index + 1 - from > best[1]) best = [from, index + 1 - from];
  }
  return best;
}

function parseFour(text: string): Address | undefined {
  const numbers = text.split('.');
  if (numbers.length !== 4 || numbers.some((number) => !/^\d+$/.test(number) || Number(number) > 255)) return undefined;
  const padded = numbers.some((number) => number.length > 1 && number.startsWith('0'));
  return { parts: numbers.map(Number), mapped: false, padded };
}

function parseSix(text: string): Address | undefined {
  const sides = text.split('::');
  if (sides.length > 2) return undefined;
  const [before, after] = sides.map((side, index) => groupsOf(side, index === sides.length - 1));
  if (!before || (sides.length === 2 && !after)) return undefined;
  const written = before.parts.length + (after?.parts.length ?? 0);
  if (after ? written > 7 : written !== 8) return undefined;
  const parts = [...before.parts, ...new Array<number>(8 - written).fill(0), ...(after?.parts ?? [])];
  const padded = before.padded || after?.padded === true;
  const mapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  return mapped ? { parts: parts.slice(6).flatMap(bytes), mapped, padded } : { parts, mapped, padded };
}

/** The groups on one side of `::`; the last may be an IPv4 address. */
function groupsOf(side: string, isEnd: boolean): { parts: number[]; padded: boolean } | undefined {
  if (side === '') return { parts: [], padded: false };
  const groups = side.split(':');
  const four = isEnd && groups.at(-1)?.includes('.') ? parseFour(groups.pop() ?? '') : undefined;
  if (groups.some((group) => !/^[0-9a-f]+$/i.test(group) || Number.parseInt(group, 16) > 0xffff)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = four?.parts ?? [];
  return {
    parts: [...groups.map((group) => Number.parseInt(group, 16)), ...(four ? [a * 256 + b, c * 256 + d] : [])],
    padded: four?.padded === true || groups.some((group) => group.length > 4),
  };
}

function bytes(group: number): number[] {
  return [group >> 8, group & 0xff];
}

const lenient: Format = {
  name: 'ip',
  problems: (text) => (parseAddress(text) ? [] : ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']),
  mend(text) {
    // without brackets, the length of a network or a port
    const bare = text.trim().replace(/^\[|\]$|\/\d+$|(?<=^[\d.]+):\d+$/g, '');
    const address = parseAddress(bare);
    return address && writeAddress(address);
  },
};

const strict: Format = {
  ...lenient,
  problems(text) {
    const address = parseAddress(text);
    if (!address) return lenient.problems(text);
    return [
      ...(address.padded ? ['must not have leading 0s'] : []),
      ...(address.mapped && !address.padded ? ['must not be an IPv4-mapped IPv6 address'] : []),
    ];
  },
};

/** IP addresses; from 1.36 on without zeros in front, and no IPv4 written as IPv6 (StrictIPCIDRValidation). */
export function ipAddress(minor: number): Format {
  return minor >= 36 ? strict : lenient;
}

const looseLabel = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const looseDomain = `${looseLabel}(\\.${looseLabel})*`;
const isLooseDomain = new RegExp(`^${looseDomain}$`);
const looseWords = regexWords(
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
  looseDomain,
  'example.com',
);

const looseSearch: Format = {
  name: 'dns-search',
  describe: () =>
    l10n.t(
      'A search domain is `.`, or has at most 253 lowercase letters, digits, `-` and `_` in parts separated by `.`; it may end with a `.`.',
    ),
  problems(text) {
    if (text === '.') return [];
    const domain = withoutDot(text);
    return [...tooLong(domain, 253), ...(isLooseDomain.test(domain) ? [] : [looseWords])];
  },
  mend: (text) => text.trim().toLowerCase(),
};

const strictSearch: Format = {
  name: 'dns-search',
  describe: () =>
    l10n.t(
      'Before Kubernetes 1.33 a search domain has at most 253 lowercase letters, digits and `-` in parts separated by `.`; it may end with a `.`.',
    ),
  problems: (text) => dnsSubdomain.problems(withoutDot(text)),
  mend: (text) => dnsSubdomain.mend?.(withoutDot(text)),
};

/** Domains of a search list; 1.33 and later take `_` and `.` (RelaxedDNSSearchValidation). */
export function searchDomain(minor: number): Format {
  return isOn('RelaxedDNSSearchValidation', minor) ? looseSearch : strictSearch;
}

function withoutDot(text: string): string {
  return text.replace(/\.$/, '');
}

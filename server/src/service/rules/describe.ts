import * as l10n from '@vscode/l10n';
import type { Field } from '../schema/index.ts';
import { type ConcreteNode, typeOf } from '../yaml/index.ts';

/** What a field wants, to be put after "must be". */
export function wanted(field: Field, item: boolean): string {
  if (field.list && !item) return scalarNames()[field.type] ? l10n.t('a list') : l10n.t('a list of objects');
  if (field.map && !item) return l10n.t('a map');
  return scalarNames()[field.type] ?? l10n.t('an object');
}

function scalarNames(): Record<string, string> {
  return {
    string: l10n.t('a string'),
    boolean: l10n.t('true or false'),
    int32: l10n.t('a whole number'),
    int64: l10n.t('a whole number'),
    Quantity: l10n.t('a quantity such as `500m` or `128Mi`'),
    IntOrString: l10n.t('a number or a name'),
    Time: l10n.t('a time such as `2026-01-31T12:00:00Z`'),
  };
}

/** What a node is to the API server, to be put after "this is". */
export function actual(node: ConcreteNode): string {
  const names = {
    list: l10n.t('a list'),
    map: l10n.t('a map'),
    string: l10n.t('a string'),
    boolean: l10n.t('a boolean'),
    number: l10n.t('a number'),
    null: l10n.t('null'),
    unsupported: l10n.t('no value that JSON has'),
  };
  return names[typeOf(node)];
}

/** A text of the manifest, cut so that it fits into a message. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** A value of the manifest, to be put between backticks: cut, and `""` where it is empty. */
export function shown(text: string): string {
  return text === '' ? '""' : shortened(text);
}

/** A time in seconds as people say it: `45 seconds`, `30 minutes`, `1 hour 5 minutes`. */
export function duration(seconds: number): string {
  const whole = seconds < 1 ? seconds : Math.round(seconds);
  const units: [number, (count: number) => string][] = [
    [86400, (count) => (count === 1 ? l10n.t('1 day') : l10n.t('{0} days', count))],
    [3600, (count) => (count === 1 ? l10n.t('1 hour') : l10n.t('{0} hours', count))],
    [60, (count) => (count === 1 ? l10n.t('1 minute') : l10n.t('{0} minutes', count))],
    [1, (count) => (count === 1 ? l10n.t('1 second') : l10n.t('{0} seconds', count))],
  ];
  let rest = whole;
  const parts = units.flatMap(([size, text]) => {
    const count = size === 1 ? rest : Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [text(count)] : [];
  });
  return parts.join(' ') || l10n.t('{0} seconds', 0);
}

/** Names or values, to be put into a sentence: `a`, `b`. */
export function listed(texts: readonly string[]): string {
  return texts.map((text) => `\`${shown(text)}\``).join(', ');
}

import * as l10n from '@vscode/l10n';
import type { Field } from '../schema/index.ts';
import { typeOf, type YamlNode } from '../yaml/index.ts';

type Concrete = Exclude<YamlNode, { kind: 'alias' }>;

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
    Quantity: l10n.t('a quantity such as 500m or 128Mi'),
    IntOrString: l10n.t('a number or a name'),
    Time: l10n.t('a time such as 2026-01-31T12:00:00Z'),
  };
}

/** What a node is to the API server, to be put after "this is". */
export function actual(node: Concrete): string {
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

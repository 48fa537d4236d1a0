import badQuantity from './decoding/bad-quantity.ts';
import badTime from './decoding/bad-time.ts';
import duplicateKey from './decoding/duplicate-key.ts';
import missingApiVersion from './decoding/missing-api-version.ts';
import missingKind from './decoding/missing-kind.ts';
import nullItem from './decoding/null-item.ts';
import numberOutOfRange from './decoding/number-out-of-range.ts';
import stringNotQuoted from './decoding/string-not-quoted.ts';
import unknownApiVersion from './decoding/unknown-api-version.ts';
import unknownField from './decoding/unknown-field.ts';
import unknownKind from './decoding/unknown-kind.ts';
import wrongType from './decoding/wrong-type.ts';
import yamlSyntax from './decoding/yaml-syntax.ts';
import containerExitsAtOnce from './runtime/container-exits-at-once.ts';
import misplacedField from './structure/misplaced-field.ts';
import mountPathDuplicate from './volumes/mount-path-duplicate.ts';
import mountVolumeNotFound from './volumes/mount-volume-not-found.ts';
import volumeUnused from './volumes/volume-unused.ts';
import type { Rule } from './rule.ts';

/** Every rule, sorted by file. */
export const rules: readonly Rule[] = [
  badQuantity,
  badTime,
  duplicateKey,
  missingApiVersion,
  missingKind,
  nullItem,
  numberOutOfRange,
  stringNotQuoted,
  unknownApiVersion,
  unknownField,
  unknownKind,
  wrongType,
  yamlSyntax,
  containerExitsAtOnce,
  misplacedField,
  mountPathDuplicate,
  mountVolumeNotFound,
  volumeUnused,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

export type { Fix, Problem, Rule, Severity } from './rule.ts';

import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { Finding } from '../../schema/decode.ts';
import { fieldOf, fieldsOf, isServed } from '../../schema/index.ts';
import { hasShapeOf } from '../../schema/shape.ts';
import { effectivePairs } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, findingsOf, safe, suggestion } from '../rule.ts';
import { synonymOf } from './synonyms.ts';

interface Data {
  pair: Extract<Finding, { kind: 'unknown-field' }>['pair'];
  meant: string[];
}

export default defineRule<Data>({
  code: 'unknown-field',
  severity: 'error',
  hides: true,
  general: true,
  check({ findings, minor }, report) {
    for (const finding of findingsOf(findings, 'unknown-field')) {
      const { pair, path, known } = finding;
      const meant = known ? [] : candidates(finding, minor);
      report({ node: pair.key, path, message: explain(finding, meant), data: { pair, meant } });
    }
  },
  fix({ data: { pair, meant } }, editor) {
    const renames = meant.map((name, index): Fix => {
      const sure = index === 0 && meant.length === 1;
      return (sure ? safe : suggestion)(l10n.t('Rename to {0}', name), editor.renameKey(pair, name));
    });
    return [...renames, ...removeFix(pair, editor)];
  },
});

function explain({ pair, known }: Extract<Finding, { kind: 'unknown-field' }>, meant: string[]): string {
  const name = pair.key.text;
  if (known?.since && known.until === undefined) {
    return l10n.t(
      '`{0}` is new in Kubernetes 1.{1}: the selected version refuses it as an unknown field. Remove it, or select a newer version.',
      name,
      known.since,
    );
  }
  if (known) {
    return l10n.t(
      '`{0}` exists only up to Kubernetes 1.{1}: the selected version refuses it as an unknown field. Remove it.',
      name,
      known.until ?? '',
    );
  }
  if (meant[0])
    return l10n.t(
      'There is no field `{0}` here: the API server refuses unknown fields. Did you mean `{1}`?',
      name,
      meant[0],
    );
  return l10n.t(
    'There is no field `{0}` here: the API server refuses unknown fields. Remove it, or move it where it belongs.',
    name,
  );
}

/** Fields that the key may have meant: like it in spelling, not written yet, and of a shape that the value has. */
function candidates({ pair, map, type }: Extract<Finding, { kind: 'unknown-field' }>, minor: number): string[] {
  const present = effectivePairs(map);
  const fits = (name: string) => {
    const field = fieldOf(type, name);
    return field !== undefined && isServed(field, minor) && !present.has(name) && hasShapeOf(pair.value, field);
  };
  const synonym = synonymOf(type, pair.key.text);
  if (synonym) return fits(synonym) ? [synonym] : [];
  return nearest(pair.key.text, Object.keys(fieldsOf(type) ?? {}).filter(fits));
}

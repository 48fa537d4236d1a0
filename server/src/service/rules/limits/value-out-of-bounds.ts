import * as l10n from '@vscode/l10n';
import type { LimitFinding } from '../../schema/limits.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, findingsOf, suggestion } from '../rule.ts';

type OutOfBounds = Extract<LimitFinding, { kind: 'out-of-bounds' }>;

export default defineRule<OutOfBounds>({
  code: 'value-out-of-bounds',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'out-of-bounds')) {
      const { path, node, server } = finding;
      report({ node, path, message: explain(finding), server, data: finding });
    }
  },
  fix({ data: { object, name, value, least, most, path } }, editor) {
    const pair = object.pair(name);
    // an entry of a list may be anything
    if (!pair || path !== object.at(name)) return [];
    const fixes: Fix[] = [];
    if (least === most) fixes.push(suggestion(l10n.t('Change to {0}', least), editor.replaceNode(pair.value, least)));
    const octal = most === 0o777 && !editor.isJson ? asOctal(value) : undefined;
    if (octal) fixes.push(suggestion(l10n.t('Write it as octal: {0}', octal), [editor.replace(pair.value, octal)]));
    return object.isOptional(name) ? [...fixes, ...removeFix(pair, editor)] : fixes;
  },
});

function explain({ path, object, name, value, least, most }: OutOfBounds): string {
  if (!object.has(name)) {
    return l10n.t('`{0}` is missing: the API server then uses {1}, and refuses that. Add it.', path, value);
  }
  if (most === 0o777 && asOctal(value)) {
    return l10n.t(
      '`{0}` is {1} in decimal, which is not a valid file mode: the API server accepts 0 to 511, in octal 0 to 0777. Write `{2}`.',
      name,
      value,
      asOctal(value) ?? '',
    );
  }
  if (least === most)
    return l10n.t('`{0}` is {1}, but the API server accepts only {2}. Change it.', name, value, least);
  return Number.isFinite(most)
    ? l10n.t('`{0}` is {1}, but the API server accepts {2} to {3}. Change it.', name, value, least, most)
    : l10n.t('`{0}` is {1}, but the API server accepts {2} or more. Change it.', name, value, least);
}

/** A file mode whose 0 in front was forgotten: 755 -> 0755. */
function asOctal(value: number): string | undefined {
  return /^[0-7]{3}$/.test(String(value)) ? `0${value}` : undefined;
}

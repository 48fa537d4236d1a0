import * as l10n from '@vscode/l10n';
import { duration } from '../../../rules/describe.ts';
import type { ApiObject } from '../../../schema/object.ts';
import { code } from '../../markdown.ts';

/** A toleration read aloud. Facts: Toleration.ToleratesTaint, and the taint eviction controller. */
export function tolerationReading(toleration: ApiObject): string | undefined {
  const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) => toleration.string(name));
  const isKnown = operator === 'Exists' || (key !== '' && ['', 'Equal'].includes(operator ?? ''));
  if (!isKnown) return undefined;
  const taint = taintText(key, operator || 'Equal', value ?? '');
  const tolerated = effect
    ? l10n.t('Tolerates {0} with the effect {1}.', taint, code(effect))
    : l10n.t('Tolerates {0}, whatever its effect.', taint);
  const limit = limitText(toleration);
  return limit ? `${tolerated} ${limit}` : tolerated;
}

function taintText(key: string | undefined, operator: string, value: string): string {
  if (!key) return l10n.t('every taint');
  if (operator === 'Exists') return l10n.t('the taint {0} (any value)', code(key));
  return value === ''
    ? l10n.t('the taint {0} (no value)', code(key))
    : l10n.t('the taint {0}', code(`${key}=${value}`));
}

function limitText(toleration: ApiObject): string | undefined {
  if (!toleration.has('tolerationSeconds') || toleration.string('effect') !== 'NoExecute') return undefined;
  const seconds = toleration.integer('tolerationSeconds');
  if (seconds === undefined) return undefined;
  return seconds > 0
    ? l10n.t('The pod is evicted {0} after the node gets the taint.', duration(seconds))
    : l10n.t('The pod is evicted at once when the node gets the taint.');
}

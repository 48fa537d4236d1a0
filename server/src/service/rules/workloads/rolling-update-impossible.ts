import * as l10n from '@vscode/l10n';
import { percent } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule, type Report } from '../rule.ts';

interface Data {
  update: ApiObject;
  problem: 'none' | 'alone' | 'both';
}

type Check = (update: ApiObject) => Report<Data> | undefined;

/** ValidateRollingUpdateDeployment, ValidateRollingUpdateDaemonSet, validateRollingUpdateStatefulSet */
export default defineRule<Data>({
  code: 'rolling-update-impossible',
  severity: 'error',
  check({ objects }, report) {
    for (const [type, check] of Object.entries(checks)) {
      for (const update of objects.of(type)) {
        const type = update.parent?.string('type');
        const found = type === 'RollingUpdate' && isSound(update) ? check(update) : undefined;
        if (found) report(found);
      }
    }
  },
  fix({ data: { update, problem } }, editor) {
    const set = (name: string, value: number) => setFix(update, name, value, editor);
    if (problem === 'both') return [...removeFix(update.pair('maxSurge'), editor), set('maxUnavailable', 0)];
    return problem === 'none' ? [set('maxUnavailable', 1), set('maxSurge', 1)] : [set('maxUnavailable', 1)];
  },
});

const checks: Readonly<Record<string, Check>> = {
  'apps/v1.RollingUpdateDeployment': (update) =>
    isZero(update, 'maxUnavailable') && isZero(update, 'maxSurge')
      ? none(update, 'Invalid value: 0: may not be 0 when `maxSurge` is 0')
      : undefined,
  'apps/v1.RollingUpdateDaemonSet'(update) {
    const [unavailable, surge] = [isZero(update, 'maxUnavailable'), isZero(update, 'maxSurge')];
    if (unavailable && surge) return none(update, 'Required value: cannot be 0 when maxSurge is 0');
    return unavailable || surge ? undefined : both(update);
  },
  'apps/v1.RollingUpdateStatefulSetStrategy': (update) =>
    update.has('maxUnavailable') && isZero(update, 'maxUnavailable') ? noneAtAll(update) : undefined,
};

function none(update: ApiObject, server: string): Report<Data> {
  return {
    node: update.valueOf('maxUnavailable'),
    path: update.at('maxUnavailable'),
    message: l10n.t(
      '`maxUnavailable` and `maxSurge` are both 0, so no pod may be removed and none added: the API server refuses it. Set one of them to 1 or more.',
    ),
    server: [server],
    related: update.has('maxSurge')
      ? [{ node: update.valueOf('maxSurge'), message: l10n.t('The other: `{0}`', 'maxSurge') }]
      : [],
    data: { update, problem: 'none' },
  };
}

function noneAtAll(update: ApiObject): Report<Data> {
  return {
    node: update.valueOf('maxUnavailable'),
    path: update.at('maxUnavailable'),
    message: l10n.t(
      'With `maxUnavailable: 0` no pod can ever be replaced: the API server refuses it. Write 1 or more, or remove it.',
    ),
    server: ['Invalid value: 0: cannot be 0'],
    data: { update, problem: 'alone' },
  };
}

function both(update: ApiObject): Report<Data> {
  return {
    node: update.valueOf('maxSurge'),
    path: update.at('maxSurge'),
    message: l10n.t(
      'A DaemonSet removes a pod either before the new one starts or after: the API server refuses `maxSurge` together with `maxUnavailable`, which is 1 by default. Set one of them to 0.',
    ),
    server: ['Invalid value: may not be set when maxUnavailable is non-zero'],
    related: update.has('maxUnavailable')
      ? [{ node: update.valueOf('maxUnavailable'), message: l10n.t('The other: `{0}`', 'maxUnavailable') }]
      : [],
    data: { update, problem: 'both' },
  };
}

/** Whether a number or percentage is 0. */
function isZero(update: ApiObject, name: string): boolean {
  return update.integer(name) === 0 || /^0+%$/.test(update.string(name) ?? '');
}

/** Whether both are numbers or percentages; what is neither is told of by itself. */
function isSound(update: ApiObject): boolean {
  return ['maxUnavailable', 'maxSurge'].every((name) => {
    const text = update.string(name);
    return update.integer(name) !== undefined || !text || percent.problems(text).length === 0;
  });
}

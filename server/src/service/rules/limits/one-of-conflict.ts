import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { removeFix } from '../fields.ts';
import { defineRule, findingsOf } from '../rule.ts';

interface Data {
  object: ApiObject;
  members: readonly string[];
  /** The member that is told of, where the API server tells of each. */
  pair: Pair | undefined;
}

export default defineRule<Data>({
  code: 'one-of-conflict',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, members, pair, server } of findingsOf(findings, 'several-of')) {
      const list = listed(members);
      const [first = ''] = members;
      report({
        node,
        path,
        message: l10n.t('Only one of {0} may be set: the API server refuses more. Keep one.', list),
        server,
        related: pair ? [{ node: object.keyOf(first), message: l10n.t('The other: `{0}`', first) }] : [],
        data: { object, members, pair },
      });
    }
  },
  fix({ data: { object, members, pair } }, editor) {
    const pairs = members.map((member) => object.pair(member)).filter((each) => each !== undefined);
    // of three, two are left
    const others = pairs.length === 2 ? pairs.filter((each) => each !== pair).reverse() : [];
    return (pair ? [pair, ...others] : others).flatMap((each) => removeFix(each, editor));
  },
});

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** validateResourceClaimNames: a claim as a whole, or each request of it, may be used once. */
export default defineRule<ApiObject>({
  code: 'resource-claim-duplicate',
  severity: 'error',
  check({ objects }, report) {
    for (const resources of objects.of('core/v1.ResourceRequirements')) {
      const before: ApiObject[] = [];
      for (const claim of resources.objects('claims')) {
        const other = claim.checked && claim.string('name') ? before.find((each) => overlap(each, claim)) : undefined;
        before.push(claim);
        if (!other) continue;
        const name = keyOf(claim);
        report({
          node: claim.valueOf('name'),
          path: claim.path,
          message: l10n.t(
            'This container uses the claim `{0}` twice: the API server accepts a claim once, or each of its requests once. Remove one.',
            name,
          ),
          server: [`Duplicate value: ${JSON.stringify(isWhole(other) ? claim.string('name') : name)}`],
          related: [{ node: other.valueOf('name'), message: l10n.t('The other `{0}`', keyOf(other)) }],
          data: claim,
        });
      }
    }
  },
  fix({ data: claim }, editor) {
    return [suggestion(l10n.t('Remove this entry'), removeEntry(claim, editor))];
  },
});

function overlap(a: ApiObject, b: ApiObject): boolean {
  return a.string('name') === b.string('name') && (isWhole(a) || isWhole(b) || keyOf(a) === keyOf(b));
}

/** Without a request, so that all of the claim is used. */
function isWhole(claim: ApiObject): boolean {
  return !claim.string('request');
}

function keyOf(claim: ApiObject): string {
  const [name = '', request] = [claim.string('name'), claim.string('request')];
  return request ? `${name}/${request}` : name;
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** ValidateOwnerReferences */
export default defineRule<ApiObject>({
  code: 'owner-reference-invalid',
  severity: 'error',
  check({ objects, minor }, report) {
    const owners = objects.of('meta/v1.OwnerReference');
    const [first, ...others] = owners.filter((owner) => owner.boolean('controller') === true);
    for (const owner of others) {
      report({
        node: owner.valueOf('controller'),
        path: listOf(owner),
        message: l10n.t(
          'Only one owner may be the controller, and `{0}` already is: the API server refuses a second one. Remove `controller` from one of them.',
          first ? title(first) : '',
        ),
        server: [
          `Only one reference can have Controller set to true. Found "true" in references for ${first ? title(first) : ''} and ${title(owner)}`,
        ],
        related: first ? [{ node: first.valueOf('controller'), message: l10n.t('The first controller') }] : [],
        data: owner,
      });
    }
    for (const owner of owners.filter(isEvent)) {
      report({
        node: owner.valueOf('kind'),
        path: minor >= 37 ? owner.path : listOf(owner),
        message: l10n.t('An Event cannot own anything: the API server refuses it as an owner. Name another object.'),
        server: ['/v1, Kind=Event is disallowed from being an owner'],
        data: owner,
      });
    }
  },
  fix({ data: owner }, editor) {
    if (!owner.boolean('controller')) return [];
    return removeFix(owner.pair('controller'), editor);
  },
});

function isEvent(owner: ApiObject): boolean {
  return /^\/?v1$/.test(owner.string('apiVersion') ?? '') && owner.string('kind') === 'Event';
}

function title(owner: ApiObject): string {
  return `${owner.string('kind') ?? ''}/${owner.string('name') ?? ''}`;
}

function listOf(owner: ApiObject): string {
  return owner.parent?.at('ownerReferences') ?? owner.path;
}

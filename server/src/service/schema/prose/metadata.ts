import * as l10n from '@vscode/l10n';
import type { WordsOfTypes } from './words.ts';

const operators = () => ({
  In: l10n.t('The label has one of the `values`.'),
  NotIn: l10n.t('The label has none of the `values`, or is not there.'),
  Exists: l10n.t('The label is there, whatever its value.'),
  DoesNotExist: l10n.t('The label is not there.'),
});

const operator = () => l10n.t('How the label is compared with the `values`.');

export const metadata = (): WordsOfTypes => ({
  'meta/v1.LabelSelectorRequirement': {
    fields: {
      operator: operator(),
      values: l10n.t(
        'The values that are compared.\n\n`In` and `NotIn` need at least one, `Exists` and `DoesNotExist` take none.',
      ),
    },
    values: { operator: operators() },
  },
  'meta/v1.ObjectMeta': {
    type: l10n.t('Name, namespace, labels and annotations of an object.'),
    fields: {
      name: l10n.t(
        'The name of the object, unique among objects of its kind in the namespace.\n\nAn object needs it, or `generateName`; a template needs neither. It cannot be changed.',
      ),
      generateName: l10n.t(
        'How the name begins, where there is no `name`: the server adds random characters.\n\n`kubectl apply` does not take it, `kubectl create` does.',
      ),
      namespace: l10n.t(
        'The namespace that the object is in.\n\nWithout it, it is that of the context of `kubectl`, else `default`.',
      ),
      finalizers: l10n.t(
        'What has to be done before the object is gone.\n\nEach entry is taken out by the controller that it names; until then a deleted object stays.',
      ),
      ownerReferences: l10n.t(
        'Objects that this one belongs to. It is deleted when all of them are.\n\nControllers write it; manifests hardly ever need it.',
      ),
    },
  },
  'meta/v1.ManagedFieldsEntry': {
    type: l10n.t(
      'Which fields somebody has set, for server-side apply.\n\nThe server writes it; it does not belong in a manifest.',
    ),
    fields: {
      manager: l10n.t('Who has set the fields.'),
      operation: l10n.t('How the fields were set.'),
      apiVersion: l10n.t('The API version in which the fields are named.'),
      time: l10n.t('When the entry was changed last.'),
      fieldsType: l10n.t('The format of `fieldsV1`.'),
      fieldsV1: l10n.t('The fields, as a tree of their names.'),
      subresource: l10n.t('The subresource by which the fields were set: `status` or `scale`.'),
    },
    values: {
      operation: {
        Apply: l10n.t('By server-side apply.'),
        Update: l10n.t('By any other way: create, update or patch.'),
      },
      fieldsType: { FieldsV1: l10n.t('The only format that there is.') },
    },
  },
  'meta/v1.FieldsV1': { type: l10n.t('A set of fields, as a tree of their names.') },
  'meta/v1.OwnerReference': {
    fields: {
      apiVersion: l10n.t('The API version of the owner.'),
      kind: l10n.t('The kind of the owner.'),
      name: l10n.t('The name of the owner.'),
      uid: l10n.t('The UID of the owner: an owner of the same name that was made anew is another one.'),
    },
  },
  'core/v1.NodeSelectorRequirement': {
    fields: {
      operator: operator(),
      values: l10n.t(
        'The values that are compared.\n\n`In` and `NotIn` need at least one, `Exists` and `DoesNotExist` take none, `Gt` and `Lt` take one whole number.',
      ),
    },
    values: {
      key: { 'metadata.name': l10n.t('The name of the node, the only field that can be compared.') },
      operator: {
        ...operators(),
        Gt: l10n.t('The label is a whole number greater than the one in `values`.'),
        Lt: l10n.t('The label is a whole number less than the one in `values`.'),
      },
    },
  },
});

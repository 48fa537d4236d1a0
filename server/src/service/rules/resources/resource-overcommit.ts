import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import type { ApiObjects } from '../../schema/object.ts';
import { compare, isNegative, quantityText } from '../../schema/quantity.ts';
import { isResourceName, mayOvercommit } from '../../schema/resourceNames.ts';
import { isNull } from '../../yaml/index.ts';
import { defineRule, type Fix, type Report, suggestion } from '../rule.ts';
import { changeTo, isSound, writable } from './changes.ts';
import { type Checked, checkedResources, type Written, writtenIn, writtenOf } from './checked.ts';

interface Data {
  request: Written;
  /** Undefined where there is none. */
  limit: Written | undefined;
}

/** validateResourceRequirements: of devices and huge pages no more may be allowed than is requested. */
export default defineRule<Data>({
  code: 'resource-overcommit',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const { request, limit } of unequal(objects)) {
      report(limit ? differing(request, limit) : withoutLimit(request));
    }
  },
  fix({ data: { request, limit } }, editor) {
    if (!limit) return addLimit(request, editor);
    return [
      ...changeTo(request, limit.quantity, editor, l10n.t('Change the request to {0}', quantityText(limit.quantity))),
      ...changeTo(limit, request.quantity, editor, l10n.t('Change the limit to {0}', quantityText(request.quantity))),
    ];
  },
});

function unequal(objects: ApiObjects): Data[] {
  return checkedResources(objects).flatMap((checked) =>
    requestsToEqual(checked).flatMap((request): Data[] => {
      const amount = checked.limits.get(request.name);
      if (!amount) return [{ request, limit: undefined }];
      const limit = writtenOf(checked, 'limits', amount);
      return limit && !isNegative(limit.quantity) && compare(request.quantity, limit.quantity) !== 0
        ? [{ request, limit }]
        : [];
    }),
  );
}

/** The written requests that a limit has to equal. */
function requestsToEqual(checked: Checked): Written[] {
  return writtenIn(checked).filter(
    ({ list, name }) => list === 'requests' && !mayOvercommit(name) && isResourceName(name, checked.of === 'pod'),
  );
}

function withoutLimit(request: Written): Report<Data> {
  return {
    node: request.pair.key,
    path: `${request.in.path}.limits`,
    message: l10n.t(
      '`{0}` has a request but no limit: the API server also requires a limit, equal to the request. Add it.',
      request.name,
    ),
    server: ['Required value: Limit must be set for non overcommitable resources'],
    data: { request, limit: undefined },
  };
}

function differing(request: Written, limit: Written): Report<Data> {
  const [text, limitText] = [quantityText(request.quantity), quantityText(limit.quantity)];
  return {
    node: request.span,
    path: `${request.in.path}.requests`,
    message: l10n.t(
      'The request of {0} and the limit of {1} differ: for `{2}` the API server requires them to be equal. Make them the same.',
      request.text,
      limit.text,
      request.name,
    ),
    server: [`Invalid value: "${text}": must be equal to ${request.name} limit of ${limitText}`],
    related: [{ node: limit.span, message: l10n.t('The limit: {0}', limit.text) }],
    data: { request, limit },
  };
}

function addLimit({ name, quantity, in: { object } }: Written, editor: Editor): Fix[] {
  const title = l10n.t('Add the limit {0}: {1}', name, quantityText(quantity));
  const amount = writable(quantity);
  if (!isSound(name, quantity)) return [];
  const pair = object.pair('limits');
  const list = object.value('limits');
  if (!object.node) return [];
  if (!pair) return [suggestion(title, editor.insertPair(object.node, 'limits', { [name]: amount }))];
  if (isNull(pair.value)) return [suggestion(title, editor.replaceNode(pair.value, { [name]: amount }))];
  return list?.kind === 'map' ? [suggestion(title, editor.insertPair(list, name, amount))] : [];
}

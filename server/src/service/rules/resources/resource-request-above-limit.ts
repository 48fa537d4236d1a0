import * as l10n from '@vscode/l10n';
import type { ApiObjects } from '../../schema/object.ts';
import { compare, isNegative, type Quantity, quantityText } from '../../schema/quantity.ts';
import { mayOvercommit } from '../../schema/resourceNames.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { bytesMeant } from './bytes.ts';
import { rewritten } from './changes.ts';
import { checkedResources, type Written, writtenOf } from './checked.ts';

interface Data {
  /** Path of the resources. */
  path: string;
  name: string;
  quantity: Quantity;
  limit: Written;
  /** Undefined where the server adds up what the containers of a pod request. */
  request: Written | undefined;
}

/** validateResourceRequirements. */
export default defineRule<Data>({
  code: 'resource-request-above-limit',
  severity: 'error',
  check({ objects }, report) {
    for (const data of requestsAboveLimit(objects)) {
      const { path, name, quantity, request, limit } = data;
      const [text, limitText] = [quantityText(quantity), quantityText(limit.quantity)];
      report({
        node: (request ?? limit).span,
        path: `${path}.requests`,
        message: explain(data),
        server: [`Invalid value: "${text}": must be less than or equal to ${name} limit of ${limitText}`],
        related: request ? [{ node: limit.span, message: l10n.t('The limit: {0}', limit.text) }] : [],
        data,
      });
    }
  },
  fix({ data: { quantity, request, limit } }, editor) {
    const change = (to: Written, amount: Quantity, title: string): Fix =>
      suggestion(title, rewritten([to], amount, editor));
    const meant = bytesMeant(limit).find((each) => compare(each, quantity) >= 0);
    const [text, limitText] = [quantityText(quantity), quantityText(limit.quantity)];
    return [
      ...(meant ? [change(limit, meant, l10n.t('Change the limit to {0}', quantityText(meant)))] : []),
      ...(request ? [change(request, limit.quantity, l10n.t('Lower the request to {0}', limitText))] : []),
      change(limit, quantity, l10n.t('Raise the limit to {0}', text)),
    ];
  },
});

function requestsAboveLimit(objects: ApiObjects): Data[] {
  return checkedResources(objects).flatMap((checked) =>
    [...checked.requests].flatMap(([name, amount]) => {
      const { quantity } = amount;
      const limit = writtenOf(checked, 'limits', checked.limits.get(name));
      if (!quantity || !limit || isNegative(limit.quantity) || !mayOvercommit(name)) return [];
      if (compare(quantity, limit.quantity) <= 0) return [];
      return [{ path: checked.path, name, quantity, limit, request: writtenOf(checked, 'requests', amount) }];
    }),
  );
}

function explain({ name, quantity, request, limit }: Data): string {
  return request
    ? l10n.t(
        'The request of {0} `{1}` is above the limit of {2}: the API server refuses it. Lower the request, or raise the limit.',
        request.text,
        name,
        limit.text,
      )
    : l10n.t(
        'The containers together request {0} `{1}`, which is above the pod limit of {2}: the API server refuses it. Lower the requests, or raise the limit.',
        quantityText(quantity),
        name,
        limit.text,
      );
}

import * as l10n from '@vscode/l10n';
import type { ApiObject, Value } from '../../schema/object.ts';
import { type ConcreteNode, integerOf, isNull } from '../../yaml/index.ts';
import { defineRule, type Report, suggestion } from '../rule.ts';

interface Data {
  codes: ApiObject;
  /** The index of the entry that is not taken; undefined where the order is wrong. */
  index: number | undefined;
}

/** validatePodFailurePolicyRuleOnExitCodes */
export default defineRule<Data>({
  code: 'exit-codes-invalid',
  severity: 'error',
  check({ objects }, report) {
    for (const codes of objects.of('batch/v1.PodFailurePolicyOnExitCodesRequirement')) {
      const entries = codes.values('values');
      for (const [index, entry] of entries.entries()) {
        if (codes.string('operator') === 'In' && codeOf(entry.node) === 0) report(ofSuccess(codes, index, entry));
      }
      const numbers = entries.flatMap(({ node }) => codeOf(node) ?? []);
      if (numbers.some((number, index) => number < (numbers[index - 1] ?? number))) report(ofOrder(codes, numbers));
    }
  },
  fix({ data: { codes, index } }, editor) {
    const list = codes.value('values');
    if (list?.kind !== 'seq') return [];
    if (index !== undefined) return [suggestion(l10n.t('Remove this entry'), editor.removeItem(list, index))];
    const numbers = list.items.map((item) => integerOf(item));
    const sorted = numbers.flatMap((number) => number ?? []).sort((a, b) => a - b);
    if (sorted.length < numbers.length) return [];
    const edits = list.items.flatMap((item, at) =>
      numbers[at] === sorted[at] ? [] : editor.replaceNode(item, sorted[at] ?? 0),
    );
    return [suggestion(l10n.t('Change to {0}', sorted.join(', ')), edits)];
  },
});

function ofSuccess(codes: ApiObject, index: number, { span, path }: Value): Report<Data> {
  return {
    node: span,
    path,
    message: l10n.t(
      'A container that exits with 0 has not failed, so the API server refuses 0 in a rule for failures. Remove it.',
    ),
    server: ['Invalid value: 0: must not be 0 for the In operator'],
    data: { codes, index },
  };
}

function ofOrder(codes: ApiObject, numbers: readonly number[]): Report<Data> {
  return {
    node: codes.keyOf('values'),
    path: codes.at('values'),
    message: l10n.t('The API server requires exit codes in ascending order. Sort them.'),
    server: [`Invalid value: ${JSON.stringify(numbers)}: must be ordered`],
    data: { codes, index: undefined },
  };
}

function codeOf(node: ConcreteNode): number | undefined {
  return isNull(node) ? 0 : integerOf(node);
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { isOfFields } from '../../schema/overlay/scheduling.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  requirement: ApiObject;
  /** The operator that goes with what is written. */
  instead: string | undefined;
}

/** ValidateLabelSelectorRequirement, ValidateNodeSelectorRequirement and ValidateNodeFieldSelectorRequirement. */
export default defineRule<Data>({
  code: 'selector-values',
  severity: 'error',
  check({ objects }, report) {
    for (const requirement of objects.of('meta/v1.LabelSelectorRequirement', 'core/v1.NodeSelectorRequirement')) {
      const values = requirement.value('values');
      if (values && values.kind !== 'seq') continue;
      const problem = problemOf(requirement, values?.items.length ?? 0);
      if (!problem) continue;
      report({
        node: values ? requirement.keyOf('values') : requirement.valueOf('operator'),
        path: requirement.at('values'),
        message: problem.message,
        server: [problem.server],
        data: { requirement, instead: problem.instead },
      });
    }
  },
  fix({ data: { requirement, instead } }, editor) {
    const fixes = instead ? [setFix(requirement, 'operator', instead, editor)] : [];
    const isTooMuch = instead === 'In' || instead === 'NotIn';
    return isTooMuch ? [...fixes, ...removeFix(requirement.pair('values'), editor)] : fixes;
  },
});

interface Told {
  message: string;
  server: string;
  instead?: string;
}

function problemOf(requirement: ApiObject, count: number): Told | undefined {
  const operator = requirement.string('operator') ?? '';
  const isList = operator === 'In' || operator === 'NotIn';
  if (isOfFields(requirement)) return isList && count !== 1 ? oneName(operator) : undefined;
  if (isList && count === 0) return noValues(operator);
  const isMark = operator === 'Exists' || operator === 'DoesNotExist';
  if (isMark && count > 0) return tooMuch(operator);
  const isNumber = operator === 'Gt' || operator === 'Lt';
  const isOfNodes = requirement.type === 'core/v1.NodeSelectorRequirement';
  return isOfNodes && isNumber && count !== 1 ? oneNumber(operator) : undefined;
}

function noValues(operator: string): Told {
  return {
    message: l10n.t(
      'The operator `{0}` compares the label with `values`, but there are none: the API server refuses it. Add them.',
      operator,
    ),
    server: "Required value: must be specified when `operator` is 'In' or 'NotIn'",
    instead: operator === 'In' ? 'Exists' : 'DoesNotExist',
  };
}

function tooMuch(operator: string): Told {
  const instead = operator === 'Exists' ? 'In' : 'NotIn';
  return {
    message: l10n.t(
      'The operator `{0}` only checks whether the label exists, so the API server refuses `values` with it. Change the operator to `{1}`, or remove `values`.',
      operator,
      instead,
    ),
    server: "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    instead,
  };
}

function oneNumber(operator: string): Told {
  return {
    message: l10n.t(
      'The operator `{0}` compares the label with one number, so the API server requires exactly one entry in `values`. Keep one.',
      operator,
    ),
    server: "Required value: must be specified single value when `operator` is 'Lt' or 'Gt'",
  };
}

function oneName(operator: string): Told {
  return {
    message: l10n.t(
      'In `matchFields` the operator `{0}` needs exactly one entry in `values`, the name of a node: the API server refuses none or more. Write one, and add a term for each other node.',
      operator,
    ),
    server: "Required value: must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
  };
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { keyOrExists } from '../../schema/overlay/scheduling.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule, type Fix } from '../rule.ts';

/** ValidateTolerations: what goes with the operator of a toleration. */
export default defineRule<ApiObject>({
  code: 'toleration-operator',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const toleration of objects.of('core/v1.Toleration')) {
      const problem = problemOf(toleration);
      if (!problem) continue;
      report({
        node: toleration.isEmpty('operator') ? toleration.start : toleration.valueOf('operator'),
        path: toleration.at('operator'),
        message: problem.message,
        server: [`Invalid value: ${JSON.stringify(problem.value)}: ${problem.server}`],
        data: toleration,
      });
    }
  },
  fix({ data: toleration }, editor) {
    const isOfAll = toleration.isEmpty('key');
    const fixes: Fix[] = [];
    if (isOfAll && toleration.isEmpty('value')) fixes.push(setFix(toleration, 'operator', 'Exists', editor));
    if (!isOfAll) fixes.push(setFix(toleration, 'operator', 'Equal', editor));
    const isOfAny = toleration.string('operator') === 'Exists';
    return isOfAny ? [...fixes, ...removeFix(toleration.pair('value'), editor)] : fixes;
  },
});

interface Told {
  message: string;
  value: string;
  server: string;
}

function problemOf(toleration: ApiObject): Told | undefined {
  const [operator, value] = [toleration.string('operator'), toleration.string('value')];
  if (operator === 'Exists' && value) return valueWithExists(value);
  // of another operator it is told that there is none such
  if (operator !== '' && operator !== 'Equal') return undefined;
  return toleration.isEmpty('key') ? keyMissing(operator) : undefined;
}

function valueWithExists(value: string): Told {
  return {
    message: l10n.t(
      'The operator `Exists` tolerates a taint with any value, so the API server refuses `value` with it. Change the operator to `Equal`, or remove `value`.',
    ),
    value,
    server: "value must be empty when `operator` is 'Exists'",
  };
}

function keyMissing(operator: string): Told {
  return {
    message: l10n.t(
      'This toleration has no `key`, which is allowed only with the operator `Exists`: the API server refuses it. Add the key of the taint, or `operator: Exists` to tolerate every taint.',
    ),
    value: operator,
    server: keyOrExists,
  };
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';

/** ValidateTolerations: what goes with the operator of a toleration. */
export default defineRule<ApiObject>({
  code: 'toleration-operator',
  severity: 'error',
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
    const [operator, value] = [toleration.pair('operator'), toleration.pair('value')];
    const isOfAll = toleration.isEmpty('key');
    const fixes: Fix[] = [];
    const change = (to: string) => {
      if (operator)
        fixes.push(suggestion(l10n.t('Change {0} to {1}', 'operator', to), editor.replaceNode(operator.value, to)));
      else if (toleration.node)
        fixes.push(
          suggestion(l10n.t('Add {0}: {1}', 'operator', to), editor.insertPair(toleration.node, 'operator', to)),
        );
    };
    if (isOfAll && toleration.isEmpty('value')) change('Exists');
    if (!isOfAll) change('Equal');
    if (value && toleration.string('operator') === 'Exists') {
      fixes.push(suggestion(l10n.t('Remove {0}', 'value'), editor.removePair(value)));
    }
    return fixes;
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
      'The operator `Exists` tolerates a taint whatever its value, so the API server refuses `value` beside it. Change the operator to `Equal`, or remove `value`.',
    ),
    value,
    server: "value must be empty when `operator` is 'Exists'",
  };
}

function keyMissing(operator: string): Told {
  return {
    message: l10n.t(
      'This toleration has no `key`, and only one with the operator `Exists`, which then tolerates every taint, may have none: the API server refuses it. Add the key of the taint, or `operator: Exists`.',
    ),
    value: operator,
    server: 'operator must be Exists when `key` is empty, which means "match all values and all keys"',
  };
}

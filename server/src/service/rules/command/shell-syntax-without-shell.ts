import * as l10n from '@vscode/l10n';
import { type Argv, completeArgvs } from '../../model/index.ts';
import { defineRule } from '../rule.ts';
import { runWithShell, strayOperator } from './exec-form.ts';

export default defineRule<Argv>({
  code: 'shell-syntax-without-shell',
  severity: 'warning',
  check({ pod }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      const operator = strayOperator(argv);
      if (!operator) continue;
      report({
        node: operator.node,
        path: operator.path,
        message: l10n.t(
          'No shell reads this list, so `{0}` is no operator: the program gets it as an argument like any other. Run the line with a shell: ["sh", "-c", "…"].',
          operator.text,
        ),
        data: argv,
      });
    }
  },
  fix: ({ data }, editor) => runWithShell(data, editor),
});

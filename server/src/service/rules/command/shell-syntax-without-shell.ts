import * as l10n from '@vscode/l10n';
import { type Argv, completeArgvs, isCommandLine } from '../../model/index.ts';
import { defineRule } from '../rule.ts';
import { runWithShell, strayOperator, unreplaced } from './exec-form.ts';

export default defineRule<Argv>({
  code: 'shell-syntax-without-shell',
  severity: 'warning',
  check({ pod }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      if (isCommandLine(argv.words[0]?.text ?? '')) continue;
      const operator = strayOperator(argv);
      const left = operator ? undefined : unreplaced(argv);
      const word = operator ?? left?.word;
      if (!word) continue;
      report({
        node: word.node,
        path: word.path,
        message: left
          ? l10n.t(
              'No shell reads this list, so nothing replaces `{0}`: the program gets it as it is written. Run the command with a shell: ["sh", "-c", "…"].',
              left.part,
            )
          : l10n.t(
              'No shell reads this list, so `{0}` is not an operator: the program gets it as an ordinary argument. Run the command with a shell: ["sh", "-c", "…"].',
              word.text,
            ),
        data: argv,
      });
    }
  },
  fix: ({ data }, editor) => runWithShell(data, editor),
});

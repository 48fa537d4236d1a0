import * as l10n from '@vscode/l10n';
import { completeArgvs, shellCall } from '../../model/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'shell-c-without-script',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    for (const { words } of pod ? completeArgvs(pod) : []) {
      const call = shellCall(words.map(({ text }) => text));
      const flag = words[call?.flag ?? -1];
      if (!call || !flag || call.script !== undefined) continue;
      const symptom =
        call.shell === 'bash' ? 'bash: -c: option requires an argument' : `${call.shell}: -c requires an argument`;
      report({
        node: flag.node,
        path: flag.path,
        message: l10n.t(
          '`{0}` needs a script after it, and there is none, so {1} stops with "{2}". Add the script as the next item, or in `args`.',
          flag.text,
          call.shell,
          symptom,
        ),
      });
    }
  },
});

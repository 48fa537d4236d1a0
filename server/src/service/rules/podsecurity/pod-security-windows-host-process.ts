import * as l10n from '@vscode/l10n';
import { defineControl, hostProcesses, pairsOf, placeOf, setter } from './control.ts';
import { falseFix } from './fixes.ts';

/** windowsHostProcess_1_0. */
export default defineControl({
  code: 'pod-security-windows-host-process',
  level: 'baseline',
  check(pod, report) {
    const all = hostProcesses(pod);
    for (const { owner, options } of all) {
      report({
        ...placeOf(options, 'hostProcess'),
        message: l10n.t(
          '`hostProcess: true` runs containers as processes of their Windows node: a namespace that enforces `{0}` refuses such a pod. Set it to `false`.',
          pod.level,
        ),
        server: [`hostProcess (${setter(owner)} must not set securityContext.windowsOptions.hostProcess=true)`],
        // the API server wants all containers to be alike
        data: all.flatMap((each) => pairsOf(each.options, 'hostProcess')),
      });
    }
  },
  fix: falseFix,
});

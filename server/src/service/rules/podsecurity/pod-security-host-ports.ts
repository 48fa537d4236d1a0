import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { defineControl, placeOf, setter } from './control.ts';
import { pruneFix } from './fixes.ts';

/** hostPorts_1_0. What the API server fills in beside `hostNetwork` goes with that. */
export default defineControl<Pair | undefined>({
  code: 'pod-security-host-ports',
  level: 'baseline',
  check({ containers, level }, report) {
    for (const container of containers) {
      for (const port of container.objects('ports')) {
        const hostPort = port.has('hostPort') ? port.integer('hostPort') : undefined;
        if (!hostPort) continue;
        report({
          ...placeOf(port, 'hostPort'),
          message: l10n.t(
            '`hostPort: {0}` opens a port of the node: a namespace that enforces `{1}` refuses such a pod. Remove it; a Service reaches the container without it.',
            hostPort,
            level,
          ),
          server: [`hostPort (${setter(container)} uses hostPort ${hostPort})`],
          data: port.pair('hostPort'),
        });
      }
    }
  },
  fix: ({ data: pair }, editor) => (pair ? [pruneFix(pair, editor)] : []),
});

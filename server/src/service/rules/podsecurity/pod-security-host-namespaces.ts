import * as l10n from '@vscode/l10n';
import { defineControl, hostProcesses, pairsOf, placeOf } from './control.ts';
import { falseFix } from './fixes.ts';

/** hostNamespaces_1_0. */
export default defineControl({
  code: 'pod-security-host-namespaces',
  level: 'baseline',
  check(pod, report) {
    const { spec, level } = pod;
    for (const [name, message] of Object.entries(messages(level))) {
      if (!spec.boolean(name)) continue;
      // HostProcess containers need the network of the node
      const needing = name === 'hostNetwork' ? hostProcesses(pod) : [];
      report({
        ...placeOf(spec, name),
        message,
        server: [`host namespaces (${name}=true)`],
        data: [...pairsOf(spec, name), ...needing.flatMap(({ options }) => pairsOf(options, 'hostProcess'))],
      });
    }
  },
  fix: falseFix,
});

function messages(level: string): Record<string, string> {
  return {
    hostNetwork: l10n.t(
      '`hostNetwork: true` lets the pod see all traffic of its node: a namespace that enforces `{0}` refuses such a pod. Set it to `false`.',
      level,
    ),
    hostPID: l10n.t(
      '`hostPID: true` lets the pod see every process of its node: a namespace that enforces `{0}` refuses such a pod. Set it to `false`.',
      level,
    ),
    hostIPC: l10n.t(
      '`hostIPC: true` lets the pod share memory with the processes of its node: a namespace that enforces `{0}` refuses such a pod. Set it to `false`.',
      level,
    ),
  };
}

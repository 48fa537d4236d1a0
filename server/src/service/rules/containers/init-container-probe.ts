import * as l10n from '@vscode/l10n';
import { type Container, runTime, titleOf } from '../../model/index.ts';
import { whileRunning } from '../../schema/overlay/containers.ts';
import { type Pair, pairOf, valueAt } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<{ container: Container; pair: Pair }>({
  code: 'init-container-probe',
  severity: 'error',
  whole: true,
  check({ pod, objects }, report) {
    for (const container of pod?.initContainers ?? []) {
      if (container.role !== 'init') continue;
      for (const field of whileRunning) {
        const pair = pairOf(container.node, field);
        if (!pair || valueAt(container.node, field)?.kind !== 'map') continue;
        if (objects.get(container.node)?.isDropped(field)) continue;
        report({
          node: pair.key,
          path: `${container.path}.${field}`,
          message: l10n.t(
            'Init container `{0}` runs once to its end, so it may not have a `{1}`: the API server refuses it. Remove it, or make this a sidecar.',
            titleOf(container),
            field,
          ),
          server: ['Forbidden: may not be set for init containers without restartPolicy=Always'],
          data: { container, pair },
        });
      }
    }
  },
  fix({ data: { container, pair } }, editor) {
    const { node } = container;
    const remove = removeFix(pair, editor);
    // restart rules are refused in a sidecar
    if (valueAt(node, 'restartPolicyRules')) return remove;
    const policy = pairOf(node, 'restartPolicy');
    const sidecar = suggestion(
      l10n.t('Make it a sidecar (restartPolicy: Always)'),
      policy
        ? editor.replaceNode(policy.value, 'Always')
        : editor.insertPair(node, 'restartPolicy', 'Always', ['name', 'image']),
    );
    return isServer(container) ? [sidecar, ...remove] : [...remove, sidecar];
  },
});

/** Whether an init container seems to serve something, so to run on: it never ends, has ports, or a probe that asks over the network. */
function isServer(container: Container): boolean {
  const { node } = container;
  if (runTime(container).endless) return true;
  const probes = whileRunning.map((field) => valueAt(node, field));
  const asks = ['httpGet', 'tcpSocket', 'grpc'];
  return pairOf(node, 'ports') !== undefined || probes.some((probe) => asks.some((how) => pairOf(probe, how)));
}

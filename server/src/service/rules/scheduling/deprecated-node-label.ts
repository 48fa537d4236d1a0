import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair, Span, YamlNode } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, safe, suggestion } from '../rule.ts';

interface Label {
  /** The version that deprecated it; undefined where nodes do not have it any more. */
  deprecated?: string;
  instead?: string;
  server: string;
  /** Whether every node has both labels with one value, as the kubelet writes them. */
  same?: true;
  /** First minor version that warns. */
  since?: number;
}

/** deprecatedNodeLabels of pkg/api/node/util.go */
const labels = new Map<string, Label>([
  ['beta.kubernetes.io/arch', { ...renamed('1.14', 'kubernetes.io/arch'), same: true }],
  ['beta.kubernetes.io/os', { ...renamed('1.14', 'kubernetes.io/os'), same: true }],
  ['failure-domain.beta.kubernetes.io/region', renamed('1.17', 'topology.kubernetes.io/region')],
  ['failure-domain.beta.kubernetes.io/zone', renamed('1.17', 'topology.kubernetes.io/zone')],
  ['beta.kubernetes.io/instance-type', renamed('1.17', 'node.kubernetes.io/instance-type')],
  ['app.kubernetes.io/created-by', { deprecated: '1.9', server: 'deprecated since v1.9', since: 31 }],
  [
    'scheduler.alpha.kubernetes.io/preferAvoidPods',
    { deprecated: '1.22', server: 'deprecated since v1.22; use Taints and Tolerations instead', since: 31 },
  ],
  [
    'node-role.kubernetes.io/master',
    {
      instead: 'node-role.kubernetes.io/control-plane',
      server: 'use "node-role.kubernetes.io/control-plane" instead',
      since: 31,
    },
  ],
]);

function renamed(deprecated: string, instead: string): Label {
  return { deprecated, instead, server: `deprecated since v${deprecated}; use "${instead}" instead` };
}

interface Use {
  key: string;
  label: Label;
  node: Span;
  path: string;
  server: string;
  /** Where the key is written: the pair of a map, or the value of a field. */
  written: Pair | YamlNode | undefined;
}

export default defineRule<Use>({
  code: 'deprecated-node-label',
  severity: 'warning',
  check({ objects, minor }, report) {
    const uses = [
      ...objects.of('core/v1.PodSpec').flatMap(inSelector),
      ...objects.of('core/v1.NodeSelectorRequirement').flatMap((requirement) => inField(requirement, 'key')),
      ...objects.of('core/v1.TopologySpreadConstraint').flatMap((constraint) => inField(constraint, 'topologyKey')),
    ];
    for (const use of uses) {
      const { key, label, node, path, server } = use;
      if (minor < (label.since ?? 0)) continue;
      report({ node, path, message: explain(key, label), server: [server], data: use });
    }
  },
  fix({ data: { label, written } }, editor) {
    const { instead, same } = label;
    if (!instead || !written) return [];
    const isPair = written.kind === 'pair';
    if (isPair && written.parent.pairs.some(({ key }) => key.text === instead)) {
      return removeFix(written, editor);
    }
    const edits = isPair ? editor.renameKey(written, instead) : editor.replaceNode(written, instead);
    return [(same ? safe : suggestion)(l10n.t('Change to {0}', instead), edits)];
  },
});

function inSelector(spec: ApiObject): Use[] {
  return spec.values('nodeSelector').flatMap(({ key, path, pair }) => {
    const label = labels.get(key);
    return label && pair ? [{ key, label, node: pair.key, path, server: label.server, written: pair }] : [];
  });
}

function inField(object: ApiObject, name: string): Use[] {
  const key = object.string(name) ?? '';
  const label = labels.get(key);
  if (!label || object.field === 'matchFields') return [];
  const server = `${key} is ${label.server}`;
  return [{ key, label, node: object.valueOf(name), path: object.at(name), server, written: object.pair(name)?.value }];
}

function explain(key: string, { deprecated, instead }: Label): string {
  if (!instead) {
    return l10n.t(
      'Nodes no longer have the label `{0}`, which was removed in Kubernetes {1}: no node matches it. Select by another label, or keep pods off nodes with taints and tolerations.',
      key,
      deprecated ?? '',
    );
  }
  return deprecated
    ? l10n.t(
        'The node label `{0}` is deprecated since Kubernetes {1}, and nodes that no longer have it do not match. Use `{2}`.',
        key,
        deprecated,
        instead,
      )
    : l10n.t(
        'Nodes no longer have the label `{0}` since Kubernetes 1.24, so no node matches it. Use `{1}`.',
        key,
        instead,
      );
}

import * as l10n from '@vscode/l10n';
import type { Container, PodSpec } from '../../model/index.ts';
import { nearest } from '../../model/index.ts';
import { unsupported } from '../../schema/serverWords.ts';
import { type Pair, pairOf, stringOf } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, type RuleContext, safe, suggestion } from '../rule.ts';

interface Data {
  container: Container;
  pair: Pair;
  value: string;
  minor: number;
}

const policies = ['Always', 'OnFailure', 'Never'];

/** The policies that a workload takes for its pods; the others take Always only, which is what they have anyway. */
const podPolicies: Record<string, string[]> = {
  Pod: policies,
  PodTemplate: policies,
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
};

export default defineRule<Data>({
  code: 'container-restart-policy',
  severity: 'error',
  check({ pod, minor }, report) {
    for (const container of pod ? containersWithPolicy(pod, minor) : []) {
      const pair = pairOf(container.node, 'restartPolicy');
      const value = stringOf(pair?.value);
      if (!pair || value === undefined || isTaken(container, value, minor)) continue;
      const isForbidden = container.role === 'app' && minor < 35;
      report({
        node: isForbidden ? pair.key : pair.value,
        path: `${container.path}.restartPolicy`,
        message: explain(container, value, minor),
        server: serverWords(container, value, minor),
        severity: minor === 34 ? 'warning' : 'error',
        data: { container, pair, value, minor },
      });
    }
  },
  fix({ data, workload }, editor) {
    const { container, pair, value, minor } = data;
    const fixes: Fix[] = [];
    const change = (policy: string, kind = suggestion) =>
      fixes.push(kind(l10n.t('Change to {0}', policy), editor.replaceNode(pair.value, policy)));
    const taken = policies.filter((policy) => isTaken(container, policy, minor));
    const sameLetters = taken.find((policy) => policy.toLowerCase() === value.toLowerCase());
    if (sameLetters) change(sameLetters, safe);
    else for (const policy of nearest(value, taken)) change(policy);
    const goesToPod = container.role === 'app' && podPolicies[workload.likelyKind]?.includes(value);
    if (goesToPod && taken.length === 0 && !pairOf(container.pod.node, 'restartPolicy')) {
      const edits = editor.movePair(pair, container.pod.node, ['restartPolicy', 'initContainers', 'containers']);
      fixes.push(suggestion(l10n.t('Move restartPolicy to the pod'), edits));
    }
    // restart rules need a policy
    if (pairOf(container.node, 'restartPolicyRules')) return fixes;
    return [...fixes, ...removeFix(pair, editor)];
  },
});

/** In an ephemeral container 1.34 drops the policy; the others refuse it as they refuse much in it. */
function containersWithPolicy(
  { initContainers, containers, ephemeralContainers }: PodSpec,
  minor: number,
): Container[] {
  return [...initContainers, ...containers, ...(minor === 34 ? ephemeralContainers : [])];
}

/**
 * Whether the API server takes a policy for a container and keeps it. Before 1.35 only init containers have one, and only
 * `Always`; 1.34 drops every other (gate ContainerRestartRules, off there).
 */
function isTaken({ list }: Container, value: string, minor: number): boolean {
  return minor >= 35 ? policies.includes(value) : list === 'initContainers' && value === 'Always';
}

function serverWords({ role }: Container, value: string, minor: number): string[] {
  if (minor === 34) return [];
  if (minor < 34 && role === 'app') return ['Forbidden: may not be set for non-init containers'];
  return [unsupported(value, minor < 34 ? ['Always'] : ['Always', 'Never', 'OnFailure'])];
}

function explain({ list }: Container, value: string, minor: RuleContext['minor']): string {
  if (minor >= 35) {
    return l10n.t(
      '`{0}` is not a valid `restartPolicy`, which is case-sensitive: the API server refuses it. Write {1}.',
      value,
      listed(policies),
    );
  }
  if (minor === 34 && list === 'initContainers') {
    return l10n.t(
      'Kubernetes 1.34 silently drops the `restartPolicy` of an init container unless it is `Always`, so this stays an ordinary init container. Write `Always` to make it a sidecar, or remove it.',
    );
  }
  if (minor === 34) {
    return l10n.t(
      'Kubernetes 1.34 silently drops the `restartPolicy` of a container and uses that of the pod; it works from 1.35 on. Move it to the pod, or remove it.',
    );
  }
  return list === 'initContainers'
    ? l10n.t(
        'Before Kubernetes 1.35 an init container can have only `restartPolicy: Always`, which makes it a sidecar: the API server refuses `{0}`. Change it, or remove it.',
        value,
      )
    : l10n.t(
        'Before Kubernetes 1.35 a container cannot have its own `restartPolicy`: the API server refuses it. Move it to the pod, or remove it.',
      );
}

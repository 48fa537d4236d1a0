import * as l10n from '@vscode/l10n';
import { keyOrStart, type PodSpec } from '../../model/index.ts';
import { isNull, pairOf, stringOf, type YamlNode } from '../../yaml/index.ts';
import { defineRule, safe, suggestion } from '../rule.ts';

/** What a workload's pods may do when a container ends; a Pod may do all of it. Facts: ValidatePodTemplateSpecFor… and ValidateJobSpec. */
const supported: Readonly<Record<string, readonly string[]>> = {
  Pod: ['Always', 'OnFailure', 'Never'],
  PodTemplate: ['Always', 'OnFailure', 'Never'],
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
};
const alwaysOnly = ['Always'];

interface Data {
  pod: PodSpec;
  values: readonly string[];
  written: YamlNode | undefined;
  policy: string;
}

export default defineRule<Data>({
  code: 'pod-restart-policy',
  severity: 'error',
  check({ pod, workload: { likelyKind } }, report) {
    if (!pod) return;
    const written = pairOf(pod.node, 'restartPolicy')?.value;
    if (written && !isNull(written) && stringOf(written) === undefined) return;
    const policy = stringOf(written) || 'Always';
    const values = supported[likelyKind] ?? alwaysOnly;
    if (values.includes(policy)) return;
    const list = values.map((value) => `\`${value}\``).join(', ');
    report({
      node: stringOf(written) ? (written ?? pod.node) : keyOrStart(pod.node, 'restartPolicy'),
      path: `${pod.path}.restartPolicy`,
      message: stringOf(written)
        ? l10n.t(
            '`{0}` is no restartPolicy of a {1}: the API server refuses it. It takes {2}.',
            policy,
            likelyKind,
            list,
          )
        : l10n.t(
            'A {0} ends, so its pods cannot have the default restartPolicy `Always`: the API server refuses it ("Required value"). Write one of {1}.',
            likelyKind,
            list,
          ),
      data: { pod, values, written, policy },
    });
  },
  fix({ data: { pod, values, written, policy } }, editor) {
    const sameLetters = values.find((value) => value.toLowerCase() === policy.toLowerCase());
    if (written && sameLetters) {
      return [safe(l10n.t('Change to {0}', sameLetters), editor.replaceNode(written, sameLetters))];
    }
    return values.map((value) =>
      written
        ? suggestion(l10n.t('Change to {0}', value), editor.replaceNode(written, value))
        : suggestion(
            l10n.t('Add restartPolicy: {0}', value),
            editor.insertPair(pod.node, 'restartPolicy', value, ['containers']),
          ),
    );
  },
});

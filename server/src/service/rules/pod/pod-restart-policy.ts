import * as l10n from '@vscode/l10n';
import type { Workload } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { unsupported } from '../../schema/serverWords.ts';
import { stringOf } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { changeFix, setFix } from '../fields.ts';
import { defineRule, safe } from '../rule.ts';

const policies = ['Always', 'OnFailure', 'Never'];

/** What a workload's pods may do when a container ends; a Pod may do all of it. Facts: ValidatePodTemplateSpecFor… and ValidateJobSpec. */
const supported: Readonly<Record<string, readonly string[]>> = {
  Pod: policies,
  PodTemplate: policies,
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
};
const alwaysOnly = ['Always'];

/** What the operator of a custom resource makes of its pods is not known: any policy may do. */
export function policiesOf({ likelyKind, template }: Workload): readonly string[] {
  return template ? policies : (supported[likelyKind] ?? alwaysOnly);
}

interface Data {
  spec: ApiObject;
  values: readonly string[];
  policy: string;
}

export default defineRule<Data>({
  code: 'pod-restart-policy',
  severity: 'error',
  whole: true,
  check({ objects, findings, minor, workload }, report) {
    const values = policiesOf(workload);
    for (const spec of objects.of('core/v1.PodSpec')) {
      const policy = spec.string('restartPolicy');
      if (policy === undefined || values.includes(policy)) continue;
      // where it would be is no object
      if (findings.some((finding) => finding.kind === 'wrong-type' && spec.path.startsWith(finding.path))) continue;
      report({
        node: spec.valueOf('restartPolicy'),
        path: spec.at('restartPolicy'),
        message: explain(policy, workload.likelyKind, values, isWritten(spec)),
        server: wordsFor(policy, workload, minor),
        data: { spec, values, policy },
      });
    }
  },
  fix({ data: { spec, values, policy } }, editor) {
    const written = spec.pair('restartPolicy')?.value;
    const sameLetters = values.find((value) => value.toLowerCase() === policy.toLowerCase());
    if (written && sameLetters) {
      return [safe(l10n.t('Change to {0}', sameLetters), editor.replaceNode(written, sameLetters))];
    }
    return values.map((value) =>
      written
        ? changeFix(spec, 'restartPolicy', value, editor)
        : setFix(spec, 'restartPolicy', value, editor, ['containers']),
    );
  },
});

function isWritten(spec: ApiObject): boolean {
  return spec.has('restartPolicy') && stringOf(spec.value('restartPolicy')) !== '';
}

function explain(policy: string, kind: string, values: readonly string[], written: boolean): string {
  const list = listed(values);
  return written
    ? l10n.t(
        '`{0}` is not a valid `restartPolicy` for a {1}: the API server refuses it. Write one of {2}.',
        policy,
        kind,
        list,
      )
    : l10n.t(
        'A {0} runs to its end, so its pods cannot have the default `restartPolicy: Always`: the API server refuses it. Write one of {1}.',
        kind,
        list,
      );
}

/** What validateRestartPolicy says of any pod, and then what the workload says. */
function wordsFor(policy: string, workload: Workload, minor: number): string[] {
  const values = policiesOf(workload);
  const isUnchecked = workload.likelyKind === 'StatefulSet' && minor < 34;
  const general = policies.includes(policy) || isUnchecked ? [] : [unsupported(policy, policies)];
  if (values === policies) return general;
  return policy === 'Always'
    ? ['Required value: valid values: "OnFailure", "Never"']
    : [...general, unsupported(policy, values)];
}

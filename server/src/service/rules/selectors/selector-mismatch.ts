import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { setEntry } from '../fields.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import {
  type Labels,
  labelsKey,
  labelsOf,
  matches,
  podLabels,
  type Requirement,
  requirementsOf,
  selectingSpecs,
} from './requirements.ts';

interface Data {
  spec: ApiObject;
  failing: Requirement;
  labels: Labels;
}

/** ValidatePodTemplateSpecForReplicaSet and its likes: the selector has to select the pods of the template. */
export default defineRule<Data>({
  code: 'selector-mismatch',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of(...selectingSpecs, 'core/v1.ReplicationControllerSpec', 'batch/v1.JobSpec')) {
      const labels = podLabels(spec);
      const failing = labels && requirements(spec)?.filter((each) => !matches(each, labels));
      for (const each of failing ?? []) {
        const written = templateLabel(spec, each.key);
        report({
          node: written?.value ?? labelsKey(spec),
          path: `${spec.path}.template.metadata.labels`,
          message: explain(each, labels?.get(each.key)),
          server: ['Invalid value: `selector` does not match template `labels`'],
          related: [{ node: each.span, message: l10n.t('The selector') }],
          data: { spec, failing: each, labels: labels ?? new Map() },
        });
      }
    }
  },
  fix({ data: { spec, failing, labels } }, editor) {
    const { key, operator, values } = failing;
    const fixes: Fix[] = [];
    const [value] = operator === 'In' ? values : [];
    const metadata = spec.object('template')?.object('metadata');
    if (value !== undefined && metadata) {
      const title = l10n.t('Label the pods {0}: {1}', key, value);
      fixes.push(suggestion(title, setEntry(metadata, 'labels', key, value, editor)));
    }
    const selected = selectorLabel(spec, key);
    const label = labels.get(key);
    if (selected && label !== undefined) {
      fixes.push(suggestion(l10n.t('Select {0}: {1}', key, label), editor.replaceNode(selected.value, label)));
    }
    return fixes;
  },
});

/** What the selector asks for that does not go without saying; Jobs have one of their own only where they say so. */
function requirements(spec: ApiObject): Requirement[] | undefined {
  if (spec.type === 'core/v1.ReplicationControllerSpec') {
    const labels = labelsOf(spec, 'selector');
    return (
      labels &&
      [...labels].map(([key, value]) => ({ key, operator: 'In', values: [value], span: spec.keyOf('selector') }))
    );
  }
  if (spec.type === 'batch/v1.JobSpec' && !(spec.root.type === 'batch/v1.Job' && spec.boolean('manualSelector'))) {
    return undefined;
  }
  const selector = spec.object('selector');
  return selector && requirementsOf(selector);
}

function explain({ key, operator, values }: Requirement, value: string | undefined): string {
  const list = listed(values);
  switch (operator) {
    case 'In':
      return value === undefined
        ? l10n.t(
            'The selector requires the label `{0}` to be {1}, but the pod template does not set it, so the workload would not find its own pods: the API server refuses it. Add the label.',
            key,
            list,
          )
        : l10n.t(
            'The selector requires the label `{0}` to be {1}, but the pod template sets `{2}`, so the workload would not find its own pods: the API server refuses it. Make them the same.',
            key,
            list,
            value,
          );
    case 'Exists':
      return l10n.t(
        'The selector requires the label `{0}`, but the pod template does not set it, so the workload would not find its own pods: the API server refuses it. Add the label.',
        key,
      );
    default:
      return l10n.t(
        'The selector excludes pods whose label `{0}` is `{1}`, as in the pod template, so the workload would not find its own pods: the API server refuses it. Change one of them.',
        key,
        value ?? '',
      );
  }
}

function templateLabel(spec: ApiObject, key: string): Pair | undefined {
  const labels = spec.object('template')?.object('metadata')?.values('labels') ?? [];
  return labels.find((label) => label.key === key)?.pair;
}

function selectorLabel(spec: ApiObject, key: string): Pair | undefined {
  const labels =
    spec.type === 'core/v1.ReplicationControllerSpec'
      ? spec.values('selector')
      : (spec.object('selector')?.values('matchLabels') ?? []);
  return labels.find((label) => label.key === key)?.pair;
}

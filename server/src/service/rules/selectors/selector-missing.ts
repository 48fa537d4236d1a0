import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { labelValue } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { setField } from '../fields.ts';
import { defineRule, type Report, suggestion } from '../rule.ts';
import { isEmptySelector, type Labels, labelsKey, podLabels, selectingSpecs } from './requirements.ts';

interface Data {
  spec: ApiObject;
  /** What the pods are labelled with. */
  labels: Labels;
}

/** Names of the workloads in the server's words: a ReplicaSet is called a deployment too. */
const kinds: Readonly<Record<string, string>> = {
  'apps/v1.DaemonSetSpec': 'daemonset',
  'apps/v1.StatefulSetSpec': 'statefulset',
};

/** ValidateDeploymentSpec and its likes, ValidateReplicationControllerSpec, ValidateJobSpec */
export default defineRule<Data>({
  code: 'selector-missing',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of(...selectingSpecs)) {
      const selector = spec.object('selector');
      const labels = podLabels(spec);
      if (!labels || isMistyped(spec)) continue;
      const data = { spec, labels };
      if (!selector) for (const told of [missing(spec), ...unselected(spec)]) report({ ...told, data });
      else if (isEmptySelector(selector)) report({ ...empty(spec), data });
    }
    for (const spec of objects.of('core/v1.ReplicationControllerSpec')) {
      const labels = podLabels(spec);
      if (labels?.size !== 0 || isMistyped(spec) || !spec.isEmpty('selector')) continue;
      report({ ...missing(spec), data: { spec, labels } });
    }
    for (const spec of objects.of('batch/v1.JobSpec')) {
      const labels = podLabels(spec);
      const isManual = spec.root.type === 'batch/v1.Job' && spec.boolean('manualSelector') === true;
      if (!labels || !isManual || isMistyped(spec) || spec.has('selector')) continue;
      report({ ...missing(spec), data: { spec, labels } });
    }
  },
  fix({ data: { spec, labels } }, editor) {
    if (labels.size > 0) {
      const title = l10n.t("Select the pods by the template's labels");
      return [suggestion(title, setSelector(spec, Object.fromEntries(labels), editor))];
    }
    const name = spec.root.object('metadata')?.string('name') ?? '';
    const template = spec.object('template');
    if (!template?.node || name === '' || labelValue.problems(name).length > 0) return [];
    // where both go to the end of the template, the deeper one comes first
    const edits = [
      ...setField(template.object('metadata') ?? template, 'labels', { app: name }, editor),
      ...setSelector(spec, { app: name }, editor),
    ];
    return [suggestion(l10n.t('Label the pods {0}: {1}, and select them', 'app', name), edits)];
  },
});

function setSelector(spec: ApiObject, labels: Record<string, string>, editor: Editor): ChunkEdit[] {
  const isPlain = spec.type === 'core/v1.ReplicationControllerSpec';
  return setField(spec, 'selector', isPlain ? labels : { matchLabels: labels }, editor, ['replicas']);
}

function missing(spec: ApiObject): Omit<Report<Data>, 'data'> {
  // without a selector a DaemonSet selects nothing, which is told of the labels only
  const isDaemonSet = spec.type === 'apps/v1.DaemonSetSpec';
  return {
    node: spec.keyOf('selector'),
    path: isDaemonSet ? `${spec.path}.template.metadata.labels` : spec.at('selector'),
    message: l10n.t(
      '`{0}` is missing, so the workload cannot find its pods: the API server refuses it. Add one that selects the labels of the pod template.',
      spec.at('selector'),
    ),
    server: isDaemonSet ? ['Invalid value: `selector` does not match template `labels`'] : ['Required value'],
  };
}

/** No selector selects no pods, which is told of their labels as well; of a DaemonSet `missing` tells it. */
function unselected(spec: ApiObject): Omit<Report<Data>, 'data'>[] {
  if (spec.type === 'apps/v1.DaemonSetSpec') return [];
  return [
    {
      node: labelsKey(spec),
      path: `${spec.path}.template.metadata.labels`,
      message: l10n.t(
        'Without `{0}` nothing selects the pods of this template: the API server refuses this too. Add the selector.',
        spec.at('selector'),
      ),
      server: ['Invalid value: `selector` does not match template `labels`'],
    },
  ];
}

function empty(spec: ApiObject): Omit<Report<Data>, 'data'> {
  return {
    node: spec.keyOf('selector'),
    path: spec.at('selector'),
    message: l10n.t(
      'The selector is empty, so it would select every pod: the API server refuses it. Write the labels of the pod template into it.',
    ),
    server: [`Invalid value: {}: empty selector is invalid for ${kinds[spec.type] ?? 'deployment'}`],
  };
}

/** Whether something else than a selector is written, or an object in which nothing is understood. */
function isMistyped(spec: ApiObject): boolean {
  return spec.has('selector') && spec.type !== 'core/v1.ReplicationControllerSpec' && !spec.object('selector');
}

import { labelValue, qualifiedName } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { isNull, type Span, stringOf } from '../../yaml/index.ts';

/** One thing that a selector asks of labels. */
export interface Requirement {
  key: string;
  operator: string;
  values: readonly string[];
  /** Where it is written. */
  span: Span;
}

export type Labels = ReadonlyMap<string, string>;

/** The kinds that have a label selector for their pods. */
export const selectingSpecs = [
  'apps/v1.DaemonSetSpec',
  'apps/v1.DeploymentSpec',
  'apps/v1.ReplicaSetSpec',
  'apps/v1.StatefulSetSpec',
];

/** The entries of a map of labels; undefined where one of them is no string. */
export function labelsOf(object: ApiObject | undefined, name: string): Labels | undefined {
  const labels = new Map<string, string>();
  for (const { key, node } of object?.values(name) ?? []) {
    const value = isNull(node) ? '' : stringOf(node);
    if (value === undefined) return undefined;
    labels.set(key, value);
  }
  return labels;
}

/** The labels of the pods that a workload makes. */
export function podLabels(spec: ApiObject): Labels | undefined {
  return labelsOf(spec.object('template')?.object('metadata'), 'labels');
}

/** Whether a selector asks for nothing. */
export function isEmptySelector(selector: ApiObject): boolean {
  return selector.isEmpty('matchLabels') && selector.isEmpty('matchExpressions');
}

/** What a selector asks for; undefined where it is not understood (LabelSelectorAsSelector). */
export function requirementsOf(selector: ApiObject): Requirement[] | undefined {
  const labels = labelsOf(selector, 'matchLabels');
  if (!labels) return undefined;
  const spans = new Map(selector.values('matchLabels').map(({ key, span }) => [key, span]));
  const requirements = [
    ...[...labels].map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
      span: spans.get(key) ?? selector.keyOf('matchLabels'),
    })),
    ...selector.objects('matchExpressions').map((expression) => ({
      key: expression.string('key') ?? '',
      operator: expression.string('operator') ?? '',
      values: expression.strings('values'),
      span: expression.start,
    })),
  ];
  return requirements.every(isSound) ? requirements : undefined;
}

function isSound({ key, operator, values }: Requirement): boolean {
  if (qualifiedName.problems(key).length > 0) return false;
  if (values.some((value) => labelValue.problems(value).length > 0)) return false;
  if (['In', 'NotIn'].includes(operator)) return values.length > 0;
  return ['Exists', 'DoesNotExist'].includes(operator) && values.length === 0;
}

export function matches({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = labels.get(key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

/** What is underlined where the pod template does not have a label: the nearest key that is written. */
export function labelsKey(spec: ApiObject): Span {
  const template = spec.object('template');
  return template?.object('metadata')?.keyOf('labels') ?? spec.keyOf('template');
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../../schema/object.ts';
import { stringOf } from '../../../yaml/index.ts';
import { code, listed } from '../../markdown.ts';

/** What a label selector chooses: `Pods with app = web and tier in (a, b).` */
export function labelSelectorReading(selector: ApiObject): string | undefined {
  const conditions = conditionsOf(selector);
  if (conditions?.length === 0) {
    const spread = selector.parent?.type === 'core/v1.TopologySpreadConstraint' ? selector.parent : undefined;
    if (spread && countsNone(spread)) return l10n.t('No pods: an empty selector counts none.');
    if (isOfWorkload(selector)) return undefined;
  }
  return chosen(things(selector), conditions);
}

/** Whether it is the selector of a workload, which may not be empty. */
function isOfWorkload({ field, parent }: ApiObject): boolean {
  return field === 'selector' && parent?.type !== 'core/v1.PersistentVolumeClaimSpec';
}

/** What a map of labels chooses: the `nodeSelector` of a pod, the `selector` of a ReplicationController. */
export function labelsReading(object: ApiObject, name: string): string | undefined {
  const labels = equalities(object, name);
  if (name === 'nodeSelector') return chosen(l10n.t('Nodes'), labels);
  // that of a ReplicationController is filled in where it is empty
  return labels.length > 0 ? chosen(l10n.t('Pods'), labels) : undefined;
}

/** What a node selector chooses: its terms are alternatives. */
export function nodeSelectorReading(selector: ApiObject): string | undefined {
  const terms = selector.objects('nodeSelectorTerms').map(termText);
  const known = terms.filter((term) => term !== undefined);
  if (known.length === 0 || known.length < terms.length) return undefined;
  return l10n.t(
    'Nodes with {0}.',
    known.reduce((all, term) => l10n.t('{0}, or with {1}', all, term)),
  );
}

export function nodeTermReading(term: ApiObject): string | undefined {
  const text = termText(term);
  return text && l10n.t('Nodes with {0}.', text);
}

/** One condition of a selector. */
export function requirementReading(requirement: ApiObject): string | undefined {
  const text = requirementText(requirement);
  return text && l10n.t('With {0}.', text);
}

/** Near to which pods, or away from which, a pod is to run. */
export function affinityTermReading(term: ApiObject): string | undefined {
  const topology = term.string('topologyKey');
  const others = podsOf(term);
  if (!others || !topology) return undefined;
  const [key, isPreferred] = [code(topology), term.field === 'podAffinityTerm'];
  if (term.around('core/v1.PodAntiAffinity')) {
    return isPreferred
      ? l10n.t('If possible, not where {0} is the same as that of {1}.', key, others)
      : l10n.t('Not where {0} is the same as that of {1}.', key, others);
  }
  return isPreferred
    ? l10n.t('If possible, where {0} is the same as that of {1}.', key, others)
    : l10n.t('Where {0} is the same as that of {1}.', key, others);
}

/** The pods that an affinity is about: `pods with app = web and the same pod-template-hash in all namespaces`. */
function podsOf(term: ApiObject): string | undefined {
  const selector = term.object('labelSelector');
  const labels = selector && conditionsOf(selector);
  if (!labels) return undefined;
  const conditions = [
    ...labels,
    ...term.strings('matchLabelKeys').map((key) => l10n.t('the same {0}', code(key))),
    ...term.strings('mismatchLabelKeys').map((key) => l10n.t('another {0}', code(key))),
  ];
  const pods = conditions.length > 0 ? l10n.t('pods with {0}', listed(conditions)) : l10n.t('all pods');
  const namespaces = namespacesOf(term);
  if (namespaces === undefined) return conditions.length > 0 ? pods : l10n.t('all pods of its namespace');
  return l10n.t('{0} in {1}', pods, namespaces);
}

/** The namespaces that an affinity is about; undefined for that of the pod. */
function namespacesOf(term: ApiObject): string | undefined {
  const selector = term.object('namespaceSelector');
  const conditions = selector && conditionsOf(selector);
  if (conditions?.length === 0) return l10n.t('all namespaces');
  const names = term.strings('namespaces').map((name) => l10n.t('the namespace {0}', code(name)));
  const selected = conditions ? [l10n.t('namespaces with {0}', listed(conditions))] : [];
  return listed([...names, ...selected]) || undefined;
}

export function weightedTermReading(weighted: ApiObject): string | undefined {
  const term = weighted.object('podAffinityTerm');
  return term && affinityTermReading(term);
}

export function preferredTermReading(preferred: ApiObject): string | undefined {
  const term = preferred.object('preference');
  const text = term && termText(term);
  return text && l10n.t('If possible, nodes with {0}.', text);
}

/** How evenly pods are spread. */
export function spreadReading(constraint: ApiObject): string | undefined {
  const topology = constraint.string('topologyKey');
  const skew = constraint.integer('maxSkew');
  if (!topology || !skew) return undefined;
  if (countsNone(constraint)) return l10n.t('It counts no pods, as it has no labels to select them by.');
  const values = code(topology);
  const spread =
    skew === 1
      ? l10n.t('Of two values of {0} the one has at most 1 pod more than the other', values)
      : l10n.t('Of two values of {0} the one has at most {1} pods more than the other', values, skew);
  return constraint.string('whenUnsatisfiable') === 'ScheduleAnyway'
    ? l10n.t('{0}, where that is possible.', spread)
    : l10n.t('{0}; a pod that would break this waits.', spread);
}

/** Whether a constraint selects no pods: countPodsMatchSelector of the scheduler. */
function countsNone(constraint: ApiObject): boolean {
  const selector = constraint.object('labelSelector');
  const isEmpty = !selector || conditionsOf(selector)?.length === 0;
  return isEmpty && constraint.strings('matchLabelKeys').length === 0;
}

function chosen(what: string, conditions: readonly string[] | undefined): string | undefined {
  if (!conditions) return undefined;
  return conditions.length > 0 ? l10n.t('{0} with {1}.', what, listed(conditions)) : l10n.t('{0}: all of them.', what);
}

/** What has the labels that are looked at. */
function things({ field, parent }: ApiObject): string {
  if (field === 'namespaceSelector') return l10n.t('Namespaces');
  const others: Record<string, string> = {
    'core/v1.PersistentVolumeClaimSpec': l10n.t('Volumes'),
    'core/v1.ClusterTrustBundleProjection': l10n.t('Bundles'),
  };
  return others[parent?.type ?? ''] ?? l10n.t('Pods');
}

function termText(term: ApiObject): string | undefined {
  const requirements = [...term.objects('matchExpressions'), ...term.objects('matchFields')].map(requirementText);
  const known = requirements.filter((text) => text !== undefined);
  return known.length > 0 && known.length === requirements.length ? listed(known) : undefined;
}

/** All conditions of a selector; undefined where one is not understood. */
function conditionsOf(selector: ApiObject): string[] | undefined {
  const expressions = selector.objects('matchExpressions').map(requirementText);
  const known = expressions.filter((text) => text !== undefined);
  return known.length === expressions.length ? [...equalities(selector, 'matchLabels'), ...known] : undefined;
}

function equalities(object: ApiObject, name: string): string[] {
  return object.values(name).map(({ key, node }) => equality(key, stringOf(node) ?? ''));
}

function equality(key: string, value: string): string {
  return value === '' ? l10n.t('an empty {0}', code(key)) : `${code(key)} = ${code(value)}`;
}

function requirementText(requirement: ApiObject): string | undefined {
  const name = requirement.string('key');
  const values = requirement.strings('values');
  if (!name) return undefined;
  const key = code(name);
  const [first = ''] = values;
  switch (requirement.string('operator')) {
    case 'In':
      if (values.length === 0) return undefined;
      return values.length === 1
        ? equality(name, first)
        : l10n.t('{0} in ({1})', key, values.map((value) => code(value)).join(', '));
    case 'NotIn':
      if (values.length === 0) return undefined;
      return l10n.t('{0} (if any) not in ({1})', key, values.map((value) => code(value)).join(', '));
    case 'Exists':
      return l10n.t('any {0}', key);
    case 'DoesNotExist':
      return l10n.t('no {0}', key);
    case 'Gt':
      return `${key} > ${code(first)}`;
    case 'Lt':
      return `${key} < ${code(first)}`;
    default:
      return undefined;
  }
}

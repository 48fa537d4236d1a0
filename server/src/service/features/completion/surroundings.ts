import { containersIn } from '../../rules/containers/containers.ts';
import type { ApiObject } from '../../schema/object.ts';
import { stringOf, type YamlNode } from '../../yaml/index.ts';
import { isConflict } from './conflicts.ts';
import { type Fields, stop } from './skeleton.ts';

/** The first port of the container, by its name where it has one. */
export function firstPort(object: ApiObject): string | number {
  const [port] = object.around('core/v1.Container')?.objects('ports') ?? [];
  return port?.string('name') || port?.integer('containerPort') || 8080;
}

/** The first of a name and its followers that is not taken: `data`, `data-2`. */
export function unused(taken: readonly string[], name: string, dash = '-'): string {
  let number = 1;
  const next = () => (number === 1 ? name : `${name}${dash}${number}`);
  while (taken.includes(next())) number++;
  return next();
}

/** The names of the objects in a list. */
export function names(object: ApiObject | undefined, field: string): string[] {
  return (object?.objects(field) ?? []).flatMap((each) => each.string('name') || []);
}

/** The names of all containers of the pod that something is in. */
export function containerNames(object: ApiObject): string[] {
  const spec = object.around('core/v1.PodSpec');
  return spec ? containersIn(spec).flatMap((container) => container.string('name') || []) : [];
}

/** The paths of the files that a volume has already. */
export function pathsIn(object: ApiObject): string[] {
  return pathsBelow(object.around('core/v1.Volume')?.node);
}

function pathsBelow(node: YamlNode | undefined): string[] {
  if (node?.kind === 'seq') return node.items.flatMap(pathsBelow);
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap(({ key, value }) =>
    value.kind === 'scalar' && /path$/i.test(key.text) ? value.text : pathsBelow(value),
  );
}

/** The volumes that a StatefulSet makes for each pod. */
export function claimNames(object: ApiObject): string[] {
  const claims = object.around('apps/v1.StatefulSetSpec')?.objects('volumeClaimTemplates') ?? [];
  return claims.flatMap((claim) => claim.object('metadata')?.string('name') || []);
}

/** The volumes that a mount, a device or a variable of a container can be of. */
export function volumesFor(use: ApiObject, field = 'name'): string[] {
  const volumes = names(use.around('core/v1.PodSpec'), 'volumes').concat(claimNames(use));
  return volumes.filter((name) => !isConflict(use, field, name));
}

/** The labels that the selector beside a pod template asks for. */
export function selectedLabels({ parent }: ApiObject): Fields | undefined {
  const selector = parent?.object('selector');
  if (selector?.has('matchExpressions')) return undefined;
  return texts(selector, 'matchLabels') ?? texts(parent, 'selector') ?? { app: stop('app') };
}

/** What selects the pods of the template beside it. */
export function templateLabels(spec: ApiObject): Fields | undefined {
  if (!spec.has('template')) return { app: stop('app') };
  return texts(spec.object('template')?.object('metadata'), 'labels');
}

/** What a selector asks for, so that it selects the pods that it is there for. */
export function selectorLabels(selector: ApiObject): Fields | undefined {
  const { parent, field } = selector;
  return parent && field === 'selector' && parent.facts.fields.has('template')
    ? templateLabels(parent)
    : ownLabels(selector);
}

/** The labels of the pod that something is in. */
export function ownLabels(object: ApiObject): Fields {
  const template = object.around('core/v1.PodTemplateSpec') ?? object.root;
  return texts(template.object('metadata'), 'labels') ?? { app: stop('app') };
}

/** The texts of a map as they are; undefined where it has none. */
function texts(object: ApiObject | undefined, field: string): Fields | undefined {
  const entries = object?.values(field).map(({ key, node }) => [key, stop(stringOf(node) ?? '')] as const) ?? [];
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

import type { ApiObject, ApiObjects } from '../../schema/object.ts';
import { type Quantity, quantityText } from '../../schema/quantity.ts';
import {
  type Amount,
  type Amounts,
  isOfPod,
  overheadOf,
  requirementsOf,
  requirementsOfClaim,
} from '../../schema/resources.ts';
import { isNull, once, type Pair, type Span } from '../../yaml/index.ts';

/** Resources that the API server checks: those of a container, of the pod as a whole, its overhead, or those of a claim. */
export interface Checked {
  of: 'container' | 'pod' | 'overhead' | 'claim';
  /** The object in whose fields they are. */
  object: ApiObject;
  /** The path as the server gives it: the overhead is checked as the limits of it would be. */
  path: string;
  limits: Amounts;
  requests: Amounts;
}

export type List = 'limits' | 'requests';

/** Everything that validateResourceRequirements is called for. */
export const checkedResources = once((objects: ApiObjects): readonly Checked[] => {
  return [
    ...objects.of('core/v1.ResourceRequirements').map((object): Checked => {
      return { of: isOfPod(object) ? 'pod' : 'container', object, path: object.path, ...requirementsOf(object) };
    }),
    ...objects.of('core/v1.PodSpec').map((object): Checked => {
      return { of: 'overhead', object, path: object.at('overhead'), limits: overheadOf(object), requests: new Map() };
    }),
  ];
});

/** The sizes of claims; the path is that of the warnings (GetWarningsForPersistentVolumeClaimSpec). */
export function claimResources(objects: ApiObjects): Checked[] {
  return objects.of('core/v1.VolumeResourceRequirements').map((object) => {
    const claim = object.around('core/v1.PersistentVolumeClaim');
    return { of: 'claim', object, path: claim?.at('resources') ?? object.path, ...requirementsOfClaim(object) };
  });
}

/** An amount that is written and can be read, with its place. */
export interface Written extends Amount {
  quantity: Quantity;
  list: List;
  in: Checked;
  /** Path as the server gives it. */
  path: string;
  /** As it is written, which is not always as the server writes it. */
  text: string;
  span: Span;
  /** Its key and value. */
  pair: Pair;
}

/** The amounts of some resources that are written and can be read. */
export const writtenIn = once((checked: Checked): readonly Written[] => {
  const all: Written[] = [];
  for (const list of ['limits', 'requests'] as const) {
    for (const amount of checked[list].values()) {
      const written = writtenOf(checked, list, amount);
      if (written) all.push(written);
    }
  }
  return all;
});

export const writtenAmounts = once((objects: ApiObjects): readonly Written[] =>
  checkedResources(objects).flatMap(writtenIn),
);

/** An amount as one that is written; undefined where the server fills it in, or it cannot be read. */
export function writtenOf(checked: Checked, list: List, amount: Amount | undefined): Written | undefined {
  const { quantity, written, name } = amount ?? {};
  if (!amount || !quantity || !written?.pair || name === undefined) return undefined;
  const { span, pair, node } = written;
  const text = node.kind === 'scalar' && !isNull(node) ? node.text : quantityText(quantity);
  return { name, quantity, written, list, in: checked, path: `${checked.path}.${list}[${name}]`, text, span, pair };
}

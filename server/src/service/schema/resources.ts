import { once, stringOf, valueAt } from '../yaml/index.ts';
import { isOn } from './gates.ts';
import type { ApiObject, Value } from './object.ts';
import { add, compare, type Quantity, quantityOf, roundedUp } from './quantity.ts';
import { isHugePages, isOfPods } from './resourceNames.ts';

/** How much of a resource is requested or allowed. */
export interface Amount {
  name: string;
  /** Undefined where what is written is no quantity. */
  quantity: Quantity | undefined;
  /** Where it is written; undefined where the server fills it in. */
  written: Value | undefined;
}

export type Amounts = ReadonlyMap<string, Amount>;

export interface Requirements {
  limits: Amounts;
  requests: Amounts;
}

const none: Requirements = { limits: new Map(), requests: new Map() };

/**
 * The resources of a container or of a pod as the API server sees them: rounded, and with what it fills in.
 * @param resources the object at `resources`
 */
export const requirementsOf = once((resources: ApiObject): Requirements => {
  const { limits, requests } = isOfPod(resources) ? podRequirements(resources) : unrounded(resources);
  return { limits: mapped(limits, roundedUp), requests: mapped(requests, roundedUp) };
});

/** What a pod takes beside its containers. */
export function overheadOf(pod: ApiObject): Amounts {
  return mapped(amountsOf(pod, 'overhead'), roundedUp);
}

/** How large a claim is to be. */
export function requirementsOfClaim(resources: ApiObject): Requirements {
  return {
    limits: mapped(amountsOf(resources, 'limits'), roundedUp),
    requests: mapped(amountsOf(resources, 'requests'), roundedUp),
  };
}

/** The amounts in a map, as they are written. */
function amountsOf(object: ApiObject, name: string): Map<string, Amount> {
  const values = object.values(name).map((written) => {
    const amount: Amount = { name: written.key, quantity: quantityOf(written.node), written };
    return [written.key, amount] as const;
  });
  return new Map(values);
}

export function isOfPod({ parent }: ApiObject): boolean {
  return parent?.type === 'core/v1.PodSpec';
}

/** The resources of a container of a pod spec, none where it has none. */
export function requirementsOfContainer(container: ApiObject): Requirements {
  const resources = container.object('resources');
  return resources ? requirementsOf(resources) : none;
}

/** SetDefaults_Pod: a request that is not written is the limit; not so in the template of a workload. */
function unrounded(resources: ApiObject): Requirements {
  const limits = amountsOf(resources, 'limits');
  const requests = amountsOf(resources, 'requests');
  if (resources.root.type === 'core/v1.Pod') fill(requests, limits, () => true);
  return { limits, requests };
}

function fill(into: Map<string, Amount>, from: Amounts, isFilled: (name: string) => boolean): void {
  for (const [name, { quantity }] of from) {
    if (!into.has(name) && isFilled(name)) into.set(name, { name, quantity, written: undefined });
  }
}

/** defaultHugePagePodLimits and defaultPodRequests; from 1.37 on DefaultPodLevelResources, after all was rounded. */
function podRequirements(resources: ApiObject): Requirements {
  const limits = amountsOf(resources, 'limits');
  const requests = amountsOf(resources, 'requests');
  const { parent: pod, minor } = resources;
  const isEmpty = limits.size + requests.size === 0;
  if (!pod || resources.root.type !== 'core/v1.Pod' || isEmpty) return { limits, requests };
  const isLate = isOn('PodLevelResourcesFixDefaulting', minor);
  const of = isLate ? requirementsOf : unrounded;
  const limitsOfAll = total(pod, 'limits', of);
  fill(limits, limitsOfAll, (name) => isHugePages(name) && !requests.has(name));
  if (isLate || limits.size > 0) {
    fill(requests, total(pod, 'requests', of), (name) => isOfPods(name) && !isHugePages(name));
    fill(requests, limits, isOfPods);
  }
  if (isLate) fillLimits(limits, requests, limitsOfAll, pod);
  return { limits, requests };
}

/** defaultPodLevelLimits: what every container limits is limited for the pod, to no less than it requests. */
function fillLimits(limits: Map<string, Amount>, requests: Amounts, limitsOfAll: Amounts, pod: ApiObject): void {
  const containers = [...pod.objects('containers'), ...pod.objects('initContainers')];
  const isLimited = (name: string) =>
    isOfPods(name) && containers.every((container) => requirementsOfContainer(container).limits.has(name));
  for (const [name, { quantity: request }] of requests) {
    if (limits.has(name) || !isLimited(name)) continue;
    const all = limitsOfAll.get(name);
    if (all) limits.set(name, { ...all, quantity: larger(all.quantity, request) });
  }
}

/** AggregateContainerRequests and AggregateContainerLimits: what the containers of a pod have together. */
export function totalOf(pod: ApiObject, list: keyof Requirements): Amounts {
  return total(pod, list, requirementsOf);
}

function total(pod: ApiObject, list: keyof Requirements, of: (resources: ApiObject) => Requirements): Amounts {
  const amounts = (container: ApiObject) => {
    const resources = container.object('resources');
    return resources ? of(resources)[list] : none[list];
  };
  const running = new Map<string, Amount>();
  const sidecars = new Map<string, Amount>();
  const starting = new Map<string, Amount>();
  for (const container of pod.objects('containers')) merge(running, amounts(container), sum);
  for (const container of pod.objects('initContainers')) {
    const own = amounts(container);
    if (isSidecar(container)) {
      merge(running, own, sum);
      merge(sidecars, own, sum);
      merge(starting, sidecars, larger);
    } else {
      const together = new Map(own);
      merge(together, sidecars, sum);
      merge(starting, together, larger);
    }
  }
  merge(running, starting, larger);
  return running;
}

type Combine = (a: Quantity | undefined, b: Quantity | undefined) => Quantity | undefined;

function merge(into: Map<string, Amount>, from: Amounts, combine: Combine): void {
  for (const [name, { quantity }] of from) {
    const before = into.get(name);
    into.set(name, { name, quantity: before ? combine(before.quantity, quantity) : quantity, written: undefined });
  }
}

const sum: Combine = (a, b) => a && b && add(a, b);
const larger: Combine = (a, b) => a && b && (compare(b, a) > 0 ? b : a);

function mapped(amounts: Amounts, change: (quantity: Quantity) => Quantity): Amounts {
  return new Map(
    [...amounts].map(([name, each]) => [name, { ...each, quantity: each.quantity && change(each.quantity) }]),
  );
}

function isSidecar({ node }: ApiObject): boolean {
  return stringOf(valueAt(node, 'restartPolicy')) === 'Always';
}

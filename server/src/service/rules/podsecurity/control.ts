import { containerLists } from '../../model/index.ts';
import type { Finding } from '../../schema/decode.ts';
import type { ApiObject } from '../../schema/object.ts';
import { once, type Pair, type SeqNode, type Span, stringOf, type YamlNode } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, type PodSecurity, type Report, type Rule } from '../rule.ts';
import { isForWindows } from '../windows/windows.ts';

/** A pod as the Pod Security admission sees it. */
export interface CheckedPod {
  spec: ApiObject;
  /** The level that is selected, which is `restricted` for the controls of `baseline` as well. */
  level: 'baseline' | 'restricted';
  minor: number;
  containers: readonly ApiObject[];
  isWindows: boolean;
  /** Whether the users in the pod are others on its node, which relaxes some controls. */
  hasOwnUsers: boolean;
  /** Whether a field below an object may be missing only because it is misspelled or has the wrong type. */
  isMistaken(object: ApiObject, ...keys: string[]): boolean;
}

interface Control<Data> extends Pick<Rule<Data>, 'fix'> {
  code: string;
  /** The lowest level that has the control. */
  level: 'baseline' | 'restricted';
  check(pod: CheckedPod, report: (report: Report<Data>) => void): void;
}

/** Findings of a value that the API server refuses before Pod Security looks at the pod. */
const refused = new Set<Finding['kind']>([
  'required',
  'unsupported-value',
  'out-of-bounds',
  'out-of-range',
  'bad-format',
  'wrong-type',
]);

const refusedPaths = once((findings: readonly Finding[]): ReadonlySet<string> => {
  return new Set(findings.filter(({ kind }) => refused.has(kind)).map(({ path }) => path));
});

/**
 * A control of the Pod Security Standards, a rule that is checked where its level is selected. A namespace that enforces
 * the level refuses a Pod; it takes a workload and refuses the pods of it.
 * Facts: the package policy of k8s.io/pod-security-admission.
 */
export function defineControl<Data>({ code, level, check, fix }: Control<Data>): Rule {
  return defineRule<Data>({
    code,
    severity: 'error',
    check({ podSecurity, workload, objects, findings }, report) {
      if (podSecurity === 'off' || (level === 'restricted' && podSecurity !== level)) return;
      const severity = workload.likelyKind === 'Pod' ? 'error' : 'warning';
      const known = refusedPaths(findings);
      for (const spec of objects.of('core/v1.PodSpec')) {
        check(checkedPod(spec, podSecurity, findings), (found) => {
          if (!known.has(found.path)) report({ severity, ...found });
        });
      }
    },
    ...(fix ? { fix } : {}),
  });
}

function checkedPod(spec: ApiObject, level: Exclude<PodSecurity, 'off'>, findings: readonly Finding[]): CheckedPod {
  const mistakes = mistakesByOwner(findings);
  return {
    spec,
    level,
    minor: spec.minor,
    containers: containersIn(spec),
    isWindows: isForWindows(spec),
    hasOwnUsers: spec.minor >= 35 && spec.boolean('hostUsers') === false,
    isMistaken(object, ...keys) {
      const own = mistakes.get(object === spec ? '' : object.path) ?? [];
      return keys.some((key) => isMistaken(key, own, object.path));
    },
  };
}

const containerPath = new RegExp(`^.*?\\.(?:${containerLists.join('|')})\\[\\d+\\]`);

/** What is written but not understood, by the path of the container that it is in, '' for the pod itself. */
const mistakesByOwner = once((findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const mistakes = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.kind !== 'unknown-field' && finding.kind !== 'wrong-type') continue;
    const owner = containerPath.exec(finding.path)?.[0] ?? '';
    const known = mistakes.get(owner);
    if (known) known.push(finding);
    else mistakes.set(owner, [finding]);
  }
  return mistakes;
});

/** The security contexts that are written, of the pod and of its containers, with what has them. */
export function securityContexts({ spec, containers }: CheckedPod): { owner: ApiObject; security: ApiObject }[] {
  return [spec, ...containers].flatMap((owner) => {
    const security = owner.object('securityContext');
    return security ? [{ owner, security }] : [];
  });
}

/** Where HostProcess containers are asked for. */
export function hostProcesses(pod: CheckedPod): { owner: ApiObject; options: ApiObject }[] {
  return securityContexts(pod).flatMap(({ owner, security }) => {
    const options = security.object('windowsOptions');
    return options?.boolean('hostProcess') ? [{ owner, options }] : [];
  });
}

/** The pair of a field, for a fix. */
export function pairsOf(object: ApiObject, name: string): Pair[] {
  const pair = object.pair(name);
  return pair ? [pair] : [];
}

/** Who sets a field, in the words of the admission: `pod`, `container "app"`. */
export function setter(owner: ApiObject): string {
  return owner.type === 'core/v1.PodSpec' ? 'pod' : `container "${owner.string('name') ?? ''}"`;
}

/** The place of a field some levels below an object: its value, or the last object on the way that is written. */
export function placeOf(object: ApiObject, name: string, ...rest: string[]): { node: Span; path: string } {
  const [next, ...others] = rest;
  const below = object.object(name);
  if (next !== undefined && below) return placeOf(below, next, ...others);
  const path = [object.at(name), ...rest].join('.');
  return { node: object.pair(name) ? object.valueOf(name) : object.key, path };
}

/** A text in a list. */
export interface Item {
  text: string;
  node: YamlNode;
  path: string;
  list: SeqNode;
  index: number;
}

/** The texts of a list, at which other values are left out. */
export function itemsOf(object: ApiObject | undefined, name: string): Item[] {
  const list = object?.value(name);
  if (!object || list?.kind !== 'seq') return [];
  return list.items.flatMap((node, index) => {
    const text = stringOf(node);
    return text === undefined ? [] : [{ text, node, path: `${object.at(name)}[${index}]`, list, index }];
  });
}

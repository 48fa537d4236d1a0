import { itemsOf, once, stringOf, valueAt } from '../yaml/index.ts';
import type { Container } from './pod.ts';

/** No name is that long; without a limit a text of many `$(` would be searched to its end for each. */
const referenceOrDollar = /\$(?:\$|\(([^)]{0,1000})\))/g;

/** A part of a text in which the kubelet resolves `$(NAME)`. */
export interface Reference {
  name: string;
  start: number;
  end: number;
}

/**
 * Resolves `$(NAME)` as the kubelet does: `$$` is a literal `$`, an unknown name stays as it is written.
 * Source: k8s.io/kubernetes/third_party/forked/golang/expansion.
 * @param valueOfName the value of a variable, undefined where there is none
 */
export function expand(text: string, valueOfName: (name: string) => string | undefined): string {
  return text.replace(referenceOrDollar, (whole, name: string | undefined) =>
    name === undefined ? '$' : (valueOfName(name) ?? whole),
  );
}

/** The `$(NAME)` references of a text, with their offsets in it. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(referenceOrDollar)].flatMap((match) =>
    match[1] === undefined ? [] : [{ name: match[1], start: match.index, end: match.index + match[0].length }],
  );
}

/**
 * The variables of a container as far as the manifest tells their values, in order, references to earlier ones resolved.
 * @returns a name's value, or undefined in the map where it comes from elsewhere (`valueFrom`)
 */
export const environmentOf = once((container: Container): ReadonlyMap<string, string | undefined> => {
  const variables = new Map<string, string | undefined>();
  for (const item of itemsOf(valueAt(container.node, 'env'))) {
    const name = stringOf(valueAt(item, 'name'));
    if (name === undefined) continue;
    const value = stringOf(valueAt(item, 'value'));
    const fromElsewhere = value === undefined && valueAt(item, 'valueFrom') !== undefined;
    variables.set(name, fromElsewhere ? undefined : expand(value ?? '', (other) => variables.get(other)));
  }
  return variables;
});

/**
 * What the kubelet makes of `$(NAME)` in a command: the value that is written; one that is known only when the container
 * starts (`valueFrom`); an empty text; nothing, where the name is not in `env`; or nothing whatever the name is.
 */
export type Resolution =
  | { kind: 'value'; value: string }
  | { kind: 'at-start' }
  | { kind: 'empty' }
  | { kind: 'missing' }
  | { kind: 'never' };

/**
 * What the kubelet makes of `$(NAME)`: in command and args it knows every variable, in the exec action of a probe those
 * with `valueFrom` are empty, in that of a hook nothing is resolved. Sources: pkg/kubelet/prober/prober.go,
 * pkg/kubelet/lifecycle/handlers.go.
 * @param action `livenessProbe`, `preStop`, …; undefined for the container's own command
 */
export function resolutionOf(container: Container, action: string | undefined, name: string): Resolution {
  if (action === 'postStart' || action === 'preStop') return { kind: 'never' };
  const environment = environmentOf(container);
  const value = environment.get(name);
  if (value !== undefined) return { kind: 'value', value };
  if (!environment.has(name)) return { kind: 'missing' };
  return { kind: action === undefined ? 'at-start' : 'empty' };
}

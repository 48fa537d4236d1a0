import { itemsOf, once, stringOf, valueAt } from '../yaml/index.ts';
import type { Container } from './pod.ts';

const referenceOrDollar = /\$(?:\$|\(([^)]*)\))/g;

/** Linux starts no program with an argument or a variable of more bytes, or with more of them together: execve(2). */
const longestValue = 2 ** 17;
const longestEnvironment = 2 ** 21;

/** A part of a text in which the kubelet resolves `$(NAME)`. */
export interface Reference {
  name: string;
  start: number;
  end: number;
}

/**
 * Resolves `$(NAME)` as the kubelet does: `$$` is a literal `$`, an unknown name stays as it is written, and so does what
 * makes the text too long for any program.
 * Source: k8s.io/kubernetes/third_party/forked/golang/expansion.
 * @param valueOfName the value of a variable, undefined where there is none
 */
export function expand(text: string, valueOfName: (name: string) => string | undefined): string {
  let room = longestValue;
  const end = lastClosed(text);
  const resolved = text.slice(0, end).replace(referenceOrDollar, (whole, name: string | undefined) => {
    const value = name === undefined ? '$' : (valueOfName(name) ?? whole);
    room -= value.length;
    return room < 0 ? whole : value;
  });
  return resolved + text.slice(end).replaceAll('$$', () => '$');
}

/** The `$(NAME)` references of a text, with their offsets in it. */
export function referencesIn(text: string): Reference[] {
  return [...text.slice(0, lastClosed(text)).matchAll(referenceOrDollar)].flatMap((match) =>
    match[1] === undefined ? [] : [{ name: match[1], start: match.index, end: match.index + match[0].length }],
  );
}

/** Where the last reference may end: of many `$(` behind it each would be searched for its end. */
function lastClosed(text: string): number {
  return text.lastIndexOf(')') + 1;
}

/**
 * The variables of a container as far as the manifest tells their values, in order, references to earlier ones resolved.
 * @returns a name's value, or undefined in the map where it comes from elsewhere (`valueFrom`)
 */
export const environmentOf = once((container: Container): ReadonlyMap<string, string | undefined> => {
  const variables = new Map<string, string | undefined>();
  let room = longestEnvironment;
  for (const item of itemsOf(valueAt(container.node, 'env'))) {
    const name = stringOf(valueAt(item, 'name'));
    if (name === undefined) continue;
    const value = stringOf(valueAt(item, 'value'));
    const fromElsewhere = value === undefined && valueAt(item, 'valueFrom') !== undefined;
    const resolved = fromElsewhere ? undefined : expand(value ?? '', (other) => variables.get(other));
    room -= resolved?.length ?? 0;
    variables.set(name, room < 0 ? undefined : resolved);
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

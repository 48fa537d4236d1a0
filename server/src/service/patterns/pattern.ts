import type { Writable } from '../yaml/index.ts';

/** A map to be written as YAML. */
export type Fields = { [key: string]: Writable };

/** What a pattern leaves open, by name. */
export type Values = Record<string, string | number>;

interface PatternOf<V> {
  /** In a word or two, for the snippets. */
  name: string;
  /** What is typed to get the snippets: a whole Pod, and a container to be put into a list. */
  prefixes: { pod: string; item: string };
  /** What the code action says. */
  title(): string;
  /** What it is good for, in a line. */
  description: string;
  /** Where its container goes. */
  list: 'containers' | 'initContainers';
  /** What is used where nobody says otherwise; `app` and `image` are those of the app container. */
  values: V;
  /** Other values that are worth a choice. */
  choices?: { [name in keyof V]?: V[name][] };
  /** The container that the pattern adds. */
  container(values: V): Fields;
  /** An app that shows the pattern at work, without its mount of the shared volume. */
  app(values: V): Fields;
  /** How the app mounts the volume that it shares with the container; the volume's name is the value `volume`. */
  mount?(values: V): { name: string; mountPath: string };
  /** What the shared volume carries: logs that the app writes, or files that it reads. */
  shares?: 'logs' | 'files';
}

export type Pattern = PatternOf<Values>;

/** Types a pattern by its values. */
export function definePattern<V extends Values & { app: string; image: string }>(pattern: PatternOf<V>): Pattern {
  return pattern as unknown as Pattern;
}

/** Makes a native sidecar of a container: as an init container it starts before the app and stops after it. */
export function asNativeSidecar({ name = null, image = null, ...rest }: Fields): Fields {
  return { name, image, restartPolicy: 'Always', ...rest };
}

/** A Pod that shows a pattern at work. */
export function podOf(pattern: Pattern, values: Values = pattern.values): Fields {
  const mount = pattern.mount?.(values);
  const app = { ...pattern.app(values), ...(mount && { volumeMounts: [mount] }) };
  const container = pattern.container(values);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: values.app ?? '' },
    spec: {
      ...(pattern.list === 'initContainers' && { initContainers: [container] }),
      containers: pattern.list === 'containers' ? [app, container] : [app],
      ...(mount && { volumes: [{ name: mount.name, emptyDir: {} }] }),
    },
  };
}

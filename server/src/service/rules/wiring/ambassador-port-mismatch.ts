import * as l10n from '@vscode/l10n';
import {
  argvs,
  type Command,
  type Container,
  clients,
  commandsIn,
  isProxy,
  localCalls,
  type PodSpec,
  portsNamed,
  portsOf,
  programOf,
  runningTogether,
  textsOf,
  titleOf,
  writesNamedFiles,
} from '../../model/index.ts';
import { type Chunk, type ConcreteNode, type Span, stringOf, valueAt } from '../../yaml/index.ts';
import { variablesOf } from '../env/variables.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  span: Span;
  /** The ports that the proxy says it listens on. */
  ports: number[];
}

/** Ports that are connected to, not listened on by an app: mssql, mysql, postgres, amqp, redis, kafka, memcached, mongodb. */
const servers = new Set([1433, 3306, 5432, 5672, 6379, 9092, 11211, 27017]);

/** Volumes that may bring settings with more ports. */
const settings = new Set(['configMap', 'secret', 'projected', 'emptyDir', 'persistentVolumeClaim', 'hostPath']);

/**
 * An app that calls localhost at a port, beside a proxy that says it listens on others, of which the app calls none. Only in a
 * pod of these two, where the proxy has no file or variables that may name more ports, and nobody else names that port.
 */
export default defineRule<Data>({
  code: 'ambassador-port-mismatch',
  severity: 'warning',
  whole: true,
  check({ pod, workload: { chunk } }, report) {
    const { proxy, app } = (pod && pairOf(pod)) ?? {};
    if (!proxy || !app || mayHaveSettings(proxy)) return;
    const ports = portsOf(proxy).map(({ port }) => port);
    const known = portsNamed(proxy);
    const calls = localCalls(app);
    const [call] = calls;
    if (!call || ports.length === 0 || calls.some(({ port }) => port !== call.port || known.has(port))) return;
    if (mayListen(app, call.port) || count(proxy, call.port) > 0) return;
    const place = placeOf(app, call.port, call.variable, chunk);
    if (!place) return;
    report({
      ...place,
      message: l10n.t(
        'Nothing in the pod listens on port {0}: the proxy `{1}` listens on {2}, so the connection is refused. Use the same port in both.',
        String(call.port),
        titleOf(proxy),
        ports.join(', '),
      ),
      data: { span: place.node, ports },
    });
  },
  fix({ data: { span, ports } }, editor) {
    return ports.map((port) => suggestion(l10n.t('Change to {0}', String(port)), [editor.replace(span, String(port))]));
  },
});

/** The two containers that run beside each other, where one of them is a proxy. */
function pairOf(pod: PodSpec): { proxy: Container; app: Container } | undefined {
  const running = runningTogether(pod);
  const [first, second] = running;
  if (!first || !second || running.length > 2 || isProxy(first) === isProxy(second)) return undefined;
  return isProxy(first) ? { proxy: first, app: second } : { proxy: second, app: first };
}

function mayHaveSettings({ node, mounts, pod }: Container): boolean {
  const sources = new Map(pod.volumes.map(({ name, source }) => [name, source]));
  return valueAt(node, 'envFrom') !== undefined || mounts.some(({ name }) => settings.has(sources.get(name) ?? ''));
}

/** Whether the app may listen on the port itself. */
function mayListen(app: Container, port: number): boolean {
  const own = portsOf(app);
  if (own.length === 0 && !servers.has(port) && !onlyCalls(app)) return true;
  return own.some((each) => each.port === port) || count(app, port) > 1;
}

/** Whether a container does nothing but call others, as its script tells. */
function onlyCalls(container: Container): boolean {
  const { script } = programOf(container);
  const isCall = ({ words: [program = '', ...args] }: Command) =>
    clients.test(program) ? !args.some((word) => /^-\w*l/.test(word)) : writesNamedFiles.test(program);
  return script !== undefined && commandsIn(script).every(isCall);
}

/** How often a container is told a number. */
function count(container: Container, port: number): number {
  return (
    textsOf(container)
      .join('\n')
      .match(new RegExp(`(?<!\\d)${port}(?!\\d)`, 'g'))?.length ?? 0
  );
}

/** Where the app is told the port. */
function placeOf(
  app: Container,
  port: number,
  variable: string | undefined,
  { text }: Chunk,
): { node: Span; path: string } | undefined {
  const values = variablesOf(app).flatMap(({ node, path }) => {
    const value = variable === undefined ? undefined : valueAt(node, 'value');
    return value ? [{ node: value, path: `${path}.value` }] : [];
  });
  const words = argvs(app).flatMap(({ words }) => words);
  for (const { node, path } of [...values, ...words]) {
    const at = numberIn(node, port, text);
    if (at) return { node: at, path };
  }
  return undefined;
}

function numberIn(node: ConcreteNode, port: number, text: string): Span | undefined {
  if (stringOf(node) === undefined) return undefined;
  const match = new RegExp(`(?<!\\d)${port}(?!\\d)`).exec(text.slice(node.start, node.end));
  return match ? { start: node.start + match.index, end: node.start + match.index + match[0].length } : undefined;
}

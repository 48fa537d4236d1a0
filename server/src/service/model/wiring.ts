import { booleanOf, integerOf, itemsOf, type MapNode, mapsOf, once, stringOf, valueAt } from '../yaml/index.ts';
import { argvs, imageName } from './command.ts';
import { environmentOf } from './expand.ts';
import { isWithin, pathsWritten } from './files.ts';
import { helperKind } from './images.ts';
import { type Container, containersOf, type PodSpec, type Volume } from './pod.ts';
import { commandsOf, programOf } from './program.ts';
import { readers } from './programs.ts';
import type { Command } from './script.ts';

/** A volume in a container: a mount, or a raw device. */
export interface VolumeUse {
  /** Name of the volume. */
  volume: string;
  container: Container;
  /** The item of `volumeMounts` or `volumeDevices`. */
  node: MapNode;
  /** Where it is in the container; undefined where that is not written yet. */
  path: string | undefined;
  readOnly: boolean;
  isDevice: boolean;
  /** The part of the volume that is mounted, where it is not all of it. */
  subPath: string | undefined;
}

/** Volumes into which no container can write. */
/** Volumes that are made of files which have names. */
export const fileSources: ReadonlySet<string> = new Set(['configMap', 'secret', 'downwardAPI', 'projected']);

const readOnlySources = new Set([...fileSources, 'image']);

/** Every use of a volume, in the order of the containers. */
export function usesOf(pod: PodSpec, volume: string): readonly VolumeUse[] {
  return usesByVolume(pod).get(volume) ?? [];
}

const usesByVolume = once((pod: PodSpec) => {
  const uses = new Map<string, VolumeUse[]>();
  for (const use of volumeUses(pod)) {
    const known = uses.get(use.volume);
    if (known) known.push(use);
    else uses.set(use.volume, [use]);
  }
  return uses;
});

/** Every use of every volume, in the order of the containers. */
export const volumeUses = once((pod: PodSpec): readonly VolumeUse[] => {
  const readOnly = new Set(pod.volumes.filter(isReadOnly).map(({ name }) => name));
  return containersOf(pod).flatMap((container) =>
    (['volumeMounts', 'volumeDevices'] as const).flatMap((list) =>
      mapsOf(valueAt(container.node, list)).map(({ node }) => {
        const volume = stringOf(valueAt(node, 'name')) ?? '';
        return {
          volume,
          container,
          node,
          path: stringOf(valueAt(node, list === 'volumeMounts' ? 'mountPath' : 'devicePath')),
          readOnly: readOnly.has(volume) || booleanOf(valueAt(node, 'readOnly')) === true,
          isDevice: list === 'volumeDevices',
          subPath: stringOf(valueAt(node, 'subPath')) ?? stringOf(valueAt(node, 'subPathExpr')),
        };
      }),
    ),
  );
});

function isReadOnly({ node, source }: Volume): boolean {
  return readOnlySources.has(source) || booleanOf(valueAt(node, source, 'readOnly')) === true;
}

/** The volumes that more than one container uses. */
export const sharedVolumes = once((pod: PodSpec): { volume: Volume; uses: readonly VolumeUse[] }[] =>
  pod.volumes
    .map((volume) => ({ volume, uses: volume.name === undefined ? [] : usesOf(pod, volume.name) }))
    .filter(({ uses }) => new Set(uses.map(({ container }) => container)).size > 1),
);

export interface Port {
  container: Container;
  port: number;
  name: string | undefined;
  protocol: string;
}

/** The ports that a container says it listens on. */
export function portsOf(container: Container): Port[] {
  return itemsOf(valueAt(container.node, 'ports')).flatMap((item) => {
    const port = integerOf(valueAt(item, 'containerPort'));
    const protocol = stringOf(valueAt(item, 'protocol')) ?? 'TCP';
    return port === undefined ? [] : [{ container, port, name: stringOf(valueAt(item, 'name')), protocol }];
  });
}

/** What a container does for the app beside it, and the wiring that shows it. */
export type Helper =
  /** It reads what the app writes to a volume, or writes there what the app reads. */
  | { pattern: 'sidecar'; app: Container; volume: string; reads: boolean }
  /** It turns what the app writes to a volume, or offers on a port, into another form. */
  | { pattern: 'adapter'; app: Container; volume: string | undefined }
  /** A proxy that the app reaches on localhost, at the port and by the environment variable given where they are known. */
  | { pattern: 'ambassador'; app: Container; port: number; variable: string | undefined };

/** The pattern that a container follows, as far as its wiring shows it; undefined for the app itself. */
export function helperOf(container: Container): Helper | undefined {
  const app = mainContainer(container.pod);
  if (!app || app === container || (container.role !== 'app' && container.role !== 'sidecar')) return undefined;
  return ambassadorOf(container) ?? adapterOrSidecar(container, app);
}

/** The first container that is no known helper. */
function mainContainer({ containers }: PodSpec): Container | undefined {
  return containers.find(({ image }) => !helperKind(image)) ?? containers[0];
}

const proxies = /^(?:socat|haproxy|envoy|nutcracker|twemproxy|pgbouncer|cloud[-_]sql[-_]proxy|nginx|traefik|caddy)$/;

/** Whether a container is a proxy, as its image or its program tells. */
export function isProxy(container: Container): boolean {
  const { argv } = programOf(container);
  const images = container.image?.split(/[/:@]/) ?? [];
  return (
    helperKind(container.image) === 'proxy' ||
    [argv[0]?.split('/').at(-1), ...images].some((name) => proxies.test(name ?? ''))
  );
}

/** The ports that a container says it listens on, and all others that its words name. */
export function portsNamed(container: Container): ReadonlySet<number> {
  return new Set([...portsOf(container).map(({ port }) => port), ...portsIn(programOf(container).argv)]);
}

function ambassadorOf(proxy: Container): Helper | undefined {
  if (!isProxy(proxy)) return undefined;
  const own = portsNamed(proxy);
  const others = proxy.pod.containers.filter((other) => other !== proxy);
  const isOwn = (port: number) =>
    own.has(port) || (own.size === 0 && !others.some((other) => portsOf(other).some((taken) => taken.port === port)));
  for (const app of others) {
    const call = localCalls(app).find(({ port }) => isOwn(port));
    if (call) return { pattern: 'ambassador', app, ...call };
  }
  return undefined;
}

function portsIn(words: readonly string[]): number[] {
  return words.flatMap((word) =>
    [...word.matchAll(/(?<![\w.])(?:\d+\.\d+\.\d+\.\d+)?[:=]?(\d{2,5})(?![\w.])|LISTEN:(\d{2,5})/g)].map((match) =>
      Number(match[1] ?? match[2]),
    ),
  );
}

/** The hosts by which the containers of a pod reach each other, as a part of a pattern. */
export const localHost = String.raw`(?:localhost|127\.0\.0\.1|\[::1\])`;

/** The ports on localhost that a container connects to, as its environment and words tell. */
export const localCalls = once((container: Container): { port: number; variable: string | undefined }[] => {
  const environment = environmentOf(container);
  const calls = [...environment].flatMap(([variable, value = '']) => {
    const isHost = new RegExp(`^${localHost}$`).test(value);
    const port = isHost ? environment.get(variable.replace(/HOST(?:NAME)?$|ADDR(?:ESS)?$/, 'PORT')) : undefined;
    const ports =
      port && /^\d+$/.test(port)
        ? [port]
        : [...value.matchAll(new RegExp(`${localHost}:(\\d+)`, 'g'))].map(([, found]) => found);
    return ports.map((found) => ({ port: Number(found), variable }));
  });
  const line = programOf(container).argv.join(' ');
  const spoken = [...line.matchAll(new RegExp(`${localHost}(?::|[ ]+(?:-p[ ]*)?)(\\d{2,5})`, 'g'))];
  return [...calls, ...spoken.map(([, port]) => ({ port: Number(port), variable: undefined }))];
});

const converting = new Set(['awk', 'sed', 'jq', 'cut', 'tr', 'printf']);

function adapterOrSidecar(helper: Container, app: Container): Helper | undefined {
  const kind = helperKind(helper.image);
  const commands = commandsOf(helper);
  for (const { volume, uses } of sharedVolumes(helper.pod)) {
    if (volume.name === undefined || readOnlySources.has(volume.source)) continue;
    const own = uses.filter(({ container }) => container === helper);
    const apps = uses.filter(({ container }) => container === app);
    if (own.length === 0 || apps.length === 0) continue;
    const within = (path: string) => own.some((use) => use.path !== undefined && isWithin(path, use.path));
    const wiring = { app, volume: volume.name };
    const reads =
      kind !== undefined ||
      own.every(({ readOnly }) => readOnly) ||
      commands.some((command) => readsFrom(command, within));
    const appWrites = apps.some(({ readOnly }) => !readOnly);
    if (reads && appWrites) {
      const converts = commands.some(isConversion);
      const isAdapter = kind === 'exporter' || (kind === undefined && (converts || portsOf(helper).length > 0));
      return isAdapter ? { pattern: 'adapter', ...wiring } : { pattern: 'sidecar', ...wiring, reads: true };
    }
    const writes =
      commands.flatMap(pathsWritten).some(({ path }) => within(path)) || /git-sync/.test(helper.image ?? '');
    if (!appWrites || writes) return { pattern: 'sidecar', ...wiring, reads: false };
  }
  return kind === 'exporter' ? { pattern: 'adapter', app, volume: undefined } : undefined;
}

function readsFrom({ words: [program = '', ...args] }: Command, within: (path: string) => boolean): boolean {
  return readers.test(program) && args.some(within);
}

function isConversion(command: Command): boolean {
  const [program = ''] = command.words;
  const makesFile = pathsWritten(command).some(({ isFolder }) => isFolder === false);
  return converting.has(program) || (makesFile && program !== 'touch');
}

/** Folders without whose files nothing runs, whatever the image. */
const systemFolders = new Set([
  '',
  '/bin',
  '/etc',
  '/lib',
  '/lib64',
  '/sbin',
  '/usr',
  '/usr/bin',
  '/usr/lib',
  '/usr/sbin',
]);

/** Folders in which well-known images keep files that they do not work without, by the name of the image. */
const imageFolders: Readonly<Record<string, readonly string[]>> = {
  caddy: ['/etc/caddy', '/usr/share/caddy'],
  elasticsearch: ['/usr/share/elasticsearch', '/usr/share/elasticsearch/config'],
  'grafana/grafana': ['/etc/grafana', '/usr/share/grafana'],
  httpd: ['/usr/local/apache2', '/usr/local/apache2/conf', '/usr/local/apache2/htdocs'],
  kibana: ['/usr/share/kibana', '/usr/share/kibana/config'],
  nginx: ['/etc/nginx', '/usr/share/nginx', '/usr/share/nginx/html'],
  'nginxinc/nginx-unprivileged': ['/etc/nginx', '/usr/share/nginx', '/usr/share/nginx/html'],
  'prom/prometheus': ['/etc/prometheus'],
  tomcat: ['/usr/local/tomcat', '/usr/local/tomcat/bin', '/usr/local/tomcat/conf', '/usr/local/tomcat/lib'],
};

/** Whose files a mount at a path would hide: those of the system, or those that a well-known image serves or starts with. */
export function contentAt(image: string | undefined, path: string): 'system' | 'image' | undefined {
  const folder = path.replace(/\/+$/, '');
  if (systemFolders.has(folder)) return path === '' ? undefined : 'system';
  const name = imageName(image) ?? '';
  return Object.hasOwn(imageFolders, name) && imageFolders[name]?.includes(folder) ? 'image' : undefined;
}

/** All that a container is told: the words of its commands, exec actions included, and the values of its variables. */
export function textsOf(container: Container): string[] {
  const values = [...environmentOf(container).values()].flatMap((value) => value ?? []);
  return [...argvs(container).flatMap(({ words }) => words.map(({ text }) => text)), ...values];
}

import { type ChunkEdit, type Editor, isShared } from '../fixes/index.ts';
import {
  argvs,
  type Container,
  commandsIn,
  containersOf,
  imageName,
  isPlainImage,
  isWindows,
  type PodSpec,
  portsOf,
  programOf,
  untaken,
} from '../model/index.ts';
import { asNativeSidecar, type Fields, type Pattern, patterns, type Values } from '../patterns/index.ts';
import sidecar from '../patterns/sidecar.ts';
import { booleanOf, type MapNode, pairOf, valueAt, type Writable } from '../yaml/index.ts';
import type { RefactorContext, Refactoring } from './refactor/refactoring.ts';

/** Adds the container of each pattern to the pod at the cursor, with the volume that it shares with the app. */
export function addContainers({
  pod,
  container,
  field = 'containers',
  offset,
  editor,
}: RefactorContext): Refactoring[] {
  const [first] = pod.containers;
  const app = container && pod.containers.includes(container) ? container : first;
  if (!app || offset < startOf(pod) || !/^(?:initC|c)ontainers$/.test(field)) return [];
  return patterns.flatMap((pattern) => {
    const edits = edited(pattern, app, editor);
    return edits ? [{ title: pattern.title(), kind: 'refactor.rewrite', edits }] : [];
  });
}

function startOf({ node }: PodSpec): number {
  return node.parent?.kind === 'pair' ? node.parent.start : node.start;
}

/** Our images are for Linux. */
function onWindows(pod: PodSpec): boolean {
  const contexts = [pod, ...containersOf(pod)].map(({ node }) => valueAt(node, 'securityContext'));
  return isWindows(pod) || contexts.some((context) => pairOf(context, 'windowsOptions'));
}

/** What it takes to add the container of a pattern to a pod. */
export interface Addition {
  list: 'containers' | 'initContainers';
  container: Fields;
  /** What the app has to mount for it, of a volume that is not there yet. */
  mount: { name: string; mountPath: string } | undefined;
}

/** @returns undefined where the pattern does not go with the pod */
export function additionOf(pattern: Pattern, app: Container): Addition | undefined {
  const { pod } = app;
  if (onWindows(pod)) return undefined;
  const native = pattern.list === 'containers' && runsToCompletion(pod);
  if (native && pattern === sidecar) return undefined; // the native one is offered
  const shared = pattern.mount && sharedVolume(pattern, app);
  const values = { ...openValues(pattern, app), ...shared?.values };
  const container = asUser(pod, pattern.container(values));
  return {
    list: native ? 'initContainers' : pattern.list,
    container: native ? asNativeSidecar(container) : container,
    mount: shared?.mounted ? undefined : pattern.mount?.(values),
  };
}

/** The edits that add the container of a pattern; undefined where a part of them cannot be made. */
function edited(pattern: Pattern, app: Container, editor: Editor): ChunkEdit[] | undefined {
  const addition = additionOf(pattern, app);
  if (!addition) return undefined;
  const { list, container, mount } = addition;
  const { pod } = app;
  const edits: ChunkEdit[][] = [];
  if (mount) edits.push(append(editor, app.node, 'volumeMounts', mount));
  edits.push(append(editor, pod.node, list, container));
  if (mount) edits.push(append(editor, pod.node, 'volumes', { name: mount.name, emptyDir: {} }));
  return edits.some((part) => part.length === 0) ? undefined : edits.flat();
}

/** Adds an item to a list of a map; no edits where the list comes from elsewhere by an alias or is used elsewhere. */
export function append(editor: Editor, map: MapNode, key: string, item: Writable): ChunkEdit[] {
  const pair = pairOf(map, key);
  const elsewhere = pair && (pair.parent !== map || pair.value.kind === 'alias');
  if (elsewhere || isShared(pair?.value ?? map)) return [];
  return editor.appendTo(map, key, item, ['initContainers', 'containers']);
}

/** Whether the pod is to end, which a container beside the app that runs on would not let it. */
function runsToCompletion({ restartPolicy, workload }: PodSpec): boolean {
  return restartPolicy !== 'Always' || /^(?:Cron)?Job$/.test(workload.likelyKind);
}

/** The values of a pattern for a pod, but for those of the shared volume. */
function openValues({ values }: Pattern, app: Container): Values {
  const names = containersOf(app.pod).map(({ name }) => name);
  const { name, appPort, localPort } = values;
  return {
    ...values,
    name: untaken(String(name), names),
    ...(appPort && { appPort: portsOf(app)[0]?.port ?? appPort }),
    ...(localPort && { localPort: freePort(Number(localPort), app.pod) }),
  };
}

/** The first port from a given one on that no container declares, and on which no ambassador like ours listens. */
function freePort(first: number, pod: PodSpec): number {
  const words = containersOf(pod)
    .flatMap(argvs)
    .flatMap((argv) => argv.words);
  const listening = words.flatMap(({ text }) => [...text.matchAll(/LISTEN:(\d+)/g)].map((match) => Number(match[1])));
  const declared = containersOf(pod).flatMap(portsOf);
  const taken = new Set([...declared.map(({ port }) => port), ...listening]);
  let port = first;
  while (taken.has(port)) port++;
  return port;
}

/** The volume that app and container share, and whether the app has mounted it already. */
interface SharedVolume {
  values: Values;
  mounted: boolean;
}

/** Volumes that a container can write to. */
const writable = ['emptyDir', 'ephemeral', 'persistentVolumeClaim', 'hostPath', 'volumeClaimTemplate'];

function sharedVolume(pattern: Pattern, app: Container): SharedVolume {
  const mounts = shareableMounts(app);
  return pattern.shares === 'logs' ? logVolume(pattern, app, mounts) : fileVolume(pattern, app, mounts);
}

interface ShareableMount {
  volume: string;
  directory: string;
  source: string;
}

/** The mounts of an app that another container can have as well, to read what the app writes or write what it reads. */
function shareableMounts({ mounts, pod }: Container): ShareableMount[] {
  return mounts.flatMap(({ name: volume, mountPath, node }) => {
    const source = pod.volumes.find(({ name }) => name === volume)?.source ?? '';
    const partly = ['subPath', 'subPathExpr', 'readOnly'].some((key) => pairOf(node, key));
    if (!volume || !mountPath || partly || !writable.includes(source)) return [];
    return [{ volume, directory: mountPath.replace(/(.)\/+$/, '$1'), source }];
  });
}

/** Where the app writes its log: to a volume that it has already, else to a new one mounted where the log file is. */
function logVolume({ values }: Pattern, app: Container, mounts: readonly ShareableMount[]): SharedVolume {
  const path = writtenFile(app);
  const holder = mounts.find(({ directory }) => path?.startsWith(`${directory}/`));
  if (path && holder) return mounted(holder, path.slice(holder.directory.length + 1));
  const [, directory, file] = /^(.+)\/([^/]+)$/.exec(path ?? '') ?? [];
  if (directory && file && isFree(app, directory)) return unmounted(values, app, directory, file);
  const likely = mounts.find(({ directory }) => /\blogs?\b/.test(directory));
  return likely ? mounted(likely) : unmounted(values, app, String(values.directory));
}

/** Where the app reads files: from a volume that it has and nobody fills yet, else from a new one. */
function fileVolume({ values }: Pattern, app: Container, mounts: readonly ShareableMount[]): SharedVolume {
  const others = containersOf(app.pod).filter((container) => container !== app);
  const likely = mounts.find(({ volume, directory, source }) => {
    const isFilled = others.some((other) => other.mounts.some(({ name }) => name === volume));
    return source === 'emptyDir' && !isFilled && /\b(?:html|htdocs|www|content|repo|src|work-?dir)\b/.test(directory);
  });
  return likely ? mounted(likely) : unmounted(values, app, webRoots[imageName(app.image) ?? ''] ?? '/content');
}

/** The folders that web servers serve. */
const webRoots: Readonly<Record<string, string>> = {
  httpd: '/usr/local/apache2/htdocs',
  nginx: '/usr/share/nginx/html',
  'nginxinc/nginx-unprivileged': '/usr/share/nginx/html',
};

function mounted({ volume, directory }: ShareableMount, file?: string): SharedVolume {
  return { mounted: true, values: { volume, directory, ...(file && { file }) } };
}

function unmounted(values: Values, app: Container, directory: string, file?: string): SharedVolume {
  const volume = untaken(
    String(values.volume),
    app.pod.volumes.map(({ name }) => name),
  );
  const paths = app.mounts.map(({ mountPath }) => mountPath);
  return { mounted: false, values: { volume, directory: untaken(directory, paths), ...(file && { file }) } };
}

/** Whether a new volume can be mounted at a path: nothing is mounted there, and it hides no files of the image. */
function isFree({ mounts, image }: Container, path: string): boolean {
  if (mounts.some(({ mountPath }) => mountPath === path)) return false;
  const isEmpty = isPlainImage(image) && !/^\/(?:bin|dev|etc|home|lib\w*|proc|root|sbin|sys|usr)\b/.test(path);
  return isEmpty || /\blogs?\b/.test(path);
}

/** The file that an app writes, as far as its command tells: one that output is sent to, else a log file in its words. */
function writtenFile(app: Container): string | undefined {
  const { argv, script } = programOf(app);
  const outputs = commandsIn(script ?? []).flatMap((command) => command.outputs);
  const named = argv.flatMap((word) => word.match(/\/[\w./-]+\.log\b/g) ?? []);
  return [...outputs, ...named].find((path) => /^\/(?!dev\/|proc\/)[\w./-]+$/.test(path));
}

/** Gives a container a user where the pod demands one that is not root and names none: our images have none themselves. */
function asUser({ node }: PodSpec, container: Fields): Fields {
  const context = valueAt(node, 'securityContext');
  if (!booleanOf(valueAt(context, 'runAsNonRoot')) || pairOf(context, 'runAsUser')) return container;
  return { ...container, securityContext: { runAsUser: nobody } };
}

const nobody = 65534;

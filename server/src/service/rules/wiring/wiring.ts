import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import {
  argvs,
  type Command,
  type Container,
  commandsIn,
  commandsOf,
  isReplaced,
  isWithin,
  pathsWritten,
  programOf,
  readers,
  untaken,
  type VolumeUse,
  volumeUses,
  type WrittenPath,
  writesNamedFiles,
} from '../../model/index.ts';
import { type Chunk, once, type Span, stringOf, valueAt } from '../../yaml/index.ts';
import { type Fix, suggestion } from '../rule.ts';

/** Whether all that a container writes is named in its command. */
export const isUnderstood = once((container: Container): boolean => {
  const { script } = programOf(container);
  if (!script || argvs(container).some(({ action }) => action === 'postStart')) return false;
  return commandsIn(script).every(
    ({ words: [program = ''], outputs }) =>
      writesNamedFiles.test(program) && outputs.every((file) => file.startsWith('/')),
  );
});

/** The files that the command of a container reads and does not write itself, each once. */
export const filesRead = once((container: Container): readonly string[] => {
  const commands = commandsOf(container);
  const own = commands.flatMap(pathsWritten);
  const read = commands
    .filter(({ words: [program = ''] }) => readers.test(program))
    .flatMap(({ words }) => words.slice(1))
    .filter((word) => word.startsWith('/') && !word.endsWith('/') && !isReplaced(word));
  return [...new Set(read)].filter((path) => !own.some((other) => isWithin(path, other.path)));
});

/** Where a path is written in the command of a container; undefined where it is not written as such. */
export function spanInCommand(container: Container, path: string, { text }: Chunk): Span | undefined {
  const words = argvs(container).flatMap((argv) => (argv.action === undefined ? argv.words : []));
  for (const { node } of words) {
    const at = text.slice(node.start, node.end).indexOf(path);
    if (at >= 0) return { start: node.start + at, end: node.start + at + path.length };
  }
  return undefined;
}

/** The innermost volume that a container has mounted at or above a path. */
export function useAt(container: Container, path: string): VolumeUse | undefined {
  return volumeUses(container.pod)
    .filter((use) => use.container === container && use.path !== undefined && isWithin(path, use.path))
    .sort((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))
    .at(-1);
}

/** Folders for what nobody is to keep, and those of the system: what a name there means cannot be told. */
const isNobodys =
  /^\/(?:$|(?:tmp|run|var\/(?:tmp|run|cache|log)|root|home|dev|proc|sys)(?:\/|$)|(?:bin|etc|lib|opt|sbin|usr|usr\/local|usr\/share|var|var\/lib)\/?$)/;

/**
 * Whether what a command writes to a path may be for another container: it is a place for that, and no other command of the same
 * container makes something of it. A folder alone may be for another program in the same container.
 */
export function isForOthers(path: string, writer: Command, commands: readonly Command[]): boolean {
  const isKnown = path.startsWith('/') && !isReplaced(path) && !isNobodys.test(path);
  return isKnown && writer.words[0] !== 'mkdir' && !isReadAgain(path, writer, commands);
}

/** Whether another command of the same container makes something of a path. */
function isReadAgain(path: string, writer: Command, commands: readonly Command[]): boolean {
  return commands.some(
    (command) =>
      command !== writer &&
      !/^(?:cat|chmod|chown|echo|ls|mkdir|printf|rm|stat|test|touch|\[)$/.test(command.words[0] ?? '') &&
      command.words.some((word) => hasPath(word, path) && !pathsWritten(command).some((other) => other.path === word)),
  );
}

/** Whether a word is a path or one below it, or has it in it: `@/data/a`, `--in=/data/a`, `$(cat /data/a)`. */
function hasPath(word: string, path: string): boolean {
  return word.split(/[\s=@:,()`"']+/).some((part) => isWithin(part, path));
}

/** The fix that mounts a volume in a container as another one has it. */
export function mountLike(
  { node }: Container,
  { volume: name, path, subPath, node: mount }: VolumeUse,
  editor: Editor,
): Fix[] {
  if (path === undefined || stringOf(valueAt(mount, 'subPathExpr')) !== undefined) return [];
  const entry = { name, mountPath: path, ...(subPath === undefined ? {} : { subPath }) };
  return [suggestion(l10n.t('Mount {0} at {1}', name, path), editor.appendTo(node, 'volumeMounts', entry))];
}

/** Folders that would be no better for being empty. */
const isOfImage =
  /^\/(?:$|(?:bin|dev|etc|lib|proc|run|sbin|sys|tmp|root|home|var\/(?:cache|run|tmp))(?:\/|$)|(?:opt|usr|usr\/local|usr\/share|var|var\/lib)\/?$)/;

/** The fix that puts an `emptyDir` into two containers, where one of them writes what the other reads. */
export function shareFolder(
  containers: [Container, Container],
  { path, isFolder }: WrittenPath,
  editor: Editor,
): Fix[] {
  const isFile = isFolder === false || (isFolder === undefined && /\.\w+$/.test(path));
  const mountPath = isFile ? path.replace(/\/[^/]*$/, '') : path;
  if (isOfImage.test(mountPath || '/')) return [];
  const [{ pod }] = containers;
  const name = untaken(
    'shared',
    pod.volumes.map((volume) => volume.name),
  );
  const mounts = containers.map(({ node }) => editor.appendTo(node, 'volumeMounts', { name, mountPath }));
  const volume = editor.appendTo(pod.node, 'volumes', { name, emptyDir: {} }, ['containers', 'initContainers']);
  if ([...mounts, volume].some((edits) => edits.length === 0)) return [];
  return [suggestion(l10n.t('Mount an emptyDir at {0} in both containers', mountPath), [...mounts.flat(), ...volume])];
}

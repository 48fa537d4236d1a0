import {
  argvs,
  type Command,
  type Container,
  isWithin,
  pathsWritten,
  type VolumeUse,
  volumeUses,
} from '../../model/index.ts';
import type { Chunk, Span } from '../../yaml/index.ts';

/** Programs that write to no file but those that their words name. */
export const understood =
  /^(?:\[|\[\[|:|awk|basename|break|cat|chmod|chown|continue|cp|cut|date|dirname|echo|env|exec|exit|export|expr|false|getent|grep|head|hostname|id|jq|local|ls|mkdir|mv|nc|nslookup|printf|read|return|rm|sed|seq|set|sleep|tail|tee|test|touch|tr|trap|true|uname|wait|wc|)$/;

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
export const isNobodys =
  /^\/(?:$|(?:tmp|run|var\/(?:tmp|run|cache|log)|root|home|dev|proc|sys)(?:\/|$)|(?:bin|etc|lib|opt|sbin|usr|usr\/local|usr\/share|var|var\/lib)\/?$)/;

/**
 * Whether what a command writes to a path may be for another container: it is a place for that, and no other command of the same
 * container makes something of it. A folder alone may be for another program in the same container.
 */
export function isForOthers(path: string, writer: Command, commands: readonly Command[]): boolean {
  const isKnown = path.startsWith('/') && !/[$`*?[\]{}~]/.test(path) && !isNobodys.test(path);
  return isKnown && writer.words[0] !== 'mkdir' && !isReadAgain(path, writer, commands);
}

/** Whether another command of the same container makes something of a path. */
function isReadAgain(path: string, writer: Command, commands: readonly Command[]): boolean {
  return commands.some(
    (command) =>
      command !== writer &&
      !/^(?:cat|chmod|chown|echo|ls|mkdir|printf|rm|stat|test|touch|\[)$/.test(command.words[0] ?? '') &&
      command.words.some((word) => isWithin(word, path) && !pathsWritten(command).some((other) => other.path === word)),
  );
}

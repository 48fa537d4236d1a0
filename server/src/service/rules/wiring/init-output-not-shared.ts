import * as l10n from '@vscode/l10n';
import {
  type Container,
  commandFields,
  commandsIn,
  commandsOf,
  contentAt,
  isWindows,
  isWithin,
  keyOrStart,
  pathsWritten,
  programOf,
  titleOf,
  type VolumeUse,
  type WrittenPath,
} from '../../model/index.ts';
import { defineRule } from '../rule.ts';
import { isForOthers, mountLike, shareFolder, spanInCommand, useAt } from './wiring.ts';

interface Data {
  init: Container;
  reader: Container;
  /** How the reader has what is written there mounted; undefined where it only names the path. */
  use: VolumeUse | undefined;
  written: WrittenPath;
}

/** Volumes that an init container can leave something in. */
const isWritable = new Set([
  'emptyDir',
  'persistentVolumeClaim',
  'ephemeral',
  'hostPath',
  'nfs',
  'csi',
  'volumeClaimTemplate',
]);

/**
 * An init container that writes to a path of its own file system, which is gone when it ends, while a later container has a
 * volume mounted there, or is told to read it. What the init container reads again itself may be all that it is for.
 */
export default defineRule<Data>({
  code: 'init-output-not-shared',
  severity: 'warning',
  whole: true,
  check({ pod, workload: { chunk } }, report) {
    if (!pod || isWindows(pod)) return;
    for (const init of pod.initContainers) {
      if (init.role !== 'init') continue;
      const commands = commandsOf(init);
      const told = new Set<Container>();
      for (const command of commands) {
        for (const written of pathsWritten(command)) {
          const path = written.path.replace(/\/+$/, '');
          if (!isForOthers(path, command, commands) || useAt(init, path)) continue;
          const found = readerOf(init, path);
          if (!found || told.has(found.reader)) continue;
          told.add(found.reader);
          report({
            node:
              spanInCommand(init, path, chunk) ?? commandFields(init).at(0)?.pair.key ?? keyOrStart(init.node, 'name'),
            path: init.path,
            message: explain(init, path, found.reader, found.use),
            data: { init, written: { ...written, path }, ...found },
          });
        }
      }
    }
  },
  fix({ data: { init, reader, use, written } }, editor) {
    return use ? mountLike(init, use, editor) : shareFolder([init, reader], written, editor);
  },
});

/** The first container after an init container that surely wants what is written to a path. */
function readerOf(init: Container, path: string): { reader: Container; use: VolumeUse | undefined } | undefined {
  const { initContainers, containers, volumes } = init.pod;
  for (const reader of [...initContainers.slice(init.index + 1), ...containers]) {
    const use = useAt(reader, path);
    const source = volumes.find(({ name }) => name === use?.volume)?.source ?? '';
    if (use && isWritable.has(source)) return { reader, use };
    if (!use && (isServed(reader, path) || isNamed(reader, path))) return { reader, use };
  }
  return undefined;
}

/** Whether a well-known image keeps there what it serves or starts with. */
function isServed({ image }: Container, path: string): boolean {
  const folders = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  return folders.some((folder) => contentAt(image, folder) === 'image');
}

/** Whether a container's command names a path, or a file below it. */
function isNamed(container: Container, path: string): boolean {
  const { argv, script } = programOf(container);
  const commands = script ? commandsIn(script) : [];
  const words = commands.length > 0 ? commands.flatMap((command) => command.words.slice(1)) : argv;
  return words.flatMap((word) => word.split('=')).some((word) => isWithin(word, path));
}

function explain(init: Container, path: string, reader: Container, use: VolumeUse | undefined): string {
  const what = l10n.t(
    'Init container `{0}` has no volume at `{1}`, so what it writes there is lost when it ends, and container `{2}` does not see it.',
    titleOf(init),
    path,
    titleOf(reader),
  );
  return use
    ? `${what} ${l10n.t('Mount the volume `{0}` here as well.', use.volume)}`
    : `${what} ${l10n.t('Mount one volume in both.')}`;
}

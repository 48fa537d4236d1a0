import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import {
  type Container,
  commandFields,
  commandsIn,
  contentAt,
  isWindows,
  isWithin,
  keyOrStart,
  pathsWritten,
  programOf,
  titleOf,
  untaken,
  type VolumeUse,
  type WrittenPath,
} from '../../model/index.ts';
import { stringOf, valueAt } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { isForOthers, isNobodys, spanInCommand, useAt } from './wiring.ts';

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
      const commands = commandsIn(programOf(init).script ?? []);
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
  fix({ data }, editor) {
    return data.use ? mountInInit(data.init, data.use, editor) : shareFolder(data, editor);
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
    'Init container `{0}` has no volume at `{1}`, so what it writes there is gone when it ends, and container `{2}` does not see it.',
    titleOf(init),
    path,
    titleOf(reader),
  );
  return use
    ? `${what} ${l10n.t('Mount the volume `{0}` here as well.', use.volume)}`
    : `${what} ${l10n.t('Mount one volume in both.')}`;
}

function mountInInit(
  { node }: Container,
  { volume: name, path, subPath, node: mount }: VolumeUse,
  editor: Editor,
): Fix[] {
  if (path === undefined || stringOf(valueAt(mount, 'subPathExpr')) !== undefined) return [];
  const entry = { name, mountPath: path, ...(subPath === undefined ? {} : { subPath }) };
  return [suggestion(l10n.t('Mount {0} at {1}', name, path), editor.appendTo(node, 'volumeMounts', entry))];
}

/** Puts an emptyDir where the init container writes and the other reads. */
function shareFolder({ init, reader, written: { path, isFolder } }: Data, editor: Editor): Fix[] {
  const isFile = isFolder === false || (isFolder === undefined && /\.\w+$/.test(path));
  const mountPath = isFile ? path.replace(/\/[^/]*$/, '') : path;
  // an empty folder of settings would be no better
  if (isNobodys.test(mountPath || '/') || mountPath.startsWith('/etc/')) return [];
  const name = untaken(
    'shared',
    init.pod.volumes.map((volume) => volume.name),
  );
  const mounts = [init, reader].map(({ node }) => editor.appendTo(node, 'volumeMounts', { name, mountPath }));
  const volume = editor.appendTo(init.pod.node, 'volumes', { name, emptyDir: {} }, ['containers', 'initContainers']);
  if ([...mounts, volume].some((edits) => edits.length === 0)) return [];
  return [suggestion(l10n.t('Mount an emptyDir at {0} in both containers', mountPath), [...mounts.flat(), ...volume])];
}

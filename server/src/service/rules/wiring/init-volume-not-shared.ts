import * as l10n from '@vscode/l10n';
import {
  type Container,
  commandsOf,
  isWindows,
  type PodSpec,
  pathsWritten,
  titleOf,
  usesOf,
  type VolumeUse,
  writesNamedFiles,
} from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isForOthers, useAt } from './wiring.ts';

interface Data {
  pod: PodSpec;
  use: VolumeUse;
}

const fetching = /^(?:curl|git|tar|unzip|wget)$/;

/**
 * An init container that leaves files in an `emptyDir` which no other container mounts. Only where its commands are understood, and
 * none of them makes something of the files.
 */
export default defineRule<Data>({
  code: 'init-volume-not-shared',
  severity: 'information',
  whole: true,
  check({ pod }, report) {
    for (const init of pod && !isWindows(pod) ? pod.initContainers : []) {
      const use = pod && init.role === 'init' ? unsharedUse(init, pod) : undefined;
      if (!pod || !use) continue;
      report({
        node: valueAt(use.node, 'name') ?? use.node,
        path: init.path,
        message: l10n.t(
          'No other container mounts the volume `{0}`, so none of them sees what init container `{1}` writes there. Mount it in the container that needs the files.',
          use.volume,
          titleOf(init),
        ),
        data: { pod, use },
      });
    }
  },
  fix({ data: { pod, use } }, editor) {
    const [app, ...others] = pod.containers;
    const { path: mountPath, volume: name } = use;
    if (!app || others.length > 0 || mountPath === undefined) return [];
    if (app.mounts.some((mount) => mount.mountPath === mountPath)) return [];
    const edits = editor.appendTo(app.node, 'volumeMounts', { name, mountPath });
    return [suggestion(l10n.t('Mount it in container {0}', titleOf(app)), edits)];
  },
});

/** The first use of an `emptyDir` of its own into which an init container writes for others. */
function unsharedUse(init: Container, pod: PodSpec): VolumeUse | undefined {
  const own = pod.volumes.filter(
    ({ name = '', source }) =>
      source === 'emptyDir' && usesOf(pod, name).every(({ container, subPath }) => container === init && !subPath),
  );
  if (own.length === 0 || init.mounts.length === 0) return undefined;
  const commands = commandsOf(init);
  if (!commands.every(({ words: [program = ''] }) => writesNamedFiles.test(program) || fetching.test(program)))
    return undefined;
  const written = commands.flatMap((command) =>
    pathsWritten(command).filter(({ path }) => isForOthers(path, command, commands)),
  );
  return written
    .flatMap(({ path }) => useAt(init, path) ?? [])
    .find(({ volume }) => own.some(({ name }) => name === volume));
}

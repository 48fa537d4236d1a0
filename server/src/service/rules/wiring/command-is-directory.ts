import * as l10n from '@vscode/l10n';
import { type Container, completeArgvs, isWindows, isWithin, usesOf } from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';

/**
 * Folders of Linux images, by the Filesystem Hierarchy Standard, and those that the container runtime mounts; but for
 * `/bin`, `/boot`, `/run` and `/srv`, which are programs in images made `FROM scratch`.
 */
const folders =
  /^(?:|\/(?:dev|etc|home|lib|media|mnt|opt|proc|root|sbin|sys|tmp|var)|\/usr(?:\/(?:bin|lib|local|sbin|share))?|\/usr\/local\/(?:bin|lib|sbin)|\/var\/(?:cache|lib|log|run|tmp))$/;

/** A folder where a program should stand: one of every image, or one that the container has a volume at or below. */
export default defineRule({
  code: 'command-is-directory',
  severity: 'warning',
  check({ pod }, report) {
    // runtimes for WebAssembly run a module, whatever the command: ["/"]
    if (!pod || isWindows(pod) || valueAt(pod.node, 'runtimeClassName')) return;
    for (const { container, words, entrypoint, action } of completeArgvs(pod)) {
      const [program] = words;
      if (entrypoint || !program?.text.startsWith('/')) continue;
      const path = program.text.replace(/\/+$/, '');
      if (!folders.test(path) && !isMounted(container, path)) continue;
      report({
        node: program.node,
        path: program.path,
        message:
          action === undefined
            ? l10n.t(
                '`{0}` is a directory, not a program, so the container does not start: exec: "{0}": is a directory. Write the path of a program.',
                program.text,
              )
            : l10n.t(
                '`{0}` is a directory, not a program, so `{1}` fails: exec: "{0}": is a directory. Write the path of a program.',
                program.text,
                action,
              ),
      });
    }
  },
});

/** Whether a container has a volume at a path, which is no single file of it, or below. */
function isMounted(container: Container, path: string): boolean {
  return container.pod.volumes.some(
    ({ name = '', source }) =>
      source !== 'hostPath' &&
      usesOf(container.pod, name).some(
        (use) =>
          use.container === container && !use.isDevice && use.subPath === undefined && isWithin(use.path ?? '', path),
      ),
  );
}

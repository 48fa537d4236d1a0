import * as l10n from '@vscode/l10n';
import {
  argvs,
  commandsOf,
  isReplaced,
  isWindows,
  isWithin,
  type PodSpec,
  pathsWritten,
  sharedVolumes,
  type VolumeUse,
} from '../../model/index.ts';
import { once, type Span } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { filesRead, isUnderstood, spanInCommand } from './wiring.ts';

interface Data {
  span: Span;
  /** What is written to the volume, as the reader sees it. */
  written: string[];
}

/**
 * A container that reads a file of a shared `emptyDir`, while the others write to other files there. Only where the commands of
 * all that have the volume are understood.
 */
export default defineRule<Data>({
  code: 'shared-path-not-written',
  severity: 'warning',
  whole: true,
  check({ pod, workload: { chunk } }, report) {
    for (const { name, use, others } of pod && !isWindows(pod) ? viewsOf(pod) : []) {
      const read = pathsRead(use);
      if (read.length === 0) continue;
      const writers = others.filter(({ readOnly }) => !readOnly);
      // in most pods each is written by one: the others need not be looked at for it
      const unnamed = read.filter((path) => {
        const [below = ''] = pathsIn(use, [path]);
        return !writers.some((other) => pathsNamedIn(other).includes(below));
      });
      if (unnamed.length === 0) continue;
      if (!writers.every(({ container }) => isUnderstood(container))) continue;
      const written = new Set(writers.flatMap(pathsWrittenIn));
      const named = [...written, ...writers.flatMap(pathsNamedIn)];
      if (written.size === 0 || named.some((path) => path === '' || isReplaced(path))) continue;
      for (const path of unnamed) {
        const [below = ''] = pathsIn(use, [path]);
        const span = spanInCommand(use.container, path, chunk);
        if (!span || named.some((other) => isWithin(below, other) || isWithin(other, below))) continue;
        const seen = [...written].map((other) => topOf(use) + other);
        report({
          node: span,
          path: use.container.path,
          message: l10n.t(
            'No container writes `{0}`, so there is no such file. The files that others write to the volume `{1}` are here: {2}. Read one of them.',
            path,
            name,
            listed(seen),
          ),
          data: { span, written: seen },
        });
      }
    }
  },
  fix({ data: { span, written } }, editor) {
    return written.slice(0, 3).map((path) => suggestion(l10n.t('Change to {0}', path), [editor.replace(span, path)]));
  },
});

/** An `emptyDir` as one container sees it, and how the others have it. */
interface View {
  /** Name of the volume. */
  name: string;
  use: VolumeUse;
  others: VolumeUse[];
}

/** Of each shared `emptyDir`, what every container sees that has it mounted once and as a whole. */
function viewsOf(pod: PodSpec): View[] {
  return sharedVolumes(pod).flatMap(({ volume: { name = '', source }, uses }) => {
    if (source !== 'emptyDir' || uses.some(({ subPath, path }) => subPath !== undefined || !path)) return [];
    return uses.flatMap((use) => {
      const others = uses.filter(({ container }) => container !== use.container);
      return others.length === uses.length - 1 ? [{ name, use, others }] : [];
    });
  });
}

/** What a container writes to in a volume. */
const pathsWrittenIn = once((use: VolumeUse): readonly string[] => {
  const written = commandsOf(use.container).flatMap(pathsWritten);
  return pathsIn(
    use,
    written.map(({ path }) => path),
  );
});

/** What the command of a container names in a volume. */
const pathsNamedIn = once((use: VolumeUse): readonly string[] => {
  const own = argvs(use.container).filter(({ action }) => action === undefined);
  return pathsIn(
    use,
    own.flatMap(({ words }) => words.map(({ text }) => text)),
  );
});

/** The paths in a volume that texts of its container name, from the volume's root; '' where it is all of it. */
function pathsIn(use: VolumeUse, texts: readonly string[]): string[] {
  const top = topOf(use);
  return texts
    .flatMap((text) => text.match(/(?<![\w.$}-])\/[^\s"';|&()<>]*/g) ?? [])
    .filter((named) => isWithin(named, top))
    .map((named) => named.slice(top.length).replace(/\/+$/, ''));
}

/** Where a volume is mounted, without a slash at the end. */
function topOf({ path = '' }: VolumeUse): string {
  return path.replace(/\/+$/, '');
}

/** The files of a volume that a container reads and does not write itself. */
function pathsRead(use: VolumeUse): readonly string[] {
  const top = topOf(use);
  return filesRead(use.container).filter((path) => isWithin(path, top) && path.length > top.length + 1);
}

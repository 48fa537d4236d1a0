import * as l10n from '@vscode/l10n';
import {
  type Container,
  commandsOf,
  isPlainImage,
  isReplaced,
  isWindows,
  pathsWritten,
  runningTogether,
  titleOf,
  type VolumeUse,
  volumeUses,
  type WrittenPath,
} from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { filesRead, isUnderstood, mountLike, shareFolder, spanInCommand, useAt } from './wiring.ts';

interface Data {
  span: Span;
  reader: Container;
  writer: Container;
  written: WrittenPath;
  /** The volume that it is written to; undefined where there is none. */
  use: VolumeUse | undefined;
  /** Where the reader has that volume mounted, and so sees the file. */
  seen: string | undefined;
}

/** What images bring themselves. */
const isOfSystem = /^\/(?:bin|dev|etc|lib\w*|proc|run|sbin|sys|usr|var\/run)\//;

/**
 * A container that reads a file at which it has no volume, while another one beside it writes a file of that path, or of that
 * name to a volume that it has mounted elsewhere. Only where all that it writes itself is understood.
 */
export default defineRule<Data>({
  code: 'file-not-shared',
  severity: 'warning',
  whole: true,
  check({ pod, workload: { chunk } }, report) {
    const running = pod && !isWindows(pod) ? runningTogether(pod) : [];
    for (const reader of running.length > 1 ? running : []) {
      for (const path of filesRead(reader)) {
        if (isOfSystem.test(path) || useAt(reader, path) || !isUnderstood(reader)) continue;
        const found = writerOf(path, reader, running);
        const span = found && spanInCommand(reader, path, chunk);
        if (!span) continue;
        report({ node: span, path: reader.path, message: explain(path, found), data: { ...found, span, reader } });
      }
    }
  },
  fix({ data: { span, reader, writer, written, use, seen } }, editor) {
    if (seen) return [suggestion(l10n.t('Change to {0}', seen), [editor.replace(span, seen)])];
    return use ? mountLike(reader, use, editor) : shareFolder([writer, reader], written, editor);
  },
});

type Found = Omit<Data, 'span' | 'reader'>;

function writerOf(path: string, reader: Container, running: readonly Container[]): Found | undefined {
  const all = running.flatMap((writer): Found[] => {
    if (writer === reader) return [];
    return filesWritten(writer).map((written) => {
      const use = useAt(writer, written.path);
      return { writer, written, use, seen: use && seenBy(reader, use, written.path) };
    });
  });
  const isSame = ({ written, seen }: Found) => written.path === path && seen === undefined;
  // other images may bring a file of that name
  const isNamesake = ({ written, seen }: Found) =>
    isPlainImage(reader.image) && seen !== undefined && nameOf(written.path) === nameOf(path);
  return all.find(isNamesake) ?? all.find(isSame);
}

function filesWritten(container: Container): WrittenPath[] {
  const all = commandsOf(container).flatMap(pathsWritten);
  return all.filter(({ path, isFolder }) => path.startsWith('/') && !isFolder && !isReplaced(path));
}

/** Where a container sees a file of a volume; undefined where it has it not mounted, or not as a whole. */
function seenBy(reader: Container, use: VolumeUse, path: string): string | undefined {
  const own = volumeUses(reader.pod).find((each) => each.container === reader && each.volume === use.volume);
  const isWhole = [own, use].every((each) => each?.path !== undefined && each.subPath === undefined && !each.isDevice);
  if (!own?.path || !use.path || !isWhole) return undefined;
  return `${own.path.replace(/\/+$/, '')}${path.slice(use.path.replace(/\/+$/, '').length)}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function explain(path: string, { writer, use, seen }: Found): string {
  if (seen)
    return l10n.t(
      'There is no `{0}` in this container. The file that `{1}` writes to the volume `{2}` is `{3}` here: read that.',
      path,
      titleOf(writer),
      use?.volume ?? '',
      seen,
    );
  const what = l10n.t(
    'Container `{0}` writes `{1}`, but each container has its own file system, so the file does not exist in this one: "No such file or directory".',
    titleOf(writer),
    path,
  );
  return use
    ? `${what} ${l10n.t('Mount the volume `{0}` here as well.', use.volume)}`
    : `${what} ${l10n.t('Mount one volume in both.')}`;
}

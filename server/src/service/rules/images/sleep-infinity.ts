import * as l10n from '@vscode/l10n';
import { busyboxMinor, completeArgvs, hasEntrypoint, imageName, readImage, type Word } from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { programsOf, spanOf } from './programs.ts';

/** Busybox knows `infinity` since 1.31.0 (coreutils/sleep.c); Alpine has that since 3.11. */
export default defineRule<{ word: Word; span: Span }>({
  code: 'sleep-infinity',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      const { image } = argv.container;
      if (!isTooOld(image) || (argv.entrypoint && hasEntrypoint(image) !== false)) continue;
      for (const { words } of programsOf(argv)) {
        const [program, time = ''] = words;
        if (program?.split('/').at(-1) !== 'sleep' || !/^inf(?:inity)?$/i.test(time)) continue;
        const word = argv.words.find(({ text }) => text.includes(time));
        const span = word && spanOf(word, time, chunk);
        if (!word || !span) continue;
        report({
          node: span,
          path: word.path,
          message: l10n.t(
            'The `sleep` of `{0}` does not know `{1}` and exits at once: "sleep: invalid number \'{1}\'". Use busybox 1.31 or Alpine 3.11 or newer, or write a large number.',
            image ?? '',
            time,
          ),
          data: { word, span },
        });
      }
    }
  },
  fix({ data: { word, span } }, editor) {
    const most = '2147483647';
    const list = word.field.node;
    const isItem = /^inf(?:inity)?$/i.test(word.text);
    const edits =
      isItem && list.kind === 'seq'
        ? editor.replaceItems(list, word.index, word.index, [most])
        : [editor.replace(span, most)];
    return edits ? [suggestion(l10n.t('Change to {0}', most), edits)] : [];
  },
});

function isTooOld(image: string | undefined): boolean {
  if (imageName(image) === 'alpine') {
    const minor = /^3\.(\d+)(?:\.|$)/.exec(readImage(image ?? '')?.tag ?? '')?.[1];
    return minor !== undefined && Number(minor) < 11;
  }
  return (busyboxMinor(image) ?? 31) < 31;
}

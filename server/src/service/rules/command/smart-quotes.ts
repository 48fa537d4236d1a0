import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { argvs, containersOf, shellCall, type Word } from '../../model/index.ts';
import { quoted } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, safe, suggestion } from '../rule.ts';
import { firstLine } from './forms.ts';

/** What curly quotes stand around: an item, one that a comma cut in two, the value of an option, or words of a script. */
type Place = 'item' | 'cut item' | 'value' | 'script';

const wholeItem = /^(?:[“”„].*[“”„]|[‘’‚].*[‘’‚])$/s;
const optionValue = /^(--?[\w.-]+=)(?:[“”„](.*)[“”„]|[‘’‚](.*)[‘’‚])$/s;
const straightQuoted = /'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g;
const curlyQuoted = /(?<=^|[\s=(])(?:“([^”]*)”|‘([^’]*)’)/g;

export default defineRule<{ word: Word; place: Place }>({
  code: 'smart-quotes',
  severity: 'warning',
  check({ pod, workload }, report) {
    for (const { words, entrypoint } of pod ? containersOf(pod).flatMap(argvs) : []) {
      const call = shellCall(words.map(({ text }) => text));
      words.forEach((word, index) => {
        const isProgram = index === 0 && !entrypoint;
        const place = placeOf(word, isProgram, call?.flag !== undefined && call.script === index);
        if (!place) return;
        report({
          node: firstLine(word.node, workload.chunk),
          path: word.path,
          message: isProgram
            ? l10n.t(
                'YAML takes curly quotes as letters, so they become part of the program name: exec: "{0}": executable file not found in $PATH. Write straight quotes.',
                shortened(word.text, 40),
              )
            : l10n.t(
                'YAML and the shell take curly quotes as letters, so the program gets them as part of its argument. Write straight quotes.',
              ),
          data: { word, place },
        });
      });
    }
  },
  fix({ data: { word, place } }, editor) {
    const edits = straightened(word, place, editor);
    const isSafe = place === 'item' || place === 'value';
    return edits?.length ? [(isSafe ? safe : suggestion)(l10n.t('Write straight quotes'), edits)] : [];
  },
});

/** Text that is in straight quotes already may well have curly ones in it, unless it names a program. */
function placeOf({ text, node }: Word, isProgram: boolean, isScript: boolean): Place | undefined {
  const isPlain = node.kind === 'scalar' && node.style === 'plain';
  if (isPlain || isProgram) {
    if (wholeItem.test(text)) return 'item';
    if (/^[“‘„‚]/.test(text) && !/[”’]/.test(text)) return 'cut item';
  }
  if (isScript) return text.replace(straightQuoted, '').search(curlyQuoted) >= 0 ? 'script' : undefined;
  return optionValue.test(text) ? 'value' : undefined;
}

function straightened({ field, index, text, node }: Word, place: Place, editor: Editor): ChunkEdit[] | undefined {
  const list = field.node;
  if (list.kind !== 'seq' || list.items[index] !== node) return undefined;
  const rewrite = (texts: string[], to = index) => editor.replaceItems(list, index, to, texts);
  switch (place) {
    case 'item':
      if (node.kind === 'scalar' && node.style !== 'plain') return rewrite([text.slice(1, -1)]);
      return [editor.replace(node, quoted(text.slice(1, -1), /^[‘’‚]/.test(text) ? "'" : '"'))];
    case 'value':
      return rewrite([text.replace(optionValue, '$1$2$3')]);
    case 'script':
      return rewrite([
        text.replace(curlyQuoted, (_, double?: string, single?: string) =>
          double === undefined ? `'${single}'` : `"${double}"`,
        ),
      ]);
    case 'cut item': {
      const last = list.items.findIndex((item, at) => at > index && item.kind === 'scalar' && /[”’]$/.test(item.text));
      const whole = editor.text.slice(node.start + 1, (list.items[last]?.end ?? 0) - 1);
      return last > 0 ? rewrite([whole], last) : undefined;
    }
  }
}

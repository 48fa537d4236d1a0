import * as l10n from '@vscode/l10n';
import { completeArgvs, hasEntrypoint, imageName, isPlainImage, type Word } from '../../model/index.ts';
import { pairOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Word>({
  code: 'args-without-entrypoint',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    for (const { container, words, entrypoint } of pod ? completeArgvs(pod) : []) {
      const [first] = words;
      if (!entrypoint || !first?.text.startsWith('-') || hasEntrypoint(container.image) !== false) continue;
      report({
        node: first.node,
        path: first.path,
        message: l10n.t(
          'The image `{0}` has no ENTRYPOINT, so the first of `args` is taken as the program: exec: "{1}": executable file not found in $PATH. Name the program in `command`.',
          imageName(container.image) ?? '',
          first.text,
        ),
        data: first,
      });
    }
  },
  fix({ data: { text, field } }, editor) {
    const { node, image } = field.container;
    const program = programFor(image, text);
    if (!program) return [];
    const command = pairOf(node, 'command');
    const edits = command
      ? editor.replaceWithFlow(command.value, [program])
      : node.flow
        ? editor.insertPair(node, 'command', [program], ['name', 'image'])
        : editor.insertLines(node, [`command: ${editor.flowList([program])}`], ['name', 'image']);
    return [suggestion(l10n.t('Add command: {0}', `["${program}"]`), edits)];
  },
});

/** The program that an option is meant for, where it can be told: `-c` of a shell, anything of an interpreter's image. */
function programFor(image: string | undefined, option: string): string | undefined {
  const name = imageName(image) ?? '';
  if (/^(?:python|perl|ruby)$/.test(name)) return name;
  return isPlainImage(image) && name !== 'golang' && /^-[a-z]*c$/.test(option) ? 'sh' : undefined;
}

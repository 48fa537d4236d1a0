import * as l10n from '@vscode/l10n';
import { completeArgvs, shellCall, type Word } from '../../model/index.ts';
import { stringOf } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, safe } from '../rule.ts';
import { firstLine } from './forms.ts';

/** The item that `-c` has to stand in front of. */
export default defineRule<Word>({
  code: 'shell-without-c',
  severity: 'warning',
  whole: true,
  check({ pod, workload }, report) {
    for (const { words } of pod ? completeArgvs(pod) : []) {
      const texts = words.map(({ text }) => text);
      const call = shellCall(texts);
      const script = words[call?.script ?? -1];
      if (!call || !script || call.flag !== undefined || readsInput(texts, call.at) || !isScript(script.text)) continue;
      const before = words[texts[(call.script ?? 0) - 1] === '--' ? (call.script ?? 0) - 1 : (call.script ?? 0)];
      report({
        node: firstLine(script.node, workload.chunk),
        path: script.path,
        message: l10n.t(
          'Without `-c`, {0} takes this as the name of a script file and stops with "{1}". Put `-c` before it.',
          call.shell,
          symptom(call.shell, shortened(script.text, 40)),
        ),
        data: before ?? script,
      });
    }
  },
  fix({ data: { field, index } }, editor) {
    if (field.node.kind !== 'seq') return [];
    // a -c that stands behind its script would become an argument of it
    const isBehind = field.node.items.slice(index + 1).some((item) => stringOf(item) === '-c');
    return isBehind ? [] : [safe(l10n.t('Insert -c'), editor.insertItems(field.node, index, ['-c']))];
  },
});

/** Whether the shell is told to read its commands from standard input, or only to say what it is. */
function readsInput(words: readonly string[], at: number): boolean {
  return words.slice(at + 1).some((word) => /^(?:-[a-z]*s[a-z]*|--version|--help)$/.test(word));
}

/** Whether a text is no name of a file: it has blanks or operators, and is no path in which a name has a blank. */
function isScript(text: string): boolean {
  const line = text.trim();
  return /[\s;&|<>`]/.test(line) && !/^\/\S*\s[^\s/-]\S*\//.test(line);
}

/** What a shell says of a script file that is not there; `sh` is busybox in the images that are small. */
function symptom(shell: string, text: string): string {
  if (shell === 'dash') return `dash: 0: cannot open ${text}: No such file`;
  if (shell === 'zsh') return `zsh: can't open input file: ${text}`;
  if (shell === 'bash' || shell === 'ksh') return `${shell}: ${text}: No such file or directory`;
  return `${shell}: can't open '${text}': No such file or directory`;
}

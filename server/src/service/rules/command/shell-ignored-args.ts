import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { completeArgvs, shellCall, type Word } from '../../model/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { joinedScript } from './exec-form.ts';
import { firstLine, shown } from './forms.ts';

interface Data {
  script: Word;
  ignored: Word[];
}

export default defineRule<Data>({
  code: 'shell-ignored-args',
  severity: 'warning',
  check({ pod, workload }, report) {
    for (const { words } of pod ? completeArgvs(pod) : []) {
      const call = shellCall(words.map(({ text }) => text));
      const script = words[call?.script ?? -1];
      if (!call || !script || call.flag === undefined) continue;
      const ignored = words.slice(words.indexOf(script) + 1);
      const [first] = ignored;
      if (!first || usesArguments(script.text) || isOnlyName(ignored)) continue;
      report({
        node: firstLine(first.node, workload.chunk),
        path: first.path,
        message: l10n.t(
          '`{0} -c` runs only one item as its script, here `{1}`. The items after it become `$0`, `$1` and so on, and are not run. Join them into one script.',
          call.shell,
          shortened(script.text, 40),
        ),
        data: { script, ignored },
      });
    }
  },
  fix({ data: { script, ignored } }, editor) {
    const joined = joinedScript(
      script.text,
      ignored.map(({ text }) => text),
    );
    const edits = joinItems(script, ignored, joined, editor);
    return edits ? [suggestion(l10n.t('Join into one script: {0}', shown([joined])), edits)] : [];
  },
});

/** Whether a script reads its arguments; a script that is a reference may do anything. */
function usesArguments(script: string): boolean {
  return /\$(?:\{[#!]?)?[0-9@*#]|\bshift\b|\bgetopts\b|\bfor\s+\w+\s*(?:;|\bdo\b)|^\s*\$\(\w+\)\s*$/.test(script);
}

/** `sh -c 'script' sh`: a lone name for `$0` is a habit, not a mistake. */
function isOnlyName(ignored: readonly Word[]): boolean {
  return ignored.length === 1 && /^(?:--|-|_|(?:\S*\/)?(?:sh|bash|ash|dash))$/.test(ignored[0]?.text ?? '');
}

/** Puts the joined script in place of the items; `args` goes where the script is in `command`. */
function joinItems(script: Word, ignored: readonly Word[], joined: string, editor: Editor): ChunkEdit[] | undefined {
  const { field, index } = script;
  if (field.node.kind !== 'seq') return undefined;
  const outside = ignored.filter((word) => word.field !== field);
  const [other] = outside;
  const edits = editor.replaceItems(field.node, index, field.node.items.length - 1, [joined]);
  if (!other || !edits) return edits;
  const { pair } = other.field;
  const lost = editor.text.slice(pair.key.start, pair.value.end).includes('#');
  return lost || pair.value.kind === 'alias' || pair.value.anchor ? undefined : [...edits, ...editor.removePair(pair)];
}

import * as l10n from '@vscode/l10n';
import { commandsIn, parseScript } from '../../model/index.ts';
import { firstLine } from '../command/forms.ts';
import { defineRule, suggestion } from '../rule.ts';
import { brokenFold, type Script, scriptsOf } from './scripts.ts';
import { unfolded } from './written.ts';

interface Data {
  script: Script;
  lines: string;
}

export default defineRule<Data>({
  code: 'script-folded',
  severity: 'warning',
  hides: true,
  check({ pod, workload: { chunk } }, report) {
    for (const script of pod ? scriptsOf(pod) : []) {
      const broken = brokenFold(script, chunk);
      const lines = broken ?? unfolded(script.node, chunk);
      if (lines === undefined || (broken === undefined && !isMeantAsLines(script.text, lines))) continue;
      report({
        node: firstLine(script.node, chunk),
        path: script.word.path,
        message: explain(script, broken !== undefined),
        data: { script, lines },
      });
    }
  },
  fix({ data: { script, lines } }, editor) {
    const { node, word } = script;
    const list = word.field.node;
    const title = l10n.t('Keep the line breaks (|)');
    if (node.style === 'folded') return [suggestion(title, [{ start: node.start, end: node.start + 1, text: '|' }])];
    const edits = list.kind === 'seq' ? editor.replaceItems(list, word.index, word.index, [`${lines}\n`]) : undefined;
    return edits ? [suggestion(title, edits)] : [];
  },
});

function explain({ node }: Script, isBroken: boolean): string {
  const effect = isBroken
    ? l10n.t('YAML replaces the line breaks with spaces, so the shell gets one line, which is a syntax error.')
    : l10n.t(
        'YAML replaces the line breaks with spaces, so a command becomes an argument of the one before it, or part of a comment.',
      );
  const remedy =
    node.style === 'folded'
      ? l10n.t('Write `|` instead of `>`.')
      : l10n.t('Write the script as a block that starts with `|`.');
  return `${effect} ${remedy}`;
}

const builtins = 'cd|chmod|chown|echo|export|mkdir|rm|set|sleep|touch';
const isBuiltin = new RegExp(`^(?:${builtins})$`);
const startsCommand = new RegExp(`^(?:${builtins}|cat|cp|exec|mv|tail|if|while|until|for|case)(?=\\s|$)`);

/**
 * Whether commands on lines of their own have become one: a builtin, which starts no other command, is followed by one
 * that can be no argument of it. A comment on a line of its own makes a comment of all that follows.
 */
function isMeantAsLines(script: string, lines: string): boolean {
  const meant = parseScript(lines);
  if (!meant || !parseScript(script)) return false;
  const isFold = (at: number) => lines.charAt(at) === '\n' && script.charAt(at) === ' ';
  const commands = commandsIn(meant);
  const joined = commands.some(
    ({ words: [program = ''], end }) =>
      isBuiltin.test(program) && isFold(end) && startsCommand.test(lines.slice(end + 1)),
  );
  const swallowed = [...lines.matchAll(/(?<=^|\n)#.*\n/g)].some(
    ({ index, 0: comment }) =>
      isFold(index + comment.length - 1) && commands.some(({ start }) => start === index + comment.length),
  );
  return joined || swallowed;
}

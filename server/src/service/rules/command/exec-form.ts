import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import {
  type Argv,
  callOf,
  environmentOf,
  isCommandLine,
  isWindows,
  joinForShell,
  shellOperators,
  startsInterpreter,
  type Word,
} from '../../model/index.ts';
import { type Fix, suggestion } from '../rule.ts';
import { shown } from './forms.ts';

/** Programs to which an operator is an argument: `find … -exec … ;`, `expr 1 > 2`, `cut -d ;`. */
const takeOperators = /^(?:find|fd|expr|test|\[|tr|cut|grep|egrep|fgrep|rg|sort|column|paste|join|split)$/;

/** The first word of an argv that only a shell would take for an operator, where no shell or interpreter gets it. */
export function strayOperator({ words }: Argv): Word | undefined {
  const texts = words.map(({ text }) => text);
  const [program = ''] = texts;
  if (isCommandLine(program)) return undefined;
  return words.find(({ text }, index) => {
    if (index === 0 || !shellOperators.has(text) || startsInterpreter(texts.slice(0, index))) return false;
    const mayBeValue = takeOperators.test(program.replace(/^.*\//, '')) || texts[index - 1]?.startsWith('-');
    return text.length > 1 || !mayBeValue;
  });
}

/** Programs whose arguments are files, which a shell would find by a pattern. */
const takeFiles = /^(?:cat|chgrp|chmod|chown|cp|head|ls|mkdir|mv|rm|rmdir|tail|touch|wc)$/;

/** `$(hostname)`, `$(cat FILE)`; other words in brackets may be filled in by somebody. */
const substitution =
  /\$\((?:date|hostname|id|nproc|pwd|uname|whoami|(?:awk|basename|cat|curl|cut|date|dirname|echo|getent|grep|head|hostname|id|ip|ls|openssl|sed|uname|wget)\s[^)]*)\)/;

/**
 * What only a shell would replace in the words of an argv, where no shell or interpreter gets it: the output of a command, and
 * `*` and `~` behind a program whose arguments are files.
 */
export function unreplaced({ container, words, entrypoint }: Argv): { word: Word; part: string } | undefined {
  const texts = words.map(({ text }) => text);
  for (const [index, word] of words.entries()) {
    const { text } = word;
    if ((index === 0 && !entrypoint) || !/[$*?~]/.test(text) || startsInterpreter(texts.slice(0, index))) continue;
    const isPattern = !text.startsWith('-') && /^~(?:\/|$)|[*?]/.test(text) && !/[\s'"\\]/.test(text);
    const part =
      substitution.exec(text)?.[0] ?? (isPattern && takeFiles.test(callOf(texts).words[0] ?? '') ? text : undefined);
    if (part !== undefined && !environmentOf(container).has(part.slice(2, -1))) return { word, part };
  }
  return undefined;
}

/** Hands the words of an argv to a shell as one script; each list stays where it is. */
export function runWithShell({ container, words, entrypoint }: Argv, editor: Editor): Fix[] {
  const [first] = words;
  if (!first || isWindows(container.pod) || (entrypoint && first.text.startsWith('-'))) return [];
  const script = joinForShell(words.map(({ text }) => text));
  const fields = [...new Set(words.map(({ field }) => field))];
  const parts = fields.length > 1 ? [['sh', '-c'], [script]] : [['sh', '-c', script]];
  const edits = fields.map(({ node }, index) =>
    node.kind === 'seq' ? editor.replaceItems(node, 0, node.items.length - 1, parts[index] ?? []) : undefined,
  );
  if (edits.includes(undefined)) return [];
  return [
    suggestion(
      l10n.t('Run it with a shell: {0}', shown(['sh', '-c', script])),
      edits.flatMap((edit) => edit ?? []),
    ),
  ];
}

/** Commands are put behind each other, the words of one command are put together. */
export function joinedScript(script: string, ignored: readonly string[]): string {
  const parts = [script, ...ignored];
  const opensMore = /(?:&&|\|\||[|;&])\s*$/.test(script.trimEnd());
  const operators = parts.some((part) => shellOperators.has(part.trim()));
  const commands = ignored.every((part) => /\s/.test(part.trim())) && /\s/.test(script.trim());
  if (script.trim().includes('\n')) return `${parts.map((part) => part.trimEnd()).join('\n')}\n`;
  if (opensMore || operators) return parts.map((part) => part.trim()).join(' ');
  return commands ? parts.map((part) => part.trim()).join(' && ') : `${script.trim()} ${joinForShell(ignored)}`;
}

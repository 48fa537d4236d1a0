import * as l10n from '@vscode/l10n';
import {
  completeArgvs,
  hasEntrypoint,
  imageName,
  isMissing,
  programsMissing,
  shellCall,
  type Word,
} from '../../model/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { hasMore, installsForActions } from './programs.ts';

interface Data {
  shell: Word;
  /** What the shell is given. */
  rest: readonly string[];
  hasSh: boolean;
}

export default defineRule<Data>({
  code: 'shell-not-in-image',
  severity: 'warning',
  check({ pod }, report) {
    for (const { container, words, entrypoint, action } of pod ? completeArgvs(pod) : []) {
      const texts = words.map(({ text }) => text);
      const at = shellCall(texts)?.at ?? -1;
      const shell = words[at];
      if (!shell || (entrypoint && hasEntrypoint(container.image) !== false)) continue;
      if (texts.slice(0, at).some((word) => /chroot$/.test(word))) continue;
      const missing = programsMissing(container.image);
      if (!isMissing(missing, shell.text) || hasMore(container)) continue;
      if (action !== undefined && installsForActions(container)) continue;
      report({
        node: shell.node,
        path: shell.path,
        message: explain(shell.text, imageName(container.image) ?? '', missing),
        data: { shell, rest: texts.slice(at + 1), hasSh: !missing.has('sh') },
      });
    }
  },
  fix({ data: { shell, rest, hasSh } }, editor) {
    const list = shell.field.node;
    if (!hasSh || list.kind !== 'seq' || !isPosix(rest)) return [];
    const name = shell.text.includes('/') ? '/bin/sh' : 'sh';
    const edits = editor.replaceItems(list, shell.index, shell.index, [name]);
    return edits ? [suggestion(l10n.t('Change to {0}', name), edits)] : [];
  },
});

function explain(shell: string, image: string, missing: ReadonlySet<string>): string {
  const symptom = shell.includes('/')
    ? `exec: "${shell}": stat ${shell}: no such file or directory`
    : `exec: "${shell}": executable file not found in $PATH`;
  if (missing.has('sh')) {
    return l10n.t(
      'The image `{0}` has no shell, so this does not start: {1}. Call the program without a shell, or use an image that has one.',
      image,
      symptom,
    );
  }
  if (image === 'bash' && shell === '/bin/bash') {
    return l10n.t(
      'The image `bash` has its shell in /usr/local/bin, so this does not start: {0}. Write `bash`.',
      symptom,
    );
  }
  return l10n.t(
    'The image `{0}` has no `{1}`, so this does not start: {2}. Use `sh`, or an image that has `{1}`.',
    image,
    shell.split('/').at(-1) ?? '',
    symptom,
  );
}

const options = /^(?:--|-[cefuxvnl]+|-o|pipefail|errexit|nounset|xtrace|noglob)$/;
const bashisms =
  /\[\[|\(\(|=\(|<\(|>\(|<<<|&>|\|&|\$'|\$"|\bfunction\s|\{\w+\.\.\w+\}|\$\{!|\$\{\w+(?:\[|\^|,|@)|\b(?:declare|typeset|shopt|mapfile|readarray|pushd|popd|let|select|coproc|disown|compgen|enable|source)\s|\bread\s+-\w*[adnNu]|\bprintf\s+-v|\btrap\s.*\b(?:ERR|DEBUG|RETURN)\b|\$\{?(?:BASH|RANDOM|SECONDS|PIPESTATUS|FUNCNAME|EPOCH|HOSTTYPE|OSTYPE)|\/dev\/(?:tcp|udp)\/|\bset\s+-\w*[EHPT]|\s==\s/;

/** Whether a shell's options and script mean the same to any shell; of a script file nothing is known. */
function isPosix(rest: readonly string[]): boolean {
  const at = rest.findIndex((word) => !options.test(word));
  const script = rest[at];
  if (script === undefined || !rest.slice(0, at).some((word) => /^-\w*c/.test(word))) return false;
  return !bashisms.test(script);
}

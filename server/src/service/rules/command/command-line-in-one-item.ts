import * as l10n from '@vscode/l10n';
import {
  type Argv,
  completeArgvs,
  environmentOf,
  isCommandLine,
  isWindows,
  shellCall,
  type Word,
} from '../../model/index.ts';
import type { SeqNode } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';
import { joinedScript } from './exec-form.ts';
import { type Form, firstLine, formsOf, shown } from './forms.ts';

interface Data {
  list: SeqNode;
  /** The last of the items that a form stands for. */
  to: number;
  forms: Form[];
}

export default defineRule<Data>({
  code: 'command-line-in-one-item',
  severity: 'warning',
  check({ pod, workload }, report) {
    if (!pod || isWindows(pod)) return;
    for (const argv of completeArgvs(pod)) {
      const [program] = argv.words;
      const list = program?.field.node;
      if (argv.entrypoint || !program || list?.kind !== 'seq' || !isCommandLine(program.text)) continue;
      const { to, forms } = repairs(argv, program, list);
      report({
        node: firstLine(program.node, workload.chunk),
        path: program.path,
        message: explain(argv, program, forms[0]),
        data: { list, to, forms },
      });
    }
  },
  fix({ data: { list, to, forms } }, editor) {
    return forms.flatMap(({ words, addsShell, sure }, index): Fix[] => {
      const title = addsShell
        ? l10n.t('Run it with a shell: {0}', shown(words))
        : l10n.t('Split into {0}', shown(words));
      const edits = editor.replaceItems(list, 0, to, words);
      return edits ? [(sure && index === 0 ? safe : suggestion)(title, edits)] : [];
    });
  },
});

/** The lists that can stand for the item; for the whole list where the item needs a shell and more follows it. */
function repairs({ container, words: [, ...others] }: Argv, program: Word, list: SeqNode): Omit<Data, 'list'> {
  const variables = new Set(environmentOf(container).keys());
  const forms = formsOf(program.text, { field: 'command', before: [], variables, windows: false });
  if (others.length === 0) {
    const whole = forms.filter(({ words }) => !wantsScript(words));
    return { to: 0, forms: whole.map((form) => ({ ...form, sure: form.sure && !mayBePath(program.text) })) };
  }
  if (!forms[0]?.addsShell) return { to: 0, forms: forms.slice(0, 1) };
  const script = joinedScript(
    program.text,
    others.map(({ text }) => text),
  );
  const inList = others.every(({ field }) => field === program.field);
  return {
    to: list.items.length - 1,
    forms: inList ? [{ words: ['sh', '-c', script], addsShell: true, sure: false }] : [],
  };
}

/** `sh -c`: split, it would stop as well, until the script is there. */
function wantsScript(words: readonly string[]): boolean {
  const call = shellCall(words);
  return call?.flag !== undefined && call.script === undefined;
}

/** `/opt/my app/run.sh` may be the path of one program. */
function mayBePath(text: string): boolean {
  return /^\/\S*\s[^\s/-]\S*\//.test(text.trim());
}

function explain({ action }: Argv, { text }: Word, form: Form | undefined): string {
  const name = shortened(text, 40);
  const symptom = text.includes('/')
    ? `exec: ${JSON.stringify(name)}: stat ${name}: no such file or directory`
    : `exec: ${JSON.stringify(name)}: executable file not found in $PATH`;
  const write = form ? l10n.t('Write {0}.', shown(form.words)) : l10n.t('Write each word as a separate item.');
  return action === undefined
    ? l10n.t(
        'The whole first item is taken as the name of the program, so the container does not start: {0}. {1}',
        symptom,
        write,
      )
    : l10n.t(
        'The whole first item is taken as the name of the program, so `{0}` fails: {1}. {2}',
        action,
        symptom,
        write,
      );
}

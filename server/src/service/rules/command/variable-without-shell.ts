import * as l10n from '@vscode/l10n';
import {
  type Argv,
  completeArgvs,
  environmentOf,
  isCommandLine,
  resolutionOf,
  startsInterpreter,
  type Word,
} from '../../model/index.ts';
import { type Span, valueAt } from '../../yaml/index.ts';
import { fromImage, fromServices } from '../env/references.ts';
import { defineRule, safe, suggestion } from '../rule.ts';
import { runWithShell, strayOperator } from './exec-form.ts';

interface Data {
  argv: Argv;
  name: string;
  span: Span;
  expanded: Expanded;
}

/** Whether Kubernetes replaces `$(NAME)` in that place: surely, if the variable is there when the pod runs, or never. */
type Expanded = 'yes' | 'maybe' | 'no';

/**
 * `$NAME` where no shell reads it. Counted are the names in the container's `env`; where a word begins or follows a
 * separator (`--host=$MY_IP`, but not the password `pa$WORD`) also names that are there in every container, and those in
 * capitals where there is an `envFrom`. Anything else may be filled in before the manifest is applied, by envsubst and the like.
 */
export default defineRule<Data>({
  code: 'variable-without-shell',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      if (strayOperator(argv) || isCommandLine(argv.words[0]?.text ?? '')) continue;
      argv.words.forEach((word, index) => {
        if (!word.text.includes('$') || startsInterpreter(argv.words.slice(0, index).map(({ text }) => text))) return;
        for (const { name, span } of variablesIn(word, chunk.text)) {
          const expanded = expansion(argv, name);
          report({
            node: span,
            path: word.path,
            message: explain(name, chunk.text.slice(span.start, span.end), expanded),
            data: { argv, name, span, expanded },
          });
        }
      });
    }
  },
  fix({ data: { argv, name, span, expanded } }, editor) {
    const reference = `$(${name})`;
    const replaced = (expanded === 'yes' ? safe : suggestion)(l10n.t('Change to {0}', reference), [
      editor.replace(span, reference),
    ]);
    const withShell = runWithShell(argv, editor);
    return expanded === 'no' ? withShell : [replaced, ...withShell];
  },
});

function variablesIn({ text, node, field: { container } }: Word, source: string): { name: string; span: Span }[] {
  // Java and Spring resolve `${NAME}` on their own
  if (/^(?:-D|--spring\.)/.test(text)) return [];
  const names = environmentOf(container);
  const mayBe = [fromImage, fromServices, ...(valueAt(container.node, 'envFrom') ? [/^[A-Z][A-Z0-9_]+$/] : [])];
  const written = source.slice(node.start, node.end);
  return [...written.matchAll(/\$\$|(?<!\\)\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)].flatMap((match) => {
    const name = match[1] ?? match[2];
    if (name === undefined) return [];
    const startsWord = /(?:^|[\s=:/,@;"'([])$/.test(written.slice(0, match.index));
    if (!names.has(name) && !(startsWord && mayBe.some((pattern) => pattern.test(name)))) return [];
    const start = node.start + match.index;
    return [{ name, span: { start, end: start + match[0].length } }];
  });
}

/** Whether `$(NAME)` would be replaced: a name that is not in `env` may come from `envFrom` or a service. */
function expansion({ container, action }: Argv, name: string): Expanded {
  const { kind } = resolutionOf(container, action, name);
  if (kind === 'value' || kind === 'at-start') return 'yes';
  return kind === 'missing' && action === undefined && !fromImage.test(name) ? 'maybe' : 'no';
}

function explain(name: string, written: string, expanded: Expanded): string {
  const what = l10n.t('No shell reads this list, so the program gets `{0}` as it is written, not the value.', written);
  return expanded === 'no'
    ? `${what} ${l10n.t('Run the command with a shell: ["sh", "-c", "…"].')}`
    : `${what} ${l10n.t('Write `$({0})`, which Kubernetes replaces.', name)}`;
}

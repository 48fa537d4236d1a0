import * as l10n from '@vscode/l10n';
import {
  type Argv,
  completeArgvs,
  hasEntrypoint,
  imageName,
  imageWith,
  isMissing,
  programsMissing,
  shellCall,
  shellOf,
  successorOf,
} from '../../model/index.ts';
import { type Span, valueAt } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type Called, hasMore, installsForActions, mayInstall, programsOf, spanOf } from './programs.ts';

interface Data {
  argv: Argv;
  program: string;
  span: Span;
  /** Whether it is the only one that the image lacks. */
  alone: boolean;
}

export default defineRule<Data>({
  code: 'tool-not-in-image',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      const { container, words, entrypoint, action } = argv;
      const missing = programsMissing(container.image);
      if (missing.size === 0 || (entrypoint && hasEntrypoint(container.image) !== false)) continue;
      const called = programsOf(argv);
      const shell = shellCall(words.map(({ text }) => text));
      const direct = shell?.script === undefined || shell.flag === undefined;
      // the shell itself is a matter of its own
      if (shell && (direct || words.some(({ text }) => shellOf(text) && isMissing(missing, text)))) continue;
      const tools = toolsMissing(called, missing);
      if (tools.length === 0 || hasMore(container)) continue;
      if (action !== undefined && installsForActions(container)) continue;
      for (const program of tools) {
        const word = words.find(({ text }) => text.includes(program));
        if (!word) continue;
        const span = spanOf(word, program, chunk);
        if (!span) continue;
        report({
          node: span,
          path: word.path,
          message: explain(program, container.image, direct),
          data: { argv, program, span, alone: tools.length === 1 },
        });
      }
    }
  },
  fix({ data }, editor) {
    const { argv, program, span, alone } = data;
    const { image, node } = argv.container;
    const successor = successorOf(image, program);
    if (successor) return [suggestion(l10n.t('Change to {0}', successor), [editor.replace(span, successor)])];
    const other = imageWith(program);
    const written = valueAt(node, 'image');
    const isSmall = /^(?:busybox|alpine)$/.test(imageName(image) ?? '');
    if (!other || !written || !alone || !isSmall || argv.entrypoint || argv.action !== undefined) return [];
    return [suggestion(l10n.t('Change image to {0}', other), editor.replaceNode(written, other))];
  },
});

/** The programs that are called and not there, up to where the script may install some. */
function toolsMissing(called: readonly Called[], missing: ReadonlySet<string>): string[] {
  const checked = new Set(called.flatMap(checkedBy));
  const tools: string[] = [];
  for (const call of called) {
    const { program, optional } = call;
    if (isMissing(missing, program)) {
      if (!optional && !checked.has(program.split('/').at(-1) ?? '') && !tools.includes(program)) tools.push(program);
    } else if (mayInstall(call)) break;
  }
  return tools;
}

/** The programs that a script looks for before it calls them. */
function checkedBy({ words }: Called): string[] {
  const [name = '', ...rest] = words;
  if (/^(?:command|which|type|hash|\[|\[\[|test)$/.test(name)) return rest.map((word) => word.split('/').at(-1) ?? '');
  return rest.length === 1 && /^(?:--version|-V|-v|version)$/.test(rest[0] ?? '') ? [name] : [];
}

function explain(program: string, image: string | undefined, direct: boolean): string {
  const name = imageName(image) ?? '';
  const successor = successorOf(image, program);
  const what = direct
    ? l10n.t('The image `{0}` has no `{1}`: exec: "{1}": executable file not found in $PATH.', name, program)
    : l10n.t('The image `{0}` has no `{1}`: the shell says "{1}: not found", with exit code 127.', name, program);
  if (successor) return `${what} ${l10n.t('Use `{0}` instead.', successor)}`;
  const other = imageWith(program);
  return other
    ? `${what} ${l10n.t('Use an image that has it, such as `{0}`, or install it first.', other)}`
    : `${what} ${l10n.t('Use an image that has it, or install it first.')}`;
}

import * as l10n from '@vscode/l10n';
import type { ChunkEdit } from '../../fixes/index.ts';
import { type Background, commandsIn, parseScript, runTime } from '../../model/index.ts';
import type { Chunk } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isKeptRunning } from '../runtime/container-exits-at-once.ts';
import { serverOf } from './script-server-to-background.ts';
import { type Script, scriptsOf, spanIn } from './scripts.ts';

interface Data {
  /** Takes the `&` out, where there is only one, at the end. */
  foreground?: ChunkEdit | undefined;
  wait?: ChunkEdit | undefined;
}

export default defineRule<Data>({
  code: 'script-background-only',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const script of pod ? scriptsOf(pod) : []) {
      const { container, action } = script.word.field;
      if (action !== undefined || !isKeptRunning(container) || /\b(?:wait|fg)\b/.test(script.text)) continue;
      const statements = parseScript(script.text) ?? [];
      const started = statements.filter((statement) => statement.kind === 'background');
      const last = started.at(-1);
      const time = runTime(container);
      if (!last || time.endless || (statements.at(-1) !== last && !time.exact)) continue;
      report({
        node: spanIn(script, { start: last.end - 1, end: last.end }, chunk),
        path: script.word.path,
        message: l10n.t(
          'Nothing waits for the program that runs with `&`: the shell exits, and the container with it ("Completed", then `CrashLoopBackOff`). Remove the `&` of the main program, or add `wait` at the end.',
        ),
        // what goes to the background by itself needs more than this
        data: started.some(({ body }) => body.kind === 'command' && serverOf(body, container))
          ? {}
          : {
              foreground:
                started.length === 1 && statements.at(-1) === last ? withoutAnd(script, last, chunk) : undefined,
              wait: addedWait(script, chunk),
            },
      });
    }
  },
  fix({ data: { foreground, wait } }) {
    return [
      ...(foreground ? [suggestion(l10n.t('Run it in the foreground'), [foreground])] : []),
      ...(wait ? [suggestion(l10n.t('Add {0}', 'wait'), [wait])] : []),
    ];
  },
});

function withoutAnd(script: Script, { end }: Background, chunk: Chunk): ChunkEdit {
  const and = spanIn(script, { start: end - 1, end }, chunk);
  const blanks = /[ \t]*$/.exec(chunk.text.slice(0, and.start))?.[0].length ?? 0;
  return { start: and.start - blanks, end: and.end, text: '' };
}

/** Puts `wait` at the end of the script; undefined where that is a comment. */
function addedWait(script: Script, chunk: Chunk): ChunkEdit | undefined {
  const text = script.text.trimEnd();
  const added = /[;&]$/.test(text) ? ' wait' : '; wait';
  const isRun = commandsIn(parseScript(text + added) ?? []).at(-1)?.words[0] === 'wait';
  const { end } = spanIn(script, { start: text.length - 1, end: text.length }, chunk);
  return isRun ? { start: end, end, text: added } : undefined;
}

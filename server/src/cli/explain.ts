import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { createLanguageService, type Explanation } from '../service/index.ts';
import { markdownText } from './markdown.ts';
import { hasColours, painter } from './text.ts';
import { parseMinor, printUsage, UsageError } from './usage.ts';

const widest = 100;

/** `podsmith explain`: prints what a hover says of a field, and the fields below it. */
export function runExplain(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'kubernetes-version': { type: 'string', default: 'latest' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return printUsage();
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError(
      l10n.t('explain takes one field, such as spec.containers.command or deployment.spec.replicas.'),
    );
  }
  const explanation = createLanguageService().explain(path, parseMinor(values['kubernetes-version']));
  const width = Math.min(process.stdout.columns || widest, widest);
  process.stdout.write(explanationText(explanation, width, hasColours()));
  return 0;
}

/** An explanation as text: the description, then the fields with a sentence each. */
function explanationText({ text, fields }: Explanation, width: number, coloured: boolean): string {
  const paint = painter(coloured);
  const blocks = fields.map(({ name, type, required, summary }) => {
    const head = `  ${paint('bold', name)}: ${type}${required ? `, ${l10n.t('required')}` : ''}`;
    return summary ? `${head}\n${markdownText(summary, width, coloured, '      ')}` : head;
  });
  const list = blocks.length > 0 ? `\n${l10n.t('Fields:')}\n${blocks.join('\n')}\n` : '';
  return `${markdownText(text, width, coloured)}\n${list}`;
}

// Writes docs/rules/README.md from the rules and the first sentence of their pages:
//   node scripts/generate-docs.mjs [--check]
// With --check nothing is written; the exit code tells whether the file is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot, load } from './load.mjs';

const { rules } = await load('server/src/service/rules/index.ts');

const rows = rules
  .map(
    (rule) =>
      `| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${rule.fix ? 'yes' : ''} | ${summary(rule.code)} |`,
  )
  .sort();
const text = `# Rules

Every rule has a page: what it finds, why it matters, an example, and when to leave it. *Error* means that the API server
refuses the manifest; *warning* that it is accepted but does not do what is written.

| Rule | Severity | Fix | What it finds |
|---|---|---|---|
${rows.join('\n')}

Severities are set in \`podsmith.rules\`, and a line is left out with \`# podsmith-disable-next-line RULE\`.
`;

const file = fromRoot('docs/rules/README.md');
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('docs/rules/README.md is not up to date: run node scripts/generate-docs.mjs');
  process.exit(1);
}

/** The first sentence of a page's text, on one line of a table. */
function summary(rule) {
  const page = readFileSync(fromRoot(`docs/rules/${rule}.md`), 'utf8');
  const paragraph = page.split('\n\n')[2].replace(/\s+/g, ' ');
  const sentence = /^.*?[.:](?=\s|$)(?![^`]*`(?:[^`]*`[^`]*`)*[^`]*$)/.exec(paragraph)?.[0] ?? paragraph;
  return sentence.replace(/:$/, '.').replaceAll('|', '\\|');
}

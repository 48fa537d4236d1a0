// Writes docs/rules/README.md, and the rules in the schema of .podsmith.yaml, from the rules and the first sentence of their
// pages:
//   node scripts/generate-docs.mjs [--check]
// With --check nothing is written; the exit code tells whether the files are up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot, load } from './load.mjs';

const { rules } = await load('server/src/service/rules/index.ts');

const rows = rules
  .map(
    (rule) =>
      `| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${rule.fix ? 'yes' : ''} | ${summary(rule.code).replaceAll('|', '\\|')} |`,
  )
  .sort();
const text = `# Rules

Every rule has a page: what it finds, why it matters, an example, and when not to follow it. *Error* means that the API server
refuses the manifest; *warning* that it is accepted but does not do what is written; *information* that it works but may surprise you; *hint* is advice.

| Rule | Severity | Fix | What it finds |
|---|---|---|---|
${rows.join('\n')}

Set severities in \`podsmith.rules\` or in [.podsmith.yaml](../configuration.md). Turn a rule off for one line with \`# podsmith-disable-next-line RULE\`.
`;

const schemaFile = 'schemas/podsmith.schema.json';
const schema = JSON.parse(readFileSync(fromRoot(schemaFile), 'utf8'));
const byCode = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
schema.properties.rules.properties = Object.fromEntries(
  byCode.map(({ code, severity }) => [
    code,
    { description: summary(code), default: severity, $ref: '#/definitions/severity' },
  ]),
);

write('docs/rules/README.md', text);
write(schemaFile, `${JSON.stringify(schema, null, 2)}\n`);

function write(path, content) {
  const file = fromRoot(path);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
    console.error(`${path} is not up to date: run node scripts/generate-docs.mjs`);
    process.exitCode = 1;
  }
}

/** The first sentence of a page's text, on one line. */
function summary(rule) {
  const page = readFileSync(fromRoot(`docs/rules/${rule}.md`), 'utf8');
  const paragraph = page.split('\n\n')[2].replace(/\s+/g, ' ');
  const sentence = /^.*?[.:](?=\s|$)(?![^`]*`(?:[^`]*`[^`]*`)*[^`]*$)/.exec(paragraph)?.[0] ?? paragraph;
  return sentence.replace(/:$/, '.');
}

// Writes server/src/service/schema/fields.json from a table of facts printed by Kubernetes' own Go types:
//   node scripts/generate-schema.mjs FACTS.json
import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './load.mjs';

const [source] = process.argv.slice(2);
if (!source) {
  console.error('usage: node scripts/generate-schema.mjs FACTS.json');
  process.exit(2);
}
const { roots, types } = JSON.parse(readFileSync(source, 'utf8'));
const kept = ['type', 'list', 'map', 'required', 'enum', 'since', 'until'];
const field = (facts) => Object.fromEntries(kept.filter((name) => name in facts).map((name) => [name, facts[name]]));
const lines = Object.entries(types).map(([name, fields]) => {
  const rows = Object.entries(fields).map(
    ([key, facts]) => `      ${JSON.stringify(key)}: ${JSON.stringify(field(facts))}`,
  );
  return `    ${JSON.stringify(name)}: {${rows.length ? `\n${rows.join(',\n')}\n    ` : ''}}`;
});
writeFileSync(
  fromRoot('server/src/service/schema/fields.json'),
  `{\n  "roots": ${JSON.stringify(roots, null, 2).replaceAll('\n', '\n  ')},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`,
);

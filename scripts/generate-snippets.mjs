// Writes snippets/podsmith.code-snippets from the patterns: node scripts/generate-snippets.mjs
import { writeFileSync } from 'node:fs';
import { fromRoot, load } from './load.mjs';

const { snippets } = await load('server/src/service/patterns/snippets.ts');
writeFileSync(fromRoot('snippets/podsmith.code-snippets'), `${JSON.stringify(snippets(), null, 2)}\n`);

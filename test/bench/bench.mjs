// Prints how fast the language server is and what memory it takes, beside yaml-language-server with an equal schema, and
// how long its service takes by itself, beside the bare parse by the yaml package: node test/bench/bench.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { texts } from './manifests.mjs';
import { podsmith, yamlLanguageServer } from './servers.mjs';
import { features, measureEdit, measureFeature } from './service.mjs';
import { measureSession } from './session.mjs';

const rounds = 7;
/** What is promised for the 400 lines: less than this. */
const bounds = {
  'start to first diagnostics': 300,
  hover: 10,
  'hover while typing': 10,
  'completion while typing': 10,
  'memory, idle': 100,
  'memory, file open': 100,
  'memory, after the edits': 100,
};
const promised = 'deployment, 400 lines';

const quantile = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * part)];
const median = (numbers) => quantile(numbers, 0.5);

const folder = mkdtempSync(join(tmpdir(), 'podsmith-bench-'));
try {
  await printServers([podsmith, await yamlLanguageServer(folder)]);
} finally {
  rmSync(folder, { recursive: true });
}
printService();

async function printServers(servers) {
  for (const [name, text] of Object.entries(texts)) {
    const rows = new Map();
    for (let round = 0; round < rounds; round++) {
      for (const [index, server] of servers.entries()) {
        const measured = await measureSession(server, text, name === promised);
        for (const [what, numbers] of Object.entries(measured)) {
          if (!rows.has(what)) rows.set(what, [[], []]);
          rows.get(what)[index].push(...numbers);
        }
      }
    }
    printRow(name, ['Podsmith', 'yaml-language-server', 'ratio']);
    for (const [what, both] of rows) printRow(`  ${what}`, serverCells(what, both.map(median), name === promised));
  }
  console.log(
    'Diagnostics wait for a pause in typing: 150 ms, 200 ms in yaml-language-server, there after opening as well.',
  );
}

function serverCells(what, [ours, theirs], isPromised) {
  const unit = what.startsWith('memory') ? 'MB' : 'ms';
  const bound = isPromised && bounds[what];
  const verdict = bound ? [`< ${bound} ${unit}: ${ours < bound ? 'yes' : 'no'}`] : [];
  return [`${ours.toFixed(1)} ${unit}`, `${theirs.toFixed(1)} ${unit}`, (ours / theirs).toFixed(2), ...verdict];
}

function printService() {
  printRow('\nThe service alone', ['edit', 'bare parse', 'ratio']);
  for (const [name, text] of Object.entries(texts)) {
    const { edit, parse } = measureEdit(text);
    printRow(`  ${name}`, [
      milliseconds(median(edit)),
      milliseconds(median(parse)),
      (median(edit) / median(parse)).toFixed(2),
    ]);
  }
  printRow(promised, ['p50', 'p95']);
  for (const [name, ask] of Object.entries(features)) {
    const { typing, again } = measureFeature(texts[promised], ask);
    for (const [when, numbers] of Object.entries({ 'while typing': typing, again })) {
      printRow(`  ${name} ${when}`, [milliseconds(median(numbers)), milliseconds(quantile(numbers, 0.95))]);
    }
  }
}

function milliseconds(number) {
  return `${number.toFixed(2)} ms`;
}

function printRow(what, cells) {
  console.log([what.padEnd(28), ...cells.map((cell) => cell.padEnd(20))].join(' | ').trimEnd());
}

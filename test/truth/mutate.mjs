// Compares Podsmith with the API server's own code on thousands of mutated manifests:
//   node test/truth/mutate.mjs --oracle FOLDER [--minor 37] [--seed 1] [--count 2000] [--show 20] [--record]
// FOLDER holds a program oracle-1.N for each version, which reads {"ID", "Text"} lines and answers {"id", "verdicts"} lines.
// With --record one small manifest for each reason that the server gave goes into cases.jsonl, with the verdict of every
// version there is a program for; truth.test.ts checks them without any program.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from '../../scripts/load.mjs';

const { values } = parseArgs({
  options: {
    oracle: { type: 'string' },
    minor: { type: 'string', default: '37' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '2000' },
    show: { type: 'string', default: '20' },
    record: { type: 'boolean', default: false },
  },
});
if (!values.oracle) {
  console.error(
    'usage: node test/truth/mutate.mjs --oracle FOLDER [--minor 37] [--seed 1] [--count 2000] [--show 20] [--record]',
  );
  process.exit(2);
}
const folder = fileURLToPath(new URL('manifests', import.meta.url));
const casesFile = fileURLToPath(new URL('cases.jsonl', import.meta.url));
const minors = [30, 31, 32, 33, 34, 35, 36, 37].filter((minor) => existsSync(`${values.oracle}/oracle-1.${minor}`));
const minor = Number(values.minor);
const {
  createLanguageService,
  defaultSettings,
  compare,
  mutate,
  parseManifests,
  randomOf,
  reasonOf,
  shrink,
  textOf,
  TextDocument,
} = await load('test/truth/index.ts');
const service = createLanguageService();

/** A program that is asked one manifest after the other. */
function startOracle(version) {
  const program = spawn(`${values.oracle}/oracle-1.${version}`, ['-stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: program.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line).verdicts?.[0]));
  return {
    ask: (text) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        program.stdin.write(`${JSON.stringify({ ID: 'm', Text: text })}\n`);
      }),
    stop: () => program.kill(),
  };
}

const oracles = new Map((values.record ? minors : [minor]).map((version) => [version, startOracle(version)]));
const ask = (manifest) => oracles.get(minor).ask(textOf(manifest));

const parse = (text) => service.parse(TextDocument.create('file:///m.yaml', 'yaml', 1, text));

function differencesIn(mutant, verdict) {
  const threw = [];
  const onRuleError = (code, { message }) => threw.push({ kind: 'threw', what: `${code}: ${message}` });
  const problems = service.problems(parse(textOf(mutant)), { ...defaultSettings, minor, onRuleError });
  return [...threw, ...compare(verdict, problems)];
}

const keyOf = ({ kind, what }) => `${kind} ${reasonOf(what)}`;

const random = randomOf(Number(values.seed));
const manifests = parseManifests(readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')));
const found = new Map();
const reasons = new Map();
const counts = { mutants: 0, accepted: 0, agree: 0 };
for (let index = 0; index < Number(values.count); index++) {
  const mutant = mutate(manifests[Math.floor(random() * manifests.length)], random, minor);
  const verdict = await ask(mutant);
  if (!verdict?.known) continue;
  const differences = differencesIn(mutant, verdict);
  counts.mutants++;
  if (verdict.accepted) counts.accepted++;
  if (!differences.some(({ kind }) => kind === 'false red' || kind === 'missed')) counts.agree++;
  for (const difference of differences) {
    const key = keyOf(difference);
    const same = found.get(key);
    if (same) same.count++;
    else found.set(key, { count: 1, mutant, difference });
  }
  for (const reason of reasonsIn(verdict)) if (!reasons.has(reason)) reasons.set(reason, mutant);
}

/** What the server says, each apart from where it says it but for the last field. */
function reasonsIn({ problems = [], warnings = [] }) {
  const last = (field = '') =>
    field
      .replace(/\[[^\]]*\]/g, '')
      .split('.')
      .at(-1);
  const errors = problems.map(({ stage, field, message }) => `${stage} ${last(field)}: ${message}`);
  return [...errors, ...warnings].map(reasonOf);
}

for (const [key, { count, mutant, difference }] of [...found]
  .sort((a, b) => b[1].count - a[1].count)
  .slice(0, Number(values.show))) {
  const small = await shrink(mutant, async (smaller) => {
    const verdict = await ask(smaller);
    return Boolean(verdict?.known) && differencesIn(smaller, verdict).some((each) => keyOf(each) === key);
  });
  console.log(`--- ${count} x ${difference.kind}: ${difference.what}\n${textOf(small)}`);
}
if (values.record) await record();
const percent = ((100 * counts.agree) / counts.mutants).toFixed(2);
console.log(
  `1.${minor}, seed ${values.seed}: ${counts.mutants} mutants, ${counts.accepted} accepted; agreement ${percent} %; ${found.size} kinds of differences; ${reasons.size} reasons`,
);
for (const oracle of oracles.values()) oracle.stop();

/** Of every reason that is new one small manifest, where all versions agree with us. */
async function record() {
  const lines = existsSync(casesFile) ? readFileSync(casesFile, 'utf8').split('\n').filter(Boolean) : [];
  const known = new Set(lines.map((line) => JSON.parse(line).reason));
  for (const [reason, mutant] of reasons) {
    if (known.has(reason)) continue;
    const small = await shrink(mutant, async (smaller) => {
      const verdict = await ask(smaller);
      return Boolean(verdict?.known) && reasonsIn(verdict).includes(reason);
    });
    const manifest = textOf(small);
    const verdicts = await verdictsOf(manifest);
    const differ = Object.entries(verdicts).filter(([version, verdict]) => {
      const problems = service.problems(parse(manifest), { ...defaultSettings, minor: Number(version.slice(2)) });
      return compare(verdict, problems).length > 0;
    });
    if (differ.length > 0) console.log(`not recorded, as ${differ.map(([version]) => version)} differ: ${reason}`);
    else lines.push(JSON.stringify({ reason, manifest, verdicts }));
  }
  writeFileSync(casesFile, `${lines.join('\n')}\n`);
}

/** What each version says, in short; a version is left out where it says what the next higher one does. */
async function verdictsOf(manifest) {
  const all = {};
  let next;
  for (const [version, oracle] of [...oracles].reverse()) {
    const { accepted, problems = [], warnings = [] } = await oracle.ask(manifest);
    const short = {
      accepted,
      problems: problems.map(({ stage, field, message }) => ({ stage, field, message: message.slice(0, 80) })),
      warnings: warnings.map((text) => text.slice(0, 120)),
    };
    if (JSON.stringify(short) !== next) all[`1.${version}`] = short;
    next = JSON.stringify(short);
  }
  return all;
}

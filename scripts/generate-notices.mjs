// Writes THIRD-PARTY-NOTICES, the licences of the packages in the bundles: node scripts/generate-notices.mjs [--check]
// With --check nothing is written; the exit code tells whether the file is up to date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';
import { fromRoot } from './load.mjs';
import { prosePackages } from './prose.mjs';

const inputs = await Promise.all(bundles.map(inputsOf));
const folders = new Set(inputs.flat().flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
for (const name of prosePackages) folders.add(`node_modules/${name}`);
const notices = new Set([...folders].map(noticeOf).sort());
const text = `Podsmith contains these packages, each under its own licence.\n\n${[...notices].join('\n')}`;

const file = fromRoot('THIRD-PARTY-NOTICES');
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES is not up to date: run node scripts/generate-notices.mjs');
  process.exit(1);
}

/** The files that something is bundled from. */
async function inputsOf(bundle) {
  const { metafile } = await build({ ...bundle, absWorkingDir: fromRoot(''), metafile: true, write: false });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0),
  );
}

/** A package's name, version and licence, with the licence's text. */
function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(fromRoot(`${folder}/package.json`), 'utf8'));
  const { name, version, license } = manifest;
  const text = licenceIn(folder, manifest).replace(/[^\S\n]+$/gm, '');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}

function licenceIn(folder, { name, license, author }) {
  const file = readdirSync(fromRoot(folder)).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
  if (file) return readFileSync(fromRoot(`${folder}/${file}`), 'utf8');
  if (license !== 'MIT' || !author) throw new Error(`${name} has no licence file`);
  // only named in its package.json: the text is that of our own, which is the same licence
  return readFileSync(fromRoot('LICENSE'), 'utf8').replace(/^Copyright.*$/m, `Copyright (c) ${author.name ?? author}`);
}

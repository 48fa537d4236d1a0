// Prints how long a server takes from its start to the first diagnostics, and how long an edit takes beside the bare parse
// of the edited document by the yaml package, in the same run: node test/bench/bench.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { prosePlugin } from '../../scripts/prose.mjs';
import { texts } from './manifests.mjs';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver-protocol/node',
);
const root = fileURLToPath(new URL('../..', import.meta.url));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const milliseconds = (number) => `${number.toFixed(1)} ms`;

/** From spawning the server to its first diagnostics of a text. */
async function start(text) {
  const from = performance.now();
  const server = spawn('node', ['server/bin/podsmith.js', 'lsp', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const diagnostics = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  connection.sendNotification('initialized', {});
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///a.yaml', languageId: 'yaml', version: 1, text },
  });
  await diagnostics;
  const took = performance.now() - from;
  server.kill();
  return took;
}

/** One service for all measurements, as the extension bundles it. */
async function loadService() {
  const folder = mkdtempSync(join(tmpdir(), 'podsmith-bench-'));
  const outfile = join(folder, 'service.cjs');
  await build({
    stdin: {
      contents: `export * from './server/src/service/index.ts'; export { TextDocument } from 'vscode-languageserver-textdocument';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [prosePlugin],
    minify: true,
    outfile,
  });
  const loaded = createRequire(import.meta.url)(outfile);
  rmSync(folder, { recursive: true });
  return loaded;
}

/** Edits one value in the middle of a text, again and again; each time beside the bare parse of its document. */
function edit({ createLanguageService, defaultSettings, TextDocument }, text) {
  const service = createLanguageService();
  const at = text.indexOf('image: ', text.length / 2 - 300) + 'image: '.length;
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  let manifest = service.parse(document);
  service.diagnose(manifest, defaultSettings);
  const edits = [];
  const parses = [];
  for (let version = 2; version < 202; version++) {
    const position = document.positionAt(at);
    TextDocument.update(document, [{ range: { start: position, end: position }, text: 'x' }], version);
    const documentText = document
      .getText()
      .split(/^---$/m)
      .find((part, index, all) => {
        const before = all.slice(0, index).join('---').length;
        return before + part.length + 3 > at;
      });
    const inTurn = [
      () => {
        const from = performance.now();
        manifest = service.parse(document, manifest);
        service.diagnose(manifest, defaultSettings);
        edits.push(performance.now() - from);
      },
      () => {
        const from = performance.now();
        parseDocument(documentText);
        parses.push(performance.now() - from);
      },
    ];
    for (const measure of version % 2 ? inTurn : inTurn.reverse()) measure();
  }
  return { edit: median(edits.slice(20)), parse: median(parses.slice(20)) };
}

const service = await loadService();
console.log('text                   | start to diagnostics | edit     | bare parse | edit / parse');
for (const [name, text] of Object.entries(texts)) {
  const starts = [];
  for (let run = 0; run < 7; run++) starts.push(await start(text));
  const { edit: took, parse } = edit(service, text);
  const cells = [
    name.padEnd(22),
    milliseconds(median(starts)).padEnd(20),
    milliseconds(took).padEnd(8),
    milliseconds(parse).padEnd(10),
  ];
  console.log(`${cells.join(' | ')} | ${(took / parse).toFixed(2)}`);
}

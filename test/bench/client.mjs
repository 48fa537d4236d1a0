import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver-protocol/node',
);
const uri = 'file:///bench/a.yaml';
const contentFormat = ['markdown', 'plaintext'];
const capabilities = {
  workspace: { configuration: true },
  textDocument: {
    hover: { contentFormat },
    completion: { completionItem: { documentationFormat: contentFormat, snippetSupport: true } },
  },
};

/**
 * A client with one file, of a server that it starts.
 * @param server `args` for Node, and the `settings` that the server asks for, by section
 */
export async function startClient({ args, settings = {} }) {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let onDiagnostics = () => {};
  connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => onDiagnostics(diagnostics));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  connection.sendNotification('initialized', {});

  let document;
  const ask = (method, offset) =>
    connection.sendRequest(method, { textDocument: { uri }, position: document.positionAt(offset) });
  return {
    open(text) {
      document = TextDocument.create(uri, 'yaml', 1, text);
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    text: () => document.getText(),
    /** Writes a text over a part of the file. */
    edit(start, end, text) {
      const change = { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
      const textDocument = { uri, version: document.version + 1 };
      TextDocument.update(document, [change], textDocument.version);
      connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
    },
    /** The next diagnostics that the server sends. */
    diagnostics: () =>
      new Promise((resolve) => {
        onDiagnostics = resolve;
      }),
    hover: (offset) => ask('textDocument/hover', offset),
    complete: (offset) => ask('textDocument/completion', offset),
    memory: () => residentMegabytes(server.pid),
    async stop() {
      const gone = once(server, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
      connection.dispose();
    },
  };
}

function residentMegabytes(pid) {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

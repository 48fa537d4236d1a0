import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { diskFiles } from './files.ts';

/** Starts the server on the transport that the command line names: `--node-ipc` in VS Code, `--stdio` elsewhere. */
export function main(): void {
  // what an edit leaves is garbage at once: the heap need not grow for it before it is collected
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
  startServer(createConnection(ProposedFeatures.all), diskFiles);
}

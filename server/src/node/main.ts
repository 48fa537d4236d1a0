import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { diskFiles } from './files.ts';

/** Starts the server on the transport that the command line names: `--node-ipc` in VS Code, `--stdio` elsewhere. */
export function main(): void {
  startServer(createConnection(ProposedFeatures.all), diskFiles);
}

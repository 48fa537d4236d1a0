import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeResult,
  type LogMessageParams,
  type MessageConnection,
  MessageType,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

// each test starts a server of its own
vi.setConfig({ testTimeout: 20_000 });

const command = fileURLToPath(new URL('../../server/bin/podsmith.js', import.meta.url));

interface Options {
  /** Uris of the workspace folders. */
  folders?: string[];
  initializationOptions?: unknown;
  /** Answers the server's own requests, such as for settings. */
  configure?: (connection: MessageConnection) => void;
}

/** A client of a real server process, started as any editor would start it. */
export class TestClient {
  private readonly process = spawn('node', [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  private readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly errors: string[] = [];
  readonly connection = createMessageConnection(
    new StreamMessageReader(this.process.stdout),
    new StreamMessageWriter(this.process.stdin),
  );

  /** What the server told of itself. */
  capabilities: ServerCapabilities = {};

  static async start(
    capabilities: ClientCapabilities = {},
    { folders = [], initializationOptions, configure }: Options = {},
  ): Promise<TestClient> {
    const client = new TestClient();
    // what was asked is refused, instead of waited for
    client.process.once('exit', () => client.connection.dispose());
    client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.push(params);
      for (const wake of client.waiting.splice(0)) wake();
    });
    client.connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
      if (type === MessageType.Error) client.errors.push(message);
    });
    configure?.(client.connection);
    client.connection.listen();
    const params = { processId: null, rootUri: null, capabilities, initializationOptions };
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    const result = await client.request<InitializeResult>('initialize', { ...params, workspaceFolders });
    client.capabilities = result.capabilities;
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  open(uri: string, text: string, languageId = 'yaml'): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, version: number, contentChanges: unknown[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** The first diagnostics pushed for a version of a document. */
  async pushed(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.find((params) => params.uri === uri && params.version === version);
      if (found) return found;
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  /** The diagnostics of a document that were pushed last. */
  lastPushed(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast((params) => params.uri === uri);
  }

  /** How often diagnostics were pushed for a version of a document so far. */
  timesPushed(uri: string, version: number): number {
    return this.published.filter((params) => params.uri === uri && params.version === version).length;
  }

  /**
   * Ends the server as the protocol asks for; its exit code.
   * @throws the errors that the server has logged
   */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.request('shutdown', undefined);
    await this.connection.sendNotification('exit');
    const code = await exited;
    if (this.errors.length > 0) throw new Error(this.errors.join('\n'));
    return code;
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FullDocumentDiagnosticReport,
  Location,
  MessageConnection,
  Position,
  PublishDiagnosticsParams,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TestClient } from './client.ts';

const pull = { textDocument: { diagnostic: { dynamicRegistration: false } } };

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  restartPolicy: Always
  containers:
    - name: app
      image: nginx:1.27
      envFrom:
        - configMapRef:
            name: settings
`;
const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
`;

let folder = '';
let client: TestClient;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podsmith (protocol) '));
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return uriOf(name);
}

/** As VS Code writes it. */
function uriOf(name = ''): string {
  const { href } = pathToFileURL(join(folder, name));
  return href.replace(/[&()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`).replace(/\/$/, '');
}

async function start(capabilities: ClientCapabilities = {}, configure?: (connection: MessageConnection) => void) {
  const options = { folders: [uriOf()], ...(configure && { configure }) };
  client = await TestClient.start({ ...pull, ...capabilities }, options);
}

/** Opens a file that is, or is not, on the disk. */
async function open(name: string, text: string): Promise<string> {
  await client.open(uriOf(name), text);
  return uriOf(name);
}

function ask<T>(method: string, uri: string, more: object = {}): Promise<T> {
  return client.request(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

function at(text: string, part: string): Position {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function changed(uris: string[], type = 2): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: uris.map((uri) => ({ uri, type })),
  });
}

async function codes(uri: string): Promise<unknown[]> {
  const { items } = await ask<FullDocumentDiagnosticReport>('diagnostic', uri);
  return items.map(({ code }) => code);
}

const definitionsOf = async (uri: string, position: Position) =>
  (await ask<Location[]>('definition', uri, { position })).map((location) => location.uri);

it('announces what it answers', async () => {
  await start();
  expect(client.capabilities).toMatchObject({
    hoverProvider: true,
    completionProvider: { resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    codeLensProvider: {},
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  });
});

describe('names across files', () => {
  it('are defined where another file has them, in folders with odd names as well', async () => {
    const expected = write('config & more/[a] (b).yaml', configMap);
    await start();
    const uri = await open('pod.yaml', pod);
    expect(await definitionsOf(uri, at(pod, 'settings'))).toEqual([expected]);
  });

  it('are not looked for in hidden folders, node_modules, nor files that are too large', async () => {
    write('.git/config.yaml', configMap);
    write('node_modules/a/config.yaml', configMap);
    write('large.yaml', `${configMap}${'# much text\n'.repeat(100_000)}`);
    write('notes.txt', configMap);
    await start();
    const uri = await open('pod.yaml', pod);
    expect(await definitionsOf(uri, at(pod, 'settings'))).toEqual([]);
  });

  it('are renamed in all files, open or not', async () => {
    const closed = write('configmap.yaml', configMap);
    const other = write('other.yaml', pod);
    await start();
    await client.open(other, `# one line more\n${pod}`);
    const uri = await open('pod.yaml', pod);
    const position = at(pod, 'settings');
    expect(await ask('prepareRename', uri, { position })).toMatchObject({ placeholder: 'settings' });
    const edit = await ask<WorkspaceEdit>('rename', uri, { position, newName: 'options' });
    const lines = Object.entries(edit.changes ?? {}).map(([changed, edits]) => [
      changed,
      ...edits.map(({ range, newText }) => `${range.start.line} ${newText}`),
    ]);
    expect(lines.sort()).toEqual([
      [closed, '3 options'],
      [other, '12 options'],
      [uri, '11 options'],
    ]);
  });

  it('are not renamed to what the API server refuses, which the client is told', async () => {
    await start();
    const uri = await open('pod.yaml', pod);
    const refused = ask('rename', uri, { position: at(pod, 'settings'), newName: 'No Name' });
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('No Name') });
  });

  it('follow the files as they change on the disk', async () => {
    const file = write('configmap.yaml', configMap);
    const inFolder = write('more/configmap.yaml', configMap);
    await start();
    const uri = await open('pod.yaml', pod);
    const position = at(pod, 'settings');
    const defined = async () => (await definitionsOf(uri, position)).sort();
    expect(await defined()).toEqual([file, inFolder]);
    write('configmap.yaml', configMap.replace('settings', 'options'));
    await changed([file]);
    expect(await defined()).toEqual([inFolder]);
    const created = write('created.yaml', configMap);
    await changed([created], 1);
    expect(await defined()).toEqual([created, inFolder]);
    rmSync(join(folder, 'more'), { recursive: true });
    await changed([uriOf('more')], 3);
    expect(await defined()).toEqual([created]);
  });

  it('follow the editor while a file is open, and the disk again when it is closed', async () => {
    const file = write('configmap.yaml', configMap);
    await start();
    const uri = await open('pod.yaml', pod);
    const position = at(pod, 'settings');
    await client.open(file, configMap.replace('settings', 'options'));
    await changed([file]);
    expect(await definitionsOf(uri, position)).toEqual([]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: file } });
    expect(await definitionsOf(uri, position)).toEqual([file]);
  });

  it('are not taken from what a client shows of the past of a file', async () => {
    await start();
    await client.open('git:/configmap.yaml?%7B%7D', configMap);
    const uri = await open('pod.yaml', pod);
    expect(await definitionsOf(uri, at(pod, 'settings'))).toEqual([]);
  });

  it('are found beside a folder that cannot be read', async () => {
    const file = write('configmap.yaml', configMap);
    client = await TestClient.start(pull, { folders: ['file://elsewhere/share', uriOf()] });
    const uri = await open('pod.yaml', pod);
    expect(await definitionsOf(uri, at(pod, 'settings'))).toEqual([file]);
  });

  it('come from the folders that the client has now', async () => {
    const file = write('other/configmap.yaml', configMap);
    let folders = [uriOf('one')];
    const configure = (connection: MessageConnection) =>
      connection.onRequest('workspace/workspaceFolders', () => folders.map((uri) => ({ uri, name: uri })));
    client = await TestClient.start({ ...pull, workspace: { workspaceFolders: true } }, { folders, configure });
    const uri = await open('one/pod.yaml', pod);
    expect(await definitionsOf(uri, at(pod, 'settings'))).toEqual([]);
    folders = [uriOf('one'), uriOf('other')];
    const event = { added: [{ uri: uriOf('other'), name: 'other' }], removed: [] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await expect.poll(() => definitionsOf(uri, at(pod, 'settings'))).toEqual([file]);
  });

  it('are read by the client where the files are not on the disk', async () => {
    const files: Record<string, string> = { 'memfs:/a/configmap.yaml': configMap };
    client = await TestClient.start(pull, {
      folders: ['memfs:/a'],
      initializationOptions: { files: true },
      configure: (connection) => {
        connection.onRequest('podsmith/files', () => Object.keys(files));
        connection.onRequest('podsmith/read', ({ uri }: { uri: string }) => files[uri] ?? null);
      },
    });
    await client.open('memfs:/a/pod.yaml', pod);
    expect(await definitionsOf('memfs:/a/pod.yaml', at(pod, 'settings'))).toEqual(['memfs:/a/configmap.yaml']);
  });
});

describe('symbols', () => {
  it('are an outline of the file, and found in all files', async () => {
    const other = write('other.yaml', pod.replace('name: app', 'name: other'));
    await start();
    const uri = await open('pod.yaml', pod);
    const [workload] = await ask<DocumentSymbol[]>('documentSymbol', uri);
    expect(workload?.name).toContain('app');
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'other' });
    expect(found.map(({ name, location }) => [name, location.uri])).toContainEqual(['Pod other', other]);
  });
});

describe('completion', () => {
  const complete = (uri: string, position: Position, context: object = { triggerKind: 1 }) =>
    ask<CompletionItem[]>('completion', uri, { position, context });
  const labels = async (uri: string, position: Position, triggerCharacter?: string) => {
    const context = triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 };
    return (await complete(uri, position, context)).map(({ label }) => label);
  };

  it('has the fields that can stand at a place, with a description on resolve', async () => {
    await start();
    const text = `${pod}      \n`;
    const uri = await open('pod.yaml', text);
    const items = await complete(uri, { line: 12, character: 6 });
    const item = items.find(({ label }) => label === 'command');
    expect(item?.documentation).toBeUndefined();
    const { documentation } = await client.request<CompletionItem>('completionItem/resolve', item);
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('ENTRYPOINT') });
  });

  it('has the names of other files', async () => {
    write('configmap.yaml', configMap);
    await start();
    const uri = await open('pod.yaml', pod);
    expect(await labels(uri, at(pod, 'settings'))).toEqual(['settings']);
  });

  it('has snippets, and the command that goes on, only for a client that knows them', async () => {
    const text = `${pod}      \n`;
    const itemsFor = async (capabilities: ClientCapabilities, initializationOptions: object = {}) => {
      client = await TestClient.start({ ...pull, ...capabilities }, { initializationOptions });
      const uri = await open('pod.yaml', text);
      const items = await complete(uri, { line: 12, character: 6 });
      return new Map(items.map((item) => [item.label, item]));
    };
    const snippets = { ...pull.textDocument, completion: { completionItem: { snippetSupport: true } } };
    const full = await itemsFor({ textDocument: snippets }, { triggerSuggest: true });
    expect(full.get('ports')?.textEdit?.newText).toContain('$');
    expect(full.get('imagePullPolicy')?.command).toBeDefined();
    await client.stop();
    const plain = await itemsFor({});
    expect([...plain.values()].filter(({ textEdit }) => textEdit?.newText.includes('$'))).toEqual([]);
    expect(plain.get('ports')?.textEdit?.newText).toContain('containerPort');
    expect([...plain.values()].filter(({ command }) => command)).toEqual([]);
  });

  it('opens by itself behind a key, but not in a text', async () => {
    await start();
    const text = pod.replace('nginx:1.27', 'nginx  ').replace('Always', '"Always"');
    const uri = await open('pod.yaml', text);
    expect(await labels(uri, at(text, 'Always'), '"')).toContain('OnFailure');
    expect(await labels(uri, { line: 8, character: 19 }, ' ')).toEqual([]);
    expect(await labels(uri, { line: 5, character: 25 }, '"')).toEqual([]);
  });
});

describe('a key that a ConfigMap of another file does not have', () => {
  const code = 'config-key-not-found';
  const withKey = pod.replace(
    'envFrom:\n        - configMapRef:\n            name: settings',
    'env:\n        - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: color}}}',
  );
  const renamed = [{ range: { start: at(configMap, 'colour'), end: at(configMap, ': blue') }, text: 'color' }];

  it('is told when the files are read, and again when the key has changed', async () => {
    write('config.yaml', configMap);
    const answers: ReturnType<typeof codes>[] = [];
    const uri = uriOf('pod.yaml');
    await start({ workspace: { diagnostics: { refreshSupport: true } } }, (connection) => {
      connection.onRequest('workspace/diagnostic/refresh', () => {
        answers.push(codes(uri));
        return null;
      });
    });
    await open('pod.yaml', withKey);
    await vi.waitFor(async () => expect(await answers.at(-1)).toEqual([code]), 10_000);
    const other = await open('config.yaml', configMap);
    await client.change(other, 2, renamed);
    await vi.waitFor(async () => expect(await answers.at(-1)).toEqual([]), 10_000);
  });

  it('is pushed to clients that do not ask', async () => {
    const other = write('config.yaml', configMap);
    await start({ textDocument: {} });
    const uri = await open('pod.yaml', withKey);
    const last = () => client.lastPushed(uri)?.diagnostics.map((diagnostic) => diagnostic.code);
    await vi.waitFor(() => expect(last()).toEqual([code]), 10_000);
    await client.open(other, configMap);
    await client.change(other, 2, renamed);
    await vi.waitFor(() => expect(last()).toEqual([]), 10_000);
  });

  it('is not told any more when the folder of the file is closed', async () => {
    write('config.yaml', configMap);
    let folders = [uriOf()];
    const configure = (connection: MessageConnection) =>
      connection.onRequest('workspace/workspaceFolders', () => folders.map((uri) => ({ uri, name: uri })));
    client = await TestClient.start({ workspace: { workspaceFolders: true } }, { folders, configure });
    const uri = await open('pod.yaml', withKey);
    const last = () => client.lastPushed(uri)?.diagnostics.map((diagnostic) => diagnostic.code);
    await vi.waitFor(() => expect(last()).toEqual([code]), 10_000);
    folders = [];
    const event = { added: [], removed: [{ uri: uriOf(), name: '' }] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await vi.waitFor(() => expect(last()).toEqual([]), 10_000);
  });

  it('has its fix', async () => {
    write('config.yaml', configMap);
    await start();
    const uri = await open('pod.yaml', withKey);
    await vi.waitFor(async () => expect(await codes(uri)).toEqual([code]), 10_000);
    const place = at(withKey, 'color');
    const actions = await ask<CodeAction[]>('codeAction', uri, {
      range: { start: place, end: place },
      context: { diagnostics: [] },
    });
    expect(actions[0]?.title).toBe('Change to colour');
  });
});

describe('.podsmith.yaml', () => {
  const newer = pod.replace('    - name: app', '    - name: app\n      restartPolicyRules: []');

  it('counts for the files below it, and again when it has changed', async () => {
    const config = write('.podsmith.yaml', 'kubernetesVersion: "1.30"\n');
    const refreshed: unknown[] = [];
    await start({ workspace: { diagnostics: { refreshSupport: true } } }, (connection) => {
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshed.push('diagnostics');
        return null;
      });
    });
    const uri = await open('pod.yaml', newer);
    expect(await codes(uri)).toContain('unknown-field');
    expect(await client.request('podsmith/status', { uri })).toEqual({ kinds: ['Pod'], minor: 30, configUri: config });
    write('.podsmith.yaml', 'kubernetesVersion: latest\n');
    await changed([config]);
    expect(await codes(uri)).not.toContain('unknown-field');
    expect(refreshed).toEqual(['diagnostics']);
  });

  it('counts also where the client refuses to ask again', async () => {
    const config = write('.podsmith.yaml', 'kubernetesVersion: "1.30"\n');
    await start({ workspace: { diagnostics: { refreshSupport: true } } });
    const uri = await open('pod.yaml', newer);
    write('.podsmith.yaml', 'kubernetesVersion: latest\n');
    await changed([config]);
    expect(await codes(uri)).not.toContain('unknown-field');
    expect(await codes(uri)).not.toContain('unknown-field');
  });

  it('is read again when the client says that it was saved', async () => {
    const config = write('.podsmith.yaml', 'kubernetesVersion: "1.30"\n');
    await start();
    await client.open(config, '');
    const uri = await open('pod.yaml', newer);
    expect(await codes(uri)).toContain('unknown-field');
    write('.podsmith.yaml', '');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: config } });
    expect(await codes(uri)).not.toContain('unknown-field');
  });

  it('has the other files read again once, be it saved twice', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `memfs:/a/${index}.yaml`);
    const reads = new Map<string, number>();
    client = await TestClient.start(pull, {
      folders: ['memfs:/a'],
      initializationOptions: { files: true },
      configure: (connection) => {
        connection.onRequest('podsmith/files', () => names);
        connection.onRequest('podsmith/read', ({ uri }: { uri: string }) => {
          reads.set(uri, (reads.get(uri) ?? 0) + 1);
          return uri.endsWith('39.yaml') ? configMap : null;
        });
      },
    });
    await client.open('memfs:/a/pod.yaml', pod);
    await client.open('memfs:/a/.podsmith.yaml', '');
    const save = () => {
      const textDocument = { uri: 'memfs:/a/.podsmith.yaml' };
      return client.connection.sendNotification('textDocument/didSave', { textDocument });
    };
    const defined = () => definitionsOf('memfs:/a/pod.yaml', at(pod, 'settings'));
    expect(await defined()).toEqual(['memfs:/a/39.yaml']);
    await save();
    const meanwhile = defined();
    await save();
    expect(await defined()).toEqual(['memfs:/a/39.yaml']);
    expect(await meanwhile).toEqual(['memfs:/a/39.yaml']);
    expect(names.map((name) => reads.get(name))).toEqual(names.map(() => 2));
  });

  it('has its mistakes shown where it is not open, once, until they are mended', async () => {
    const shown: (readonly [string, number])[] = [];
    const config = write('.podsmith.yaml', 'kubernetesVersion: 1.99\n');
    await start({}, (connection) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        shown.push([uri, diagnostics.length]);
      });
    });
    const uri = await open('pod.yaml', pod);
    await codes(uri);
    expect(shown).toEqual([[config, 1]]);
    await client.open(config, 'kubernetesVersion: 1.99\n');
    expect(await codes(config)).toEqual(['config-unknown-version']);
    expect(shown).toEqual([
      [config, 1],
      [config, 0],
    ]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: config } });
    await codes(uri);
    expect(shown.at(-1)).toEqual([config, 1]);
    write('.podsmith.yaml', 'kubernetesVersion: latest\n');
    await changed([config]);
    await codes(uri);
    expect(shown.at(-1)).toEqual([config, 0]);
  });

  it('has its mistakes underlined', async () => {
    await start();
    const uri = await open('.podsmith.yaml', 'kubernetesVersion: 1.99\n');
    expect(await codes(uri)).toEqual(['config-unknown-version']);
  });

  it('makes workloads of custom resources, in files that are not open as well', async () => {
    write('.podsmith.yaml', 'podTemplates:\n  argoproj.io/v1alpha1 Rollout: spec.template\n');
    const rollout = write(
      'rollout.yaml',
      `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: app
spec:
  template:
    spec:
      containers:
        - name: app
          image: nginx:1.27
          envFrom: [{configMapRef: {name: settings}}]
`,
    );
    await start();
    const uri = await open('configmap.yaml', configMap);
    const context = { includeDeclaration: false };
    const found = await ask<Location[]>('references', uri, { position: at(configMap, 'settings'), context });
    expect(found.map((location) => location.uri)).toEqual([rollout]);
  });
});

describe('the status', () => {
  it('tells of a file what it holds, and which version it is checked for', async () => {
    client = await TestClient.start(pull, { initializationOptions: { kubernetesVersion: '1.34' } });
    const uri = await open('pods.yaml', `${pod}---\n${pod}---\n${configMap}`);
    expect(await client.request('podsmith/status', { uri })).toEqual({ kinds: ['Pod'], minor: 34 });
    await open('configmap.yaml', configMap);
    expect(await client.request('podsmith/status', { uri: uriOf('configmap.yaml') })).toMatchObject({ kinds: [] });
    expect(await client.request('podsmith/status', { uri: uriOf('unknown.yaml') })).toBeNull();
  });

  it('is said to have changed to a client that shows it', async () => {
    const config = write('.podsmith.yaml', '');
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    client = await TestClient.start(pull, {
      initializationOptions: { status: true },
      configure: (connection) => connection.onNotification('podsmith/statusChanged', () => tell()),
    });
    await changed([config]);
    await told;
  });
});

describe('what an editor shows of a manifest', () => {
  it('folds, by itself only where there is a pod', async () => {
    await start();
    const uri = await open('pod.yaml', pod);
    expect(await ask('foldingRange', uri)).toContainEqual({ startLine: 6, endLine: 11 });
    expect(await ask('foldingRange', await open('configmap.yaml', configMap))).toBeNull();
  });

  it('has lenses, links, highlights, selections, and hints where they are asked for', async () => {
    client = await TestClient.start(pull, { initializationOptions: { inlayHints: true } });
    const text = `${pod}  initContainers: [{name: first, image: nginx:1.27}]\n`;
    const uri = await open('pod.yaml', text);
    const position = at(text, 'nginx');
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    expect(await ask('codeLens', uri)).toMatchObject([{ command: { title: expect.any(String), command: '' } }]);
    expect(await ask('documentLink', uri)).toHaveLength(2);
    expect(await ask('documentHighlight', uri, { position: at(pod, 'settings') })).toHaveLength(1);
    expect(await ask('selectionRange', uri, { positions: [position] })).toMatchObject([{ parent: expect.anything() }]);
    expect(await ask('inlayHint', uri, { range })).not.toEqual([]);
  });
});

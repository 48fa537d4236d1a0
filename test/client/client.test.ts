import { beforeEach, expect, it, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { startClient } from '../../client/src/extension.ts';
import { showStatus } from '../../client/src/status.ts';

const { editor, item, read, size } = vi.hoisted(() => ({
  editor: { current: undefined as { document: { uri: string } } | undefined, changed: () => {} },
  item: { text: '', detail: '', selector: [] as unknown },
  read: vi.fn(),
  size: { current: 0 },
}));

vi.mock('vscode', () => ({
  Disposable: { from: () => ({ dispose() {} }) },
  Uri: { parse: (uri: string) => uri },
  RelativePattern: class {},
  commands: { registerCommand: () => ({ dispose() {} }) },
  l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, index) => String(values[index])) },
  IndentAction: {},
  languages: { createLanguageStatusItem: () => item, setLanguageConfiguration: () => ({ dispose() {} }) },
  window: {
    createOutputChannel: () => ({ dispose() {} }),
    get activeTextEditor() {
      return editor.current;
    },
    onDidChangeActiveTextEditor(listener: () => void) {
      editor.changed = listener;
    },
  },
  workspace: {
    asRelativePath: (uri: string) => uri.replace('file:///folder/', ''),
    onDidSaveTextDocument() {},
    fs: {
      stat: async () => ({ size: size.current }),
      readFile: read,
    },
  },
}));

const extension = {
  packageJSON: { contributes: { configuration: { properties: { 'podsmith.kubernetesVersion': { enum: [] } } } } },
};

const subscriptions: { dispose(): unknown }[] = [];
const release = vi.fn();
const handlers = new Map<string, (params: unknown) => unknown>();
const sendRequest = vi.fn();
let options: LanguageClientOptions = {};
let shutDown = () => {};

function createClient(given: LanguageClientOptions): BaseLanguageClient {
  options = given;
  const stopped = new Promise<void>((resolve) => {
    shutDown = resolve;
  });
  return {
    start: async () => {},
    dispose: () => stopped,
    onRequest: (method: string, handler: (params: unknown) => unknown) => handlers.set(method, handler),
    onNotification: (method: string, handler: () => unknown) => handlers.set(method, handler),
    sendRequest,
  } as unknown as BaseLanguageClient;
}

beforeEach(async () => {
  release.mockClear();
  subscriptions.length = 0;
  editor.current = undefined;
  await startClient({ extension, subscriptions } as unknown as ExtensionContext, createClient, release);
});

it('leaves it to the server to ask for changed settings', () => {
  expect(options.synchronize).toBeUndefined();
});

it('serves no JSON with comments, which kubectl refuses', () => {
  expect(options.documentSelector).toContainEqual({ language: 'json' });
  expect(options.documentSelector).not.toContainEqual({ language: 'jsonc' });
});

it('keeps the worker until the server has shut down', async () => {
  const disposed = subscriptions.map((subscription) => subscription.dispose());
  await Promise.resolve();
  expect(release).not.toHaveBeenCalled();
  shutDown();
  await Promise.all(disposed);
  expect(release).toHaveBeenCalledTimes(1);
});

it('reads files for the server, but not large ones, nor any that cannot be read', async () => {
  const ask = () => handlers.get('podsmith/read')?.({ uri: 'memfs:/a.yaml', largest: 10 });
  size.current = 10;
  read.mockResolvedValueOnce(new TextEncoder().encode('\ufeffkind: Pod'));
  expect(await ask()).toBe('kind: Pod');
  read.mockRejectedValueOnce(new Error('not found'));
  expect(await ask()).toBeNull();
  size.current = 11;
  expect(await ask()).toBeNull();
});

it('shows kind and version of the manifest in the active editor, and where the version comes from', async () => {
  const { client, show } = shown();
  editor.current = { document: { uri: 'file:///folder/pod.yaml' } };
  sendRequest.mockResolvedValueOnce({ kinds: ['Pod', 'Job'], minor: 34, configUri: 'file:///folder/.podsmith.yaml' });
  await show();
  expect(item).toMatchObject({ text: 'Pod, Job · Kubernetes 1.34', detail: 'from .podsmith.yaml', selector: '*' });
  sendRequest.mockResolvedValueOnce({ kinds: ['Pod'], minor: 37 });
  await handlers.get('podsmith/statusChanged')?.(undefined);
  expect(item).toMatchObject({ text: 'Pod · Kubernetes 1.37', detail: 'from the settings' });
  expect(client.sendRequest).toHaveBeenLastCalledWith('podsmith/status', { uri: 'file:///folder/pod.yaml' });
});

it('shows nothing for other files, and nothing out of date', async () => {
  const { show } = shown();
  editor.current = { document: { uri: 'file:///folder/pod.yaml' } };
  let answerFirst = (_status: unknown) => {};
  sendRequest.mockReturnValueOnce(
    new Promise((resolve) => {
      answerFirst = resolve;
    }),
  );
  const first = show();
  sendRequest.mockResolvedValueOnce({ kinds: [], minor: 37 });
  await show();
  answerFirst({ kinds: ['Pod'], minor: 37 });
  await first;
  expect(item.selector).toEqual([]);
});

function shown() {
  const client = createClient({});
  showStatus(client, '*');
  return { client, show: () => editor.changed() };
}

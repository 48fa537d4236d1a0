import { beforeEach, expect, it, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { startClient } from '../../client/src/extension.ts';

vi.mock('vscode', () => ({ window: { createOutputChannel: () => ({ dispose() {} }) } }));

const subscriptions: { dispose(): unknown }[] = [];
const release = vi.fn();
let options: LanguageClientOptions = {};
let shutDown = () => {};

function createClient(given: LanguageClientOptions): BaseLanguageClient {
  options = given;
  const stopped = new Promise<void>((resolve) => {
    shutDown = resolve;
  });
  return { start: async () => {}, dispose: () => stopped } as unknown as BaseLanguageClient;
}

beforeEach(async () => {
  release.mockClear();
  subscriptions.length = 0;
  await startClient({ subscriptions } as unknown as ExtensionContext, createClient, release);
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

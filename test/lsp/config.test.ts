import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { createConfigs } from '../../server/src/lsp/config.ts';
import { createSettings, readSettings } from '../../server/src/lsp/settings.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { defaultSettings } from '../../server/src/service/index.ts';

/** Files by uri that can be changed, and the uris that were read. */
function fake(texts: Record<string, string>) {
  const reads: string[] = [];
  const read = async (uri: string) => {
    reads.push(uri);
    if (uri.startsWith('gone:')) throw new Error('there is no such provider');
    return texts[uri];
  };
  const told: [string, number][] = [];
  const configs = createConfigs({ read }, (uri, mistakes) => told.push([uri, mistakes.length]));
  return { texts, reads, told, configs };
}

describe('the .podsmith.yaml of a document', () => {
  it.each([
    ['in its folder', 'file:///a/b/.podsmith.yaml', 'file:///a/b/pod.yaml'],
    ['further up', 'file:///a/.podsmith.yaml', 'file:///a/b/c/pod.yaml'],
    ['at the root', 'file:///.podsmith.yaml', 'file:///a/b/pod.yaml'],
    ['on a drive', 'file:///c%3A/a/.podsmith.yaml', 'file:///c%3A/a/b/pod.yaml'],
    ['of a virtual workspace', 'vscode-vfs://github/a/b/.podsmith.yaml', 'vscode-vfs://github/a/b/c/pod.yaml'],
    [
      'with something behind its path',
      'vscode-vfs://github/a/.podsmith.yaml',
      'vscode-vfs://github/a/pod.yaml?b/c#d/e',
    ],
  ])('is found %s', async (_where, config, uri) => {
    const { configs } = fake({ [config]: 'kubernetesVersion: 1.31' });
    expect(await configs.of(uri)).toEqual({ minor: 31 });
  });

  it('is the nearest, which is not completed by those above', async () => {
    const { configs } = fake({
      'file:///a/.podsmith.yaml': 'kubernetesVersion: 1.31',
      'file:///a/b/.podsmith.yaml': 'podSecurity: baseline',
      'file:///a/b/c/d/.podsmith.yaml': 'kubernetesVersion: 1.32',
    });
    expect(await configs.of('file:///a/b/c/pod.yaml')).toEqual({ podSecurity: 'baseline' });
    expect(await configs.of('file:///a/pod.yaml')).toEqual({ minor: 31 });
  });

  it.each(['untitled:Untitled-1', 'file:///a/pod.yaml', 'gone:/a/pod.yaml'])(
    'sets nothing where there is none: %s',
    async (uri) => {
      const { configs } = fake({ 'file:///b/.podsmith.yaml': 'kubernetesVersion: 1.31' });
      expect(await configs.of(uri)).toEqual({});
    },
  );

  it('has its mistakes told when it is read, and that they are gone', async () => {
    const uri = 'file:///a/.podsmith.yaml';
    const { texts, told, configs } = fake({ [uri]: 'kubernetesVersion: 1.99' });
    await configs.of('file:///a/b/pod.yaml');
    await configs.of('file:///a/pod.yaml');
    expect(told).toEqual([[uri, 1]]);
    for (const mended of ['kubernetesVersion: 1.31', undefined]) {
      texts[uri] = 'kubernetesVersion: 1.99';
      configs.forget();
      await configs.of('file:///a/pod.yaml');
      told.length = 0;
      if (mended === undefined) delete texts[uri];
      else texts[uri] = mended;
      configs.forget();
      await configs.of('file:///a/pod.yaml');
      expect(told).toEqual([[uri, 0]]);
    }
  });

  it('is read once, until it is written, created or deleted', async () => {
    const { texts, reads, configs } = fake({ 'file:///a/.podsmith.yaml': 'kubernetesVersion: 1.31' });
    const before = await configs.of('file:///a/b/pod.yaml');
    expect(await configs.of('file:///a/b/other.yaml')).toBe(before);
    expect(reads).toEqual(['file:///a/b/.podsmith.yaml', 'file:///a/.podsmith.yaml', 'file:///.podsmith.yaml']);
    texts['file:///a/b/.podsmith.yaml'] = 'kubernetesVersion: 1.32';
    expect(await configs.of('file:///a/b/pod.yaml')).toBe(before);
    configs.forget();
    expect(await configs.of('file:///a/b/pod.yaml')).toEqual({ minor: 32 });
    delete texts['file:///a/b/.podsmith.yaml'];
    configs.forget();
    expect(await configs.of('file:///a/b/pod.yaml')).toEqual(before);
  });
});

describe('settings', () => {
  /** A client that answers with settings, or sends them where it cannot be asked. */
  function settingsWith(texts: Record<string, string>, sent: unknown, canAsk: boolean) {
    const listeners: ((change: { settings: unknown }) => void)[] = [];
    const connection = {
      onDidChangeConfiguration: (listener: (typeof listeners)[number]) => listeners.push(listener),
      workspace: { getConfiguration: async () => sent },
    };
    const settings = createSettings(connection as unknown as Connection, fake(texts).configs, () => new Workspace());
    settings.initialize({ workspace: { configuration: canAsk } }, sent);
    return settings;
  }

  it.each([true, false])('of the editor give way to .podsmith.yaml; asked: %s', async (canAsk) => {
    const config =
      'kubernetesVersion: 1.31\nrules: {volume-unused: off}\npodTemplates: {example.com/v1 Farm: template}';
    const texts = { 'file:///a/.podsmith.yaml': config };
    const sent = {
      kubernetesVersion: '1.33',
      podSecurity: 'baseline',
      rules: { 'volume-unused': 'error', 'image-whitespace': 'hint' },
    };
    const settings = settingsWith(texts, sent, canAsk);
    expect(await settings.of('file:///a/pod.yaml')).toMatchObject({
      minor: 31,
      podSecurity: 'baseline',
      rules: { 'volume-unused': 'off', 'image-whitespace': 'hint' },
      podTemplates: { 'example.com/v1 Farm': 'template' },
    });
    expect(await settings.of('file:///b/pod.yaml')).toMatchObject({ minor: 33, rules: sent.rules, podTemplates: {} });
    const again = [await settings.of('file:///a/pod.yaml'), await settings.of('file:///b/pod.yaml')];
    // a manifest is parsed anew for other pod templates
    expect((await settings.of('file:///a/pod.yaml')).podTemplates).toBe(again[0]?.podTemplates);
    expect((await settings.of('file:///b/pod.yaml')).podTemplates).toBe(again[1]?.podTemplates);
  });

  it('change with .podsmith.yaml', async () => {
    const texts: Record<string, string> = {};
    const settings = settingsWith(texts, { kubernetesVersion: '1.33' }, true);
    let changes = 0;
    settings.onDidChange(() => changes++);
    expect(await settings.of('file:///a/pod.yaml')).toMatchObject({ minor: 33 });
    texts['file:///.podsmith.yaml'] = 'kubernetesVersion: 1.31';
    settings.configChanged();
    expect(changes).toBe(1);
    expect(await settings.of('file:///a/pod.yaml')).toMatchObject({ minor: 31 });
  });
});

it.each([
  [{ kubernetesVersion: 'latest' }, { minor: 37 }],
  [{ kubernetesVersion: '1.30' }, { minor: 30 }],
  [{ kubernetesVersion: '1.29' }, {}],
  [{ kubernetesVersion: 1.31 }, { minor: 31 }],
  [{ podSecurity: 'restricted' }, { podSecurity: 'restricted' }],
  [{ podSecurity: 'privileged' }, {}],
  [{ rules: { a: 'hint', b: 'warn', c: 1 } }, { rules: { a: 'hint' } }],
  [{ rules: 'off' }, {}],
  [{ inlayHints: true }, { inlayHints: true }],
  [{ inlayHints: 'yes' }, {}],
  [undefined, {}],
  [null, {}],
])('reads what a client sends: %j', (sent, expected) => {
  expect(readSettings(sent)).toEqual({ ...defaultSettings, ...expected });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { TestClient } from './client.ts';

const uri = 'file:///pod.yaml';
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: busybox
      command: sleep 1000
`;
const command = { start: { line: 8, character: 17 }, end: { line: 8, character: 17 } };
const pull = { textDocument: { diagnostic: { dynamicRegistration: false } } };

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function pulled(uri: string): Promise<(string | number | undefined)[]> {
  const report = await client?.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report?.items.map(({ code }) => code) ?? [];
}

describe('the server over stdio', () => {
  it('pushes diagnostics to a client that does not pull, on open and after edits', async () => {
    client = await TestClient.start();
    await client.open(uri, pod);
    const [diagnostic] = (await client.pushed(uri, 1)).diagnostics;
    expect(diagnostic).toMatchObject({
      code: 'command-not-list',
      severity: 1,
      source: 'podsmith',
      range: { start: { line: 8, character: 15 }, end: { line: 8, character: 25 } },
    });
    const range = { start: { line: 8, character: 15 }, end: { line: 8, character: 25 } };
    await client.change(uri, 2, [{ range, text: '["sleep", "1000"]' }]);
    expect((await client.pushed(uri, 2)).diagnostics).toEqual([]);
  });

  it('pushes once for a document that is opened', async () => {
    client = await TestClient.start();
    await client.open(uri, pod);
    await client.open('file:///b.yaml', pod);
    await client.change('file:///b.yaml', 2, [{ text: pod }]);
    await client.pushed('file:///b.yaml', 2);
    expect(client.timesPushed(uri, 1)).toBe(1);
  });

  it('answers a pull with the text as it is after incremental changes', async () => {
    client = await TestClient.start(pull);
    await client.open(uri, pod);
    expect(await pulled(uri)).toEqual(['command-not-list']);
    await client.change(uri, 2, [
      { range: { start: { line: 8, character: 15 }, end: { line: 8, character: 25 } }, text: '[sleep, "1000"]' },
      { range: { start: { line: 7, character: 6 }, end: { line: 7, character: 11 } }, text: 'imag' },
    ]);
    expect(await pulled(uri)).toEqual(['unknown-field', 'container-image-missing']);
  });

  it('has a fix whose edit mends the document', async () => {
    client = await TestClient.start(pull);
    await client.open(uri, pod);
    const range = { start: { line: 8, character: 17 }, end: { line: 8, character: 17 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const [first] = actions;
    expect(first?.isPreferred).toBe(true);
    expect(first?.diagnostics?.[0]?.code).toBe('command-not-list');
    expect(first?.edit?.changes?.[uri]?.[0]?.newText).toContain('["sleep", "1000"]');
    expect(actions.map(({ title }) => title)).toContain('Suppress command-not-list for this line');
  });

  it('offers only the kinds that are asked for', async () => {
    client = await TestClient.start(pull);
    await client.open(uri, pod);
    const kinds = async (only?: string[], triggerKind?: number) => {
      const context = { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) };
      const actions = await client?.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 6, character: 6 }, end: command.end },
        context,
      });
      return [...new Set(actions?.map(({ kind }) => kind))].sort();
    };
    expect(await kinds(['source.fixAll'])).toEqual(['source.fixAll.podsmith']);
    expect(await kinds(['source.fixAll.podsmith'])).toEqual(['source.fixAll.podsmith']);
    expect(await kinds(['source.fixAll.other'])).toEqual([]);
    expect(await kinds(['quickfix'])).toEqual(['quickfix']);
    expect(await kinds()).toEqual(['quickfix', 'refactor.rewrite']);
    expect(await kinds([''])).toEqual(['quickfix', 'refactor.rewrite', 'source.fixAll.podsmith']);
    const [invoked, automatic] = [1, 2];
    expect(await kinds(undefined, invoked)).toEqual(['quickfix', 'refactor.rewrite']);
    expect(await kinds(undefined, automatic)).toEqual(['quickfix']);
  });

  it('leaves the edits for the action that is chosen, where the client asks for them', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    client = await TestClient.start({ textDocument: { ...pull.textDocument, codeAction } });
    expect(client.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    await client.open(uri, pod);
    const range = { start: { line: 6, character: 6 }, end: command.end };
    const asked = { textDocument: { uri }, range, context: { diagnostics: [], triggerKind: 2 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', asked);
    expect(actions.filter(({ edit, data }) => !edit === !data)).toEqual([]);
    const action = actions.find(({ title }) => title.startsWith('Add resource'));
    const resolved = await client.request<CodeAction>('codeAction/resolve', action);
    expect(resolved.edit?.changes?.[uri]?.[0]?.newText).toContain('memory: 128Mi');
    const whole = { title: 'Change to a', kind: 'quickfix', edit: {} };
    expect(await client.request('codeAction/resolve', whole)).toEqual(whole);
    const other = { ...action, title: 'Make it rain' };
    await expect(client.request('codeAction/resolve', other)).rejects.toThrow('no longer possible');
  });

  it('checks for the version and the severities that the client sends', async () => {
    client = await TestClient.start(pull, {
      initializationOptions: { kubernetesVersion: '1.30', rules: { 'command-not-list': 'off' } },
    });
    await client.open(uri, pod.replace('command: sleep 1000', 'restartPolicyRules: []'));
    expect(await pulled(uri)).toContain('unknown-field');
    await client.open('file:///b.yaml', pod);
    expect(await pulled('file:///b.yaml')).toEqual([]);
  });

  it('checks for the level of Pod Security that the client sends', async () => {
    client = await TestClient.start(pull, { initializationOptions: { podSecurity: 'restricted' } });
    await client.open(uri, pod.replace('command: sleep 1000', 'command: [sleep, "1"]'));
    expect(await pulled(uri)).toContain('pod-security-capabilities');
    await client.stop();
    client = await TestClient.start(pull, { initializationOptions: { podSecurity: 'privileged' } });
    await client.open(uri, pod);
    expect(await pulled(uri)).toEqual(['command-not-list']);
  });

  it('asks for the settings of each document where the client can tell, and again when they change', async () => {
    let version = '1.30';
    client = await TestClient.start(
      { ...pull, workspace: { configuration: true } },
      {
        configure: (connection) => {
          connection.onRequest(
            'workspace/configuration',
            ({ items }: { items: { scopeUri: string; section: string }[] }) =>
              items.map(({ section, scopeUri }) =>
                section === 'podsmith' && scopeUri === uri ? { kubernetesVersion: version } : null,
              ),
          );
        },
      },
    );
    await client.open(uri, pod.replace('command: sleep 1000', 'command: [sleep, "1"]\n      restartPolicyRules: []'));
    expect(await pulled(uri)).toContain('unknown-field');
    version = '1.37';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await pulled(uri)).toEqual([]);
  });

  it('says nothing of files that hold no pod spec, nor of templates', async () => {
    client = await TestClient.start(pull);
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: nonsense}\n';
    await client.open('file:///service.yaml', service);
    expect(await pulled('file:///service.yaml')).toEqual([]);
    await client.open('file:///chart.yaml', pod.replace('busybox', '{{ .Values.image }}'));
    expect(await pulled('file:///chart.yaml')).toEqual([]);
    await client.open('file:///quoted.yaml', pod.replace('busybox', '"{{ .Values.image }}"'));
    expect(await pulled('file:///quoted.yaml')).toContain('command-not-list');
  });

  it('clears the diagnostics of a file that is closed', async () => {
    client = await TestClient.start();
    await client.open(uri, pod);
    await client.pushed(uri, 1);
    const cleared = new Promise((resolve) =>
      client?.connection.onNotification('textDocument/publishDiagnostics', resolve),
    );
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await cleared).toMatchObject({ uri, diagnostics: [] });
  });

  it('answers a cancelled request with an error of the protocol', async () => {
    client = await TestClient.start(pull);
    await client.open(uri, pod);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });

  it('ends with code 0 after shutdown', async () => {
    const one = await TestClient.start();
    expect(await one.stop()).toBe(0);
  });
});

import * as vscode from 'vscode';
import { closeEditors, eventually, extensionId, openManifest, waitForDiagnostic } from './helpers.ts';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: sleeper
spec:
  containers:
    - name: main
      image: busybox:1.36
      command: sleep 1000
`;

describe('activation', () => {
  afterEach(closeEditors);

  it('starts when a YAML file is opened', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    if (!extension) throw new Error(`${extensionId} is not loaded`);
    await openManifest(pod);
    await eventually(
      () => extension.isActive || undefined,
      () => `${extensionId} is not active`,
    );
  });

  it('underlines a command that is not a list', async () => {
    const { document } = await openManifest(pod);
    const diagnostic = await waitForDiagnostic(document, 'command-not-list');
    const text = document.getText(diagnostic.range);
    if (text !== 'sleep 1000') throw new Error(`${JSON.stringify(text)} is underlined`);
  });
});

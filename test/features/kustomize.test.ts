import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { codes } from '../helpers/manifests.ts';

const patch = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: web
          env: [{name: LEVEL, value: 1}]
          volumeMounts: [{name: data, mountPath: /data}]
        - $patch: delete
          name: proxy
`;
const alone = codes(patch);

/** What is found in `/pod.yaml` while there is a kustomization. */
function found(uri: string, kustomization: string, text = patch): string[] {
  const workspace = new Workspace();
  workspace.set(parseManifest(TextDocument.create(uri, 'yaml', 1, kustomization)));
  return codes(text, { workspace: () => workspace });
}

describe('a patch of Kustomize', () => {
  it('lacks most of a manifest', () => {
    expect(alone).toContain('selector-missing');
    expect(alone).toContain('container-image-missing');
    expect(alone).toContain('unknown-field');
  });

  it.each([
    ['beside it', 'file:///kustomization.yaml', 'patches:\n- path: pod.yaml\n'],
    [
      'beside it, with a target',
      'file:///kustomization.yml',
      'patches:\n- {path: ./pod.yaml, target: {kind: Deployment}}\n',
    ],
    ['in the old way', 'file:///kustomization.yaml', 'patchesStrategicMerge: [pod.yaml]\n'],
    ['above it', 'file:///overlays/prod/kustomization.yaml', 'patches:\n- path: ../../pod.yaml\n'],
  ])('is known from a kustomization %s', (_, uri, kustomization) => {
    expect(found(uri, kustomization)).toEqual(['env-value-not-string']);
  });

  it.each([
    ['another file', 'file:///kustomization.yaml', 'patches:\n- path: other.yaml\n'],
    ['a resource', 'file:///kustomization.yaml', 'resources: [pod.yaml]\n'],
    ['a patch in the list', 'file:///kustomization.yaml', 'patches:\n- patch: |-\n    kind: Pod\n'],
    ['no kustomization', 'file:///other.yaml', 'patches:\n- path: pod.yaml\n'],
  ])('is not made by %s', (_, uri, text) => expect(found(uri, text)).toEqual(alone));

  it('is one again for the others when the kustomization changes', () => {
    const workspace = new Workspace();
    const parse = (text: string) => parseManifest(TextDocument.create('file:///kustomization.yaml', 'yaml', 1, text));
    workspace.set(parse('patches:\n- path: a b/pod.yaml\n'));
    expect([workspace.isPatch('file:///a%20b/pod.yaml'), workspace.othersVersion]).toEqual([true, 1]);
    workspace.set(parse('patches: []\n'));
    expect([workspace.isPatch('file:///a%20b/pod.yaml'), workspace.othersVersion]).toEqual([false, 2]);
    workspace.delete('file:///kustomization.yaml');
    expect(workspace.othersVersion).toBe(2);
  });
});

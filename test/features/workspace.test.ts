import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';

const manifest = (uri: string, text: string) => parseManifest(TextDocument.create(uri, 'yaml', 1, text));

function workspaceOf(files: Record<string, string>): Workspace {
  const workspace = new Workspace();
  for (const [uri, text] of Object.entries(files)) workspace.set(manifest(uri, text));
  return workspace;
}

const object = (kind: string, metadata: string, rest = '') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: ${metadata}\n${rest}`;
const config = object('ConfigMap', '{name: settings}', 'data: {a: "", b: ""}\nbinaryData: {c: ""}\n');
const secrets = `${object('Secret', '{name: near, namespace: here}', 'stringData: {a: ""}\n')}---
${object('Secret', '{name: far, namespace: there}')}`;

describe('a workspace', () => {
  const files = { 'file:///a.yaml': config, 'file:///b.yaml': secrets };

  it('knows what its files define', () => {
    const workspace = workspaceOf(files);
    expect(workspace.resources('ConfigMap')).toEqual(['settings']);
    expect(workspace.resources('Secret')).toEqual(['near', 'far']);
    expect(workspace.resources('ServiceAccount')).toEqual([]);
    expect(workspace.keys('ConfigMap', 'settings')).toEqual(['a', 'b', 'c']);
    expect(workspace.keys('ConfigMap', 'other')).toEqual([]);
    expect(workspace.keys('Secret', 'near')).toEqual(['a']);
  });

  it('tells namespaces apart where they are written', () => {
    const workspace = workspaceOf(files);
    expect(workspace.resources('Secret', 'here')).toEqual(['near']);
    expect(workspace.resources('ConfigMap', 'here')).toEqual(['settings']);
    expect(workspace.keys('Secret', 'near', 'there')).toEqual([]);
  });

  it('follows the files', () => {
    const workspace = workspaceOf(files);
    workspace.set(manifest('file:///a.yaml', config.replace('settings', 'options')));
    expect(workspace.resources('ConfigMap')).toEqual(['options']);
    workspace.set(manifest('file:///a.yaml', '# empty\n'));
    expect(workspace.resources('ConfigMap')).toEqual([]);
    workspace.delete('file:///b.yaml');
    expect(workspace.resources('Secret')).toEqual([]);
  });

  it.each([
    ['a template', config.replace('a: ""', 'a: {{ .Values.a }}')],
    ['a definition of custom resources', 'kind: CustomResourceDefinition\nspec: {kind: ConfigMap}\n'],
    ['what is no manifest', 'kind: none\n'],
    ['a ConfigMap of another group', config.replace('v1', 'example.com/v1')],
    ['broken text', 'kind: ConfigMap\nmetadata: {name: "'],
  ])('has nothing of %s', (_, text) => {
    const workspace = workspaceOf({ 'file:///a.yaml': text });
    expect(workspace.resources('ConfigMap')).toEqual([]);
    expect(workspace.documents()).toEqual([]);
    expect(workspace.around(manifest('file:///b.yaml', ''))).toHaveLength(1);
  });

  it('lists workloads with their containers, and what they use', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: here
spec:
  initContainers: [{name: init}]
  containers:
    - image: nginx
      name: app
`;
    const list = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata: {name: db}\n`;
    const ingress =
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec: {tls: [{secretName: a}]}\n';
    const workspace = workspaceOf({ 'file:///a.yaml': `${pod}---\n${config}---\n${ingress}`, 'file:///b.yaml': list });
    const range = (line: number, start: number, endLine: number, end: number) => ({
      start: { line, character: start },
      end: { line: endLine, character: end },
    });
    expect(workspace.documents()).toEqual([
      {
        uri: 'file:///a.yaml',
        kind: 'Pod',
        name: 'web',
        namespace: 'here',
        range: range(0, 0, 9, 15),
        nameRange: range(3, 8, 3, 11),
        containers: [
          { name: 'init', range: range(6, 26, 6, 30) },
          { name: 'app', range: range(9, 12, 9, 15) },
        ],
      },
      {
        uri: 'file:///a.yaml',
        kind: 'ConfigMap',
        name: 'settings',
        range: range(11, 0, 15, 19),
        nameRange: range(13, 17, 13, 25),
        containers: [],
      },
      {
        uri: 'file:///b.yaml',
        kind: 'Service',
        name: 'db',
        range: range(3, 4, 5, 24),
        nameRange: range(5, 21, 5, 23),
        containers: [],
      },
    ]);
  });

  it('knows a ConfigMap with a manifest in it', () => {
    const text = `${object('ConfigMap', '{name: crds}')}data:\n  crd: |\n    kind: CustomResourceDefinition\n`;
    expect(workspaceOf({ 'file:///a.yaml': text }).resources('ConfigMap')).toEqual(['crds']);
  });

  it('knows custom resources with a pod template', () => {
    const rollout = `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: app}]}}}\n`;
    const document = TextDocument.create('file:///a.yaml', 'yaml', 1, rollout);
    const workspace = new Workspace();
    workspace.set(parseManifest(document, undefined, { 'argoproj.io/v1alpha1 Rollout': 'spec.template' }));
    expect(workspace.documents().map(({ kind, containers }) => [kind, containers.length])).toEqual([['Rollout', 1]]);
  });
});

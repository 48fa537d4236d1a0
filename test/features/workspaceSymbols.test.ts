import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SymbolKind } from 'vscode-languageserver-types';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { workspaceSymbols } from '../../server/src/service/features/workspaceSymbols.ts';

const files = {
  'file:///web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      initContainers: [{name: wait-for-db}]
      containers: [{name: app}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web-settings}
`,
  'file:///more.yaml': `apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Secret, metadata: {name: keys}}
  - {apiVersion: v1, kind: ServiceAccount, metadata: {name: robot}}
  - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: disk}}
`,
  'file:///template.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: {{ .Values.name }}}\nspec: {containers: []}\n',
};

function workspaceOf(texts: Record<string, string>): Workspace {
  const workspace = new Workspace();
  for (const [uri, text] of Object.entries(texts)) {
    workspace.set(parseManifest(TextDocument.create(uri, 'yaml', 1, text)));
  }
  return workspace;
}

const workspace = workspaceOf(files);

function names(query: string): string[] {
  return workspaceSymbols(workspace, query).map(({ name }) => name);
}

const all = [
  'Deployment web',
  'wait-for-db',
  'app',
  'ConfigMap web-settings',
  'Secret keys',
  'ServiceAccount robot',
  'PersistentVolumeClaim disk',
];

describe('what a query finds', () => {
  it.each([
    ['', all],
    ['web', ['Deployment web', 'ConfigMap web-settings']],
    ['DEPLOY', ['Deployment web']],
    ['deployment web', ['Deployment web']],
    ['wfd', ['wait-for-db']],
    ['pvcdisk', ['PersistentVolumeClaim disk']],
    ['bew', []],
    ['ppa', []],
    ['xyz', []],
  ])('%j', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });
});

it('tells what each is, where, and in what', () => {
  const [deployment, container] = workspaceSymbols(workspace, '');
  const uri = 'file:///web.yaml';
  expect(deployment).toMatchObject({ kind: SymbolKind.Class, containerName: 'shop', location: { uri } });
  expect(container).toMatchObject({ kind: SymbolKind.Module, containerName: 'Deployment web', location: { uri } });
  const document = TextDocument.create(uri, 'yaml', 1, files[uri]);
  const texts = [deployment, container].map((symbol) => {
    const location = symbol?.location;
    return location && 'range' in location ? document.getText(location.range) : undefined;
  });
  expect(texts).toEqual(['web', 'wait-for-db']);
});

it('is bounded', () => {
  const pods = Array.from(
    { length: 600 },
    (_, index) => `kind: Pod\napiVersion: v1\nmetadata: {name: p${index}}\nspec: {containers: [{name: c}]}\n`,
  );
  expect(workspaceSymbols(workspaceOf({ 'file:///a.yaml': pods.join('---\n') }), '')).toHaveLength(1000);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../server/src', import.meta.url));

/** What each folder may import besides itself; imports point down only. */
const below: Record<string, string[]> = {
  'service/yaml': [],
  'service/schema': ['service/yaml'],
  'service/model': ['service/schema', 'service/yaml'],
  'service/fixes': ['service/yaml'],
  'service/patterns': ['service/yaml'],
  'service/rules': ['service/fixes', 'service/model', 'service/schema', 'service/yaml'],
  'service/features': [
    'service/patterns',
    'service/rules',
    'service/fixes',
    'service/model',
    'service/schema',
    'service/yaml',
  ],
  'service/config': ['service/features', 'service/rules', 'service/model', 'service/schema', 'service/yaml'],
  service: ['service/config', 'service/features', 'service/rules', 'service/schema'],
  lsp: ['service'],
  cli: ['service'],
  node: ['lsp', 'cli'],
  browser: ['lsp'],
};
/** The folders that alone may import a package, or what lies below its name. */
const owners: Record<string, string[]> = {
  yaml: ['service/yaml'],
  'vscode-languageserver': ['lsp', 'node', 'browser'],
};

interface Import {
  specifier: string;
  /** `import type`, of which nothing is left at run time. */
  isType: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports = new Map(files.map((name) => [name, importsOf(name)]));

function importsOf(name: string): Import[] {
  const text = readFileSync(join(source, name), 'utf8');
  const found = text.matchAll(/^(?:import|export) (type )?(?:[^;']* from )?'([^']+)'|import\('([^']+)'\)/gm);
  return [...found].map(([, type, from, called]) => ({
    specifier: from ?? called ?? '',
    isType: type !== undefined,
  }));
}

function folderOf(name: string): string {
  const parts = name.split('/').slice(0, -1);
  return parts[0] === 'service' ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function fileOf(importer: string, { specifier }: Import): string {
  return relative(source, join(source, importer, '..', specifier));
}

/** What is wrong with the imports of a file. */
function wrongImports(name: string, all: readonly Import[]): string[] {
  const folder = folderOf(name);
  const allowed = [folder, ...(below[folder] ?? [])];
  return all
    .filter((one) => {
      const { specifier } = one;
      if (specifier.startsWith('.')) return !allowed.includes(folderOf(fileOf(name, one)));
      if (specifier.startsWith('node:')) return folder.startsWith('service');
      const owner = Object.keys(owners).find((owned) => specifier === owned || specifier.startsWith(`${owned}/`));
      return owner !== undefined && !owners[owner]?.includes(folder);
    })
    .map(({ specifier }) => specifier);
}

/** Files that need each other at run time, as a path from one of them to itself. */
function cycles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' -> '));
    if (path.includes(name) || done.has(name)) return;
    for (const one of imports.get(name) ?? []) {
      if (one.specifier.startsWith('.') && !one.isType) visit(fileOf(name, one), [...path, name]);
    }
    done.add(name);
  };
  for (const name of files) visit(name, []);
  return found;
}

describe('imports', () => {
  it.each(files)('of %s point down', (name) => expect(wrongImports(name, imports.get(name) ?? [])).toEqual([]));

  it('make no circles', () => expect(cycles()).toEqual([]));

  it.each([
    ['cli/lint.ts', '../service/features/fixAll.ts'],
    ['cli/lint.ts', 'vscode-languageserver/node'],
    ['service/fixes/editor.ts', '../model/index.ts'],
    ['service/index.ts', 'node:fs'],
    ['service/rules/rule.ts', 'yaml'],
  ])('of %s would be refused from %s', (name, specifier) =>
    expect(wrongImports(name, [{ specifier, isType: false }])).toEqual([specifier]),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../server/src', import.meta.url));

/** What each folder may import besides itself; imports point down only. */
const below: Record<string, string[]> = {
  'service/yaml': [],
  'service/schema': ['service/yaml'],
  'service/model': ['service/schema', 'service/yaml'],
  'service/fixes': ['service/model', 'service/schema', 'service/yaml'],
  'service/rules': ['service/fixes', 'service/model', 'service/schema', 'service/yaml'],
  'service/patterns': ['service/fixes', 'service/model', 'service/schema', 'service/yaml'],
  'service/features': [
    'service/patterns',
    'service/rules',
    'service/fixes',
    'service/model',
    'service/schema',
    'service/yaml',
  ],
  service: ['service/features', 'service/rules', 'service/schema', 'service/yaml'],
  lsp: ['service'],
  cli: ['service', 'service/features', 'service/yaml'],
  node: ['lsp', 'cli'],
  browser: ['lsp'],
};
/** Packages that one folder only may import. */
const owned: Record<string, string> = { yaml: 'service/yaml', 'vscode-languageserver': 'lsp' };

const folderOf = (path: string) => {
  const parts = relative(source, path).split('/').slice(0, -1);
  return parts[0] === 'service' ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
};

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(source, name));

it.each(files.map((file) => relative(source, file)))('%s imports only what lies below it', (name) => {
  const file = join(source, name);
  const folder = folderOf(file);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)) {
    if (specifier.startsWith('.')) {
      expect([folder, ...(below[folder] ?? [])]).toContain(folderOf(join(file, '..', specifier)));
    } else {
      const owner = owned[specifier];
      if (owner) expect(folder).toBe(owner);
      if (folder.startsWith('service')) expect(specifier.startsWith('node:')).toBe(false);
    }
  }
});

import { execSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../scripts/load.mjs';
import { createSchema } from './schema.mjs';

/** The server, as editors other than VS Code start it. */
export const podsmith = { args: [fromRoot('server/bin/podsmith.js'), 'lsp', '--stdio'] };

const cache = fromRoot('.cache/bench');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * yaml-language-server, installed on first use, with a schema that knows what Podsmith knows.
 * @param folder where the schema is written
 */
export async function yamlLanguageServer(folder) {
  install();
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(await createSchema()));
  return {
    args: [join(cache, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    settings: {
      yaml: {
        schemas: { [schema]: '*.yaml' },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        validate: true,
        hover: true,
        completion: true,
      },
    },
  };
}

function install() {
  const { dependencies } = readJson(join(import.meta.dirname, 'package.json'));
  const installed = join(cache, 'node_modules/yaml-language-server/package.json');
  if (existsSync(installed) && readJson(installed).version === dependencies['yaml-language-server']) return;
  mkdirSync(cache, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    copyFileSync(join(import.meta.dirname, file), join(cache, file));
  }
  execSync('npm ci --ignore-scripts --loglevel=error', { cwd: cache, stdio: 'inherit' });
}

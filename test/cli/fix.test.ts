import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { saved } from '../helpers/manifests.ts';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

it('podsmith lint --fix leaves what the fix on save leaves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'podsmith-'));
  try {
    cpSync(path('examples'), folder, { recursive: true });
    cpSync(path('test/truth/manifests'), folder, { recursive: true });
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    const expected = names.map((name) => [name, saved(readFileSync(join(folder, name), 'utf8'))]);
    expect(expected).not.toEqual(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    spawnSync('node', [path('server/bin/podsmith.js'), 'lint', '--fix', '.'], { cwd: folder });
    expect(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual(expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

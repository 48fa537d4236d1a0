import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the list of rules is up to date: node scripts/generate-docs.mjs', () => {
  const script = fileURLToPath(new URL('../../scripts/generate-docs.mjs', import.meta.url));
  expect(spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

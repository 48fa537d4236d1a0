import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fieldOf } from '../../server/src/service/schema/index.ts';
import type { Overlay } from '../../server/src/service/schema/overlay/limits.ts';

const folder = new URL('../../server/src/service/schema/overlay/', import.meta.url);
const parts = readdirSync(folder).filter((name) => !['index.ts', 'limits.ts', 'unions.ts'].includes(name));

/** The fields of every part of the overlay: `core/v1.Container image`. */
async function rowsOf(part: string): Promise<string[]> {
  const module: Record<string, Overlay | undefined> = await import(new URL(part, folder).href);
  const overlay = module[part.replace('.ts', '')];
  return Object.entries(overlay ?? {}).flatMap(([type, fields]) =>
    Object.keys(fields).map((name) => `${type} ${name}`),
  );
}

const rows = (await Promise.all(parts.map(rowsOf))).flat();

it('no field has its limits in two places, of which one would be lost', () => {
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});

it('every row is about a field that there is', () => {
  const unknown = rows.filter((row) => {
    const [type = '', name = ''] = row.split(' ');
    return !fieldOf(type, name);
  });
  expect(unknown).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problems } from '../../server/src/service/features/report.ts';
import { defaultSettings } from '../../server/src/service/index.ts';
import { manifestOf } from '../helpers/manifests.ts';

/** A folder of manifests with `verdicts.jsonl`, what the newest API server says of each document in them. */
const folder = process.env.PODSMITH_CORPUS;

interface Verdict {
  file: string;
  document: number;
  item?: number;
  accepted: boolean;
}

describe.skipIf(!folder)('manifests that the API server accepts', () => {
  const lines = folder ? readFileSync(join(folder, 'verdicts.jsonl'), 'utf8').split('\n').filter(Boolean) : [];
  const verdicts: Verdict[] = lines.map((line) => JSON.parse(line));

  it.each([...new Set(verdicts.map(({ file }) => file))])('%s', (file) => {
    const documents = verdicts.filter((verdict) => verdict.file === file);
    const manifest = manifestOf(readFileSync(join(folder ?? '', file), 'utf8'));
    const isAccepted = (document: number, item: number | undefined) =>
      documents.some((verdict) => verdict.accepted && verdict.document === document && verdict.item === item);
    const errors = problems(manifest, defaultSettings).filter(
      ({ severity, document, item }) => severity === 'error' && isAccepted(document, item),
    );
    expect(errors.map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([]);
  });
});

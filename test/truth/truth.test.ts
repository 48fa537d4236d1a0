import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../server/src/service/features/report.ts';
import { defaultSettings } from '../../server/src/service/index.ts';
import { manifestOf } from '../helpers/manifests.ts';
import { compare, type Verdict } from './compare.ts';

interface Case {
  /** What the server says that this case is here for. */
  reason: string;
  manifest: string;
  /** By version; one that is not there has the verdict of the next higher one. */
  verdicts: Record<string, Verdict>;
}

const lines = readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);
const cases: Case[] = lines.map((line) => JSON.parse(line));

describe('what the code of the API server says, recorded by mutate.mjs', () => {
  it.each(cases)('$reason', ({ manifest, verdicts }) => {
    for (const [version, verdict] of Object.entries(verdicts)) {
      const found = problems(manifestOf(manifest), { ...defaultSettings, minor: Number(version.slice(2)) });
      expect(compare(verdict, found), `${version} of\n${manifest}`).toEqual([]);
    }
  });
});

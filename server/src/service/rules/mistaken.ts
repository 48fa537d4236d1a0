import { nearest } from '../model/index.ts';
import type { Finding } from '../schema/decode.ts';
import { once } from '../yaml/index.ts';

/**
 * Whether a field is written but not understood: misspelled, at the wrong level, or of the wrong type. What is missing
 * because of it is not worth a second message.
 * @param within the field path of the object that it is in, where only that counts
 */
export function isMistaken(name: string, findings: readonly Finding[], within = ''): boolean {
  const inside = mistakesByObject(findings).get(within) ?? [];
  return inside.some((finding) => {
    if (finding.kind === 'wrong-type') return finding.name === name && !finding.item;
    return finding.kind === 'unknown-field' && nearest(finding.pair.key.text, [name]).length > 0;
  });
}

/** What is not understood, by the field paths of all objects that it is in. */
const mistakesByObject = once((findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const byObject = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.kind !== 'wrong-type' && finding.kind !== 'unknown-field') continue;
    for (const { index } of finding.path.matchAll(/^|[.[]|$/g)) {
      const within = finding.path.slice(0, index);
      const known = byObject.get(within);
      if (known) known.push(finding);
      else byObject.set(within, [finding]);
    }
  }
  return byObject;
});

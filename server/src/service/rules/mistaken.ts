import { nearest } from '../model/index.ts';
import type { Finding } from '../schema/decode.ts';

/**
 * Whether a field is written but not understood: misspelled, at the wrong level, or of the wrong type. What is missing
 * because of it is not worth a second message.
 * @param within the field path of the object that it is in, where only that counts
 */
export function isMistaken(name: string, findings: readonly Finding[], within = ''): boolean {
  return findings.some((finding) => {
    if (!finding.path.startsWith(within)) return false;
    if (finding.kind === 'wrong-type') return finding.name === name && !finding.item;
    return finding.kind === 'unknown-field' && nearest(finding.pair.key.text, [name]).length > 0;
  });
}

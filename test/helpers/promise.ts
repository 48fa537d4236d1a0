import { defaultSettings, type PlacedProblem } from '../../server/src/service/features/problems.ts';
import { soundFixes } from '../../server/src/service/features/soundFixes.ts';
import { apply, type ChunkEdit } from '../../server/src/service/fixes/index.ts';
import { ruleOf } from '../../server/src/service/rules/index.ts';
import { type ScalarNode, splitChunks, type YamlNode } from '../../server/src/service/yaml/index.ts';
import { find } from './manifests.ts';
import { commentsOf } from './styles.ts';

/**
 * What the fixes of a manifest do that they promise not to: after each the text parses, its problem is gone, no error or
 * warning is new, comments are all there, and what is not edited is read as before.
 * @param most of how many problems the fixes are tried: each has the whole text checked again
 */
export function brokenPromises(text: string, most = 100): string[] {
  const before = find(text);
  const every = Math.ceil(before.length / most);
  return before
    .filter((_, index) => index % every === text.length % every)
    .flatMap((found) =>
      (soundFixes([found], defaultSettings)[0] ?? []).flatMap(({ title, edits }) => {
        const { offset } = found.placed;
        const placed = edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text }));
        return brokenBy(text, before, found, placed).map((what) => {
          return `${found.problem.code} / ${title}: ${what}\n${text}\n--- becomes\n${apply(text, placed)}`;
        });
      }),
    );
}

/** What edits that mend a problem break. */
export function brokenBy(
  text: string,
  before: readonly PlacedProblem[],
  found: PlacedProblem,
  edits: readonly ChunkEdit[],
): string[] {
  const after = apply(text, edits);
  return [
    ...newProblems(before, found, find(after)),
    ...lostComments(found.problem.code, text, edits, after),
    ...(found.problem.code === 'yaml-syntax' ? [] : changedElsewhere(text, edits, after)),
  ];
}

function newProblems(before: readonly PlacedProblem[], found: PlacedProblem, left: readonly PlacedProblem[]): string[] {
  const { code, severity } = found.problem;
  const mended = keyOf(found);
  const isMore = (key: string) => count(left, key) > count(before, key);
  const owner = placeOf(found.problem).replace(/\.[^.]*$/, '');
  // what an object with a refused value would do is not told before it is mended, nor what a text is that is read as a number
  const isUnread = ({ problem }: PlacedProblem) =>
    (severity === 'error' && problem.severity === 'warning' && placeOf(problem).startsWith(owner)) ||
    (code === 'string-not-quoted' && !ruleOf(problem.code)?.hides) ||
    ruleOf(problem.code)?.looksBeyond;
  const isNew = (each: PlacedProblem) =>
    each.problem.code === 'yaml-syntax' ? code !== 'yaml-syntax' : !ruleOf(code)?.hides && !isUnread(each);
  const fresh = left.filter(
    (each) => /error|warning/.test(each.problem.severity) && isMore(keyOf(each)) && isNew(each),
  );
  return [
    ...(count(left, mended) >= count(before, mended) ? ['its problem stays'] : []),
    ...new Set(fresh.map((each) => `a new ${keyOf(each)}`)),
  ];
}

/** A place wherever the entry is in its list: others move up where one is taken out. */
const placeOf = ({ path }: PlacedProblem['problem']) => path.replace(/\[\d+\]/g, '[]');

const keyOf = ({ problem }: PlacedProblem) => `${problem.code} ${placeOf(problem)}`;

const count = (problems: readonly PlacedProblem[], key: string) =>
  problems.filter((found) => keyOf(found) === key).length;

/** Comments that are gone; those in what is taken out, and right behind it, may go with it, and become text where that is the fix. */
function lostComments(code: string, text: string, edits: readonly ChunkEdit[], after: string): string[] {
  const kept = commentsOf(after);
  const removed = edits
    .filter((edit) => /^\s*(?:\{\}|\[\])?$/.test(edit.text))
    .map(({ start, end }) => text.slice(start, end));
  const around = text.slice(Math.min(...edits.map(({ start }) => start)), Math.max(...edits.map(({ end }) => end)));
  const becomesText = (comment: string) => code.endsWith('cut-by-comment') && around.includes(comment);
  const lost = commentsOf(text).filter((comment) => {
    const at = kept.indexOf(comment);
    if (at >= 0) kept.splice(at, 1);
    return at < 0 && !removed.some((part) => part.includes(comment)) && !becomesText(comment);
  });
  return lost.map((comment) => `loses ${comment}`);
}

/** Scalars outside of the edits that are read as something else, or no more. */
function changedElsewhere(text: string, edits: readonly ChunkEdit[], after: string): string[] {
  const now = new Map(scalarsOf(after).map((scalar) => [scalar.start, scalar]));
  return scalarsOf(text).flatMap(({ start, end, text: value, style }) => {
    const isEdited = (edit: ChunkEdit) =>
      edit.start < edit.end
        ? edit.start <= end && start <= edit.end
        : start < edit.start && edit.end < end && edit.text.trim() !== '';
    if (edits.some(isEdited)) return [];
    const moved = edits
      .filter((edit) => edit.end <= start)
      .reduce((at, edit) => at + edit.text.length - (edit.end - edit.start), start);
    const same = now.get(moved);
    return same?.text === value && same.style === style ? [] : [`${JSON.stringify(value)} becomes ${same?.text}`];
  });
}

function scalarsOf(text: string): ScalarNode[] {
  return splitChunks(text).flatMap(({ chunk: { root }, offset }) =>
    (root ? scalarsIn(root) : [])
      .filter(({ start, end }) => end > start)
      .map((scalar) => ({ ...scalar, start: scalar.start + offset, end: scalar.end + offset })),
  );
}

function scalarsIn(node: YamlNode): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'seq') return node.items.flatMap(scalarsIn);
  return node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, ...scalarsIn(value)]) : [];
}

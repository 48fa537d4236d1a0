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
      (soundFixes([found], defaultSettings)[0] ?? []).flatMap((fix) => {
        const { problem, placed } = found;
        const edits = fix.edits.map((edit) => ({
          ...edit,
          start: edit.start + placed.offset,
          end: edit.end + placed.offset,
        }));
        const after = apply(text, edits);
        const broken = [
          ...newProblems(before, found, find(after)),
          ...lostComments(text, edits, after),
          ...(problem.code === 'yaml-syntax' ? [] : changedElsewhere(text, edits, after)),
        ];
        return broken.map((what) => `${problem.code} / ${fix.title}: ${what}\n${text}\n--- becomes\n${after}`);
      }),
    );
}

/**
 * Rules whose fixes may bring other problems to light. Those with `hides` keep the API server from looking further; a text
 * that gets its quotes, an image and a policy are looked at for the first time.
 */
const mayUncover = (code: string) =>
  ruleOf(code)?.hides === true || ['string-not-quoted', 'image-whitespace', 'container-restart-policy'].includes(code);

function newProblems(before: readonly PlacedProblem[], found: PlacedProblem, left: readonly PlacedProblem[]): string[] {
  const { code, severity } = found.problem;
  const mended = keyOf(found);
  const isMore = (key: string) => count(left, key) > count(before, key);
  // what a refused value would do is not told before it is mended
  const isUnread = ({ problem }: PlacedProblem) =>
    problem.severity === 'warning' && severity === 'error' && placeOf(problem) === placeOf(found.problem);
  const isNew = (each: PlacedProblem) =>
    each.problem.code === 'yaml-syntax' ? code !== 'yaml-syntax' : !mayUncover(code) && !isUnread(each);
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

/** Comments that are gone; those in what is taken out, and right behind it, may go with it, and become text that they were to be. */
function lostComments(text: string, edits: readonly ChunkEdit[], after: string): string[] {
  const kept = commentsOf(after);
  const removed = edits
    .filter((edit) => /^\s*(?:\{\}|\[\])?$/.test(edit.text))
    .map(({ start, end }) => text.slice(start, end));
  const lost = commentsOf(text).filter((comment) => {
    const at = kept.indexOf(comment);
    if (at >= 0) kept.splice(at, 1);
    const isEnclosed =
      edits.some(({ end }) => text.startsWith(comment, end)) &&
      edits.some(({ start }) => text.endsWith(comment, start));
    const isWritten = isEnclosed || edits.some((edit) => edit.text.includes(comment));
    return at < 0 && !isWritten && !removed.some((part) => part.includes(comment));
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

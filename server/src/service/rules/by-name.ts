import { type ChunkEdit, columnOf, type Editor } from '../fixes/index.ts';
import { deref, isMerge, isNull, type MapNode, type Pair, pairOf, stringOf, type YamlNode } from '../yaml/index.ts';

/**
 * Turns a map by name into a list of objects that have the name in them: `web: {image: nginx}` becomes `- name: web` with
 * the rest below it, comments and all.
 * @param field what a value that is no object goes to: `LEVEL: debug` becomes `- name: LEVEL`, `value: debug`
 * @returns undefined where that cannot be done without deciding for the user
 */
export function listByName(map: MapNode, field: string, editor: Editor): ChunkEdit[] | undefined {
  if (map.anchor || map.pairs.length === 0) return undefined;
  const edits: ChunkEdit[] = [];
  for (const pair of map.pairs) {
    const item = isMerge(pair) ? undefined : itemEdits(pair, field, editor);
    if (!item) return undefined;
    edits.push(...item);
  }
  return map.flow ? [...editor.bracesToBrackets(map), ...edits] : edits;
}

/**
 * Writes `LEVEL: debug` as `name: LEVEL`, `value: debug` where it stands.
 * @param open what stands in front of the name: `- `, `{` or nothing
 */
export function splitPair(pair: Pair, field: string, open: string, editor: Editor): ChunkEdit[] {
  const { key, value, parent } = pair;
  const name = `${open}${editor.key('name')}: ${editor.scalar(key.text, key)}`;
  const close = open === '{' ? [editor.replace({ start: value.end, end: value.end }, '}')] : [];
  const span = { start: key.start, end: pair.colonEnd };
  if (isNull(value)) return [editor.replace({ ...span, end: Math.max(span.end, value.end) }, name), ...close];
  const indent = ' '.repeat(columnOf(editor.text, key.start) + (open === '- ' ? 2 : 0));
  const gap = parent.flow ? ', ' : editor.style.eol + indent;
  const shift = open === '- ' ? editor.shiftRest(value, 2) : [];
  return [editor.replace(span, `${name}${gap}${editor.key(field)}:`), ...asString(value, editor), ...shift, ...close];
}

/** Quotes what the API server would not read as a string. */
function asString(value: YamlNode, editor: Editor): ChunkEdit[] {
  const scalar = deref(value);
  if (scalar?.kind !== 'scalar' || stringOf(scalar) !== undefined) return [];
  return [editor.replace(value, editor.scalar(scalar.text, value))];
}

function itemEdits(pair: Pair, field: string, editor: Editor): ChunkEdit[] | undefined {
  const { key, value, parent } = pair;
  const open = parent.flow ? '{' : '- ';
  if (deref(value)?.kind === 'scalar') return splitPair(pair, field, open, editor);
  if (value.kind !== 'map' || value.anchor || pairOf(value, 'name')) return undefined;
  const name = `${editor.key('name')}: ${editor.scalar(key.text, key)}`;
  if (value.flow) {
    const head = `${parent.flow ? '' : '- '}{${name}${value.pairs.length > 0 ? ', ' : ''}`;
    return [editor.replace({ start: key.start, end: value.start + 1 }, head)];
  }
  const by = columnOf(editor.text, key.start) + 2 - columnOf(editor.text, value.start);
  return [
    editor.replace({ start: key.start, end: pair.colonEnd }, `- ${name}`),
    ...editor.shiftRest({ start: key.end, end: value.end }, by),
  ];
}

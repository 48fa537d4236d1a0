import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import type { Finding } from '../../schema/decode.ts';
import { fieldOf, fieldsOf, newestMinor, scalarTypes } from '../../schema/index.ts';
import { factsOf } from '../../schema/overlay/index.ts';
import {
  deref,
  isNull,
  type MapNode,
  readScalar,
  type ScalarNode,
  type SeqNode,
  type Writable,
  type YamlNode,
} from '../../yaml/index.ts';
import { listByName } from '../by-name.ts';
import { listed, wanted } from '../describe.ts';
import { type Fix, safe, suggestion } from '../rule.ts';

export type WrongType = Extract<Finding, { kind: 'wrong-type' }>;

/** What to do about a value of the wrong type: what the message ends with, and the fixes. */
export interface Remedy {
  advice: string;
  fixes(editor: Editor): Fix[];
}

/** The remedy for a value of the wrong type; there is always one that says what is wanted. */
export function remedyOf(finding: WrongType): Remedy {
  return (
    emptyObject(finding) ??
    objectOfScalar(finding) ??
    objectOfList(finding) ??
    listOfOne(finding) ??
    numberOrBoolean(finding) ??
    stringOf(finding) ?? { advice: adviceFor(finding), fixes: () => [] }
  );
}

function adviceFor({ field, item }: WrongType): string {
  const required = Object.entries(fieldsOf(field.type) ?? {}).filter(([, known]) => known.required);
  if (required.length === 0 || (field.list && !item)) return l10n.t('Write {0}.', wanted(field, item));
  return l10n.t('Write an object with {0}.', listed(required.map(([name]) => name)));
}

/** The field of a type that people mean when they write one value instead of the object. */
const mainFields: Readonly<Record<string, string>> = {
  'core/v1.ContainerPort': 'containerPort',
  'core/v1.LocalObjectReference': 'name',
  'core/v1.ConfigMapEnvSource': 'name',
  'core/v1.SecretEnvSource': 'name',
  'core/v1.ConfigMapVolumeSource': 'name',
  'core/v1.SecretVolumeSource': 'secretName',
  'core/v1.PersistentVolumeClaimVolumeSource': 'claimName',
  'core/v1.HostPathVolumeSource': 'path',
  'core/v1.EmptyDirVolumeSource': 'medium',
  'core/v1.TCPSocketAction': 'port',
  'core/v1.GRPCAction': 'port',
  'core/v1.ObjectFieldSelector': 'fieldPath',
  'core/v1.SeccompProfile': 'type',
  'core/v1.AppArmorProfile': 'type',
  'apps/v1.DeploymentStrategy': 'type',
  'apps/v1.StatefulSetUpdateStrategy': 'type',
  'apps/v1.DaemonSetUpdateStrategy': 'type',
};

/** A number or boolean where a string is wanted, which has a rule of its own. */
export function isUnquotedString({ node, field, item }: WrongType): boolean {
  return field.type === 'string' && node.kind === 'scalar' && (item || !(field.list || field.map));
}

function isObject({ field }: WrongType): boolean {
  return field.map || !scalarTypes.has(field.type);
}

/** `emptyDir: ""` and `emptyDir: []`. */
function emptyObject({ node, field, item }: WrongType): Remedy | undefined {
  const isEmpty = node.kind === 'seq' ? node.items.length === 0 : node.kind === 'scalar' && node.text === '';
  if (!isEmpty || item || field.list || (!field.map && !mayBeEmpty(field.type))) return undefined;
  const fixes = (editor: Editor) => [safe(l10n.t('Change to {0}', '{}'), [editor.replace(node, '{}')])];
  return { advice: l10n.t('Write `{}` for an empty one.'), fixes };
}

/** Whether the API server takes `{}` for an object: what has metadata needs a name, what selects has to select. */
function mayBeEmpty(type: string): boolean {
  const { fields, union } = factsOf(type, newestMinor);
  const known = [...fields.values()];
  const isNeeded = known.some(({ field, limits }) => field.required || limits?.required || needy.includes(field.type));
  return !scalarTypes.has(type) && !needy.includes(type) && !union?.none && !isNeeded;
}

const needy = ['meta/v1.ObjectMeta', 'meta/v1.LabelSelector'];

/** `ports: [80]`, `ports: 80`, `imagePullSecrets: [regcred]`, `strategy: Recreate`. */
function objectOfScalar(finding: WrongType): Remedy | undefined {
  const { node, field, item } = finding;
  const key = mainFields[field.type];
  if (!key || field.map || node.kind !== 'scalar') return undefined;
  const value = mainValue(node, field.type, key);
  if (value === undefined) return undefined;
  const object: Writable = { [key]: value };
  const asWritten = String(value) === node.text;
  const title = l10n.t('Change to {0}', `${key}: ${value}`);
  const fixes = (editor: Editor) => {
    const edits = editor.replaceNode(node, field.list && !item ? [object] : object);
    return [asWritten ? safe(title, edits) : suggestion(title, edits)];
  };
  return { advice: l10n.t('Write `{0}` in it.', `${key}: ${value}`), fixes };
}

/** The value for the main field; of `8080:80`, which Docker reads as host and container, the container's. */
function mainValue(node: ScalarNode, type: string, key: string): string | number | undefined {
  const field = fieldOf(type, key);
  if (field?.type === 'string') {
    const isMedium = key !== 'medium' || /^(?:Memory|HugePages)/.test(node.text);
    const fits =
      node.value.type === 'string' && node.text !== '' && (!field.enum || field.enum.includes(node.value.value));
    return fits && isMedium ? node.text : undefined;
  }
  const digits = /^(?:\d+:)?(\d{1,5})(?:\/(?:tcp|udp|sctp))?$/i.exec(node.text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `capabilities: [NET_ADMIN]`, and a list of maps where one map is wanted. */
function objectOfList(finding: WrongType): Remedy | undefined {
  const { node, field, item } = finding;
  if (node.kind !== 'seq' || field.list || item || !isObject(finding)) return undefined;
  if (field.type === 'core/v1.Capabilities') {
    return { advice: l10n.t('Put the list under `add` or `drop`.'), fixes: (editor) => nestCapabilities(node, editor) };
  }
  const names = node.items.flatMap((entry) => (entry.kind === 'map' ? entry.pairs.map(({ key }) => key.text) : []));
  const canJoin =
    node.items.every((entry) => entry.kind === 'map' && entry.flow === node.flow) &&
    new Set(names).size === names.length &&
    (field.map || names.every((name) => fieldOf(field.type, name)));
  const title = l10n.t('Turn into a map');
  const fixes = (editor: Editor) => (canJoin && !node.flow ? [safe(title, withoutDashes(node, editor))] : []);
  return { advice: l10n.t('Write its keys without dashes.'), fixes };
}

function nestCapabilities(list: SeqNode, editor: Editor): Fix[] {
  const pair = list.parent;
  if (pair?.kind !== 'pair') return [];
  const dropsAll = list.items.some((item) => item.kind === 'scalar' && item.text === 'ALL');
  const keys = dropsAll ? ['drop', 'add'] : ['add', 'drop'];
  return keys.map((key) => suggestion(l10n.t('Put the list under {0}', key), editor.nest(pair, [key])));
}

/** The dashes become spaces, so that everything stays in its column. */
function withoutDashes(list: SeqNode, editor: Editor) {
  return list.dashes.map((start) => editor.replace({ start, end: start + 1 }, ' '));
}

/** One entry, or a map by name, where a list is wanted. */
function listOfOne({ node, field, item }: WrongType): Remedy | undefined {
  if (!field.list || item || node.parent?.kind !== 'pair') return undefined;
  const title = l10n.t('Turn into a list');
  const advice = l10n.t('Write each entry after a dash: `- …`.');
  if (node.kind === 'scalar' && field.type === 'string' && node.value.type === 'string') {
    const { value } = node.value;
    const isOne = /^[\w./:@-]+$/.test(value);
    return {
      advice,
      fixes: (editor) => [(isOne ? safe : suggestion)(title, editor.replaceNode(node, [value]))],
    };
  }
  if (node.kind !== 'map' || scalarTypes.has(field.type)) return { advice, fixes: () => [] };
  return { advice, fixes: (editor) => listOfMap(node, field.type, title, editor) };
}

function listOfMap(node: MapNode, type: string, title: string, editor: Editor): Fix[] {
  const isEntry = node.pairs.length > 0 && node.pairs.every(({ key }) => fieldOf(type, key.text));
  if (isEntry && (type !== 'core/v1.EnvFromSource' || node.pairs.length === 1)) {
    return [safe(title, editor.wrapIntoList(node))];
  }
  if (isEntry) return [safe(title, entryEach(node, editor))];
  const fits = node.pairs.every(({ value }) => isNull(value) || deref(value)?.kind === 'map');
  const edits = fieldsOf(type)?.name && fits ? listByName(node, '', editor) : undefined;
  return edits ? [suggestion(title, edits)] : [];
}

/** Each key becomes an entry of its own: a source of `envFrom` has only one. */
function entryEach(map: MapNode, editor: Editor) {
  const [open, close] = map.flow ? ['{', '}'] : ['- ', ''];
  const edits = map.pairs.flatMap(({ key, value }) => [
    editor.replace({ start: key.start, end: key.start }, open),
    ...(map.flow
      ? [editor.replace({ start: value.end, end: value.end }, close)]
      : editor.shiftRest({ start: key.start, end: value.end }, 2)),
  ]);
  return map.flow ? [...editor.bracesToBrackets(map), ...edits] : edits;
}

/** `"80"`, `"true"`, `5s` and `8080:80` where a number or boolean is wanted. */
function numberOrBoolean({ node, field, name }: WrongType): Remedy | undefined {
  if (node.kind !== 'scalar') return undefined;
  if (field.type === 'boolean') return booleanOf(node);
  if (field.type !== 'int32' && field.type !== 'int64') return undefined;
  const read = readScalar(node.text, 'plain');
  if (node.style !== 'plain' && read.type === 'number' && read.integer !== undefined) {
    return { advice: l10n.t('Remove the quotes.'), fixes: (editor) => [unquote(node, Number(read.integer), editor)] };
  }
  const seconds = /seconds$/i.test(name) ? secondsOf(node.text) : undefined;
  if (seconds !== undefined) {
    const fixes = (editor: Editor) => [safe(l10n.t('Change to {0}', seconds), editor.replaceNode(node, seconds))];
    return { advice: l10n.t('The unit is seconds: write {0}, without a unit.', seconds), fixes };
  }
  if (name === 'runAsUser' || name === 'runAsGroup') return userId(node);
  const port = name === 'containerPort' ? mainValue(node, 'core/v1.ContainerPort', name) : undefined;
  if (typeof port !== 'number') return undefined;
  const fixes = (editor: Editor) => [suggestion(l10n.t('Change to {0}', port), editor.replaceNode(node, port))];
  return { advice: l10n.t('Write only the port of the container: {0}.', port), fixes };
}

function booleanOf(node: ScalarNode): Remedy | undefined {
  const read = readScalar(node.text, 'plain');
  if (read.type === 'boolean') {
    return { advice: l10n.t('Remove the quotes.'), fixes: (editor) => [unquote(node, read.value, editor)] };
  }
  if (node.text !== '0' && node.text !== '1') return undefined;
  const value = node.text === '1';
  const fixes = (editor: Editor) => [
    suggestion(l10n.t('Change to {0}', String(value)), editor.replaceNode(node, value)),
  ];
  return { advice: l10n.t('Write `true` or `false`.'), fixes };
}

/** In JSON only a number as JSON writes it may lose its quotes. */
function unquote(node: ScalarNode, value: number | boolean, editor: Editor): Fix {
  const text = editor.isJson ? String(value) : node.text;
  return safe(l10n.t('Remove the quotes'), [editor.replace(node, text)]);
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, sec: 1, seconds: 1, m: 60, min: 60, h: 3600, d: 86_400 };

/** `5s`, `1m30s` and `500ms` in whole seconds; undefined for anything else. */
function secondsOf(text: string): number | undefined {
  const parts = [...text.trim().matchAll(/(\d+)\s*([a-z]+)\s*/gy)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.trim()) return undefined;
  const seconds = parts.reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (unitSeconds[unit] ?? Number.NaN),
    0,
  );
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

function userId(node: ScalarNode): Remedy | undefined {
  if (node.value.type !== 'string') return undefined;
  const id = { root: 0, nobody: 65_534 }[node.text];
  const fixes = (editor: Editor) =>
    id === undefined ? [] : [suggestion(l10n.t('Change to {0}', id), editor.replaceNode(node, id))];
  return { advice: l10n.t('Write the number of the user or group: names are not looked up in the image.'), fixes };
}

/** `image: [nginx]`, `image: {repository: nginx, tag: 1.27}` and `- a: b` where a string is wanted. */
function stringOf({ node, field, name, item }: WrongType): Remedy | undefined {
  if (field.type !== 'string' || node.kind === 'scalar' || ((field.list || field.map) && !item)) return undefined;
  const single = node.kind === 'seq' && node.items.length === 1 ? node.items[0] : undefined;
  if (single?.kind === 'scalar' && single.value.type === 'string') {
    const { value } = single.value;
    const fixes = (editor: Editor) => [suggestion(l10n.t('Change to {0}', value), editor.replaceNode(node, value))];
    return { advice: l10n.t('Write a single string.'), fixes };
  }
  if (node.kind === 'map' && name === 'image') return imageOf(node);
  if (node.kind !== 'map' || !field.list || node.pairs.length !== 1) return undefined;
  const fixes = (editor: Editor) => quoteWhole(node, editor);
  return { advice: l10n.t('The `: ` inside it turns the string into a map: quote the whole string.'), fixes };
}

/** A chart's values, `repository` and `tag`, as one image. */
function imageOf(node: MapNode): Remedy {
  const parts = new Map(node.pairs.map(({ key, value }) => [key.text, value.kind === 'scalar' ? value.text : '']));
  const [registry, repository, tag] = ['registry', 'repository', 'tag'].map((key) => parts.get(key) ?? '');
  const image = `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}`;
  const title = l10n.t('Change to {0}', image);
  const fixes = (editor: Editor) => (repository ? [suggestion(title, replaceBlock(node, image, editor))] : []);
  return { advice: l10n.t('Write it as one string: `registry/name:tag`.'), fixes };
}

function replaceBlock(node: YamlNode, value: string, editor: Editor) {
  const pair = node.parent;
  if (pair?.kind !== 'pair') return editor.replaceNode(node, value);
  return [{ start: pair.colonEnd, end: node.end, text: ` ${editor.scalar(value, node)}` }];
}

function quoteWhole(node: MapNode, editor: Editor): Fix[] {
  const text = editor.text.slice(node.start, node.end);
  if (text.includes('\n') || text.includes('#')) return [];
  return [suggestion(l10n.t('Quote the whole string'), [editor.replace(node, editor.scalar(text, node))])];
}

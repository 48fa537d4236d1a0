import * as l10n from '@vscode/l10n';
import { breakAt, type ChunkEdit, columnOf, type Editor, lineEnd, linesOf, withComments } from '../../fixes/index.ts';
import { servedIn } from '../../model/index.ts';
import {
  indented,
  isBlock,
  type MapNode,
  type Pair,
  pairOf,
  stringOf,
  valueAt,
  type Writable,
  writeFlow,
  writePair,
} from '../../yaml/index.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';
import { linesBelow, ownPair, textsAt, withHead, withoutStatus } from './specs.ts';

type Fields = { [key: string]: Writable };

/** A field around the pod spec, with those that stand before it. */
interface Level {
  before: Fields;
  key: string;
}

/** What a controller asks of the pods that it makes. */
interface Controller {
  kind: string;
  levels(labels: Fields): Level[];
  /** The restart policies that it takes, the first where the Pod has another. */
  restartPolicies: readonly string[];
  /** Fields that a Pod may have and its template may not. */
  refused: readonly string[];
  needsLabels: boolean;
  /** How long its name may be. */
  longestName: number;
}

/** The name of a Job is a label of its pods. */
const longestLabel = 63;

const controllers: readonly Controller[] = [
  {
    kind: 'Deployment',
    levels: (labels) => [
      { before: { selector: { matchLabels: labels } }, key: 'template' },
      { before: {}, key: 'spec' },
    ],
    restartPolicies: ['Always'],
    refused: ['activeDeadlineSeconds'],
    needsLabels: true,
    longestName: 253,
  },
  {
    kind: 'Job',
    levels: () => [
      { before: {}, key: 'template' },
      { before: {}, key: 'spec' },
    ],
    restartPolicies: ['OnFailure', 'Never'],
    refused: [],
    needsLabels: false,
    longestName: longestLabel,
  },
  {
    kind: 'CronJob',
    levels: () => [
      { before: { schedule: '0 * * * *' }, key: 'jobTemplate' },
      { before: {}, key: 'spec' },
      { before: {}, key: 'template' },
      { before: {}, key: 'spec' },
    ],
    restartPolicies: ['OnFailure', 'Never'],
    refused: [],
    needsLabels: false,
    longestName: 52,
  },
];

/** A Pod as the template of what runs it: again where it ended, to its end, or at times. */
export function intoController({ workload, onHead, editor }: RefactorContext): Refactoring[] {
  const { root, kind, head } = workload;
  if (kind !== 'Pod' || head || !onHead) return [];
  const spec = ownPair(root, 'spec');
  const metadata = ownPair(root, 'metadata')?.value;
  if (spec?.value.kind !== 'map' || metadata?.kind !== 'map') return [];
  const pod = { root, spec, body: spec.value, metadata };
  return controllers.flatMap((controller) => {
    const edits = editsFor(controller, pod, editor);
    if (!edits) return [];
    const lost = controller.refused.filter((field) => ownPair(pod.body, field));
    const title =
      lost.length > 0
        ? l10n.t('Convert to a {0} without {1}', controller.kind, lost.join(', '))
        : l10n.t('Convert to a {0}', controller.kind);
    return [{ title, kind: 'refactor.rewrite', edits }];
  });
}

/** A Pod that is written where it stands. */
interface WrittenPod {
  root: MapNode;
  metadata: MapNode;
  spec: Pair;
  body: MapNode;
}

function editsFor(controller: Controller, pod: WrittenPod, editor: Editor): ChunkEdit[] | undefined {
  const { root, metadata, spec, body } = pod;
  const name = stringOf(valueAt(metadata, 'name'));
  const written = textsAt(metadata, 'labels');
  const annotations = annotationsOf(metadata, editor);
  if (!written || !annotations) return undefined;
  const isLabel = name !== undefined && name.length <= longestLabel;
  const labels = Object.keys(written).length === 0 && controller.needsLabels && isLabel ? { app: name } : written;
  if (controller.needsLabels && Object.keys(labels).length === 0) return undefined;
  if ((name ?? '').length > controller.longestName) return undefined;
  const head = withHead(root, servedIn(controller.kind) ?? '', controller.kind, editor);
  const status = withoutStatus(root, editor);
  if (!head || !status) return undefined;
  const levels = controller.levels(identityOf(labels));
  const removed = controller.refused.flatMap((field) => {
    const pair = ownPair(body, field);
    return pair ? editor.removePair(pair) : [];
  });
  const isGone = ({ start }: ChunkEdit) => removed.some((edit) => edit.start <= start && start < edit.end);
  return [
    ...head,
    ...annotations.removed,
    ...status,
    ...removed,
    ...nested(spec, body, levels, metadataOf(labels, annotations, editor), editor).filter((edit) => !isGone(edit)),
    ...restartPolicy(controller, body, levels, editor),
  ];
}

/** Entries of the metadata of a Pod, which go to that of its template. */
interface Annotations {
  texts: Fields;
  /** As they are written, with the comments among them. */
  lines: string[];
  removed: ChunkEdit[];
}

function annotationsOf(metadata: MapNode, editor: Editor): Annotations | undefined {
  const texts = textsAt(metadata, 'annotations');
  const pair = pairOf(metadata, 'annotations');
  if (!texts || (pair && pair.parent !== metadata)) return undefined;
  if (!pair) return { texts, lines: [], removed: [] };
  const { text, style } = editor;
  if (metadata.flow || metadata.pairs.length === 1) {
    return { texts, lines: writePair('annotations', texts, style), removed: editor.removePair(pair) };
  }
  const [start, end] = [withComments(text, pair.start), lineEnd(text, pair.end)];
  const lines = linesOf(text, { start: start + columnOf(text, pair.start), end });
  return { texts, lines, removed: [{ start, end: end + breakAt(text, end).length, text: '' }] };
}

/** The metadata of a template, for flow style and as lines. */
interface Metadata {
  fields: Fields;
  lines: string[];
}

function metadataOf(labels: Fields, { texts, lines }: Annotations, { style }: Editor): Metadata {
  const written = [
    { name: 'labels', value: labels, lines: writePair('labels', labels, style) },
    { name: 'annotations', value: texts, lines },
  ].filter(({ value }) => Object.keys(value).length > 0);
  if (written.length === 0) return { fields: {}, lines: [] };
  return {
    fields: { metadata: Object.fromEntries(written.map(({ name, value }) => [name, value])) },
    lines: ['metadata:', ...written.flatMap((each) => each.lines).map((line) => indented(line, style.indent))],
  };
}

/** The labels that say what an app is, rather than in which version: a selector cannot be changed. */
function identityOf(labels: Fields): Fields {
  const identity = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app'];
  const known = Object.entries(labels).filter(([key]) => identity.includes(key));
  return known.length > 0 ? Object.fromEntries(known) : labels;
}

/** Puts a pod spec below further fields, the last with the metadata of the pod beside it, its lines deeper. */
function nested(spec: Pair, body: MapNode, levels: readonly Level[], metadata: Metadata, editor: Editor): ChunkEdit[] {
  const { style, isJson, text } = editor;
  if (spec.parent.flow) {
    const open = levels.map(({ before, key }, depth) => {
      const all = { ...before, ...(depth === levels.length - 1 && metadata.fields) };
      const fields = Object.entries(all).map(
        ([name, value]) => `${editor.key(name)}: ${writeFlow(value, style, isJson)}, `,
      );
      return `{${fields.join('')}${editor.key(key)}: `;
    });
    return [
      { start: body.start, end: body.start, text: open.join('') },
      { start: body.end, end: body.end, text: '}'.repeat(levels.length) },
    ];
  }
  const column = columnOf(text, spec.start);
  const lines = levels.flatMap(({ before, key }, depth) => {
    const fields = Object.entries(before).flatMap(([name, value]) => writePair(name, value, style));
    const beside = depth === levels.length - 1 ? metadata.lines : [];
    return [...fields, ...beside, `${key}:`].map((line) => indented(line, column + (depth + 1) * style.indent));
  });
  const by = levels.length * style.indent;
  const at = spec.colonEnd;
  return [
    { start: at, end: at, text: lines.map((line) => style.eol + line).join('') },
    ...(isBlock(body) ? editor.shiftLines(linesBelow(spec, text), by) : editor.shiftRest(body, by)),
  ];
}

function restartPolicy(
  { restartPolicies }: Controller,
  body: MapNode,
  levels: readonly Level[],
  editor: Editor,
): ChunkEdit[] {
  const [usual = ''] = restartPolicies;
  const policy = ownPair(body, 'restartPolicy');
  if (policy)
    return restartPolicies.includes(stringOf(policy.value) ?? '') ? [] : editor.replaceNode(policy.value, usual);
  if (usual === 'Always') return [];
  if (body.flow) return editor.insertPair(body, 'restartPolicy', usual);
  const at = lineEnd(editor.text, body.end);
  const column = columnOf(editor.text, body.start) + levels.length * editor.style.indent;
  return [{ start: at, end: at, text: `${editor.style.eol}${indented(`restartPolicy: ${usual}`, column)}` }];
}

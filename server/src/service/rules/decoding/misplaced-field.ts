import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { nearest, titleOf } from '../../model/index.ts';
import type { Finding } from '../../schema/decode.ts';
import { fieldOf, fieldsOf, isServed } from '../../schema/index.ts';
import { hasShapeOf } from '../../schema/shape.ts';
import { deref, isNull, type MapNode, type Pair, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, findingsOf, type RuleContext, safe, suggestion } from '../rule.ts';
import { synonymOf } from './synonyms.ts';

type UnknownField = Extract<Finding, { kind: 'unknown-field' }>;

/** A place in the manifest that has a field of the misplaced key's name. */
interface Target {
  map: MapNode;
  /** Objects below the map, one in the other, that the key belongs into and that are not written yet: `resources`. */
  inside: readonly string[] | undefined;
  /** What the place is called in messages: `spec`, `container app`. */
  title: string;
}

export default defineRule<{ pair: Pair; targets: Target[]; sure: boolean }>({
  code: 'misplaced-field',
  severity: 'error',
  hides: true,
  check(context, report) {
    for (const finding of findingsOf(context.findings, 'unknown-field')) {
      if (finding.known || isNull(finding.pair.value) || synonymOf(finding.type, finding.pair.key.text)) continue;
      const targets = targetsOf(finding, context);
      const [first] = targets;
      if (!first) continue;
      const { pair, path } = finding;
      report({
        node: pair.key,
        path,
        message: l10n.t(
          '`{0}` belongs in {1}, not here: the API server refuses it as an unknown field. Move it there.',
          pair.key.text,
          first.title,
        ),
        data: { pair, targets, sure: targets.length === 1 && !isOfHandler(finding.type) },
      });
    }
  },
  fix({ data: { pair, targets, sure } }, editor) {
    const fixes: Fix[] = [];
    for (const target of targets) {
      const edits = move(pair, target, editor);
      const title = l10n.t('Move {0} to {1}', pair.key.text, target.title);
      if (edits) fixes.push((sure ? safe : suggestion)(title, edits));
    }
    return [...fixes, ...removeFix(pair, editor)];
  },
});

/** Where a key could go: an object around it, an object beside it, or the containers of the pod. */
function targetsOf({ pair, map, type }: UnknownField, context: RuleContext): Target[] {
  const name = pair.key.text;
  const { objects, minor, pod } = context;
  const takes = (owner: string) => {
    const field = fieldOf(owner, name);
    return field !== undefined && isServed(field, minor) && hasShapeOf(pair.value, field);
  };
  const inside = Object.entries(fieldsOf(type) ?? {}).filter(
    ([, field]) => !field.list && !field.map && isServed(field, minor) && takes(field.type),
  );
  const written = inside.filter(([field]) => pairOf(map, field));
  const inner = [written, inside].find(({ length }) => length === 1)?.[0]?.[0];
  if (type === 'batch/v1.CronJobSpec' && takes('batch/v1.JobSpec')) return [jobTarget(map)];
  if (type === 'meta/v1.LabelSelector' && isLabel(pair, minor)) return [besideTarget(map, 'matchLabels')];
  if (isOfHandler(type)) return inner ? [besideTarget(map, inner)] : [];
  for (const outer of mapsAround(map)) {
    const known = objects.get(outer);
    if (!known || !takes(known.type) || hasScalar(outer, name)) continue;
    return [{ map: outer, inside: undefined, title: titleAt(outer, known.path, context) }];
  }
  if (isMisspelled(name, type, minor)) return [];
  const containers =
    pod && takes('core/v1.Container') ? pod.containers.filter(({ node }) => !hasScalar(node, name)) : [];
  // `name` behind the containers is one that is indented too little, before it is the one of `os`
  const isOfContainer = type === 'core/v1.PodSpec' && containers.length > 0;
  if (inner && !isOfContainer) return [besideTarget(map, inner)];
  if (pod && takes('core/v1.PodSpec')) return [{ map: pod.node, inside: undefined, title: `\`${pod.path}\`` }];
  return containers.map((container) => ({
    map: container.node,
    inside: undefined,
    title: l10n.t('container {0}', titleOf(container)),
  }));
}

function hasScalar(map: MapNode, name: string): boolean {
  return deref(pairOf(map, name)?.value)?.kind === 'scalar';
}

/** The Job that a CronJob makes: `template` for a Pod template that is put where that of a Job would be. */
function jobTarget(map: MapNode): Target {
  const title = '`spec.jobTemplate.spec`';
  const job = valueAt(map, 'jobTemplate', 'spec');
  return job?.kind === 'map' ? { map: job, inside: undefined, title } : { map, inside: ['jobTemplate', 'spec'], title };
}

/** A label right in a selector, as the selectors of Services have them. */
function isLabel({ key, value }: Pair, minor: number): boolean {
  return stringOf(value) !== undefined && !isMisspelled(key.text, 'meta/v1.LabelSelector', minor);
}

/** Probes and hooks have a command of their own: what stands in them is never meant for the container around them. */
function isOfHandler(type: string): boolean {
  return /^core\/v1\.(?:Probe|Lifecycle\w*|\w+Action)$/.test(type);
}

/** An object of the same map: `resources` for `requests`. */
function besideTarget(map: MapNode, name: string): Target {
  const value = valueAt(map, name);
  if (value?.kind === 'map') return { map: value, inside: undefined, title: `\`${name}\`` };
  return { map, inside: [name], title: `\`${name}\`` };
}

function isMisspelled(name: string, type: string, minor: number): boolean {
  const names = Object.entries(fieldsOf(type) ?? {}).filter(([, field]) => isServed(field, minor));
  return nearest(
    name,
    names.map(([field]) => field),
  ).some((field) => Math.abs(field.length - name.length) <= 1);
}

function* mapsAround(map: MapNode): Generator<MapNode> {
  for (let parent = map.parent; parent; parent = parent.kind === 'pair' ? parent.parent.parent : parent.parent) {
    if (parent.kind === 'pair') yield parent.parent;
  }
}

function titleAt(map: MapNode, path: string, { pod }: RuleContext): string {
  const container =
    pod && [...pod.initContainers, ...pod.containers, ...pod.ephemeralContainers].find(({ node }) => node === map);
  if (container) return l10n.t('container {0}', titleOf(container));
  return path ? `\`${path}\`` : l10n.t('the top level');
}

/** Whether the key in front, with nothing behind its colon, is the object that a pair belongs into: `configMapRef:`. */
function isUnindented(pair: Pair, inside: readonly string[]): boolean {
  const { flow, pairs } = pair.parent;
  const before = pairs[pairs.indexOf(pair) - 1];
  return !flow && before?.value.start === before?.value.end && before?.key.text === inside.join();
}

function move(pair: Pair, { map, inside }: Target, editor: Editor): ChunkEdit[] | undefined {
  if (inside) {
    if (isUnindented(pair, inside)) return editor.shiftLines(pair, editor.style.indent);
    return inside.some((name) => pairOf(map, name)) ? undefined : editor.wrapPair(pair, inside);
  }
  const there = pairOf(map, pair.key.text);
  if (there) return editor.mergePair(pair, there);
  const edits = editor.movePair(pair, map);
  return edits.length > 0 ? edits : undefined;
}

import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import { containerLists } from '../../model/index.ts';
import type { Finding } from '../../schema/decode.ts';
import { fieldOf } from '../../schema/index.ts';
import { isMerge, type MapNode, pairOf, stringOf } from '../../yaml/index.ts';
import { listByName } from '../by-name.ts';
import { actual } from '../describe.ts';
import { defineRule, type Fix, findingsOf, safe, suggestion } from '../rule.ts';
import { isImage, nameFor } from './names.ts';

type WrongType = Extract<Finding, { kind: 'wrong-type' }>;

export default defineRule<WrongType>({
  code: 'containers-not-list',
  severity: 'error',
  hides: true,
  check({ findings, pod }, report) {
    for (const finding of findingsOf(findings, 'wrong-type')) {
      if (finding.item || finding.owner !== 'core/v1.PodSpec') continue;
      if (!containerLists.some((list) => list === finding.name)) continue;
      const { node, name, path } = finding;
      report({ node: pairOf(pod?.node, name)?.key ?? node, path, message: explain(finding), data: finding });
    }
  },
  fix({ data: { node, name }, workload: { pod } }, editor) {
    if (!pod || pairOf(pod.node, name)?.value !== node) return [];
    const title = l10n.t('Turn into a list');
    if (node.kind === 'scalar') {
      const image = stringOf(node);
      const own = image && isImage(image) ? nameFor(image, pod) : undefined;
      return own && image ? [suggestion(title, editor.replaceNode(node, [{ name: own, image }]))] : [];
    }
    return node.kind === 'map' ? wrap(node, title, editor) : [];
  },
});

function explain({ node, name }: WrongType): string {
  if (node.kind !== 'map') {
    return l10n.t(
      '`{0}` must be a list of objects, but this is {1}: the API server refuses it. Write each container as `- name:` and `image:` below it.',
      name,
      actual(node),
    );
  }
  return isByName(node)
    ? l10n.t(
        '`{0}` must be a list, but this is a map by name: the API server refuses it ("cannot unmarshal object"). Write each container as `- name: {1}` with its fields below.',
        name,
        node.pairs[0]?.key.text ?? '',
      )
    : l10n.t(
        '`{0}` must be a list, but these are the fields of one container: the API server refuses it ("cannot unmarshal object"). Put a dash before the first field.',
        name,
      );
}

function wrap(map: MapNode, title: string, editor: Editor): Fix[] {
  if (map.anchor || map.pairs.length === 0) return [];
  if (!isByName(map)) return map.pairs.some(isContainerField) ? [safe(title, editor.wrapIntoList(map))] : [];
  const fits = map.pairs.every(({ value }) => value.kind === 'map' || isImage(stringOf(value) ?? ''));
  const edits = fits ? listByName(map, 'image', editor) : undefined;
  return edits ? [suggestion(title, edits)] : [];
}

/** `web: {image: nginx}` or `web: nginx`, rather than the fields of one container. */
function isByName({ pairs }: MapNode): boolean {
  return pairs.length > 0 && !pairs.some((pair) => isMerge(pair) || isContainerField(pair));
}

function isContainerField({ key }: MapNode['pairs'][number]): boolean {
  return fieldOf('core/v1.Container', key.text) !== undefined;
}

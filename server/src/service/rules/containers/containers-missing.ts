import * as l10n from '@vscode/l10n';
import { firstToken, nearest, podPathOf, type Workload } from '../../model/index.ts';
import { deref, isNull, type MapNode, pairOf, valueAt, type YamlNode } from '../../yaml/index.ts';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule({
  code: 'containers-missing',
  severity: 'error',
  whole: true,
  check({ workload, findings }, report) {
    const node = workload.head ? undefined : holderOf(workload);
    const path = [...podPathOf(workload), 'containers'].join('.');
    if (!node) return;
    const meant = findingsOf(findings, 'unknown-field').find(
      ({ pair }) => nearest(pair.key.text, ['containers']).length,
    );
    report({
      node: meant?.pair.key ?? node,
      path,
      message: l10n.t(
        'A pod needs at least one container, so the API server refuses this. Add the list `containers`, each entry with `name` and `image`.',
      ),
      server: ['Required value'],
    });
  },
});

/** The key of the empty list, or of the innermost object towards it; undefined where there are containers. */
function holderOf(workload: Workload): YamlNode | undefined {
  const { root, likelyKind } = workload;
  let map: MapNode = root;
  let key: YamlNode = pairOf(root, 'kind')?.key ?? firstToken(root);
  for (const name of [...podPathOf(workload), 'containers']) {
    const pair = pairOf(map, name);
    const value = deref(pair?.value);
    if (pair) key = pair.key;
    // of a ReplicationController the API server misses the template instead
    if (!value || isNull(value))
      return likelyKind === 'ReplicationController' && !valueAt(valueAt(root, 'spec'), 'template') ? undefined : key;
    if (value.kind === 'seq') return name === 'containers' && value.items.length === 0 ? key : undefined;
    if (value.kind !== 'map') return undefined;
    map = value;
  }
  return undefined;
}

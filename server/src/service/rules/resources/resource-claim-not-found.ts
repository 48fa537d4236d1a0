import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  claim: ApiObject;
  names: readonly string[];
}

/** validateResourceClaimNames. */
export default defineRule<Data>({
  code: 'resource-claim-not-found',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const claim of objects.of('core/v1.ResourceClaim')) {
      const name = claim.string('name');
      const pod = claim.around('core/v1.PodSpec');
      const names = pod && claimNames(pod);
      if (!name || !names || names.includes(name)) continue;
      const list = names.length === 0 ? ' which is empty' : `: ${names.join(', ')}`;
      report({
        node: claim.valueOf('name'),
        path: claim.path,
        message: l10n.t(
          'The pod has no claim `{0}` in `resourceClaims`: the API server refuses this one. Correct the name, or add the claim to `resourceClaims`.',
          name,
        ),
        server: [`Not found: ${JSON.stringify(name)}: must be one of the names in pod.spec.resourceClaims${list}`],
        data: { claim, names },
      });
    }
  },
  fix({ data: { claim, names } }, editor) {
    const pair = claim.pair('name');
    if (!pair) return [];
    const used = claim.parent?.objects('claims').map((each) => each.string('name')) ?? [];
    const free = names.filter((name) => !used.includes(name));
    const near = nearest(claim.string('name') ?? '', free);
    return (near.length > 0 ? near : free.slice(0, 3)).map((name) =>
      suggestion(l10n.t('Change to {0}', name), editor.replaceNode(pair.value, name)),
    );
  },
});

/** The names of a pod's claims, sorted; undefined where they are misspelled or no list, which is told there. */
function claimNames(pod: ApiObject): string[] | undefined {
  const value = pod.value('resourceClaims');
  if (value && value.kind !== 'seq') return undefined;
  if (!value && pod.unknown.some((key) => nearest(key, ['resourceClaims']).length > 0)) return undefined;
  const names = pod.objects('resourceClaims').flatMap((claim) => claim.string('name') || []);
  return [...new Set(names)].sort();
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { effectivePairs, type Pair } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** Fields of metadata that the API server writes itself. */
export const owned = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];

/** FillObjectMetaSystemFields and PrepareForCreate set these; a resource version is refused by the storage. */
export default defineRule<Pair>({
  code: 'server-owned-field',
  severity: 'information',
  general: true,
  check({ objects }, report) {
    for (const metadata of objects.of('meta/v1.ObjectMeta')) {
      const object = metadata.parent;
      // metadata of pods and claims to be made are templates
      if (!object || object.parent) continue;
      for (const [owner, name] of [...owned.map((name) => [metadata, name] as const), [object, 'status'] as const]) {
        const pair = owner.pair(name);
        if (!pair || isBlank(owner, name)) continue;
        const isVersion = name === 'resourceVersion';
        report({
          node: pair.key,
          path: owner.at(name),
          message: isVersion ? ofVersion() : ofOthers(name),
          severity: isVersion ? 'warning' : 'information',
          data: pair,
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});

/** What tools write for want of a value: `creationTimestamp: null`, `status: {}`. */
function isBlank(owner: ApiObject, name: string): boolean {
  const value = owner.value(name);
  return owner.isEmpty(name) || (value?.kind === 'map' && effectivePairs(value).size === 0);
}

function ofVersion(): string {
  return l10n.t(
    'With a `resourceVersion` the API server creates nothing from this manifest, and changes the object only while it still has this version. Remove it; it comes from an export.',
  );
}

function ofOthers(name: string): string {
  return l10n.t('Kubernetes sets `{0}` itself, whatever the manifest says. Remove it; it comes from an export.', name);
}

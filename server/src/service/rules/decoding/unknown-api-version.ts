import * as l10n from '@vscode/l10n';
import { servedIn } from '../../model/index.ts';
import { pairOf, type YamlNode } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

/** Versions that once served workloads, with the first Kubernetes version that no longer did. */
const retired: Record<string, string> = {
  'extensions/v1beta1': '1.16',
  'apps/v1beta1': '1.16',
  'apps/v1beta2': '1.16',
  'batch/v1beta1': '1.25',
  'batch/v2alpha1': '1.21',
};

export default defineRule<YamlNode>({
  code: 'unknown-api-version',
  severity: 'error',
  hides: true,
  check({ workload: { root, head, kind, apiVersion } }, report) {
    const value = pairOf(root, 'apiVersion')?.value;
    if (head !== 'unknown-api-version' || !value || !kind || !apiVersion) return;
    const served = servedIn(kind) ?? '';
    const gone = retired[apiVersion];
    report({
      node: value,
      path: 'apiVersion',
      message: gone
        ? l10n.t(
            '`{0}` was removed in Kubernetes {1}: the API server answers "no matches for kind". Use `{3}` for a {2}.',
            apiVersion,
            gone,
            kind,
            served,
          )
        : l10n.t(
            'There is no {0} in `{1}`: the API server answers "no matches for kind". Use `{2}` for a {0}.',
            kind,
            apiVersion,
            served,
          ),
      data: value,
    });
  },
  fix({ data: value, workload: { likelyKind } }, editor) {
    const version = servedIn(likelyKind) ?? '';
    return [suggestion(l10n.t('Change apiVersion to {0}', version), editor.replaceNode(value, version))];
  },
});

import * as l10n from '@vscode/l10n';
import { byteLength } from '../../schema/formats/format.ts';
import { dnsLabel } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';
import { isContainer } from './containers.ts';
import { freeName, renameReferences } from './names.ts';

export default defineRule<{ object: ApiObject; text: string }>({
  code: 'container-name-invalid',
  severity: 'error',
  check({ findings }, report) {
    for (const { object, name, text, node, path, server } of findingsOf(findings, 'bad-format')) {
      if (!isContainer(object) || name !== 'name') continue;
      report({ node, path, message: explain(text), server, data: { object, text } });
    }
  },
  fix({ data: { object, text }, workload: { pod, root } }, editor) {
    const value = object.pair('name')?.value;
    const label = dnsLabel.mend?.(text);
    if (!label || !pod || value?.kind !== 'scalar') return [];
    const free = freeName(label, pod);
    const edits = [...editor.replaceNode(value, free), ...renameReferences(root, text, free, editor)];
    return [suggestion(l10n.t('Rename to {0}', free), edits)];
  },
});

function explain(name: string): string {
  return byteLength(name) > 63 && dnsLabel.problems(name).length === 1
    ? l10n.t(
        'A container name may have at most 63 characters, but this has {0}: the API server refuses it. Shorten it.',
        byteLength(name),
      )
    : l10n.t(
        '`{0}` is not a valid container name: the API server accepts only lowercase letters, digits and `-`, and no `-` at the start or end. Change it.',
        name,
      );
}

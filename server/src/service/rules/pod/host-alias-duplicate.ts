import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { removeEntry } from '../fields.ts';
import { repeats } from '../repeats.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  first: ApiObject;
  again: ApiObject;
}

/** warningsForPodSpecAndMeta */
export default defineRule<Data>({
  code: 'host-alias-duplicate',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const { text, first, again } of repeats(spec.objects('hostAliases'), 'ip')) {
        report({
          node: again.valueOf('ip'),
          path: again.at('ip'),
          message: l10n.t(
            'Two entries have the IP address `{0}`: `kubectl apply` takes them as one, and may lose the hostnames of the other in an update. Put all hostnames of the address into one entry.',
            text,
          ),
          server: [`duplicate ip ${JSON.stringify(text)}`],
          related: [{ node: first.valueOf('ip'), message: l10n.t('The other `{0}`', text) }],
          data: { first, again },
        });
      }
    }
  },
  fix({ data: { first, again } }, editor) {
    const edits = merged(first, again, editor);
    return edits ? [suggestion(l10n.t('Move its hostnames to the first entry'), edits)] : [];
  },
});

function merged(first: ApiObject, again: ApiObject, editor: Editor): ChunkEdit[] | undefined {
  const list = first.value('hostnames');
  if (list?.kind !== 'seq') return undefined;
  const names = new Set(again.strings('hostnames'));
  for (const name of first.strings('hostnames')) names.delete(name);
  return [...[...names].flatMap((name) => editor.insertItem(list, name)), ...removeEntry(again, editor)];
}

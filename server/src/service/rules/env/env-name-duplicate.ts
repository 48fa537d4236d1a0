import * as l10n from '@vscode/l10n';
import { deref, pairOf, stringOf, valueAt, type YamlNode } from '../../yaml/index.ts';
import { defineRule, safe, suggestion } from '../rule.ts';
import { type Variable, variablesIn } from './variables.ts';

interface Data {
  earlier: Variable;
  later: Variable;
  /** Whether an entry between them, or the later one itself, needs the earlier value. */
  isUsed: boolean;
}

export default defineRule<Data>({
  code: 'env-name-duplicate',
  severity: 'warning',
  check({ pod }, report) {
    for (const variables of variablesIn(pod)) {
      const last = new Map<string, number>();
      variables.forEach((later, at) => {
        const name = nameOf(later);
        if (!name) return;
        const earlier = variables[last.get(name) ?? -1];
        const between = variables.slice((last.get(name) ?? at) + 1, at + 1);
        last.set(name, at);
        if (!earlier || addsToEarlier(later, name)) return;
        report({
          node: nameNode(later),
          path: later.path,
          message: l10n.t(
            '`{0}` is set twice: only this one counts, and `kubectl apply --server-side` fails with "duplicate entries for key". Remove one.',
            name,
          ),
          server: [`hides previous definition of ${JSON.stringify(name)}, which may be dropped when using apply`],
          related: [{ node: nameNode(earlier), message: l10n.t('This one is hidden') }],
          data: { earlier, later, isUsed: between.some((variable) => refersTo(variable, name)) },
        });
      });
    }
  },
  fix({ data: { earlier, later, isUsed } }, editor) {
    const list = deref(pairOf(later.container.node, 'env')?.value);
    if (list?.kind !== 'seq') return [];
    const removeEarlier = editor.removeItem(list, earlier.index);
    const title = l10n.t('Remove the earlier {0}', nameOf(later) ?? '');
    const { start, end } = earlier.node;
    const hasComment = editor.text.slice(start, end).includes('#');
    return [
      isUsed || hasComment ? suggestion(title, removeEarlier) : safe(title, removeEarlier),
      suggestion(l10n.t('Remove this {0}', nameOf(later) ?? ''), editor.removeItem(list, later.index)),
    ];
  },
});

/** `PATH: /opt/bin:$(PATH)` adds to the earlier value: the API server does not warn (warningsForPodSpecAndMeta). */
function addsToEarlier({ node }: Variable, name: string): boolean {
  const value = stringOf(valueAt(node, 'value')) ?? '';
  return !valueAt(node, 'valueFrom') && value.includes(`$(${name})`) && value !== `$(${name})`;
}

function refersTo({ node }: Variable, name: string): boolean {
  return stringOf(valueAt(node, 'value'))?.includes(`$(${name})`) ?? false;
}

function nameOf({ node }: Variable): string | undefined {
  return stringOf(valueAt(node, 'name'));
}

function nameNode({ node }: Variable): YamlNode {
  return pairOf(node, 'name')?.value ?? node;
}

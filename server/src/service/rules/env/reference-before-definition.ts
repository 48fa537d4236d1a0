import * as l10n from '@vscode/l10n';
import { type Container, containersOf, referencesIn } from '../../model/index.ts';
import { deref, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { referencesOf } from './references.ts';
import { type Variable, variablesByName, variablesOf } from './variables.ts';

interface Data {
  container: Container;
  /** The variable that refers to the other. */
  user: Variable;
  definition: Variable;
}

/** makeEnvironmentVariables of pkg/kubelet/kubelet_pods.go goes through `env` from top to bottom. */
export default defineRule<Data>({
  code: 'reference-before-definition',
  severity: 'warning',
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      if (valueAt(container.node, 'envFrom')) continue;
      for (const { name, span, path, variable: user } of referencesOf(container)) {
        const [definition] = variablesByName(container).get(name) ?? [];
        if (!user || !definition || definition.index <= user.index) continue;
        report({
          node: span,
          path,
          message: l10n.t(
            '`{0}` is defined further down, but a variable can only refer to those above it, so `$({0})` stays as it is written. Move `{0}` before `{1}`.',
            name,
            user.name ?? '',
          ),
          related: [
            {
              node: valueAt(definition.node, 'name') ?? definition.node,
              message: l10n.t('`{0}` is defined here', name),
            },
          ],
          data: { container, user, definition },
        });
      }
    }
  },
  fix({ data: { container, user, definition } }, editor) {
    const list = deref(pairOf(container.node, 'env')?.value);
    if (list?.kind !== 'seq' || needsFromBetween(container, user, definition)) return [];
    const edits = editor.moveItem(list, definition.index, user.index);
    const title = l10n.t('Move {0} before {1}', definition.name ?? '', user.name ?? '');
    return edits ? [suggestion(title, edits)] : [];
  },
});

/** Whether a variable refers to one that it would be in front of then. */
function needsFromBetween(container: Container, user: Variable, definition: Variable): boolean {
  const text = stringOf(valueAt(definition.node, 'value')) ?? '';
  const names = referencesIn(text).map(({ name }) => name);
  return variablesOf(container)
    .slice(user.index, definition.index)
    .some((between) => names.includes(between.name ?? ''));
}

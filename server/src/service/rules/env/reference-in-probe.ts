import * as l10n from '@vscode/l10n';
import { type Argv, containersOf, environmentOf, resolutionOf } from '../../model/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { referencesOf, type WrittenReference } from './references.ts';

/** Sources: pkg/kubelet/prober/prober.go (ExpandContainerCommandOnlyStatic), pkg/kubelet/lifecycle/handlers.go. */
export default defineRule<WrittenReference>({
  code: 'reference-in-probe',
  severity: 'warning',
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      for (const reference of referencesOf(container)) {
        const { name, argv, span, path } = reference;
        if (!argv?.action || !environmentOf(container).has(name)) continue;
        const { kind } = resolutionOf(container, argv.action, name);
        if (kind !== 'never' && kind !== 'empty') continue;
        report({ node: span, path, message: explain(kind, name, argv), data: reference });
      }
    }
  },
  fix({ data: { name, span, inScript } }, editor) {
    const written = `\${${name}}`;
    return inScript ? [suggestion(l10n.t('Change to {0}', written), [editor.replace(span, written)])] : [];
  },
});

function explain(kind: 'never' | 'empty', name: string, { action }: Argv): string {
  const what =
    kind === 'never'
      ? l10n.t('Kubernetes replaces nothing in the command of a hook, so `$({0})` stays as it is written.', name)
      : l10n.t(
          'In a `{1}` Kubernetes replaces only variables that have a `value`, so `$({0})` becomes empty.',
          name,
          action ?? '',
        );
  return `${what} ${l10n.t('Let a shell read `{0}`: ["sh", "-c", "…"].', `$${name}`)}`;
}

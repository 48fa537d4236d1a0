import * as l10n from '@vscode/l10n';
import { containersOf, nearest } from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, suggestion } from '../rule.ts';
import {
  fromImage,
  fromLinks,
  fromServices,
  isHook,
  isVariable,
  referencesOf,
  type WrittenReference,
} from './references.ts';
import { variablesByName, variablesOf } from './variables.ts';

interface Data {
  reference: WrittenReference;
  meant: string[];
}

/**
 * `$(NAME)` of a name that is not in `env`. Nothing is said where `envFrom` may bring it, nor of what a shell may run as a
 * command, unless a variable of nearly that name is there. What is like no other may be filled in before the manifest is
 * applied, by kustomize and the like, so that is information.
 */
export default defineRule<Data>({
  code: 'reference-undefined',
  severity: 'warning',
  whole: true,
  check({ pod, findings }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      // without an image it is the patch of a container whose variables are elsewhere
      if (valueAt(container.node, 'envFrom') || !valueAt(container.node, 'image')) continue;
      if (['env', 'envFrom'].some((field) => isMistaken(field, findings, container.path))) continue;
      for (const reference of referencesOf(container)) {
        const { name, span, path, argv, inScript, variable } = reference;
        if (!isVariable(name) || [fromServices, fromLinks].some((pattern) => pattern.test(name))) continue;
        if (isHook(argv?.action)) continue;
        if (
          variablesByName(container)
            .get(name)
            ?.some((other) => other !== variable)
        )
          continue;
        const known = variablesOf(container).filter(({ index }) => !variable || index < variable.index);
        const meant = nearest(name, new Set(known.flatMap((other) => other.name ?? [])));
        if (inScript && meant.length === 0) continue;
        report({
          node: span,
          path,
          severity: meant.length > 0 || fromImage.test(name) ? 'warning' : 'information',
          message: explain(name, meant[0]),
          data: { reference, meant },
        });
      }
    }
  },
  fix({ data: { reference, meant } }, editor) {
    return meant.map((name) =>
      suggestion(l10n.t('Change to {0}', `$(${name})`), [editor.replace(reference.span, `$(${name})`)]),
    );
  },
});

function explain(name: string, meant: string | undefined): string {
  if (meant !== undefined) {
    return l10n.t('`env` has no variable `{0}`, so `$({0})` stays as it is written. Did you mean `{1}`?', name, meant);
  }
  return fromImage.test(name)
    ? l10n.t(
        '`{0}` is set by the image, which Kubernetes does not look into, so `$({0})` stays as it is written. Add it to `env`, or let a shell read `{1}`.',
        name,
        `$${name}`,
      )
    : l10n.t(
        '`env` has no variable `{0}`, so `$({0})` stays as it is written, unless a tool replaces it before. Add it to `env`.',
        name,
      );
}

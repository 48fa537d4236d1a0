import * as l10n from '@vscode/l10n';
import { containersOf, environmentOf, referencesIn } from '../../../model/index.ts';
import { stringOf } from '../../../yaml/index.ts';
import { code } from '../../markdown.ts';
import type { TokenPlace } from '../../place.ts';

/** The value of a variable once `$(NAME)` in it is resolved; undefined where it has none. */
export function variableMeaning({ object, token, workload }: TokenPlace): string | undefined {
  const name = object.string('name') ?? '';
  const container = workload.pod && containersOf(workload.pod).find(({ node }) => node === object.parent?.node);
  if (!container || referencesIn(stringOf(token) ?? '').length === 0) return undefined;
  const value = environmentOf(container).get(name);
  return value === undefined ? undefined : l10n.t('The container gets {0}.', code(value));
}

/** The label or annotation of the pod that a variable or file gets the value of. */
export function fieldPathMeaning({ token }: TokenPlace): string | undefined {
  const [, map, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(stringOf(token) ?? '') ?? [];
  if (map === undefined) return undefined;
  return map === 'labels'
    ? l10n.t('The value of the label {0} of the pod.', code(key))
    : l10n.t('The value of the annotation {0} of the pod.', code(key));
}

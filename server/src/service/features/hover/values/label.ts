import type { TokenPlace } from '../../place.ts';
import { nodeLabels, nodeTaints, objectAnnotations, objectLabels } from '../../wellKnown.ts';

/** What a key of a label, a taint or an annotation stands for, where Kubernetes gives it a meaning. */
export function keyMeaning({ object, name, token, entry }: TokenPlace): string | undefined {
  const key = entry ?? token.text;
  const meanings = meaningsFor(object.type, name);
  return Object.hasOwn(meanings, key) ? meanings[key] : undefined;
}

function meaningsFor(type: string, name: string): Readonly<Record<string, string>> {
  if (name === 'annotations') return objectAnnotations();
  return type === 'core/v1.Toleration' ? nodeTaints() : { ...objectLabels(), ...nodeLabels() };
}

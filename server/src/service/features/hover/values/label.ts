import type { TokenPlace } from '../../place.ts';
import { nodeLabels, nodeTaints, objectAnnotations, objectLabels } from '../../wellKnown.ts';

/** What a key of a label, a taint or an annotation stands for, where Kubernetes gives it a meaning. */
export function keyMeaning({ object, name, token, entry }: TokenPlace): string | undefined {
  const key = entry ?? token.text;
  if (name === 'annotations') return objectAnnotations()[key];
  if (object.type === 'core/v1.Toleration') return nodeTaints()[key];
  return objectLabels()[key] ?? nodeLabels()[key];
}

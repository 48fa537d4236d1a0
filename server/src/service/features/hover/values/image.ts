import * as l10n from '@vscode/l10n';
import { readImage } from '../../../model/index.ts';
import { stringOf } from '../../../yaml/index.ts';
import { bullets, code } from '../../markdown.ts';
import type { TokenPlace } from '../../place.ts';

/** An image reference taken apart, and when the image is pulled. */
export function imageMeaning({ object, token }: TokenPlace): string | undefined {
  const text = stringOf(token) ?? '';
  const image = readImage(text);
  if (!image) return undefined;
  const { registry, repository, tag, digest } = image;
  return bullets([
    isWritten(text, registry)
      ? l10n.t('Registry {0}', code(registry))
      : l10n.t('Registry {0}, as none is written', code(registry)),
    l10n.t('Repository {0}', code(repository)),
    ...(tag === undefined ? [] : [tagText(text, tag)]),
    ...(digest === undefined ? [] : [l10n.t('Digest {0}: always the very same image', code(digest))]),
    ...pullText(object.string('imagePullPolicy')),
  ]);
}

/** Whether an image names its registry; `index.docker.io` is an old name of `docker.io`. */
function isWritten(text: string, registry: string): boolean {
  return [registry, 'index.docker.io'].some((name) => text.startsWith(`${name}/`));
}

function tagText(text: string, tag: string): string {
  return text.includes(`:${tag}`)
    ? l10n.t('Tag {0}', code(tag))
    : l10n.t('Tag {0}, as none is written: another image may be behind it tomorrow', code(tag));
}

function pullText(policy: string | undefined): string[] {
  switch (policy) {
    case 'Always':
      return [l10n.t('Looked up in the registry at each start ({0})', '`imagePullPolicy: Always`')];
    case 'IfNotPresent':
      return [l10n.t('Pulled only where the node does not have it yet ({0})', '`imagePullPolicy: IfNotPresent`')];
    case 'Never':
      return [l10n.t('Never pulled: the node must have it ({0})', '`imagePullPolicy: Never`')];
    default:
      return [];
  }
}

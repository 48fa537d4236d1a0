import * as l10n from '@vscode/l10n';
import { containersOf, readImage } from '../../model/index.ts';
import { valueAt, type YamlNode } from '../../yaml/index.ts';
import { shown } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';

/** The API server takes any text for an image; the kubelet reads it with github.com/distribution/reference. */
export default defineRule<{ image: string; node: YamlNode }>({
  code: 'image-reference-invalid',
  severity: 'warning',
  check({ pod }, report) {
    for (const { image, node: container, path } of pod ? containersOf(pod) : []) {
      const node = valueAt(container, 'image');
      // white space around it is a matter of its own
      if (!node || !image || image.trim() !== image || readImage(image)) continue;
      const isPlaceholder = placeholder.test(image);
      report({
        node,
        path: `${path}.image`,
        severity: isPlaceholder ? 'information' : 'warning',
        message: isPlaceholder
          ? l10n.t(
              'Kubernetes does not fill in placeholders: as it is written, `{0}` is not a valid image name, and the pod shows `InvalidImageName`. Fill it in before the manifest is applied.',
              shown(image),
            )
          : `${reason(image)} ${l10n.t('The API server accepts it, but the pod shows `InvalidImageName` ("invalid reference format").')}`,
        data: { image, node },
      });
    }
  },
  fix({ data: { image, node } }, editor) {
    const mended = mend(image);
    return mended ? [suggestion(l10n.t('Change to {0}', mended), editor.replaceNode(node, mended))] : [];
  },
});

const placeholder = /\$[({]?\w|<[^>]*>|\{|\.\.\.|^ko:|__\w+__|%\w+%|@\w+@|(?:^|\/)[A-Z][A-Z\d_-]+(?=$|[/:@])/;
const scheme = /^[a-z][a-z0-9+-]*:\/\//i;
/** What is in front of the tag and the digest. */
const repository = /^[^@]*?(?=(?::[^/:@]*)?(?:@|$))/;

function reason(image: string): string {
  if (scheme.test(image))
    return l10n.t('An image name cannot have a scheme such as `{0}`.', scheme.exec(image)?.[0] ?? '');
  if (/\s/.test(image)) return l10n.t('There is whitespace in the image name.');
  if (/[:@]$/.test(image)) return l10n.t('The tag of the image is empty.');
  const name = repository.exec(image)?.[0] ?? image;
  if (/:[^/]*$/.test(name.replace(/^[^/]*:\d+\//, ''))) return l10n.t('The image has two tags.');
  if (/[A-Z]/.test(name)) return l10n.t('An image name must be in lowercase.');
  return l10n.t('`{0}` is not a valid image name.', shown(image));
}

/** What was most likely meant; undefined where that is no image either. */
function mend(image: string): string | undefined {
  if (placeholder.test(image)) return undefined;
  const bare = image
    .replace(scheme, '')
    .replace(/\s+/g, '')
    .replace(/[:@/]+$/, '');
  return [bare, bare.replace(repository, (name) => name.toLowerCase())].find((each) => readImage(each));
}

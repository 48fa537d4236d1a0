import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

const paths = new Set(['straight-path', 'descending-path', 'local-path', 'absolute-path']);

export default formatRule(
  'path-invalid',
  ({ name }) => paths.has(name),
  ({ text, name, format }) => {
    if (format.name === 'absolute-path') {
      return l10n.t('`{0}` is no full path: the API server wants a `{1}` that starts with `/`. Add it.', text, name);
    }
    if (text.startsWith('/') && format.name !== 'straight-path') {
      return l10n.t(
        '`{0}` starts at the root, but `{1}` is a path in the volume: the API server wants it without the `/` in front. Remove it.',
        text,
        name,
      );
    }
    return text.split('/').includes('..')
      ? l10n.t('`{0}` leads up with `..`: the API server refuses that in `{1}`. Write the path without.', text, name)
      : l10n.t(
          '`{0}` starts with `..`, as the files do that Kubernetes itself keeps in the volume: the API server refuses it. Change it.',
          text,
        );
  },
);

import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

const paths = new Set(['straight-path', 'descending-path', 'local-path', 'absolute-path']);

export default formatRule(
  'path-invalid',
  ({ name }) => paths.has(name),
  ({ text, name, format }) => {
    if (format.name === 'absolute-path') {
      return l10n.t(
        '`{0}` is not an absolute path: the API server requires a `{1}` that starts with `/`. Add the `/`.',
        text,
        name,
      );
    }
    if (text.startsWith('/') && format.name !== 'straight-path') {
      return l10n.t(
        '`{0}` is absolute, but `{1}` is a path within the volume: the API server refuses the `/` at its start. Remove it.',
        text,
        name,
      );
    }
    return text.split('/').includes('..')
      ? l10n.t('`{0}` contains `..`, which the API server refuses in `{1}`. Write the path without it.', text, name)
      : l10n.t(
          '`{0}` starts with `..`, like the files that Kubernetes itself keeps in the volume: the API server refuses it. Change it.',
          text,
        );
  },
);

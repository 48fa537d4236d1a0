import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'variable-name-invalid',
  ({ name }) => name === 'variable-name',
  ({ text, object }) =>
    object.minor >= 32
      ? l10n.t(
          '`{0}` is not a valid name of an environment variable: the API server accepts only printable ASCII characters, and no `=`. Change it.',
          text,
        )
      : l10n.t(
          '`{0}` is not a valid name of an environment variable: before Kubernetes 1.32 the API server accepts letters, digits, `_`, `-` and `.`, with no digit and no `..` at the start. Change it.',
          text,
        ),
);

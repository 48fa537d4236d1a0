import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'config-key-invalid',
  ({ name }) => name === 'config-key',
  ({ text }) =>
    l10n.t(
      '`{0}` cannot be a key of a ConfigMap or Secret: the API server accepts at most 253 letters, digits, `-`, `_` and `.`, without `..` at the start. Write a key that it has.',
      text,
    ),
);

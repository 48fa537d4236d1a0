import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'config-key-invalid',
  ({ name }) => name === 'config-key',
  ({ text }) =>
    l10n.t(
      '`{0}` is no key of a ConfigMap or Secret: the API server takes up to 253 letters, digits, `-`, `_` and `.`, with no `..` at the start. Change it to a key that is there.',
      text,
    ),
);

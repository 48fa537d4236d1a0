import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'label-invalid',
  ({ name }) => name === 'qualified-name' || name === 'label-value',
  ({ text, format }) =>
    format.name === 'label-value'
      ? l10n.t(
          '`{0}` is not a valid label value: the API server accepts at most 63 letters, digits, `-`, `_` and `.`, starting and ending with a letter or digit, or nothing. Change it.',
          text,
        )
      : l10n.t(
          '`{0}` is not a valid qualified name: the API server accepts at most 63 letters, digits, `-`, `_` and `.`, starting and ending with a letter or digit, with an optional domain and `/` before it. Change it.',
          text,
        ),
);

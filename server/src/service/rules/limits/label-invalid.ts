import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'label-invalid',
  ({ name }) => name === 'qualified-name' || name === 'label-value',
  ({ text, format }) =>
    format.name === 'label-value'
      ? l10n.t(
          '`{0}` is no value for a label: the API server takes up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, or nothing. Change it.',
          text,
        )
      : l10n.t(
          '`{0}` is no qualified name: the API server takes up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, and in front of it perhaps a domain and one `/`. Change it.',
          text,
        ),
);

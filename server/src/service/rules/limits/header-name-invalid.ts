import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'header-name-invalid',
  ({ name }) => name === 'header-name',
  ({ text }) =>
    l10n.t(
      '`{0}` is not a valid HTTP header name: the API server accepts only letters, digits and `-`. Change it.',
      text,
    ),
);

import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'header-name-invalid',
  ({ name }) => name === 'header-name',
  ({ text }) =>
    l10n.t('`{0}` is no name for an HTTP header: the API server takes letters, digits and `-` only. Change it.', text),
);

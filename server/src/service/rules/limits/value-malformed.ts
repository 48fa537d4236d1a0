import * as l10n from '@vscode/l10n';
import { shown } from '../describe.ts';
import { formatRule } from './format.ts';

export default formatRule(
  'value-malformed',
  ({ describe }) => describe !== undefined,
  ({ text, name, format }) =>
    l10n.t('The API server refuses `{0}` in `{1}`. {2}', shown(text), name, format.describe?.() ?? ''),
);

import * as l10n from '@vscode/l10n';
import { shown } from '../describe.ts';
import { formatRule } from './format.ts';

export default formatRule(
  'value-malformed',
  ({ describe }) => describe !== undefined,
  ({ text, format }) =>
    l10n.t(
      '`{0}` does not have the form that the API server wants here. {1} Change it.',
      shown(text),
      format.describe?.() ?? '',
    ),
);

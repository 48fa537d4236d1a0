import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'port-name-invalid',
  ({ name }) => name === 'port-name',
  ({ text }) =>
    l10n.t(
      '`{0}` is not a valid port name: the API server accepts at most 15 lowercase letters, digits and single `-`, with at least one letter and no `-` at the start or end. Change it.',
      text,
    ),
);

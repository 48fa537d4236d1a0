import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'port-name-invalid',
  ({ name }) => name === 'port-name',
  ({ text }) =>
    l10n.t(
      '`{0}` is no name for a port: the API server takes up to 15 lower case letters, digits and single `-`, with a letter in it and no `-` at either end. Change it.',
      text,
    ),
);

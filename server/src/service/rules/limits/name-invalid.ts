import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'name-invalid',
  ({ name }) => name === 'dns-label' || name === 'dns-subdomain',
  ({ text, name, format }) =>
    format.name === 'dns-label'
      ? l10n.t(
          '`{0}` is no valid `{1}`: the API server takes up to 63 lower case letters, digits and `-`, with no `-` at either end. Change it.',
          text,
          name,
        )
      : l10n.t(
          '`{0}` is no valid `{1}`: the API server takes up to 253 lower case letters, digits, `-` and `.`, with a letter or digit at both ends and around each dot. Change it.',
          text,
          name,
        ),
);

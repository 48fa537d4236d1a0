import * as l10n from '@vscode/l10n';
import { formatRule } from './format.ts';

export default formatRule(
  'name-invalid',
  ({ name }) => name === 'dns-label' || name === 'dns-subdomain',
  ({ text, name, format }) =>
    format.name === 'dns-label'
      ? l10n.t(
          '`{0}` is not a valid `{1}`: the API server accepts at most 63 lowercase letters, digits and `-`, with no `-` at the start or end. Change it.',
          text,
          name,
        )
      : l10n.t(
          '`{0}` is not a valid `{1}`: the API server accepts at most 253 lowercase letters, digits, `-` and `.`, with a letter or digit at the start, at the end and around each dot. Change it.',
          text,
          name,
        ),
);

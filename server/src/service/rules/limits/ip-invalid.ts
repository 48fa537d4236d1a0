import * as l10n from '@vscode/l10n';
import { parseAddress } from '../../schema/formats/index.ts';
import { formatRule } from './format.ts';

export default formatRule(
  'ip-invalid',
  ({ name }) => name === 'ip',
  ({ text }) => explain(text),
);

function explain(text: string): string {
  const address = parseAddress(text);
  if (address?.padded) {
    return l10n.t(
      '`{0}` has leading zeros, which some programs read as octal numbers: the API server refuses it from Kubernetes 1.36 on. Remove the zeros.',
      text,
    );
  }
  if (address) {
    return l10n.t(
      '`{0}` is an IPv4 address written as IPv6: the API server refuses it from Kubernetes 1.36 on. Write it as IPv4.',
      text,
    );
  }
  return l10n.t(
    '`{0}` is not a valid IP address: the API server accepts one such as `10.9.8.7` or `2001:db8::ffff`, no name and no network. Change it.',
    text,
  );
}

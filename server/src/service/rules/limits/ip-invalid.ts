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
      '`{0}` has zeros in front, so some programs read other numbers in it than others do: the API server refuses that from Kubernetes 1.36 on. Leave them out.',
      text,
    );
  }
  if (address) {
    return l10n.t(
      '`{0}` is an IPv4 address written as IPv6: the API server refuses that from Kubernetes 1.36 on. Write it as IPv4.',
      text,
    );
  }
  return l10n.t(
    '`{0}` is no IP address: the API server takes one such as `10.9.8.7` or `2001:db8::ffff` here, no name and no network. Change it.',
    text,
  );
}

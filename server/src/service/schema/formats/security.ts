import * as l10n from '@vscode/l10n';
import type { Format } from './format.ts';

const sysctl = '([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const isSysctl = new RegExp(`^${sysctl}$`);
const longestSysctl = 253;

/** Names of kernel parameters: `net.core.somaxconn` (IsValidSysctlName). */
export const sysctlName: Format = {
  name: 'sysctl-name',
  describe: () =>
    l10n.t(
      'A kernel parameter has up to 253 lower case letters, digits, `-` and `_`, in parts with `.` or `/` between.',
    ),
  problems: (text) =>
    text.length <= longestSysctl && isSysctl.test(text)
      ? []
      : [`must have at most ${longestSysctl} characters and match regex ^${sysctl}$`],
  mend: (text) => text.trim().toLowerCase(),
};

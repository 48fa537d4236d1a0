import * as l10n from '@vscode/l10n';
import { byteLength, type Format } from './format.ts';
import { descendingPath } from './paths.ts';

const sysctl = '([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const isSysctl = new RegExp(`^${sysctl}$`);
const longestSysctl = 253;

/** Names of kernel parameters: `net.core.somaxconn` (IsValidSysctlName). */
export const sysctlName: Format = {
  name: 'sysctl-name',
  describe: () =>
    l10n.t(
      'A kernel parameter has at most 253 lowercase letters, digits, `-` and `_` in parts separated by `.` or `/`.',
    ),
  problems: (text) =>
    text.length <= longestSysctl && isSysctl.test(text)
      ? []
      : [`must have at most ${longestSysctl} characters and match regex ^${sysctl}$`],
  mend: (text) => text.trim().toLowerCase(),
};

/** Paths of seccomp profiles, below the directory where the kubelet looks for them (validateLocalDescendingPath). */
export const profilePath: Format = {
  name: 'profile-path',
  describe: () =>
    l10n.t('A profile is a path below the directory `seccomp` of the kubelet, without a leading `/` and without `..`.'),
  problems: descendingPath.problems,
  mend: (text) => text.replace(/^(?:\/var\/lib\/kubelet\/seccomp)?\/+/, '') || undefined,
};

// what strings.TrimSpace takes away
const blank = '[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const isPadded = new RegExp(`^${blank}|${blank}$`);

/** Texts without blanks at their ends. */
export const unpadded: Format = {
  name: 'unpadded',
  describe: () => l10n.t('It may not start or end with whitespace.'),
  problems: (text) => (isPadded.test(text) ? ['must not be padded with whitespace'] : []),
  mend: (text) => text.trim() || undefined,
};

const isNetBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const dnsLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const isDns = new RegExp(`^${dnsLabel}(?:\\.${dnsLabel})*$`);
const longestDomain = 255;
const longestUser = 104;

/** Names of Windows users: `ContainerUser`, `EXAMPLE\\web` (validateWindowsSecurityContextOptions). */
export const windowsUserName: Format = {
  name: 'windows-user-name',
  describe: () =>
    l10n.t(
      'A Windows user is `USER` or `DOMAIN\\USER`. The domain is a NetBIOS or DNS name; the user has at most {0} bytes, not only dots and spaces, and none of {1}.',
      longestUser,
      '`"/\\:;|=,+*?<>@[]`',
    ),
  problems(text) {
    if ([...text].some((char) => char < ' ' || char === '\x7f'))
      return ['runAsUserName cannot contain control characters'];
    const parts = text.split('\\');
    if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
    const [user = '', domain] = parts.reverse();
    return [...(domain === undefined ? [] : domainProblems(domain)), ...userProblems(user)];
  },
};

function domainProblems(domain: string): string[] {
  return [
    ...(byteLength(domain) > longestDomain ? ["runAsUserName's Domain length must be under 256 characters"] : []),
    ...(isNetBios.test(domain) || isDns.test(domain)
      ? []
      : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"]),
  ];
}

function userProblems(user: string): string[] {
  return [
    ...(user === '' ? ["runAsUserName's User cannot be empty"] : []),
    ...(byteLength(user) > longestUser
      ? [`runAsUserName's User length must not be longer than ${longestUser} characters`]
      : []),
    ...(/^[. ]+$/.test(user) ? ["runAsUserName's User cannot contain only periods or spaces"] : []),
    ...(/["/\\:;|=,+*?<>@[\]]/.test(user)
      ? ['runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]']
      : []),
  ];
}

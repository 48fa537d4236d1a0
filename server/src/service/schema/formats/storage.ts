import * as l10n from '@vscode/l10n';
import type { Format } from './format.ts';
import { dnsLabel, dnsSubdomain, qualifiedName } from './names.ts';

/** Names of iSCSI targets and initiators: `iqn.2001-04.com.example:storage` (validateISCSIVolumeSource). */
export const iscsiName: Format = {
  name: 'iscsi-name',
  describe: () =>
    l10n.t(
      'An iSCSI name is `iqn.`, a year and month, a domain, `:` and a name, or `eui.` with 16 letters and digits, or `naa.` with 32.',
    ),
  problems(text) {
    const form = iscsiForms[text.slice(0, 3)];
    if (!form) return ['must be valid format starting with iqn, eui, or naa'];
    return form.test(text) ? [] : ['must be valid format'];
  },
};

const iscsiForms: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\t\n\f\r ]+$/,
  eui: /^eui[^\n][A-Za-z0-9]{16}$/u,
  naa: /^naa[^\n][A-Za-z0-9]{32}$/u,
};

/** Names of the data sets of Flocker. */
export const datasetName: Format = {
  name: 'dataset-name',
  describe: () => l10n.t('The name of a data set may not contain `/`.'),
  problems: (text) => (text.includes('/') ? ["must not contain '/'"] : []),
};

/** Addresses of the registry of Quobyte: `quobyte-1:7861,quobyte-2:7861` (validateQuobyteVolumeSource). */
export const hostPorts: Format = {
  name: 'host-ports',
  describe: () => l10n.t('Write a host and a port, `quobyte:7861`, or several separated by commas.'),
  problems: (text) =>
    text
      .split(',')
      .filter((pair) => !isHostPort(pair))
      .map(() => registryWords),
};

export const registryWords = 'must be a host:port pair or multiple pairs separated by commas';

/** net.SplitHostPort: the host may be in brackets, and has to be where it has colons. */
function isHostPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/.test(text);
}

/** Names of CSI drivers: `csi.example.com`; upper case letters count as lower case ones (ValidateCSIDriverName). */
export const csiDriver: Format = {
  name: 'csi-driver',
  describe: () =>
    l10n.t('The name of a driver has letters, digits, `-` and `.`, and starts and ends with a letter or digit.'),
  problems: (text) => dnsSubdomain.problems(text.toLowerCase()).filter((words) => !words.startsWith('must be no more')),
  mend: (text) => dnsSubdomain.mend?.(text),
};

/** Options of FlexVolume drivers, of which those of Kubernetes itself are reserved (validateFlexVolumeSource). */
export const flexOption: Format = {
  name: 'flex-option',
  describe: () => l10n.t('The domains `kubernetes.io` and `k8s.io` are reserved for Kubernetes itself.'),
  problems(text) {
    const domain = text.split('/', 1)[0] ?? '';
    return /(?:^|\.)(?:kubernetes|k8s)\.io$/i.test(domain) ? ['kubernetes.io and k8s.io namespaces are reserved'] : [];
  },
};

/** Names of ClusterTrustBundles, which have the signer's name in front where it is one of a signer. */
export const trustBundleName: Format = {
  name: 'trust-bundle-name',
  describe: () =>
    l10n.t(
      'The name of a ClusterTrustBundle is a DNS name, with the name of its signer before it if it has one: `example.com:signer:name`.',
    ),
  problems: (text) => trustBundleProblems(text).map((words) => `not a valid clustertrustbundlename: ${words}`),
};

/** ValidateClusterTrustBundleName; what is before the last colon is the signer, with `:` for its `/`. */
function trustBundleProblems(text: string): string[] {
  const colon = text.lastIndexOf(':');
  if (colon === 0) return ['ClusterTrustBundle without signer name must not have ":" in its name'];
  const signer = text.slice(0, Math.max(0, colon)).replaceAll(':', '/');
  const prefix = `${signer.replaceAll('/', ':')}:`;
  if (colon > 0 && !text.startsWith(prefix)) {
    return [`ClusterTrustBundle for signerName ${signer} must be named with prefix ${prefix}`];
  }
  return dnsSubdomain.problems(text.slice(colon + 1));
}

/** Names of signers of certificates: `example.com/signer` (ValidateSignerName). */
export const signerName: Format = {
  name: 'signer-name',
  describe: () =>
    l10n.t('The name of a signer is a domain with a dot in it, one `/` and a name: `example.com/signer`.'),
  problems(text) {
    const [domain = '', path = '', ...rest] = text.split('/');
    if (!text.includes('/') || rest.length > 0) {
      return ["must be a fully qualified domain and path of the form 'example.com/signer-name'"];
    }
    return [
      ...firstProblem(domain, dnsLabel),
      ...(domain.includes('.') ? [] : ['should be a domain with at least two segments separated by dots']),
      ...firstProblem(path, dnsSubdomain),
      ...(domain.length > 253 || text.length > 571 ? ['Too long: may not be more than 253 bytes'] : []),
    ];
  },
};

/** What is wrong with the first part that is no name. */
function firstProblem(text: string, format: Format): string[] {
  const wrong = text.split('.').find((part) => format.problems(part).length > 0);
  if (wrong === undefined) return [];
  return format.problems(wrong).map((words) => `validating label ${JSON.stringify(wrong)}: ${words}`);
}

/** Keys with a domain in front: `example.com/team`; upper case letters count as lower case ones (IsDomainPrefixedKey). */
export const domainKey: Format = {
  name: 'domain-key',
  describe: () => l10n.t('The key needs a domain, one `/` and a name: `example.com/team`.'),
  problems(text) {
    const problems = qualifiedName.problems(text.toLowerCase());
    if (problems.length > 0) return problems;
    return text.includes('/') ? [] : ['must be a domain-prefixed key (such as "acme.io/foo")'];
  },
};

import * as l10n from '@vscode/l10n';
import { type Format, regexWords } from './format.ts';
import { dnsSubdomain, qualifiedName } from './names.ts';

/** Keys of annotations: as those of labels, but upper case may stand in front of the `/` too (ValidateAnnotations). */
export const annotationKey: Format = {
  ...qualifiedName,
  problems: (text) => qualifiedName.problems(text.toLowerCase()),
};

/** What a name begins with to which the server adds characters: it may end with a hyphen (maskTrailingDash). */
export function prefixOf(format: Format): Format {
  const masked = (text: string) => (text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text);
  return {
    name: format.name,
    problems: (text) => format.problems(masked(text)),
    mend(text) {
      const mended = format.mend?.(text);
      return mended && text.endsWith('-') ? `${mended}-` : mended;
    },
  };
}

/** What a name begins with where the server looks only at what comes out: cut, with characters added (simpleNameGenerator). */
export function beginningOf(format: Format): Format {
  return { ...prefixOf(format), problems: (text) => format.problems(`${text.slice(0, 58)}a`) };
}

/** What names are made of at least (IsPathSegmentPrefix). */
export const pathSegment: Format = {
  name: 'path-segment',
  describe: () => l10n.t('It becomes part of a URL, so it may not contain `/` or `%`.'),
  problems: (text) => ['/', '%'].flatMap((char) => (text.includes(char) ? [`may not contain '${char}'`] : [])),
};

const standardFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Finalizers: `example.com/cleanup` (ValidateFinalizers, validateKubeFinalizerName). */
export const finalizer: Format = {
  name: 'finalizer',
  describe: () =>
    l10n.t(
      'A finalizer is a name with a domain before it, such as `example.com/cleanup`, or one of {0}.',
      standardFinalizers.map((name) => `\`${name}\``).join(', '),
    ),
  problems: (text) => [
    ...qualifiedName.problems(text),
    ...(text.includes('/') || standardFinalizers.includes(text)
      ? []
      : ['name is neither a standard finalizer name nor is it fully qualified']),
  ],
};

/** The `apiVersion` of an owner: `apps/v1` (validateOwnerReference). */
export function ownerVersion(minor: number): Format {
  const words = minor >= 37 ? 'must be <group>/<version> or <version>' : 'version must not be empty';
  return {
    name: 'owner-version',
    describe: () => l10n.t('An `apiVersion` is a version, or a group and a version: `v1`, `apps/v1`.'),
    problems: (text) => (/^[^/]*(?:\/[^/]+)?$/.test(text) ? [] : [words]),
  };
}

const path = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const isPath = new RegExp(`^${path}$`);

/** Names of controllers: `example.com/scheduler` (IsDomainPrefixedPath). */
export const domainPath: Format = {
  name: 'domain-path',
  describe: () => l10n.t('It is a domain, a `/` and a path, such as `example.com/my-controller`.'),
  problems(text) {
    const slash = text.indexOf('/');
    if (slash < 1 || slash === text.length - 1) return ['must be a domain-prefixed path (such as "acme.io/foo")'];
    return [
      ...dnsSubdomain.problems(text.slice(0, slash)),
      ...(isPath.test(text.slice(slash + 1)) ? [] : [regexWords('Invalid path', path)]),
    ];
  },
};

/** Names of those who wrote fields (ValidateFieldManager). */
export const printable: Format = {
  name: 'printable',
  describe: () => l10n.t('It may contain only printable characters.'),
  problems: (text) =>
    [...text].flatMap((char, index) =>
      /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(char) ? [] : [`invalid character ${codePoint(char)} (at position ${index})`],
    ),
};

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

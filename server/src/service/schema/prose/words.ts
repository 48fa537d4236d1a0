import * as l10n from '@vscode/l10n';

/** What is said of a type in our own words, in Markdown, where Kubernetes' documentation says nothing or says it badly. */
export interface Words {
  type?: string;
  fields?: Readonly<Record<string, string>>;
  /** The meaning of values, by field; in a map of its usual keys. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type WordsOfTypes = Readonly<Record<string, Words>>;

/** The fields that every kind has. */
export function metadataOf(apiVersion: string): Record<string, string> {
  return {
    apiVersion: l10n.t('The API group and version that the manifest is written for: `{0}`.', apiVersion),
    kind: l10n.t(
      'The kind of object that the manifest describes.\n\nWith `apiVersion` it decides which fields there are.',
    ),
    metadata: l10n.t('Name, namespace, labels and annotations of the object.'),
  };
}

/** What is said of a type in our own words, in Markdown, where Kubernetes' documentation says nothing or says it badly. */
export interface Words {
  type?: string;
  fields?: Readonly<Record<string, string>>;
  /** The meaning of values, by field. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type WordsOfTypes = Readonly<Record<string, Words>>;

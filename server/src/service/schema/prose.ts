/** What a type is, in Markdown; undefined where nobody says. */
export function describeType(_type: string): string | undefined {
  return undefined;
}

/** What a field does, in Markdown. */
export function describeField(_type: string, _field: string): string | undefined {
  return undefined;
}

/** What one of the values that a field takes means, in Markdown. */
export function describeValue(_type: string, _field: string, _value: string): string | undefined {
  return undefined;
}

/** The section of the Kubernetes documentation that explains a field, or the type as a whole. */
export function pageOf(_type: string, _field?: string): { title: string; url: string } | undefined {
  return undefined;
}

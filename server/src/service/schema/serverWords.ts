/** What the API server says of a value that is none of those it takes. */
export function unsupported(value: string, values: readonly string[]): string {
  const listed = values.map((each) => JSON.stringify(each)).join(', ');
  return `Unsupported value: ${JSON.stringify(value)}: supported values: ${listed}`;
}

/** What the API server says of a text that does not have the form it wants: an error for each thing that is wrong. */
export function invalid(text: string, problems: readonly string[]): string[] {
  return problems.map((words) => `Invalid value: ${JSON.stringify(text)}: ${words}`);
}

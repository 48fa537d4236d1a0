/**
 * The text of a VS Code snippet when every tab stop keeps its default, or gets another value by its number. Knows what our
 * snippets use: `$0`, `${1:default}`, `${1|a,b|}` and escapes; anything else throws.
 */
export function expandSnippet(body: readonly string[], values: Readonly<Record<number, string>> = {}): string {
  const pattern = /\\([\\$}])|\$0|\$\{(\d+):((?:[^\\$}]|\\[\\$}])*)\}|\$\{(\d+)\|((?:[^\\|]|\\[\\,|])*)\|\}|[\\$}]/g;
  return body
    .join('\n')
    .replace(pattern, (whole, escaped, number, value, choiceNumber, choices: string | undefined) => {
      if (escaped !== undefined) return escaped;
      if (whole === '$0') return '';
      if (number !== undefined) return values[Number(number)] ?? value.replace(/\\([\\$}])/g, '$1');
      if (choices !== undefined) return values[choiceNumber] ?? choices.split(',')[0];
      throw new Error(`not escaped: ${whole} in ${body.join('\n')}`);
    });
}

/** The numbers of a snippet's tab stops, by the name or value they start with. */
export function tabStops(body: readonly string[]): { number: number; value: string }[] {
  const stops = body.join('\n').matchAll(/\$\{(\d+)(?::((?:[^\\}]|\\.)*)\}|\|([^,|]*))/g);
  return [...stops].map(([, number, value, choice]) => ({ number: Number(number), value: value ?? choice ?? '' }));
}

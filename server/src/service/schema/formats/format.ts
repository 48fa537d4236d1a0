/** The form that the API server wants a text to have. */
export interface Format {
  /** Stable; the rule that tells of a text that is wrong selects by it. */
  name: string;
  /** What the form is, in a sentence of our own; not needed where a rule of its own tells of it. */
  describe?(): string;
  /** What the API server says of a text, an entry for each thing that is wrong; none where it is fine. */
  problems(text: string): string[];
  /** The text most like it that is fine: `My_App` -> `my-app`; undefined where there is none. */
  mend?(text: string): string | undefined;
}

/** Bytes that a text has in UTF-8, which is what the API server counts. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // of the two units of a pair each stands for two of its four bytes
    if (unit > 0x7f) bytes += unit > 0x7ff && !isSurrogate(unit) ? 2 : 1;
  }
  return bytes;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** "must be no more than 63 characters" where a text is longer, in bytes. */
export function tooLong(text: string, most: number, unit = 'characters'): string[] {
  return byteLength(text) > most ? [`must be no more than ${most} ${unit}`] : [];
}

/** The words of validation.RegexError. */
export function regexWords(words: string, regex: string, ...examples: string[]): string {
  const named = examples.map((example) => `'${example}', `).join(' or ');
  return `${words} (${examples.length > 0 ? `e.g. ${named}` : ''}regex used for validation is '${regex}')`;
}

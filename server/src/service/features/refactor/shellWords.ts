/**
 * Writes the words of a command as a script that starts it with the same words. What the kubelet replaces in them
 * (`$(NAME)`) becomes a variable of the shell, of the same value.
 * @param variables those of the container
 * @returns undefined where a name is not among them or is none to a shell
 */
export function forShell(words: readonly string[], variables: ReadonlyMap<string, unknown>): string | undefined {
  const quoted = words.map((word, index) => quotedWord(word, variables, index === 0));
  if (quoted.includes(undefined)) return undefined;
  // the kubelet takes one of two `$`, and reads `$(` as the start of a reference
  return quoted.join(' ').replace(/\$(?=[$(])/g, '$$$$');
}

function quotedWord(word: string, variables: ReadonlyMap<string, unknown>, isProgram: boolean): string | undefined {
  const parts = partsOf(word);
  const names = parts.flatMap(({ name }) => name ?? []);
  if (names.some((name) => !variables.has(name) || !/^[A-Za-z_]\w*$/.test(name))) return undefined;
  const text = parts.map((part) => part.text).join('');
  if (names.length > 0) return `"${parts.map(inDoubleQuotes).join('')}"`;
  if (isBare(text, isProgram)) return text;
  if (text.includes("'") && !/["\\$`!]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A piece of a word, as it is written in the manifest. */
interface Part {
  text: string;
  /** Of the variable that the kubelet puts in its place. */
  name?: string;
}

function partsOf(word: string): Part[] {
  return (word.match(/\$\$|\$\([^)]*\)|[^$]+|\$/g) ?? []).map((text) => {
    if (text === '$$') return { text: '$' };
    return text.startsWith('$(') ? { text, name: text.slice(2, -1) } : { text };
  });
}

function inDoubleQuotes({ text, name }: Part, index: number, parts: readonly Part[]): string {
  if (name === undefined) return text.replace(/["\\$`]/g, '\\$&');
  return /^\w/.test(parts[index + 1]?.text ?? '') ? `\${${name}}` : `$${name}`;
}

/** Whether a shell takes a word as it is; a program may be no keyword and no assignment. */
function isBare(text: string, isProgram: boolean): boolean {
  return /^[\w@%+=:,./-]+$/.test(text) && !(isProgram && (text.includes('=') || keywords.test(text)));
}

const keywords = /^(?:case|do|done|elif|else|esac|fi|for|function|if|in|select|then|time|until|while)$/;

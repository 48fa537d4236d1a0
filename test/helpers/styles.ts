import { Document, isMap, Lexer, type ToStringOptions, visit } from 'yaml';
import { type Json, type Random, textOf } from '../truth/mutations.ts';

type Write = (manifest: Json, random: Random) => string;

const yaml =
  (options: ToStringOptions = {}): Write =>
  (manifest) =>
    textOf(manifest, options);
const block = yaml();

/** The ways in which a manifest is written. */
export const styles: Readonly<Record<string, Write>> = {
  block,
  'block, four spaces': yaml({ indent: 4 }),
  'block, lists not indented': yaml({ indentSeq: false }),
  'block, plain': yaml({ defaultStringType: 'PLAIN' }),
  flow: yaml({ collectionStyle: 'flow' }),
  'flow on long lines': yaml({ collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }),
  JSON: (manifest) => JSON.stringify(manifest, null, 2).replaceAll('\\u0001', ''),
  'JSON on one line': (manifest) => JSON.stringify(manifest).replaceAll('\\u0001', ''),
  CRLF: (manifest, random) => withCrLf(block(manifest, random)),
  BOM: (manifest, random) => `\ufeff${block(manifest, random)}`,
  'comments everywhere': (manifest, random) => commented(block(manifest, random)),
  'comments everywhere, lists not indented': (manifest, random) =>
    commented(yaml({ indentSeq: false })(manifest, random)),
  'flow among comments': (manifest, random) => commented(yaml({ collectionStyle: 'flow' })(manifest, random)),
  aliases: aliased,
  'merge keys': merged,
};

export function withCrLf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

/** A comment above and behind each line. */
export function commented(text: string): string {
  return text.replace(/^( *)(\S[^\r\n]*)/gm, (line, indent, rest, at) =>
    /^(?:---|\.\.\.|#)/.test(rest) ? line : `${indent}# above ${at}\n${indent}${rest} # behind ${at}`,
  );
}

/** The comments of a text, in the order of the alphabet. */
export function commentsOf(text: string): string[] {
  const lexemes = [...new Lexer().lex(text)];
  return lexemes.filter((lexeme, index) => lexeme.startsWith('#') && lexemes[index - 1] !== '\x1f').sort();
}

/** A manifest in which one object stands twice in its list, and another in two places, as an alias. */
function aliased(manifest: Json, random: Random): string {
  const root = structuredClone(manifest);
  const places: { holder: { [key: string]: Json }; key: string; value: object }[] = [];
  const walk = (holder: object): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value !== 'object' || value === null) continue;
      places.push({ holder: holder as { [key: string]: Json }, key, value });
      walk(value);
    }
  };
  walk(root as object);
  const pick = () => places[Math.floor(random() * places.length)];
  const [from, to] = [pick(), pick()];
  const list = places.find(({ value }) => Array.isArray(value) && value.length > 0)?.value as Json[] | undefined;
  list?.push(list[0] as Json);
  if (from && to && !JSON.stringify(from.value).includes(JSON.stringify(to.value))) {
    to.holder[to.key] = structuredClone(from.value) as Json;
    from.holder[from.key] = to.holder[to.key] as Json;
  }
  return textOf(new Document(root));
}

/** A manifest in which the first entry of each list of objects has an anchor, and each other merges it. */
function merged(manifest: Json): string {
  const document = new Document(manifest, { merge: true });
  let names = 0;
  visit(document, {
    Seq(_, list) {
      const [first, ...others] = list.items;
      if (!isMap(first) || first.items.length === 0) return;
      first.anchor = `a${names++}`;
      for (const other of others) {
        if (isMap(other)) other.items.unshift(document.createPair('<<', document.createAlias(first, first.anchor)));
      }
    },
  });
  return textOf(document);
}

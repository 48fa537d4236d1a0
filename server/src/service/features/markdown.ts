import * as l10n from '@vscode/l10n';
import { type Container, titleOf } from '../model/index.ts';
import { shortened } from '../rules/describe.ts';

/** A text of the manifest as code, on one line. */
export function code(text: string, length = 80): string {
  const line = shortened(text, length);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line || ' '}\``;
}

/** A container's name as code. */
export function named(container: Container): string {
  return code(titleOf(container));
}

/** Names in a row: `a`, `b` and `c`. */
export function listed(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  return l10n.t('{0} and {1}', texts.slice(0, -1).join(', '), texts.at(-1) ?? '');
}

export function bullets(lines: readonly string[]): string {
  return limited(lines)
    .map((line) => `- ${line}`)
    .join('\n');
}

/** The first of many texts, so that a hover stays one that can be read. */
export function limited(texts: readonly string[], most = 20): readonly string[] {
  return texts.length > most ? [...texts.slice(0, most), l10n.t('… and {0} more', texts.length - most)] : texts;
}

/** A block of text as it stands. */
export function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `${fence}text\n${text}\n${fence}`;
}

/** A page of the Kubernetes documentation, by its path below docs/. */
export function link(title: string, page: string): string {
  return `[${title}](https://kubernetes.io/docs/${page})`;
}

/** Paragraphs; those that are empty are left out. */
export function paragraphs(...texts: (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}

/** A text without the paragraphs that do no more than lead to a page to which another text leads already. */
export function withoutLinksOf(other: string, text: string): string {
  const isKnown = (paragraph: string) => {
    const [, url] = /^\[[^\]]+\](\([^)]+\))$/.exec(paragraph) ?? [];
    return url !== undefined && other.includes(url);
  };
  return paragraphs(...text.split('\n\n').filter((paragraph) => !isKnown(paragraph)));
}

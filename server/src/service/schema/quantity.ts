const parts = /^[+-]?\d*(?:\.\d*)?([eEinumkKMGTP]*[-+]?\d*)$/;
/** The API server trims the JSON text, in which tabs and line breaks are escapes. */
const blanks = /^[ \x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g;
const suffixes = new Set(['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']);

/**
 * Why a text is no Kubernetes quantity, as ParseQuantity of k8s.io/apimachinery/pkg/api/resource sees it.
 * @returns `format` (`half`, `128 Mi`), `suffix` (`128MB`, `1gi`), or undefined where it is a quantity
 */
export function quantityProblem(text: string): 'format' | 'suffix' | undefined {
  const trimmed = text.replace(blanks, '');
  const match = parts.exec(trimmed);
  if (!match || trimmed === '') return 'format';
  const suffix = match[1] ?? '';
  return suffixes.has(suffix) || /^[eE][-+]?\d+$/.test(suffix) ? undefined : 'suffix';
}

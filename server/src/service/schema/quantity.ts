const parts = /^[+-]?\d*(?:\.\d*)?([eEinumkKMGTP]*[-+]?\d*)$/;
const suffixes = new Set(['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']);

/**
 * Why a text is no Kubernetes quantity, as ParseQuantity of k8s.io/apimachinery/pkg/api/resource sees it.
 * @returns `format` (`half`, `128 Mi`), `suffix` (`128MB`, `1gi`), or undefined where it is a quantity
 */
export function quantityProblem(text: string): 'format' | 'suffix' | undefined {
  const trimmed = text.trim();
  const match = parts.exec(trimmed);
  if (!match || trimmed === '') return 'format';
  const suffix = match[1] ?? '';
  return suffixes.has(suffix) || /^[eE][-+]?\d+$/.test(suffix) ? undefined : 'suffix';
}

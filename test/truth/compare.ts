import type { ReportedProblem } from '../../server/src/service/index.ts';

/** What the API server's own code says of a manifest. */
export interface Verdict {
  accepted: boolean;
  problems?: { stage: string; field?: string; message: string }[];
  warnings?: string[];
}

export interface Difference {
  kind: 'false red' | 'missed' | 'server path' | 'our path' | 'warning';
  /** The server's side or ours, whichever the other lacks. */
  what: string;
}

/** Where our problems and the server's verdict differ; paths as the server writes them. */
export function compare(verdict: Verdict, problems: readonly ReportedProblem[]): Difference[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (verdict.accepted && errors.length > 0) {
    return errors.map(({ code, path }) => ({ kind: 'false red', what: `${code} ${path}` }));
  }
  const told = verdict.problems ?? [];
  if (!verdict.accepted && errors.length === 0) {
    return told.map(({ field, message }) => ({ kind: 'missed', what: `${field ?? ''}: ${message}` }));
  }
  return [...pathDifferences(told, errors), ...missingWarnings(verdict.warnings ?? [], problems)];
}

function pathDifferences(told: NonNullable<Verdict['problems']>, errors: readonly ReportedProblem[]): Difference[] {
  const fields = told.filter(({ field }) => field);
  // decoding stops at the first wrong type, whose path has no indices
  const isDecoding = told.some(({ stage }) => stage === 'decode');
  const plain = (path: string) => (isDecoding ? path.replace(/\[\d+\]/g, '') : path);
  const missing = fields
    .filter(({ field = '' }) => !errors.some(({ path }) => areNear(plain(path), plain(field))))
    .map(({ field, message }): Difference => ({ kind: 'server path', what: `${field}: ${message}` }));
  if (isDecoding || fields.length === 0) return missing;
  const unconfirmed = errors
    .filter(({ path }) => !fields.some(({ field = '' }) => areNear(path, field)))
    .map(({ code, path }): Difference => ({ kind: 'our path', what: `${code} ${path}` }));
  return [...missing, ...unconfirmed];
}

function missingWarnings(warnings: readonly string[], problems: readonly ReportedProblem[]): Difference[] {
  return warnings
    .filter((text) => {
      const path = /^((?:spec|metadata|template)[^: ]*)/.exec(text)?.[1];
      return !problems.some((problem) => problem.severity !== 'hint' && (!path || areNear(problem.path, path)));
    })
    .map((what) => ({ kind: 'warning', what }));
}

/** Whether two field paths are the same, or one lies below the other. */
function areNear(a: string, b: string): boolean {
  const below = (path: string, other: string) => path.startsWith(`${other}.`) || path.startsWith(`${other}[`);
  return a === b || below(a, b) || below(b, a);
}

/** A reason without what differs from manifest to manifest: indices and quoted values. */
export function reasonOf(text: string): string {
  return text
    .replace(/\[[^\]]*\]/g, '[]')
    .replace(/: Invalid value: .*?: (?=[a-z`])/i, ': Invalid value: ')
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/\d+/g, '0')
    .replace(/\{.*\}/g, '{…}')
    .slice(0, 160);
}

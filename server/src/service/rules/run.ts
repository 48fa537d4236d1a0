import { decodedOf, type Workload } from '../model/index.ts';
import { refusals } from './refusals.ts';
import type { Others, Problem, Report, Rule, RuleContext, Severity } from './rule.ts';
import { serverPaths } from './serverPaths.ts';

/** What a workload is checked for, and who is told of a rule that threw; the others still run. */
export interface CheckOptions extends Pick<RuleContext, 'minor' | 'podSecurity'> {
  onRuleError?: (code: string, error: unknown) => void;
}

const nobody: Others = { keysOf: () => undefined, servicesOf: () => [] };

/**
 * Runs rules on a workload; what cannot be decoded comes first, as the rest may follow from it.
 * @param others for the rules that look beyond the document
 */
export function runRules(
  chosen: readonly Rule[],
  workload: Workload,
  { minor, podSecurity, onRuleError }: CheckOptions,
  others = nobody,
): Problem[] {
  const { pod } = workload;
  const context: RuleContext = { workload, pod, minor, podSecurity, others, ...decodedOf(workload, minor) };
  const found: Found[] = [];
  for (const rule of chosen) {
    try {
      rule.check(context, (report) => found.push({ report, rule }));
    } catch (error) {
      onRuleError?.(rule.code, error);
    }
  }
  return found.length > 0 ? toProblems(found, context) : [];
}

interface Found {
  report: Report<unknown>;
  rule: Rule;
}

function toProblems(found: readonly Found[], context: RuleContext): Problem[] {
  const isRefused = refusals(context);
  const serverPath = serverPaths(context);
  const problems = found.map(({ report, rule: { code, severity, general } }) => {
    const given = report.severity ?? severity;
    const meant = given === 'error' && !isRefused(report.path) ? 'warning' : given;
    const path = serverPath(report.path, meant === 'error');
    const { workload } = context;
    return { problem: { data: undefined, ...report, code, severity: meant, workload, serverPath: path }, general };
  });
  return withoutGeneral(problems).sort(
    (a, b) => Number(context.undecoded.has(b.path)) - Number(context.undecoded.has(a.path)),
  );
}

/** The problems without those of general rules that give way to another. */
function withoutGeneral(all: readonly { problem: Problem; general: boolean | undefined }[]): Problem[] {
  const ranks = new Map<string, number>();
  for (const { problem, general } of all) {
    if (!general) ranks.set(problem.path, Math.max(rank(problem), ranks.get(problem.path) ?? 0));
  }
  return all
    .filter(({ problem, general }) => !general || rank(problem) > (ranks.get(problem.path) ?? 0))
    .map(({ problem }) => problem);
}

const order: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function rank({ severity }: Problem): number {
  return order.indexOf(severity) + 1;
}

import { typeOfWorkload, type Workload, workloadsOf } from '../model/index.ts';
import { type Problem, type Rule, type RuleContext, rules, type Severity } from '../rules/index.ts';
import { type Decoded, decode } from '../schema/decode.ts';
import { newestMinor } from '../schema/index.ts';
import type { PlacedChunk } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';
import { isSuppressed, suppressedInFile } from './suppressions.ts';

export interface Settings {
  /** The Kubernetes version to check for, 37 for 1.37. */
  minor: number;
  /** Severity of single rules, or `off`, by code. */
  rules: Readonly<Record<string, Severity | 'off'>>;
  /** Told of a rule that threw; the others still run. */
  onRuleError?: (code: string, error: unknown) => void;
}

export const defaultSettings: Settings = { minor: newestMinor, rules: {} };

/** A problem at its place in the file. */
export interface PlacedProblem {
  problem: Problem;
  placed: PlacedChunk;
}

/** What the rules find in a file, by document and place, with the user's settings and suppressions applied. */
export function problemsOf(manifest: Manifest, settings: Settings): PlacedProblem[] {
  if (manifest.isTemplate) return [];
  const off = suppressedInFile(manifest.chunks.map(({ chunk }) => chunk));
  return manifest.chunks.flatMap((placed) =>
    checkedProblems(placed, settings).flatMap((problem) => {
      const severity = settings.rules[problem.code] ?? problem.severity;
      if (severity === 'off' || off.has(problem.code) || isSuppressed(placed.chunk, problem)) return [];
      return [{ problem: severity === problem.severity ? problem : { ...problem, severity }, placed }];
    }),
  );
}

function checkedProblems({ chunk }: PlacedChunk, settings: Settings): Problem[] {
  return chunk.derive(`problems 1.${settings.minor}`, () => {
    return workloadsOf(chunk)
      .flatMap((workload) => check(workload, settings))
      .filter(({ code, node }) => code === 'yaml-syntax' || node.end <= chunk.intact)
      .sort((a, b) => a.node.start - b.node.start);
  });
}

function check(workload: Workload, settings: Settings): Problem[] {
  const context = { workload, pod: workload.pod, minor: settings.minor, ...decodeWorkload(workload, settings.minor) };
  const problems: Problem[] = [];
  const general = new Set<Problem>();
  for (const rule of rules) {
    try {
      rule.check(context, (report) => {
        const problem = placeProblem(report, rule, context);
        problems.push(problem);
        if (rule.general) general.add(problem);
      });
    } catch (error) {
      settings.onRuleError?.(rule.code, error);
    }
  }
  const specific = new Set(problems.filter((problem) => !general.has(problem)).map(({ path }) => path));
  return problems.filter((problem) => !general.has(problem) || !specific.has(problem.path));
}

function placeProblem(report: Parameters<Parameters<Rule['check']>[1]>[0], rule: Rule, context: RuleContext): Problem {
  const given = report.severity ?? rule.severity;
  const severity = given === 'error' && !isValidated(report.path, context) ? 'warning' : given;
  return { data: undefined, ...report, code: rule.code, severity, workload: context.workload };
}

const validatedInStatefulSet = ['spec.template.spec.restartPolicy', 'spec.template.spec.activeDeadlineSeconds'];

/**
 * Whether the API server refuses a wrong field when the workload is applied. Before Kubernetes 1.34 it accepts a
 * StatefulSet whose pod spec can be decoded, and refuses its pods later (ValidatePodTemplateSpecForStatefulSet).
 */
function isValidated(path: string, { workload, minor, findings }: RuleContext): boolean {
  if (workload.likelyKind !== 'StatefulSet' || minor >= 34 || !path.startsWith('spec.template.spec.')) return true;
  const isDecoding = () => findings.some((finding) => finding.path === path && finding.kind !== 'null-item');
  return validatedInStatefulSet.includes(path) || isDecoding();
}

/** The walk over the schema; where the head is wrong only the pod spec has a type that is sure. */
function decodeWorkload(workload: Workload, minor: number): Decoded {
  const type = typeOfWorkload(workload);
  if (type) return decode(workload.root, type, minor);
  return workload.pod
    ? decode(workload.pod.node, 'core/v1.PodSpec', minor, workload.pod.path)
    : { findings: [], objects: new Map() };
}

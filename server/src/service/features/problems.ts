import { workloadsOf } from '../model/index.ts';
import { type Problem, type Rule, rules, type Severity } from '../rules/index.ts';
import type { Others, PodSecurity } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import { newestMinor } from '../schema/index.ts';
import { lazy, noPodTemplates, type PlacedChunk, type PodTemplates } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';
import { isSuppressed, suppressedInFile } from './suppressions.ts';
import { Workspace } from './workspace.ts';

/** What a user can make of a rule. */
export const ruleSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies (
  | Severity
  | 'off'
)[];

export type RuleSeverity = (typeof ruleSeverities)[number];

export interface Settings {
  /** The Kubernetes version to check for, 37 for 1.37. */
  minor: number;
  /** The level of the Pod Security Standards that pods are to comply with. */
  podSecurity: PodSecurity;
  /** Severity of single rules, or `off`, by code. */
  rules: Readonly<Record<string, RuleSeverity>>;
  /** Where custom resources have pod templates; for `parseManifest`. */
  podTemplates: PodTemplates;
  /** Whether the editor shows between the words of a manifest what it does not say. */
  inlayHints: boolean;
  /** What other files define; without it only what a file itself defines is known. */
  workspace?: () => Workspace;
  /** Told of a rule that threw; the others still run. */
  onRuleError?: (code: string, error: unknown) => void;
}

export const defaultSettings: Settings = {
  minor: newestMinor,
  podSecurity: 'off',
  rules: {},
  podTemplates: noPodTemplates,
  inlayHints: false,
};

/** A problem at its place in the file. */
export interface PlacedProblem {
  problem: Problem;
  placed: PlacedChunk;
}

/** Rules by what they look at: one document, one that can be read to its end, or others too. */
const beyond = rules.filter(({ looksBeyond }) => looksBeyond);
const within = rules.filter(({ looksBeyond }) => !looksBeyond);
const whole = new Set(rules.flatMap((rule) => (rule.whole ? [rule.code] : [])));
const withinPart = within.filter(({ whole }) => !whole);

/** What the rules find in a file, by document and place, with the user's settings and suppressions applied. */
export function problemsOf(manifest: Manifest, settings: Settings): PlacedProblem[] {
  if (manifest.isTemplate) return [];
  const off = suppressedInFile(manifest.chunks.map(({ chunk }) => chunk));
  const { workspace = () => new Workspace() } = settings;
  // few ask for them
  const around = lazy(() => workspace().others(manifest));
  const isPatch = lazy(() => workspace().isPatch(manifest.document.uri));
  const others: Others = {
    keysOf: (...which) => around().keysOf(...which),
    servicesOf: (...which) => around().servicesOf(...which),
  };
  return manifest.chunks.flatMap((placed) =>
    allProblems(placed, settings, others).flatMap((problem) => {
      if (isOfWhole(problem) && isPatch()) return [];
      const severity = settings.rules[problem.code] ?? problem.severity;
      if (severity === 'off' || off.has(problem.code) || isSuppressed(placed.chunk, problem)) return [];
      return [{ problem: severity === problem.severity ? problem : { ...problem, severity }, placed }];
    }),
  );
}

/** Whether a problem is one of a whole manifest, which a patch is not: what is missing, and the directives of patches. */
function isOfWhole({ code, path }: Problem): boolean {
  return (
    whole.has(code) || (code === 'unknown-field' && /\.\$(?:patch|retainKeys|setElementOrder|deleteFrom)/.test(path))
  );
}

function allProblems(placed: PlacedChunk, settings: Settings, others: Others): Problem[] {
  const checked = checkedProblems(placed, settings);
  const more = problemsIn(placed, settings, beyond, others);
  return more.length > 0 ? [...checked, ...more].sort(byPlace) : checked;
}

/** What the rules find in a document by itself, whatever the user has switched off, by place. */
export function checkedProblems(placed: PlacedChunk, settings: Settings): Problem[] {
  const { chunk } = placed;
  return chunk.derive(`problems 1.${settings.minor} ${settings.podSecurity}`, () =>
    problemsIn(placed, settings, chunk.intact < Number.POSITIVE_INFINITY ? withinPart : within)
      .sort(byPlace)
      .filter(isFirst),
  );
}

function problemsIn({ chunk }: PlacedChunk, settings: Settings, chosen: readonly Rule[], others?: Others): Problem[] {
  return workloadsOf(chunk)
    .flatMap((workload) => runRules(chosen, workload, settings, others))
    .filter(({ code, node }) => code === 'yaml-syntax' || node.end <= chunk.intact);
}

const byPlace = (a: Problem, b: Problem) => a.node.start - b.node.start;

/** What is written once and used by several aliases is told once. */
function isFirst({ code, node, message }: Problem, index: number, all: readonly Problem[]): boolean {
  const before = all[index - 1];
  return before?.code !== code || before.message !== message || before.node.start !== node.start;
}

/** The errors of the API server as kubectl prints them: `spec.containers[0].image: Required value`. */
export function serverWords({ serverPath, server = [] }: Problem): string[] {
  return server.map((words) => `${serverPath}: ${words}`);
}

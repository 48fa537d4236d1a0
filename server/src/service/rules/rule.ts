import type { ChunkEdit, Editor } from '../fixes/index.ts';
import type { PodSpec, Workload } from '../model/index.ts';
import type { Decoded, Finding } from '../schema/decode.ts';
import type { Span } from '../yaml/index.ts';

/** As in LSP; *error* only where the API server refuses the manifest. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The levels of the Pod Security Standards that can be checked, and `off`. */
export const podSecurityLevels = ['off', 'baseline', 'restricted'] as const;

export type PodSecurity = (typeof podSecurityLevels)[number];

/** What other manifests define, as far as they are known. */
export interface Others {
  /** The keys of a ConfigMap or Secret; undefined where none defines it. */
  keysOf(kind: 'ConfigMap' | 'Secret', name: string, namespace: string | undefined): readonly string[] | undefined;
  /**
   * The names of the Services that select pods by their labels, and those of no other workload.
   * @param labels each as `key=value`
   */
  servicesOf(labels: readonly string[], namespace: string | undefined): readonly string[];
}

/** What a rule looks at: one workload, checked for one Kubernetes version. */
export interface RuleContext extends Decoded {
  workload: Workload;
  /** Undefined where the pod spec is not written yet. */
  pod: PodSpec | undefined;
  /** The Kubernetes version, 37 for 1.37. */
  minor: number;
  /** The level that the pods are to comply with. */
  podSecurity: PodSecurity;
  /** Empty but for rules that look beyond the document. */
  others: Others;
}

interface ReportOf {
  /** What is underlined; the smallest token that shows the mistake. */
  node: Span;
  /** Field path, of the missing field where one is missing. */
  path: string;
  /** What is wrong, why, and what to do. */
  message: string;
  /** Where it is not the rule's own. */
  severity?: Severity;
  /** What the API server says, in its own words and without the path: `Required value`. */
  server?: readonly string[];
  /** Other places that take part, such as the first of two equal names. */
  related?: { node: Span; message: string }[];
}

/** What a check found; `data` is what its fix needs to know. */
export type Report<Data> = ReportOf & (undefined extends Data ? { data?: Data } : { data: Data });

export interface Problem<Data = unknown> extends ReportOf {
  data: Data;
  code: string;
  severity: Severity;
  workload: Workload;
  /** The field path as the API server writes it, in which some differ from those of the manifest. */
  serverPath: string;
}

export interface Fix {
  title: string;
  edits: ChunkEdit[];
  /** Safe fixes run on save: there is one right answer and it loses nothing. */
  safe: boolean;
}

export interface Rule<Data = unknown> {
  /** Stable and never reused. */
  code: string;
  severity: Severity;
  /** Gives way to a problem of another rule on the same field that is no less severe, and knows more. */
  general?: boolean;
  /** The API server or the shell does not look further than such a problem: its fixes may bring to light what is wrong behind it. */
  hides?: boolean;
  /** Tells of what is nowhere in the document, so it waits until the document can be read to its end. */
  whole?: boolean;
  /** Looks at what other documents define, so that it is asked anew whenever it is wanted. */
  looksBeyond?: boolean;
  check(context: RuleContext, report: (report: Report<Data>) => void): void;
  /** The fixes for a problem, the best first. */
  fix?(problem: Problem<Data>, editor: Editor): Fix[];
}

/** Types a rule by the data its check hands to its fix. */
export function defineRule<Data = undefined>(rule: Rule<Data>): Rule {
  return rule as unknown as Rule;
}

/** The findings of one kind. */
export function findingsOf<Kind extends Finding['kind']>(
  findings: readonly Finding[],
  kind: Kind,
): Extract<Finding, { kind: Kind }>[] {
  return findings.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind);
}

/** A fix that runs on save. */
export function safe(title: string, edits: ChunkEdit[]): Fix {
  return { title, edits, safe: true };
}

/** A fix that is offered only. */
export function suggestion(title: string, edits: ChunkEdit[]): Fix {
  return { title, edits, safe: false };
}

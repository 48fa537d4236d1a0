import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '../rules/index.ts';
import { deref, type PlacedChunk, stringOf, valueAt } from '../yaml/index.ts';
import { fixesOf } from './fixAll.ts';
import { type Manifest, rangeOf } from './manifest.ts';
import { problemsOf, type Settings, serverWords } from './problems.ts';
import { tooLarge } from './tooLarge.ts';

/** A document of a file, as far as it says what it is. */
export interface ReportedDocument {
  apiVersion?: string;
  kind?: string;
  name?: string;
}

export interface ReportedProblem {
  /** Index in what `documents` returns; -1 where it is about the file. */
  document: number;
  /** Index in the `items` of a List. */
  item?: number;
  code: string;
  severity: Severity;
  message: string;
  /** Kubernetes field path as the API server writes it, within the item of a List. */
  path: string;
  /** What the API server says, each with the path. */
  server?: string[];
  range: Range;
  /** The best first; the safe ones are what `fixAll` applies. */
  fixes: { title: string; safe: boolean }[];
}

/** The documents of a file, empty ones left out, as kubectl counts. */
export function documents(manifest: Manifest): ReportedDocument[] {
  return filledChunks(manifest).map(({ chunk }) => {
    const root = deref(chunk.root);
    const head = {
      apiVersion: stringOf(valueAt(root, 'apiVersion')),
      kind: stringOf(valueAt(root, 'kind')),
      name: stringOf(valueAt(valueAt(root, 'metadata'), 'name')),
    };
    return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
  });
}

/** What is wrong in a file, apart from any editor. */
export function problems(manifest: Manifest, settings: Settings): ReportedProblem[] {
  const indices = new Map(filledChunks(manifest).map((placed, index) => [placed, index]));
  const unchecked = tooLarge(manifest).map((notice) => ({ ...notice, document: -1, path: '', fixes: [] }));
  const reported = problemsOf(manifest, settings).map((found) => {
    const { problem, placed } = found;
    const { item } = problem.workload;
    return {
      document: indices.get(placed) ?? -1,
      ...(item === undefined ? {} : { item }),
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      path: problem.serverPath,
      ...(problem.server ? { server: serverWords(problem) } : {}),
      range: rangeOf(manifest, placed, problem.node),
      fixes: fixesOf(found).map(({ title, safe }) => ({ title, safe })),
    };
  });
  return [...unchecked, ...reported];
}

function filledChunks({ chunks }: Manifest): PlacedChunk[] {
  return chunks.filter(({ chunk }) => chunk.root !== undefined || chunk.problems.length > 0);
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import { resourceKinds } from '../../model/names/index.ts';
import { decode } from '../../schema/decode.ts';
import { workloadTypes } from '../../schema/index.ts';
import { type Chunk, type MapNode, type Pair, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { stop } from './skeleton.ts';
import type { Provider, Suggestion } from './suggestion.ts';

/** What workloads use by name; their fields are not known here. */
const companions = resourceKinds.map((kind) => `v1 ${kind}`);

/** The keys that say what a manifest is, and the pairs of `apiVersion` and `kind` that there are. */
export const heads: Provider = ({ chunk, token, hasColon }, expected, { settings }) => {
  if (expected.kind !== 'head' || !expected.pair || !expected.root) return [];
  const { root, pair } = expected;
  if (pair.key === token) return hasColon ? [] : keys(root, pair);
  const known = headsIn(chunk);
  switch (pair.key.text) {
    case 'apiVersion':
      return apiVersions(known, stringOf(valueAt(root, 'kind')));
    case 'kind':
      return kinds(known, root, pair, settings.minor);
    default:
      return [];
  }
};

interface Head {
  apiVersion: string;
  kind: string;
}

function headsIn({ podTemplates }: Chunk): Head[] {
  return [...Object.keys(workloadTypes), ...companions, ...Object.keys(podTemplates)].map((head) => {
    const [apiVersion = '', kind = ''] = head.split(' ');
    return { apiVersion, kind };
  });
}

/** What is missing at the top of something that seems to become a manifest. */
function keys(root: MapNode, pair: Pair): Suggestion[] {
  const names = ['apiVersion', 'kind', 'metadata'];
  const others = root.pairs.filter((other) => other !== pair).map(({ key }) => key.text);
  if (others.length > 0 && !others.some((key) => names.includes(key))) return [];
  return names
    .filter((name) => !others.includes(name))
    .map((name, rank) => ({
      label: name,
      kind: CompletionItemKind.Property,
      write: name === 'metadata' ? { metadata: { name: stop('app') } } : { [name]: stop() },
      rank,
      continues: name !== 'metadata',
    }));
}

function apiVersions(known: readonly Head[], kind: string | undefined): Suggestion[] {
  const fitting = known.filter((head) => kind === undefined || head.kind === kind);
  return [...new Set(fitting.map(({ apiVersion }) => apiVersion))].map(value);
}

/** The kinds that an `apiVersion` serves and that what is written could be; where there is no version it comes with the kind. */
function kinds(known: readonly Head[], root: MapNode, { start }: Pair, minor: number): Suggestion[] {
  const written = pairOf(root, 'apiVersion');
  const version = stringOf(written?.value);
  const served = known.filter(({ apiVersion }) => version === undefined || apiVersion === version);
  const isOpen = !valueAt(root, 'spec') && !valueAt(root, 'template');
  const flaws = served.map((head) => (isOpen ? 0 : misfits(root, head, minor)));
  const fitting = served.filter((_, index) => flaws[index] === Math.min(...flaws));
  return fitting.map(({ apiVersion, kind }) => ({
    ...value(kind),
    detail: apiVersion,
    ...(written || root.flow ? {} : { also: [{ start, end: start, text: `apiVersion: ${apiVersion}\n` }] }),
  }));
}

/** How much of what is written a kind does not take: the `spec` of a Pod is none of a Deployment. */
function misfits(root: MapNode, { apiVersion, kind }: Head, minor: number): number {
  const type = workloadTypes[`${apiVersion} ${kind}`];
  if (!type) return Number.POSITIVE_INFINITY;
  const found = decode(root, type, minor).findings.filter((finding) => misfitting.has(finding.kind));
  return found.reduce((sum, { path }) => sum + (path.includes('.') ? 1 : ofRoot), 0);
}

/** What does not fit at the top counts for more than what is wrong somewhere below. */
const ofRoot = 1000;

const misfitting = new Set(['unknown-field', 'wrong-type', 'required']);

function value(text: string): Suggestion {
  return { label: text, kind: CompletionItemKind.EnumMember, write: text };
}

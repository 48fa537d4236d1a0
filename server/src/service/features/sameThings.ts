import {
  type LabelledPod,
  type NameKind,
  podKinds,
  sameNamespace,
  selectedKinds,
  selects,
} from '../model/names/index.ts';
import { type Mention, mentionsOf, type PlacedFacts, type PlacedMention } from './mentions.ts';

/**
 * What names the same things as the given names, these included, in the order of the documents.
 * @param throughAliases whether what gets its name from the same text counts, since it is renamed along
 */
export function sameThings(
  docs: readonly PlacedFacts[],
  from: readonly PlacedMention[],
  throughAliases = false,
): PlacedMention[] {
  const found: PlacedMention[] = [];
  const known = new Map<PlacedFacts, Set<Mention>>();
  const add = (one: PlacedMention) => {
    const mentions = known.get(one.doc) ?? new Set();
    if (!mentions.has(one.mention)) found.push(one);
    known.set(one.doc, mentions.add(one.mention));
  };
  for (const one of from) add(one);
  // what says no namespace must not lead from one to another
  const namespace = from[0]?.mention.namespace;
  const alike = new Map<string, PlacedMention[]>();
  // grows while it is walked
  for (const one of found) {
    const symbol = `${one.mention.kind} ${symbolOf(one.mention)}`;
    const candidates =
      alike.get(symbol) ??
      mentionsOf(docs, (other) => isAlike(one.mention, other) && sameNamespace(other.namespace, namespace));
    alike.set(symbol, candidates);
    for (const other of candidates) if (isSame(one, other)) add(other);
    if (throughAliases)
      for (const other of mentionsOf([one.doc], (other) => sharesText(one.mention, other))) add(other);
  }
  return mentionsOf(
    docs.filter((doc) => known.has(doc)),
    (mention, doc) => known.get(doc)?.has(mention) === true,
  );
}

function symbolOf({ label, name }: Mention): string {
  return label ?? name;
}

function isAlike(one: Mention, other: Mention): boolean {
  return one.kind === other.kind && symbolOf(one) === symbolOf(other);
}

function sharesText({ at, source = at }: Mention, { at: otherAt, source: other = otherAt }: Mention): boolean {
  return source.line === other.line && source.start === other.start && source.end === other.end;
}

/** Whether what is alike counts in the same scope, or in two that are connected. */
function isSame(one: PlacedMention, other: PlacedMention): boolean {
  return (
    sharesScope(one, other) || (selectable.has(one.mention.kind) && (isSelected(one, other) || isSelected(other, one)))
  );
}

/** Whether two names of a kind are in the same scope, where a name is given once. */
export function sharesScope({ doc, mention }: PlacedMention, other: PlacedMention): boolean {
  if (mention.scope !== other.mention.scope) return false;
  return localKinds.has(mention.kind) ? doc === other.doc : sameNamespace(mention.namespace, other.mention.namespace);
}

const selectable = new Set<NameKind>(selectedKinds);
const localKinds = new Set<NameKind>([...selectedKinds, ...podKinds]);

/** Whether a name in a selector is one of a pod that is selected. */
function isSelected(one: PlacedMention, other: PlacedMention): boolean {
  const selector = one.doc.facts.selectors.find(({ scope }) => scope === one.mention.scope);
  const pod = podOf(other);
  return selector !== undefined && pod !== undefined && selects(selector, pod);
}

function podOf({ doc: { facts }, mention }: PlacedMention): LabelledPod | undefined {
  if (facts.selectors.some(({ scope }) => scope === mention.scope)) return undefined;
  return facts.pods.find(({ scope }) => mention.scope === scope || mention.scope.startsWith(`${scope} `));
}

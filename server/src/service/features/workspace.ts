import type { Range } from 'vscode-languageserver-types';
import {
  type KeyKind,
  type LabelledPod,
  mayHaveNames,
  type NameKind,
  type PodSelector,
  podKinds,
  type ResourceKind,
  sameNamespace,
  selects,
} from '../model/names/index.ts';
import type { Others } from '../rules/rule.ts';
import { type Chunk, lazy } from '../yaml/index.ts';
import { type Kustomization, kustomizationOf } from './kustomize.ts';
import type { Manifest } from './manifest.ts';
import {
  type Facts,
  factsOf,
  mentionsOf,
  type ObjectFact,
  type PlacedFacts,
  placed,
  placedFacts,
  rangeOfSpan,
} from './mentions.ts';

/** A document of the workspace, or an item of a List: a workload, or an object that workloads use by name. */
export interface WorkspaceObject extends Pick<ObjectFact, 'kind' | 'name' | 'namespace'> {
  uri: string;
  range: Range;
  nameRange: Range;
  containers: { name: string; range: Range }[];
}

/**
 * What the files of a workspace define and use beyond themselves: ConfigMaps, Secrets, claims, service accounts, Services,
 * and the labels by which pods are selected. It keeps names and places by file, neither texts nor syntax trees.
 */
export class Workspace {
  private readonly files = new Map<string, readonly PlacedFacts[]>();
  private readonly kustomizations = new Map<string, Kustomization>();
  private changes = 0;
  /** What all files tell, indexed when it is asked for after a change. */
  private told = lazy(() => toldOf([]));

  /** Another number each time that something has changed which `others` or `isPatch` tell of. */
  get othersVersion(): number {
    return this.changes;
  }

  /** Takes a file in place of what was known of it; of its documents only those that have changed are read. */
  set(manifest: Manifest): void {
    const { document, chunks, isTemplate } = manifest;
    const docs = isTemplate
      ? []
      : chunks.flatMap(({ chunk, offset }) => {
          const facts = lastingFacts(chunk);
          return facts ? [{ uri: document.uri, origin: document.positionAt(offset), facts }] : [];
        });
    this.replace(document.uri, docs, kustomizationOf(manifest));
  }

  delete(uri: string): void {
    this.replace(uri, []);
  }

  /** Whether a file is a patch of a `kustomization.yaml`, and no manifest of its own. */
  isPatch(uri: string): boolean {
    return [...this.kustomizations.values()].some(({ patches }) => patches.includes(uri));
  }

  /** The workloads of all files, and what they use by name. */
  documents(): WorkspaceObject[] {
    return [...this.files.values()].flat().flatMap((doc) =>
      doc.facts.objects.map(({ kind, name, namespace, range, nameAt, containers }) => ({
        uri: doc.uri,
        kind,
        name,
        namespace,
        range: placed(doc, range),
        nameRange: rangeOfSpan(doc, nameAt),
        containers: containers.map(({ name, at }) => ({ name, range: rangeOfSpan(doc, at) })),
      })),
    );
  }

  /**
   * The names of the objects of a kind.
   * @param namespace where only those count that are, or may be, in it
   */
  resources(kind: ResourceKind, namespace?: string): string[] {
    return this.defined(kind, '', namespace);
  }

  /** The keys of the data of a ConfigMap or Secret. */
  keys(kind: 'ConfigMap' | 'Secret', name: string, namespace?: string): string[] {
    const keyKind: KeyKind = `${kind} key`;
    return this.defined(keyKind, name, namespace);
  }

  /** The names of a file as it is now, and those of all others. */
  around(manifest: Manifest): PlacedFacts[] {
    const others = [...this.files].filter(([uri]) => uri !== manifest.document.uri);
    return [...placedFacts(manifest), ...others.flatMap(([, docs]) => docs)];
  }

  /** What is defined beyond a document of a file, in this file as it is now and in all others. */
  others(manifest: Manifest): Others {
    const { uri } = manifest.document;
    const folder = folderOf(uri);
    const own = lazy(() => toldOf(placedFacts(manifest)));
    const all = <T extends { uri: string }>(of: (told: Told) => readonly T[]): T[] => [
      ...of(own()),
      ...of(this.told()).filter((each) => each.uri !== uri),
    ];
    const isGenerated = (object: string) =>
      [...this.kustomizations.values()].some(({ generated }) => generated.includes(object));
    return {
      keysOf(kind, name, namespace) {
        if (isGenerated(`${kind} ${name}`)) return undefined;
        const found = all(({ keys }) => keys.get(`${kind} ${name}`) ?? []);
        const ofName = found.filter((key) => sameNamespace(key.namespace, namespace));
        return ofName.some((key) => folderOf(key.uri) === folder) ? ofName.map((key) => key.name) : undefined;
      },
      servicesOf(labels, namespace) {
        const pod = { scope: '', labels, namespace };
        const found = labels.flatMap((label) => all(({ services }) => services.get(label) ?? []));
        return found
          .filter(
            (service) =>
              selects(service, pod) && all(({ pods }) => pods).filter((each) => selects(service, each)).length === 1,
          )
          .map(({ name }) => name);
      },
    };
  }

  private replace(uri: string, docs: readonly PlacedFacts[], kustomization?: Kustomization): void {
    const before = textOf(this.files.get(uri) ?? [], this.kustomizations.get(uri));
    if (textOf(docs, kustomization) !== before) {
      this.changes++;
      this.told = lazy(() => toldOf([...this.files.values()].flat()));
    }
    if (docs.length > 0) this.files.set(uri, docs);
    else this.files.delete(uri);
    if (kustomization) this.kustomizations.set(uri, kustomization);
    else this.kustomizations.delete(uri);
  }

  private defined(kind: NameKind, scope: string, namespace: string | undefined): string[] {
    const names = new Set<string>();
    for (const docs of this.files.values()) {
      for (const { facts } of docs) {
        for (const mention of facts.mentions) {
          if (mention.kind !== kind || mention.role !== 'definition' || mention.scope !== scope) continue;
          if (sameNamespace(mention.namespace, namespace)) names.add(mention.name);
        }
      }
    }
    return [...names];
  }
}

/** What documents are told of others. */
interface Told {
  /**
   * The keys of ConfigMaps and Secrets, by their kind and name. Of one that has no keys nothing is known: they are put in
   * while it is used.
   */
  keys: ReadonlyMap<string, readonly { uri: string; name: string; namespace: string | undefined }[]>;
  /** The Services that select pods, by one of the labels that they ask for. */
  services: ReadonlyMap<string, readonly ({ uri: string; name: string } & PodSelector)[]>;
  pods: readonly ({ uri: string } & LabelledPod)[];
}

function toldOf(docs: readonly PlacedFacts[]): Told {
  const services = docs.flatMap(({ uri, facts }) =>
    facts.selectors.flatMap((selector) =>
      selector.service === undefined ? [] : [{ ...selector, uri, name: selector.service }],
    ),
  );
  return {
    keys: groupBy(keysIn(docs), ({ of }) => of),
    services: groupBy(services, ({ requirements }) => requirements[0]?.[0] ?? ''),
    pods: docs.flatMap(({ uri, facts }) => facts.pods.map((pod) => ({ ...pod, uri }))),
  };
}

/** What others are told of a file, as one text to compare. */
function textOf(docs: readonly PlacedFacts[], kustomization: Kustomization | undefined): string {
  const { services, pods } = toldOf(docs);
  return JSON.stringify([kustomization, keysIn(docs), [...services.values()], pods]);
}

/** The keys of ConfigMaps and Secrets that can be read to their end. */
function keysIn(docs: readonly PlacedFacts[]) {
  const found = mentionsOf(
    docs,
    ({ kind, role }, { facts }) => facts.isWhole && role === 'definition' && kind.endsWith(' key'),
  );
  return found.map(({ doc: { uri }, mention: { kind, scope, name, namespace } }) => ({
    of: `${kind.replace(/ key$/, '')} ${scope}`,
    uri,
    name,
    namespace,
  }));
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

const withinPod = new Set<NameKind>(podKinds);

/** What of a document other ones can use, or use of others; undefined where there is nothing. */
function lastingFacts(chunk: Chunk): Facts | undefined {
  return chunk.derive(lastingFacts, () => {
    if (!mayHaveNames(chunk)) return undefined;
    const facts = factsOf(chunk);
    const mentions = facts.mentions.filter(({ kind }) => !withinPod.has(kind));
    if (mentions.length === 0 && facts.objects.length === 0) return undefined;
    return lasting({ ...facts, mentions });
  });
}

/** A copy that shares no strings with the text of the document: a part of a string keeps the whole of it alive. */
function lasting(facts: Facts): Facts {
  const strings = new Map<string, string>();
  return JSON.parse(JSON.stringify(facts), (_key, value) => {
    if (typeof value !== 'string') return value;
    if (!strings.has(value)) strings.set(value, value);
    return strings.get(value);
  }) as Facts;
}

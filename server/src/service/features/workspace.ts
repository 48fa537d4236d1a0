import { type KeyKind, mayHaveNames, type NameKind, type ResourceKind, sameNamespace } from '../model/names/index.ts';
import type { Chunk } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';
import { type Facts, factsOf, type ObjectFact, type PlacedFacts, placed } from './mentions.ts';

/** A document of the workspace, or an item of a List: a workload, or an object that workloads use by name. */
export interface WorkspaceObject extends ObjectFact {
  uri: string;
}

/**
 * What the files of a workspace define and use beyond themselves: ConfigMaps, Secrets, claims, service accounts, Services,
 * and the labels by which pods are selected. It keeps names and places by file, neither texts nor syntax trees.
 */
export class Workspace {
  private readonly files = new Map<string, readonly PlacedFacts[]>();

  /** Takes a file in place of what was known of it; of its documents only those that have changed are read. */
  set(manifest: Manifest): void {
    const { document, chunks, isTemplate } = manifest;
    const docs = isTemplate
      ? []
      : chunks.flatMap(({ chunk, offset }) => {
          const facts = lastingFacts(chunk);
          return facts ? [{ uri: document.uri, origin: document.positionAt(offset), facts }] : [];
        });
    if (docs.length > 0) this.files.set(document.uri, docs);
    else this.files.delete(document.uri);
  }

  delete(uri: string): void {
    this.files.delete(uri);
  }

  /** The workloads of all files, and what they use by name. */
  documents(): WorkspaceObject[] {
    return this.all().flatMap((doc) =>
      doc.facts.objects.map((object) => ({
        ...object,
        uri: doc.uri,
        range: placed(doc, object.range),
        nameRange: placed(doc, object.nameRange),
        containers: object.containers.map(({ name, range }) => ({ name, range: placed(doc, range) })),
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

  /** What other files define and use. */
  besides(uri: string): PlacedFacts[] {
    return [...this.files].flatMap(([other, docs]) => (other === uri ? [] : docs));
  }

  private defined(kind: NameKind, scope: string, namespace: string | undefined): string[] {
    const names = this.all().flatMap(({ facts }) =>
      facts.mentions.filter(
        (mention) =>
          mention.kind === kind &&
          mention.role === 'definition' &&
          mention.scope === scope &&
          sameNamespace(mention.namespace, namespace),
      ),
    );
    return [...new Set(names.map(({ name }) => name))];
  }

  private all(): PlacedFacts[] {
    return [...this.files.values()].flat();
  }
}

const withinPod = new Set<NameKind>(['volume', 'container', 'variable', 'claim']);

/** What of a document other ones can use, or use of others; undefined where there is nothing. */
function lastingFacts(chunk: Chunk): Facts | undefined {
  return chunk.derive(lastingFacts, () => {
    if (!mayHaveNames(chunk)) return undefined;
    const facts = factsOf(chunk);
    const mentions = facts.mentions.filter(({ kind }) => !withinPod.has(kind));
    if (mentions.length === 0 && facts.objects.length === 0) return undefined;
    // parts of a string keep the whole of it alive, which here is the text of the document: a copy does not
    return JSON.parse(JSON.stringify({ ...facts, mentions })) as Facts;
  });
}

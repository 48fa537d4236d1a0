import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { type Manifest, parseManifest } from '../../server/src/service/features/manifest.ts';
import { rename } from '../../server/src/service/features/rename.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';

/** A marked place of a name. */
export interface Place {
  manifest: Manifest;
  uri: string;
  range: Range;
  defines: boolean;
}

const mark = /«(=?)([^»]*)»/g;

/**
 * The files of a workspace, each below a line `=== name`, in which `«…»` marks the places of a name, and `«=…»` those that
 * define it.
 */
export function marked(text: string) {
  const files = text.split(/^=== (.+)\n/m);
  const [first = ''] = files;
  const named = files.length === 1 ? [['pod.yaml', first] as const] : pairs(files.slice(1));
  const workspace = new Workspace();
  const read = named.map(([name, content]) => readFile(name, content));
  for (const { manifest } of read) workspace.set(manifest);
  return {
    workspace,
    manifests: read.map(({ manifest }) => manifest),
    places: read.flatMap(({ places }) => places),
    /** What the files are when another name is in place of the marked. */
    withName: (name: string) => named.map(([, content]) => content.replace(mark, name)),
  };
}

function pairs(list: readonly string[]): (readonly [string, string])[] {
  return list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? ''] as const] : []));
}

function readFile(name: string, content: string) {
  const manifest = parseManifest(TextDocument.create(`file:///${name}`, 'yaml', 1, content.replace(mark, '$2')));
  const { document } = manifest;
  let removed = 0;
  const places = [...content.matchAll(mark)].map(({ index, 0: whole, 1: equals, 2: inner = '' }): Place => {
    const start = index - removed;
    removed += whole.length - inner.length;
    const range = { start: document.positionAt(start), end: document.positionAt(start + inner.length) };
    return { manifest, uri: document.uri, range, defines: equals === '=' };
  });
  return { manifest, places };
}

/** The files after the name at a place is changed; throws where edits overlap. */
export function renamed(
  { manifests, workspace }: Pick<ReturnType<typeof marked>, 'manifests' | 'workspace'>,
  { manifest, range }: Pick<Place, 'manifest' | 'range'>,
  name: string,
): string[] {
  const { changes = {} } = rename(manifest, range.start, name, workspace);
  return manifests.map(({ document }) => TextDocument.applyEdits(document, changes[document.uri] ?? []));
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type Config, configName, readConfig } from '../service/index.ts';
import type { Files } from './files.ts';

/** The `.podsmith.yaml` that count for documents, each read once. */
export type Configs = ReturnType<typeof createConfigs>;

/**
 * @param files reads the files as they are saved; one that cannot be read counts as not there
 * @param tell is told of the mistakes in a file that is read, and of none when there were some and are no more
 */
export function createConfigs(
  { read }: Pick<Files, 'read'>,
  tell: (uri: string, mistakes: Diagnostic[]) => void = () => {},
) {
  const mistaken = new Set<string>();
  const known = new Map<string, Promise<Config | undefined>>();

  async function nearest(uri: string): Promise<{ config: Config; uri: string } | undefined> {
    const read = await Promise.all(candidates(uri).map(async (uri) => ({ config: await configAt(uri), uri })));
    return read.find((found): found is { config: Config; uri: string } => found.config !== undefined);
  }

  function configAt(uri: string): Promise<Config | undefined> {
    const found = known.get(uri);
    if (found) return found;
    const reading = readAt(uri);
    known.set(uri, reading);
    return reading;
  }

  async function readAt(uri: string): Promise<Config | undefined> {
    const text = await read(uri).catch(() => undefined);
    const found = text === undefined ? undefined : readConfig(TextDocument.create(uri, 'yaml', 0, text));
    const mistakes = found?.diagnostics ?? [];
    if (mistakes.length > 0 || mistaken.has(uri)) tell(uri, mistakes);
    if (mistakes.length > 0) mistaken.add(uri);
    else mistaken.delete(uri);
    return found?.config;
  }

  return {
    /** What the nearest `.podsmith.yaml` up the tree sets, the same object until `forget`; nothing where there is none. */
    async of(uri: string): Promise<Config> {
      return (await nearest(uri))?.config ?? nothing;
    },
    /** The `.podsmith.yaml` that sets the Kubernetes version of a document; undefined where none does. */
    async setsVersionOf(uri: string): Promise<string | undefined> {
      const found = await nearest(uri);
      return found?.config.minor === undefined ? undefined : found.uri;
    },
    /** Has them all read again, as one was written, created or deleted. */
    forget: (): void => known.clear(),
  };
}

const nothing: Config = {};

/** Where the `.podsmith.yaml` of a document may be, the nearest first; nowhere for one that has no folder. */
function candidates(uri: string): string[] {
  const [, root = '', path = ''] = /^([^:/]+:(?:\/\/[^/]*)?)(\/[^?#]*)/.exec(uri) ?? [];
  const folders = [...path.matchAll(/\//g)].map(({ index }) => root + path.slice(0, index + 1));
  return folders.reverse().map((folder) => folder + configName);
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Config, configName, readConfig } from '../service/index.ts';
import type { Files } from './files.ts';

/** The `.podsmith.yaml` that count for documents, each read once. */
export type Configs = ReturnType<typeof createConfigs>;

/** @param files reads the files as they are saved; one that cannot be read counts as not there */
export function createConfigs({ read }: Pick<Files, 'read'>) {
  const known = new Map<string, Promise<Config | undefined>>();

  async function nearest(uri: string): Promise<{ config: Config; uri: string } | undefined> {
    const read = await Promise.all(candidates(uri).map(async (uri) => ({ config: await configAt(uri), uri })));
    return read.find((found): found is { config: Config; uri: string } => found.config !== undefined);
  }

  function configAt(uri: string): Promise<Config | undefined> {
    const found = known.get(uri);
    if (found) return found;
    const reading = read(uri).then(
      (text) => (text === undefined ? undefined : parse(uri, text)),
      () => undefined,
    );
    known.set(uri, reading);
    return reading;
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

function parse(uri: string, text: string): Config {
  return readConfig(TextDocument.create(uri, 'yaml', 0, text)).config;
}

/** Where the `.podsmith.yaml` of a document may be, the nearest first; nowhere for one that has no folder. */
function candidates(uri: string): string[] {
  const [, root = '', path = ''] = /^([^:/]+:(?:\/\/[^/]*)?)(\/[^?#]*)/.exec(uri) ?? [];
  const folders = [...path.matchAll(/\//g)].map(({ index }) => root + path.slice(0, index + 1));
  return folders.reverse().map((folder) => folder + configName);
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Config, configName, readConfig } from '../service/index.ts';
import type { Files } from './files.ts';

/** The `.podsmith.yaml` that count for documents, each read once. */
export type Configs = ReturnType<typeof createConfigs>;

/** @param files reads the files as they are saved; one that cannot be read counts as not there */
export function createConfigs({ read }: Pick<Files, 'read'>) {
  const known = new Map<string, Promise<Config | undefined>>();

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
      const configs = await Promise.all(candidates(uri).map(configAt));
      return configs.find((config) => config !== undefined) ?? nothing;
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

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type LanguageService, type Manifest, type Settings } from '../service/index.ts';

type PodTemplates = Settings['podTemplates'];

/** The open files as the service parsed them last. */
export type Manifests = ReturnType<typeof createManifests>;

export function createManifests(service: LanguageService) {
  const parsed = new WeakMap<TextDocument, { version: number; podTemplates: PodTemplates; manifest: Manifest }>();
  return {
    /** @param given the pod templates of the file's settings; by default those of the last time */
    of(document: TextDocument, given?: PodTemplates): Manifest {
      const known = parsed.get(document);
      const podTemplates = given ?? known?.podTemplates ?? defaultSettings.podTemplates;
      // the text document is changed in place, so its version is what tells whether the manifest is still of it
      if (known?.version === document.version && known.podTemplates === podTemplates) return known.manifest;
      const manifest = service.parse(document, known?.manifest, podTemplates);
      parsed.set(document, { version: document.version, podTemplates, manifest });
      return manifest;
    },
    knows: (document: TextDocument): boolean => parsed.has(document),
  };
}

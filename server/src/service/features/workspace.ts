import type { Manifest } from './manifest.ts';

/** What the files of a workspace define and use beyond themselves: ConfigMaps, Secrets, claims and service accounts. */
export class Workspace {
  set(_manifest: Manifest): void {}

  delete(_uri: string): void {}
}

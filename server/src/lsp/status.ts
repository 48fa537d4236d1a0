import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { Answers } from './answer.ts';

/** What `podsmith/status` tells of a file, for the client to show. */
export interface Status {
  /** The kinds of its workloads, each once; none where the file is something else. */
  kinds: string[];
  /** The Kubernetes version that it is checked for, 37 for 1.37. */
  minor: number;
  /** The `.podsmith.yaml` that says so; without it the version comes from the client's settings. */
  configUri?: string;
}

/** Answers `podsmith/status`; null for a file that is not open. */
export function registerStatus(connection: Connection, service: LanguageService, { answerFor }: Answers): void {
  connection.onRequest('podsmith/status', ({ uri }: { uri: string }, token) =>
    answerFor<Status | null>({ uri }, token, null, (manifest, { minor }) => ({
      kinds: service.kinds(manifest),
      minor,
    })),
  );
}

import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { Answers } from './answer.ts';
import type { Configs } from './config.ts';

/** What `podsmith/status` tells of a file, for the client to show. */
export interface Status {
  /** The kinds of its workloads, each once; none where the file is something else. */
  kinds: string[];
  /** The Kubernetes version that it is checked for, 37 for 1.37. */
  minor: number;
  /** The `.podsmith.yaml` that says so; without it the version comes from the client's settings. */
  configUri?: string;
}

/**
 * Answers `podsmith/status`, with null for a file that is not open, and sends `podsmith/statusChanged` to a client that
 * asks for it in its `initializationOptions`.
 */
export function createStatus(
  connection: Connection,
  service: LanguageService,
  configs: Configs,
  { answerFor }: Answers,
) {
  let isShown = false;

  connection.onRequest('podsmith/status', async ({ uri }: { uri: string }, token): Promise<Status | null> => {
    const configUri = await configs.setsVersionOf(uri);
    return answerFor({ uri }, token, null, (manifest, { minor }) => ({
      kinds: service.kinds(manifest),
      minor,
      ...(configUri === undefined ? {} : { configUri }),
    }));
  });

  return {
    initialize(options: unknown): void {
      isShown = (options as { status?: unknown } | undefined)?.status === true;
    },
    /** Tells the client to ask again. */
    changed(): void {
      if (isShown) connection.sendNotification('podsmith/statusChanged');
    },
  };
}

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { defaultSettings, minorOf, podSecurityLevels, type Settings, type Severity } from '../service/index.ts';

const severities = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** The `podsmith` settings of each document, asked from the client where it can tell, else as it sent them. */
export function createSettings(connection: Connection) {
  const byDocument = new Map<string, Promise<Settings>>();
  let sent: unknown;
  let canAsk = false;
  let changed = () => {};

  const withLog = (raw: unknown): Settings => ({
    ...readSettings(raw),
    onRuleError: (code, error) =>
      connection.console.error(`rule ${code}: ${error instanceof Error ? error.stack : error}`),
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    if (!canAsk) sent = (settings as { podsmith?: unknown } | undefined)?.podsmith ?? sent;
    byDocument.clear();
    changed();
  });

  return {
    initialize(capabilities: ClientCapabilities, initializationOptions: unknown): void {
      canAsk = capabilities.workspace?.configuration ?? false;
      sent = initializationOptions;
    },
    of(uri: string): Promise<Settings> {
      if (!canAsk) return Promise.resolve(withLog(sent));
      let settings = byDocument.get(uri);
      if (!settings) {
        settings = connection.workspace
          .getConfiguration({ scopeUri: uri, section: 'podsmith' })
          .then(withLog, () => withLog(sent));
        byDocument.set(uri, settings);
      }
      return settings;
    },
    forget: (uri: string): void => void byDocument.delete(uri),
    onDidChange(listener: () => void): void {
      changed = listener;
    },
  };
}

/** Reads what a client sends as `podsmith` settings; what makes no sense counts as not set. */
export function readSettings(raw: unknown): Settings {
  const { kubernetesVersion, podSecurity, rules, inlayHints } = (
    typeof raw === 'object' && raw !== null ? raw : {}
  ) as Record<string, unknown>;
  const entries = Object.entries(typeof rules === 'object' && rules !== null ? rules : {});
  return {
    ...defaultSettings,
    minor: minorOf(String(kubernetesVersion)) ?? defaultSettings.minor,
    podSecurity: podSecurityLevels.find((level) => level === podSecurity) ?? defaultSettings.podSecurity,
    rules: Object.fromEntries(
      entries.filter((entry): entry is [string, Severity | 'off'] => severities.has(entry[1] as string)),
    ),
    inlayHints: inlayHints === true,
  };
}

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  defaultSettings,
  minorOf,
  podSecurityLevels,
  type RuleSeverity,
  ruleSeverities,
  type Settings,
  type Workspace,
  withConfig,
} from '../service/index.ts';
import type { Configs } from './config.ts';

/**
 * The settings of each document: the `podsmith` settings of the editor, asked from the client where it can tell, else as it
 * sent them, and over them those of the nearest `.podsmith.yaml`, so that the editor says what the command line does.
 * @param workspace what is known of the other files
 */
export function createSettings(connection: Connection, configs: Configs, workspace: () => Workspace) {
  const byDocument = new Map<string, Promise<Settings>>();
  let sent: unknown;
  let canAsk = false;
  let changed = () => {};

  const withLog = (raw: unknown): Settings => ({
    ...readSettings(raw),
    workspace,
    onRuleError: (code, error) =>
      connection.console.error(`rule ${code}: ${error instanceof Error ? error.stack : error}`),
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    if (!canAsk) sent = (settings as { podsmith?: unknown } | undefined)?.podsmith ?? sent;
    byDocument.clear();
    changed();
  });

  function ofEditor(uri: string): Promise<Settings> {
    if (!canAsk) return Promise.resolve(withLog(sent));
    let settings = byDocument.get(uri);
    if (!settings) {
      settings = connection.workspace
        .getConfiguration({ scopeUri: uri, section: 'podsmith' })
        .then(withLog, () => withLog(sent));
      byDocument.set(uri, settings);
    }
    return settings;
  }

  return {
    initialize(capabilities: ClientCapabilities, initializationOptions: unknown): void {
      canAsk = capabilities.workspace?.configuration ?? false;
      sent = initializationOptions;
    },
    async of(uri: string): Promise<Settings> {
      const [settings, config] = await Promise.all([ofEditor(uri), configs.of(uri)]);
      return withConfig(settings, config);
    },
    /** To be called when a `.podsmith.yaml` was saved, created or deleted: tells the listener, as for other settings. */
    configChanged(): void {
      configs.forget();
      changed();
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
    rules: Object.fromEntries(entries.filter(hasSeverity)),
    inlayHints: inlayHints === true,
  };
}

function hasSeverity(entry: [string, unknown]): entry is [string, RuleSeverity] {
  return ruleSeverities.some((severity) => severity === entry[1]);
}

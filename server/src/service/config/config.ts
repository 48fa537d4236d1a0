import type { Settings } from '../features/problems.ts';

/** The file that sets for the manifests in its folder, and in those below that have none of their own, how they are checked. */
export const configName = '.podsmith.yaml';

/** What a `.podsmith.yaml` sets; what it does not is missing. */
export type Config = Partial<Pick<Settings, 'minor' | 'podSecurity' | 'rules' | 'podTemplates'>>;

/** Settings over which those of a `.podsmith.yaml` go; of the rules both count. */
export function withConfig(settings: Settings, config: Config): Settings {
  return { ...settings, ...config, rules: { ...settings.rules, ...config.rules } };
}

/** Whether a path or uri is that of a `.podsmith.yaml`. */
export function isConfig(path: string): boolean {
  return /(?:^|[/\\])\.podsmith\.yaml$/.test(path);
}

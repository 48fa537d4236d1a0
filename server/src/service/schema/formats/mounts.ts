import * as l10n from '@vscode/l10n';
import type { Format } from './format.ts';

/** Whether a path leads out of where it starts: one of its parts is `..` (validatePathNoBacksteps). */
export function leadsUp(path: string): boolean {
  return path.split('/').includes('..');
}

/** Where a raw device is in a container: `/dev/xvda` (ValidateVolumeDevices). */
export const devicePath: Format = {
  name: 'device-path',
  describe: () => l10n.t('The path of a device may not contain `..`.'),
  problems: (text) => (leadsUp(text) ? ["can not contain backsteps ('..')"] : []),
};

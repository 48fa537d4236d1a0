import * as l10n from '@vscode/l10n';
import { stringOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';

/** What one of the less usual Linux capabilities allows: capabilities(7). */
export function capabilityMeaning({ token }: TokenPlace): string | undefined {
  const meanings = capabilities();
  const name = stringOf(token) ?? '';
  return Object.hasOwn(meanings, name) ? meanings[name] : undefined;
}

function capabilities(): Record<string, string> {
  return {
    AUDIT_CONTROL: l10n.t('Turns the audit of the kernel on and off, and changes its rules.'),
    AUDIT_READ: l10n.t("Reads the kernel's audit log."),
    AUDIT_WRITE: l10n.t("Writes to the kernel's audit log."),
    BLOCK_SUSPEND: l10n.t('Keeps the machine from being suspended.'),
    BPF: l10n.t('Loads BPF programs and makes BPF maps.'),
    CHECKPOINT_RESTORE: l10n.t('Saves processes and brings them back.'),
    DAC_READ_SEARCH: l10n.t('Reads files and searches folders whatever their permissions.'),
    IPC_LOCK: l10n.t('Locks memory, so that it is not swapped out.'),
    IPC_OWNER: l10n.t('Uses System V IPC objects whatever their permissions.'),
    LEASE: l10n.t('Takes leases on any file, and is told when others open it.'),
    LINUX_IMMUTABLE: l10n.t('Sets the attributes that keep a file from being changed.'),
    MAC_ADMIN: l10n.t('Changes the configuration of mandatory access control.'),
    MAC_OVERRIDE: l10n.t('Goes past mandatory access control.'),
    PERFMON: l10n.t('Uses the monitoring of performance.'),
    SYSLOG: l10n.t("Reads the kernel's log whatever the settings."),
    SYS_BOOT: l10n.t('Reboots the machine.'),
    SYS_MODULE: l10n.t('Loads modules into the kernel.'),
    SYS_PACCT: l10n.t('Turns process accounting on and off.'),
    SYS_RAWIO: l10n.t('Reads and writes I/O ports and raw memory.'),
    SYS_RESOURCE: l10n.t('Goes past limits of resources and quotas of disks.'),
    SYS_TTY_CONFIG: l10n.t('Configures terminals, and hangs them up.'),
    WAKE_ALARM: l10n.t('Sets alarms that wake the machine.'),
  };
}

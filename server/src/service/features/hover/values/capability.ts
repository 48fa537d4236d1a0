import * as l10n from '@vscode/l10n';
import { stringOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';

/** What a Linux capability allows: capabilities(7). */
export function capabilityMeaning({ token }: TokenPlace): string | undefined {
  return capabilities()[(stringOf(token) ?? '').replace(/^CAP_/, '')];
}

function capabilities(): Record<string, string> {
  return {
    ALL: l10n.t('Every capability there is.'),
    AUDIT_CONTROL: l10n.t('Turns the audit of the kernel on and off, and changes its rules.'),
    AUDIT_WRITE: l10n.t("Writes to the kernel's audit log."),
    BPF: l10n.t('Loads BPF programs and makes BPF maps.'),
    CHECKPOINT_RESTORE: l10n.t('Saves processes and brings them back.'),
    CHOWN: l10n.t('Changes the owner of any file.'),
    DAC_OVERRIDE: l10n.t('Reads, writes and runs files whatever their permissions.'),
    DAC_READ_SEARCH: l10n.t('Reads files and searches folders whatever their permissions.'),
    FOWNER: l10n.t('Does what only the owner of a file may, such as `chmod`, with files of others.'),
    FSETID: l10n.t('Keeps the set-user-ID and set-group-ID bits when a file is changed.'),
    IPC_LOCK: l10n.t('Locks memory, so that it is not swapped out.'),
    IPC_OWNER: l10n.t('Uses System V IPC objects whatever their permissions.'),
    KILL: l10n.t('Sends signals to processes of other users.'),
    LINUX_IMMUTABLE: l10n.t('Sets the attributes that keep a file from being changed.'),
    MAC_ADMIN: l10n.t('Changes the configuration of mandatory access control.'),
    MAC_OVERRIDE: l10n.t('Goes past mandatory access control.'),
    MKNOD: l10n.t('Makes device files with `mknod`.'),
    NET_ADMIN: l10n.t('Changes the network: interfaces, routes, firewall, addresses.'),
    NET_BIND_SERVICE: l10n.t('Listens on ports below 1024.'),
    NET_RAW: l10n.t('Uses raw sockets, as `ping` does.'),
    PERFMON: l10n.t('Uses the monitoring of performance.'),
    SETFCAP: l10n.t('Gives capabilities to files.'),
    SETGID: l10n.t('Changes its groups to any others.'),
    SETPCAP: l10n.t('Takes capabilities out of its bounding set, and adds those in it to its inheritable set.'),
    SETUID: l10n.t('Changes its user to any other.'),
    SYSLOG: l10n.t("Reads the kernel's log whatever the settings."),
    SYS_ADMIN: l10n.t('Administers the system: mounts, namespaces and much more. Close to being root on the node.'),
    SYS_BOOT: l10n.t('Reboots the machine.'),
    SYS_CHROOT: l10n.t('Uses `chroot`, and changes mount namespaces.'),
    SYS_MODULE: l10n.t('Loads modules into the kernel.'),
    SYS_NICE: l10n.t('Raises the priority of processes, and pins them to processors.'),
    SYS_PACCT: l10n.t('Turns process accounting on and off.'),
    SYS_PTRACE: l10n.t('Traces any process, and reads its memory.'),
    SYS_RAWIO: l10n.t('Reads and writes I/O ports and raw memory.'),
    SYS_RESOURCE: l10n.t('Goes past limits of resources and quotas of disks.'),
    SYS_TIME: l10n.t('Sets the clock.'),
    SYS_TTY_CONFIG: l10n.t('Configures terminals, and hangs them up.'),
    WAKE_ALARM: l10n.t('Sets alarms that wake the machine.'),
  };
}

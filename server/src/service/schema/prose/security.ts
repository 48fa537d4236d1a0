import * as l10n from '@vscode/l10n';
import { capabilities } from './capabilities.ts';
import type { WordsOfTypes } from './words.ts';

const notOnWindows = (what: string) => l10n.t('{0}\n\nCannot be set when `spec.os.name` is `windows`.', what);

export const security = (): WordsOfTypes => ({
  'core/v1.PodSecurityContext': {
    type: l10n.t(
      'Which user the containers run as, and what else counts for all of them.\n\nThe `securityContext` of a container comes before it, where both have a field.',
    ),
    fields: {
      fsGroup: notOnWindows(
        l10n.t(
          'A group that all processes are in, and that volumes are given to, so that the containers can write there.\n\nIt counts for volumes that support it, such as `emptyDir` and most persistent ones, not for `hostPath`. Files that are made later belong to the group as well.',
        ),
      ),
      seLinuxChangePolicy: notOnWindows(
        l10n.t(
          'How volumes get the SELinux label of the pod.\n\nIt counts where the label is given, and nodes use SELinux. Pods that share a volume should have the same policy.',
        ),
      ),
    },
    values: {
      fsGroupChangePolicy: {
        Always: l10n.t('All files are changed each time the volume is mounted.'),
        OnRootMismatch: l10n.t(
          'Files are changed only where the top directory is not as it has to be. This is faster.',
        ),
      },
      supplementalGroupsPolicy: {
        Merge: l10n.t('The processes are in the groups that the image has for their user in `/etc/group` as well.'),
        Strict: l10n.t('The processes are only in the groups that are given here.'),
      },
      seLinuxChangePolicy: {
        MountOption: l10n.t(
          'The volume is mounted with the label, which is fast; pods that share it need the same label. Volumes that cannot do that are relabeled file by file.',
        ),
        Recursive: l10n.t(
          'The container runtime relabels all files, which may take long; privileged pods can share the volume with others.',
        ),
      },
    },
  },
  'core/v1.SecurityContext': {
    type: l10n.t(
      'Which user the container runs as, and what it may do.\n\nIt comes before the `securityContext` of the pod, where both have a field.',
    ),
    fields: {
      allowPrivilegeEscalation: notOnWindows(
        l10n.t(
          'If `false`, no process can get more rights than the one that started it: programs with the setuid bit do not work.\n\nWith `privileged`, or the capability `SYS_ADMIN`, it is always `true`.',
        ),
      ),
      procMount: notOnWindows(
        l10n.t('Whether parts of `/proc` are hidden from the container.\n\nDefaults to `Default`.'),
      ),
    },
    values: {
      procMount: {
        Default: l10n.t('Parts of `/proc` are hidden or read-only, as the container runtime has it.'),
        Unmasked: l10n.t('Nothing of `/proc` is hidden, as containers in containers need it.'),
      },
    },
  },
  'core/v1.Capabilities': {
    fields: {
      add: l10n.t('Capabilities that the container gets: `NET_BIND_SERVICE`. `ALL` are all of them.'),
      drop: l10n.t('Capabilities that are taken from the container. `ALL` are all of them.'),
    },
    values: {
      add: {
        ALL: l10n.t('All capabilities: the container may do nearly all that root may do on the node.'),
        ...capabilities(),
      },
      drop: { ALL: l10n.t('All capabilities: only those in `add` are left.'), ...capabilities() },
    },
  },
  'core/v1.AppArmorProfile': {
    fields: {
      type: l10n.t('Where the profile comes from.'),
    },
    values: {
      type: {
        Localhost: l10n.t('A profile that is loaded on the node: `localhostProfile`.'),
        RuntimeDefault: l10n.t('The default profile of the container runtime.'),
        Unconfined: l10n.t('No profile: AppArmor does not confine the processes.'),
      },
    },
  },
  'core/v1.SeccompProfile': {
    fields: {
      type: l10n.t('Where the profile comes from.'),
    },
    values: {
      type: {
        Localhost: l10n.t('A profile that is a file on the node: `localhostProfile`.'),
        RuntimeDefault: l10n.t(
          'The default profile of the container runtime, which forbids calls that containers hardly need.',
        ),
        Unconfined: l10n.t('No profile: all system calls are allowed.'),
      },
    },
  },
  'core/v1.WindowsSecurityContextOptions': {
    type: l10n.t('What is for Windows only.'),
    fields: {
      gmsaCredentialSpec: l10n.t('The credentials of the group managed service account. A webhook writes them.'),
      runAsUserName: l10n.t(
        'The Windows user that the processes run as.\n\nDefaults to the user that the image gives.',
      ),
    },
  },
});

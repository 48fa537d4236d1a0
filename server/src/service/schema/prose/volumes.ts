import * as l10n from '@vscode/l10n';
import { metadataOf, type WordsOfTypes } from './words.ts';

const defaultMode = () =>
  l10n.t(
    'The permissions of the files: `0644`, `0400`.\n\nDefaults to `0644`. JSON takes the number in decimal only. `fsGroup` may change the mode of the files as well.',
  );
const mode = () =>
  l10n.t(
    'The permissions of this file: `0644`, `0400`.\n\nDefaults to `defaultMode` of the volume. JSON takes the number in decimal only. `fsGroup` may change the mode of the file as well.',
  );
const user = () => l10n.t('The ID of the user that owns this file.\n\nDefaults to `defaultUser` of the volume.');
const defaultUser = () => l10n.t('The ID of the user that owns the files.\n\n`user` of a file comes before it.');

const configMapName = () => l10n.t('The name of the ConfigMap, in the namespace of the pod.');
const configMapOptional = () =>
  l10n.t(
    'If `true`, the pod starts even though the ConfigMap, or a key in `items`, is not there.\n\nDefaults to `false`.',
  );
const secretOptional = () =>
  l10n.t(
    'If `true`, the pod starts even though the Secret, or a key in `items`, is not there.\n\nDefaults to `false`.',
  );

export const volumes = (): WordsOfTypes => ({
  'core/v1.Volume': {
    fields: {
      projected: l10n.t(
        'Files from several sources in one directory: ConfigMaps, Secrets, fields of the pod, tokens, certificates.',
      ),
      persistentVolumeClaim: l10n.t(
        'A PersistentVolumeClaim in the namespace of the pod: storage that outlives the pod.',
      ),
      ephemeral: l10n.t(
        'A PersistentVolumeClaim that is made for the pod, and deleted with it.\n\nIt is named after pod and volume, such as `web-data`.',
      ),
      csi: l10n.t('Storage that a CSI driver makes for the pod, without a claim, and deletes with it.'),
      image: l10n.t(
        'The files of an image, or of another OCI artifact, read-only.\n\nIt is pulled when the pod starts, as the images of containers are.',
      ),
    },
  },
  'core/v1.VolumeMount': {
    fields: {
      recursiveReadOnly: l10n.t(
        'Whether what is mounted below the volume is read-only as well.\n\nOnly with `readOnly: true`, and no `mountPropagation` but `None`. Defaults to `Disabled`.',
      ),
      mountPropagation: l10n.t(
        'Whether what is mounted later appears on the other side: in the container, or on the node.\n\nDefaults to `None`.',
      ),
      bindMountOptions: l10n.t(
        'Options for the mount: `noexec`, `nodev`, `nosuid`.\n\nThey are for Linux, and not for `image` volumes.',
      ),
    },
    values: {
      mountPropagation: {
        None: l10n.t('What is mounted later does not appear on the other side.'),
        HostToContainer: l10n.t('What the node mounts there later appears in the container.'),
        Bidirectional: l10n.t(
          'What the node mounts there later appears in the container, and what the container mounts appears on the node; only for privileged containers.',
        ),
      },
      recursiveReadOnly: {
        Disabled: l10n.t('What is mounted below the volume may be written to.'),
        IfPossible: l10n.t('What is mounted below the volume is read-only, if the node can do that.'),
        Enabled: l10n.t(
          'What is mounted below the volume is read-only; on a node that cannot do that, the pod does not start.',
        ),
      },
      bindMountOptions: {
        noexec: l10n.t('No program on the volume can be run.'),
        nodev: l10n.t('Device files on the volume do not work.'),
        nosuid: l10n.t('The setuid and setgid bits of files on the volume do not count.'),
      },
    },
  },
  'core/v1.EmptyDirVolumeSource': {
    fields: {
      medium: l10n.t('What the directory is kept on.\n\nDefaults to `""`, the disk of the node.'),
      sizeLimit: l10n.t(
        'The most that may be stored: `500Mi`. A pod that stores more on disk is evicted.\n\nWith the medium `Memory` there is no room for more, and the memory limits of the containers count as well.',
      ),
      mode: l10n.t(
        'The permissions of the directory: `0755`, `01777`.\n\nDefaults to `0777`. `fsGroup` comes before it. It has no effect on Windows.',
      ),
    },
    values: {
      medium: {
        '': l10n.t('The disk of the node, or whatever the kubelet keeps its files on.'),
        Memory: l10n.t('Memory (tmpfs): fast, but what is stored counts as memory of the container that wrote it.'),
        HugePages: l10n.t('Huge pages, of the one size that the containers ask for.'),
        'HugePages-2Mi': l10n.t('Huge pages of 2 MiB.'),
        'HugePages-1Gi': l10n.t('Huge pages of 1 GiB.'),
      },
    },
  },
  'core/v1.HostPathVolumeSource': {
    fields: {
      type: l10n.t('What has to be at the path, or is made there.\n\nDefaults to `""`.'),
    },
    values: {
      type: {
        '': l10n.t('Nothing is checked.'),
        BlockDevice: l10n.t('A block device has to be there.'),
        CharDevice: l10n.t('A character device has to be there.'),
        Directory: l10n.t('A directory has to be there.'),
        DirectoryOrCreate: l10n.t('A directory is made, with the mode `0755`, where nothing is there.'),
        File: l10n.t('A file has to be there.'),
        FileOrCreate: l10n.t(
          'An empty file is made, with the mode `0644`, where nothing is there. Its directory has to be there.',
        ),
        Socket: l10n.t('A UNIX socket has to be there.'),
      },
    },
  },
  'core/v1.ConfigMapVolumeSource': {
    fields: {
      name: configMapName(),
      defaultMode: defaultMode(),
      optional: configMapOptional(),
      defaultUser: defaultUser(),
    },
  },
  'core/v1.SecretVolumeSource': {
    fields: {
      defaultMode: defaultMode(),
      optional: secretOptional(),
      defaultUser: defaultUser(),
    },
  },
  'core/v1.KeyToPath': {
    fields: { mode: mode(), user: user() },
  },
  'core/v1.DownwardAPIVolumeSource': {
    fields: { defaultMode: defaultMode(), defaultUser: defaultUser() },
  },
  'core/v1.DownwardAPIVolumeFile': {
    fields: {
      resourceFieldRef: l10n.t('A limit or request of a container, as a number.'),
      mode: mode(),
      user: user(),
    },
  },
  'core/v1.ProjectedVolumeSource': {
    fields: {
      defaultMode: defaultMode(),
      defaultUser: defaultUser(),
    },
  },
  'core/v1.VolumeProjection': {
    type: l10n.t('A source of files: one of its fields.'),
    fields: {
      configMap: l10n.t('The keys of a ConfigMap as files.'),
      secret: l10n.t('The keys of a Secret as files.'),
      downwardAPI: l10n.t('Fields of the pod itself as files.'),
      serviceAccountToken: l10n.t('A token of the service account of the pod, which is renewed in time.'),
    },
  },
  'core/v1.ConfigMapProjection': {
    fields: { name: configMapName(), optional: configMapOptional() },
  },
  'core/v1.SecretProjection': {
    fields: { name: l10n.t('The name of the Secret, in the namespace of the pod.'), optional: secretOptional() },
  },
  'core/v1.ServiceAccountTokenProjection': {
    fields: {
      user: user(),
    },
  },
  'core/v1.ClusterTrustBundleProjection': {
    fields: {
      user: user(),
    },
  },
  'core/v1.PodCertificateProjection': {
    fields: {
      keyType: l10n.t('The type of the private key.'),
      user: user(),
    },
    values: {
      keyType: {
        RSA3072: l10n.t('RSA with 3072 bits.'),
        RSA4096: l10n.t('RSA with 4096 bits.'),
        ECDSAP256: l10n.t('ECDSA on the curve P-256.'),
        ECDSAP384: l10n.t('ECDSA on the curve P-384.'),
        ECDSAP521: l10n.t('ECDSA on the curve P-521.'),
        ED25519: l10n.t('Ed25519.'),
      },
    },
  },
  'core/v1.PersistentVolumeClaim': {
    fields: metadataOf('v1'),
  },
  'core/v1.PersistentVolumeClaimSpec': {
    fields: {
      resources: l10n.t('How much storage the claim asks for.\n\n`requests` has to say it: `storage: 10Gi`.'),
      storageClassName: l10n.t(
        'The StorageClass, which tells how the volume is made.\n\nWithout it, the default class of the cluster counts; with `""`, only volumes without a class are bound.',
      ),
      dataSource: l10n.t(
        'The VolumeSnapshot or PersistentVolumeClaim, in the same namespace, of which the volume is a copy at first.',
      ),
      dataSourceRef: l10n.t(
        'The object whose data the volume starts with: a snapshot, a claim, or whatever a volume populator knows.\n\nFor an object of the same namespace `dataSource` says the same, and the server fills in the one that is not written.',
      ),
    },
    values: {
      accessModes: {
        ReadWriteOnce: l10n.t('One node may use the volume, with any number of pods on it, and write to it.'),
        ReadOnlyMany: l10n.t('Many nodes may use the volume, but only read it.'),
        ReadWriteMany: l10n.t('Many nodes may use the volume, and write to it.'),
        ReadWriteOncePod: l10n.t('A single pod in the whole cluster may use the volume, and write to it.'),
      },
      volumeMode: {
        Block: l10n.t('The volume is a raw block device, which containers have in `volumeDevices`.'),
        Filesystem: l10n.t('The volume has a file system, which containers have in `volumeMounts`.'),
      },
    },
  },
  'core/v1.VolumeResourceRequirements': {
    fields: {
      limits: l10n.t('The most that the volume may have. Hardly any storage looks at it.'),
      requests: l10n.t('How much the volume has to have at least, such as `storage: 10Gi`.'),
    },
    values: {
      limits: { storage: l10n.t('The size of the volume, in bytes, such as `10Gi`.') },
      requests: { storage: l10n.t('The size of the volume, in bytes, such as `10Gi`.') },
    },
  },
  'core/v1.CSIVolumeSource': {
    fields: {
      fsType: l10n.t('The file system of the volume: `ext4`, `xfs`, `ntfs`.\n\nDefaults to what the driver chooses.'),
    },
  },
  'core/v1.AzureDiskVolumeSource': {
    fields: {
      cachingMode: l10n.t('What the host caches.\n\nDefaults to `ReadWrite`.'),
      kind: l10n.t('How the disk is kept.\n\nDefaults to `Shared`.'),
    },
    values: {
      cachingMode: {
        None: l10n.t('Nothing is cached.'),
        ReadOnly: l10n.t('What is read is cached.'),
        ReadWrite: l10n.t('What is read or written is cached.'),
      },
      kind: {
        Dedicated: l10n.t('A storage account holds this disk only.'),
        Managed: l10n.t('Azure manages the disk.'),
        Shared: l10n.t('A storage account holds several disks.'),
      },
    },
  },
  'core/v1.CephFSVolumeSource': {
    type: l10n.t('A Ceph file system.'),
  },
  'core/v1.FlockerVolumeSource': {
    fields: {
      datasetName: l10n.t('The name of the dataset; `datasetUUID` is better.'),
    },
  },
  'core/v1.ScaleIOVolumeSource': {
    fields: {
      sslEnabled: l10n.t('Whether TLS is used to talk to the gateway.\n\nDefaults to `false`.'),
    },
  },
});

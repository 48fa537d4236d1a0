import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { containerLists } from '../../model/index.ts';
import type { Gate } from '../../schema/gates.ts';
import type { LimitFinding } from '../../schema/limits.ts';
import type { ApiObject } from '../../schema/object.ts';
import { mapsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';

type Dropped = Extract<LimitFinding, { kind: 'dropped-field' }>;

/** dropDisabledFields in pkg/api/pod/util.go and PrepareForCreate of the strategies in pkg/registry. */
export default defineRule<Dropped>({
  code: 'dropped-field',
  severity: 'warning',
  general: true,
  check({ findings, minor }, report) {
    for (const finding of findingsOf(findings, 'dropped-field')) {
      const { path, node, object } = finding;
      report({ node, path, message: explain(finding, minor), server: warnings(object), data: finding });
    }
  },
  fix({ data: { object, pair } }, editor) {
    if (object.type === 'core/v1.Volume') {
      const edits = withMounts(object, editor);
      return edits ? [suggestion(l10n.t('Remove the volume and its mounts'), edits)] : [];
    }
    return removeFix(pair, editor);
  },
});

function explain({ name, gate, since }: Dropped, minor: number): string {
  const consequence = consequenceOf(gate);
  if (since) {
    return l10n.t(
      'Before Kubernetes 1.{1} the API server silently drops `{0}`: {2}. Remove it, or select the Kubernetes version of your cluster.',
      name,
      since,
      consequence,
    );
  }
  return gate
    ? l10n.t(
        'Unless the cluster enables the feature gate `{1}`, the API server silently drops `{0}`: {2}. Remove it, or enable the gate.',
        name,
        gate,
        consequence,
      )
    : l10n.t('The API server of Kubernetes 1.{1} silently drops `{0}`: {2}. Remove it.', name, minor, consequence);
}

/** What the API server says of what is left: warningsForOverlappingVirtualPaths, since 1.32. */
function warnings(object: ApiObject): string[] {
  if (object.type !== 'core/v1.VolumeProjection' || object.minor < 32) return [];
  const volume = object.around('core/v1.Volume')?.string('name');
  return [`volume ${JSON.stringify(volume)} (Projected) has no sources provided`];
}

/** Takes out a volume, and the mounts of it, which the API server drops as well (dropImageVolumes). */
function withMounts(volume: ApiObject, editor: Editor): ChunkEdit[] | undefined {
  const name = stringOf(volume.pair('name')?.value);
  const spec = volume.around('core/v1.PodSpec')?.node;
  const mounts = containerLists
    .flatMap((list) => mapsOf(valueAt(spec, list)))
    .map(({ node }) => mapsOf(valueAt(node, 'volumeMounts')))
    .map((all) => all.filter(({ node }) => stringOf(valueAt(node, 'name')) === name));
  // two neighbours cannot be taken out of a list one by one
  if (!volume.node || mounts.some((ofOne) => ofOne.length > 1)) return undefined;
  return [volume.node, ...mounts.flat().map(({ node }) => node)].flatMap((node) => editor.removeEntry(node));
}

/** What it means that the fields behind a gate do not count, to be put behind a colon. */
function consequenceOf(gate: Gate | undefined): string {
  const consequences: Partial<Record<Gate, string>> = {
    AtomicWriteVolumeUserFields: l10n.t('the files belong to root'),
    ClusterTrustBundleProjection: l10n.t('the volume gets no file with the certificates'),
    ContainerRestartRules: l10n.t('the `restartPolicy` of the pod alone decides about restarts'),
    ContainerStopSignals: l10n.t('the container is stopped with the signal that its image asks for, or `SIGTERM`'),
    DynamicResourceAllocation: l10n.t('the container gets no device'),
    EmptyDirVolumeMode: l10n.t('all users may write to the directory, as with mode `0777`'),
    EnvFiles: l10n.t('the variable is left without a source'),
    EvictionRequestAPI: l10n.t('nobody is asked before an eviction'),
    GRPCContainerProbeTLS: l10n.t('the probe connects without TLS'),
    GenericWorkload: l10n.t('the pod is scheduled by itself, not together with others'),
    H2CContainerProbe: l10n.t('the request is sent as HTTP/1.1'),
    HostnameOverride: l10n.t('the pod keeps its usual hostname'),
    ImageVolume: l10n.t('the volume is left out, and so are its mounts'),
    InPlacePodVerticalScaling: l10n.t('resources of a running container cannot be changed'),
    JobManagedBy: l10n.t('the Job controller runs the Job itself'),
    JobSuccessPolicy: l10n.t('the Job succeeds only when all its indexes have'),
    MatchLabelKeysInPodAffinity: l10n.t('pods count whatever values of these labels they have'),
    MaxUnavailableStatefulSet: l10n.t('pods are replaced one at a time'),
    PodCertificateRequest: l10n.t('the volume gets no certificate'),
    PodLevelResources: l10n.t('only the resources of the containers count'),
    ProcMountType: l10n.t('parts of `/proc` stay hidden'),
    RecursiveReadOnlyMounts: l10n.t('what is mounted below stays writable'),
    SELinuxChangePolicy: l10n.t('the files of the volumes get their SELinux label in the usual way'),
    SupplementalGroupsPolicy: l10n.t('the groups of the user in the image are added too'),
    UserNamespacesSupport: l10n.t('the users of the pod are those of the node, root too'),
    VolumeBindMountOptions: l10n.t('the volume is mounted with the usual options'),
    WorkloadWithJob: l10n.t('the pods are scheduled one by one'),
  };
  return (gate && consequences[gate]) ?? l10n.t('it has no effect');
}

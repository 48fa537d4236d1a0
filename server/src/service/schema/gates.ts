/**
 * The first minor version that has a feature gate switched on by default; `never` where none up to 1.37 has. A field
 * behind a gate that is off is dropped in silence (dropDisabledFields in pkg/api/pod/util.go; the defaults in
 * pkg/features/kube_features.go).
 */
const onSince = {
  AtomicWriteVolumeUserFields: never(),
  ClusterTrustBundleProjection: 37,
  ContainerRestartRules: 35,
  ContainerStopSignals: never(),
  DynamicResourceAllocation: 34,
  EmptyDirVolumeMode: never(),
  EnvFiles: 35,
  EvictionRequestAPI: never(),
  GRPCContainerProbeTLS: never(),
  GenericWorkload: never(),
  H2CContainerProbe: never(),
  HostnameOverride: 35,
  ImageVolume: 35,
  InPlacePodVerticalScaling: 33,
  JobManagedBy: 32,
  JobSuccessPolicy: 31,
  MatchLabelKeysInPodAffinity: 31,
  MaxUnavailableStatefulSet: 37,
  PodCertificateRequest: 37,
  PodLevelResources: 34,
  PodLevelResourcesFixDefaulting: 37,
  PodLifecycleSleepActionAllowZero: 33,
  ProcMountType: 33,
  RecursiveReadOnlyMounts: 31,
  RelaxedDNSSearchValidation: 33,
  RelaxedEnvironmentVariableValidation: 32,
  RestartAllContainersOnContainerExits: 36,
  SELinuxChangePolicy: 33,
  SELinuxMount: 37,
  SupplementalGroupsPolicy: 33,
  UserNamespacesSupport: 33,
  VolumeAttributesClass: 34,
  VolumeBindMountOptions: never(),
  WorkloadWithJob: never(),
};

export type Gate = keyof typeof onSince;

/** Whether a feature gate is on in a version, 37 for 1.37, as long as the cluster does not set it. */
export function isOn(gate: Gate, minor: number): boolean {
  return minor >= onSince[gate];
}

/** The first minor version that has the gate on; undefined where none has. */
export function firstOn(gate: Gate): number | undefined {
  return Number.isFinite(onSince[gate]) ? onSince[gate] : undefined;
}

function never(): number {
  return Number.POSITIVE_INFINITY;
}

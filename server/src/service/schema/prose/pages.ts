import * as l10n from '@vscode/l10n';
import { fieldOf } from '../index.ts';

/** A section of the Kubernetes documentation. */
export interface Page {
  title: string;
  url: string;
}

/** A section: its title, its path, and the types and fields that it explains: `Container`, `Container.image`. */
export type Section = readonly [title: string, path: string, ...explained: string[]];

let pages: ReadonlyMap<string, Page> | undefined;

/** The section for a field: its own, else the one for the type of its value, else the one for the type that it is in. */
export function pageOf(type: string, field?: string): Page | undefined {
  pages ??= new Map(
    sections().flatMap(([title, path, ...explained]) =>
      explained.map((name) => [name, { title, url: `https://kubernetes.io/docs/${path}` }] as const),
    ),
  );
  const name = nameOf(type);
  if (field === undefined) return pages.get(name);
  const own = pages.get(`${name}.${field}`);
  return own ?? pages.get(nameOf(fieldOf(type, field)?.type ?? '')) ?? pages.get(name);
}

/** Without group and version; no two types have the same name. */
function nameOf(type: string): string {
  return type.slice(type.indexOf('.') + 1);
}

/** The headings are those of the pages in kubernetes/website, content/en/docs. */
export function sections(): readonly Section[] {
  return [
    ...workloads(),
    ...jobs(),
    ...pods(),
    ...containers(),
    ...storage(),
    ...security(),
    ...scheduling(),
    ...objects(),
  ];
}

function workloads(): Section[] {
  const deployment = 'concepts/workloads/controllers/deployment/';
  const daemonSet = 'concepts/workloads/controllers/daemonset/';
  const replicaSet = 'concepts/workloads/controllers/replicaset/';
  const statefulSet = 'concepts/workloads/controllers/statefulset/';
  return [
    [l10n.t('Deployments'), deployment, 'Deployment'],
    [l10n.t('Writing a Deployment spec'), `${deployment}#writing-a-deployment-spec`, 'DeploymentSpec'],
    [l10n.t('Replicas'), `${deployment}#replicas`, 'DeploymentSpec.replicas'],
    [l10n.t('Selector'), `${deployment}#selector`, 'DeploymentSpec.selector'],
    [l10n.t('Pod template'), `${deployment}#pod-template`, 'DeploymentSpec.template'],
    [l10n.t('Strategy'), `${deployment}#strategy`, 'DeploymentStrategy'],
    [l10n.t('Rolling update'), `${deployment}#rolling-update-deployment`, 'RollingUpdateDeployment'],
    [l10n.t('Max unavailable'), `${deployment}#max-unavailable`, 'RollingUpdateDeployment.maxUnavailable'],
    [l10n.t('Max surge'), `${deployment}#max-surge`, 'RollingUpdateDeployment.maxSurge'],
    [l10n.t('Progress deadline'), `${deployment}#progress-deadline-seconds`, 'DeploymentSpec.progressDeadlineSeconds'],
    [l10n.t('Min ready seconds'), `${deployment}#min-ready-seconds`, 'DeploymentSpec.minReadySeconds'],
    [l10n.t('Revision history limit'), `${deployment}#revision-history-limit`, 'DeploymentSpec.revisionHistoryLimit'],
    [l10n.t('Paused'), `${deployment}#paused`, 'DeploymentSpec.paused'],
    [l10n.t('ReplicaSet'), replicaSet, 'ReplicaSet'],
    [l10n.t('Writing a ReplicaSet manifest'), `${replicaSet}#writing-a-replicaset-manifest`, 'ReplicaSetSpec'],
    [
      l10n.t('ReplicationController'),
      'concepts/workloads/controllers/replicationcontroller/',
      'ReplicationController',
      'ReplicationControllerSpec',
    ],
    [l10n.t('DaemonSet'), daemonSet, 'DaemonSet'],
    [l10n.t('Writing a DaemonSet spec'), `${daemonSet}#writing-a-daemonset-spec`, 'DaemonSetSpec'],
    [
      l10n.t('Rolling update of a DaemonSet'),
      'tasks/manage-daemon/update-daemon-set/',
      'DaemonSetUpdateStrategy',
      'RollingUpdateDaemonSet',
    ],
    [l10n.t('StatefulSets'), statefulSet, 'StatefulSet', 'StatefulSetSpec'],
    [l10n.t('Pod selector'), `${statefulSet}#pod-selector`, 'StatefulSetSpec.selector'],
    [l10n.t('Volume claim templates'), `${statefulSet}#volume-claim-templates`, 'StatefulSetSpec.volumeClaimTemplates'],
    [l10n.t('Stable network ID'), `${statefulSet}#stable-network-id`, 'StatefulSetSpec.serviceName'],
    [
      l10n.t('Pod management policies'),
      `${statefulSet}#pod-management-policies`,
      'StatefulSetSpec.podManagementPolicy',
    ],
    [l10n.t('Update strategies'), `${statefulSet}#update-strategies`, 'StatefulSetUpdateStrategy'],
    [l10n.t('Rolling updates'), `${statefulSet}#rolling-updates`, 'RollingUpdateStatefulSetStrategy'],
    [l10n.t('Partitioned rolling updates'), `${statefulSet}#partitions`, 'RollingUpdateStatefulSetStrategy.partition'],
    [
      l10n.t('Maximum unavailable pods'),
      `${statefulSet}#maximum-unavailable-pods`,
      'RollingUpdateStatefulSetStrategy.maxUnavailable',
    ],
    [
      l10n.t('PersistentVolumeClaim retention'),
      `${statefulSet}#persistentvolumeclaim-retention`,
      'StatefulSetPersistentVolumeClaimRetentionPolicy',
    ],
    [l10n.t('Start ordinal'), `${statefulSet}#start-ordinal`, 'StatefulSetOrdinals'],
  ];
}

function jobs(): Section[] {
  const cronJob = 'concepts/workloads/controllers/cron-jobs/';
  const job = 'concepts/workloads/controllers/job/';
  const workload = 'concepts/workloads/workload-api/';
  return [
    [l10n.t('CronJob'), cronJob, 'CronJob', 'CronJobSpec'],
    [l10n.t('Schedule syntax'), `${cronJob}#schedule-syntax`, 'CronJobSpec.schedule'],
    [l10n.t('Time zones'), `${cronJob}#time-zones`, 'CronJobSpec.timeZone'],
    [l10n.t('Starting deadline'), `${cronJob}#starting-deadline`, 'CronJobSpec.startingDeadlineSeconds'],
    [l10n.t('Concurrency policy'), `${cronJob}#concurrency-policy`, 'CronJobSpec.concurrencyPolicy'],
    [l10n.t('Schedule suspension'), `${cronJob}#schedule-suspension`, 'CronJobSpec.suspend'],
    [l10n.t('Job template'), `${cronJob}#job-template`, 'JobTemplateSpec'],
    [
      l10n.t('Jobs history limits'),
      `${cronJob}#jobs-history-limits`,
      'CronJobSpec.successfulJobsHistoryLimit',
      'CronJobSpec.failedJobsHistoryLimit',
    ],
    [l10n.t('Jobs'), job, 'Job'],
    [l10n.t('Writing a Job spec'), `${job}#writing-a-job-spec`, 'JobSpec'],
    [l10n.t('Parallel execution'), `${job}#parallel-jobs`, 'JobSpec.completions', 'JobSpec.parallelism'],
    [l10n.t('Completion mode'), `${job}#completion-mode`, 'JobSpec.completionMode'],
    [l10n.t('Pod backoff failure policy'), `${job}#pod-backoff-failure-policy`, 'JobSpec.backoffLimit'],
    [
      l10n.t('Backoff limit per index'),
      `${job}#backoff-limit-per-index`,
      'JobSpec.backoffLimitPerIndex',
      'JobSpec.maxFailedIndexes',
    ],
    [
      l10n.t('Pod failure policy'),
      `${job}#pod-failure-policy`,
      'PodFailurePolicy',
      'PodFailurePolicyRule',
      'PodFailurePolicyOnExitCodesRequirement',
      'PodFailurePolicyOnPodConditionsPattern',
    ],
    [l10n.t('Success policy'), `${job}#success-policy`, 'SuccessPolicy', 'SuccessPolicyRule'],
    [l10n.t('Job termination and cleanup'), `${job}#job-termination-and-cleanup`, 'JobSpec.activeDeadlineSeconds'],
    [l10n.t('TTL for finished Jobs'), `${job}#ttl-mechanism-for-finished-jobs`, 'JobSpec.ttlSecondsAfterFinished'],
    [l10n.t('Suspending a Job'), `${job}#suspending-a-job`, 'JobSpec.suspend'],
    [
      l10n.t('Specifying your own pod selector'),
      `${job}#specifying-your-own-pod-selector`,
      'JobSpec.selector',
      'JobSpec.manualSelector',
    ],
    [l10n.t('Pod replacement policy'), `${job}#pod-replacement-policy`, 'JobSpec.podReplacementPolicy'],
    [
      l10n.t('Delegating a Job to another controller'),
      `${job}#delegation-of-managing-a-job-object-to-external-controller`,
      'JobSpec.managedBy',
    ],
    [l10n.t('Workload API'), workload, 'JobSchedulingConfiguration', 'WorkloadReference'],
    [
      l10n.t('Pod group policies'),
      `${workload}policies/`,
      'WorkloadPodGroupSchedulingPolicy',
      'WorkloadPodGroupBasicSchedulingPolicy',
      'WorkloadPodGroupGangSchedulingPolicy',
    ],
    [
      l10n.t('Disruption and priority of pod groups'),
      `${workload}disruption-and-priority/`,
      'WorkloadPodGroupDisruptionMode',
      'WorkloadPodGroupSingleDisruptionMode',
      'WorkloadPodGroupAllDisruptionMode',
    ],
    [
      l10n.t('Topology-aware scheduling'),
      `${workload}topology-aware-scheduling/`,
      'WorkloadPodGroupSchedulingConstraints',
      'TopologyConstraint',
    ],
  ];
}

function pods(): Section[] {
  const pod = 'concepts/workloads/pods/';
  const lifecycle = `${pod}pod-lifecycle/`;
  const dns = 'concepts/services-networking/dns-pod-service/';
  const serviceAccount = 'tasks/configure-pod-container/configure-service-account/';
  return [
    [l10n.t('Pods'), pod, 'Pod', 'PodSpec'],
    [l10n.t('Pod templates'), `${pod}#pod-templates`, 'PodTemplate', 'PodTemplateSpec'],
    [l10n.t('Pod OS'), `${pod}#pod-os`, 'PodOS'],
    [l10n.t('Init containers'), `${pod}init-containers/`, 'PodSpec.initContainers'],
    [l10n.t('Ephemeral containers'), `${pod}ephemeral-containers/`, 'EphemeralContainer'],
    [l10n.t('Container restart policy'), `${lifecycle}#restart-policy`, 'PodSpec.restartPolicy'],
    [l10n.t('Termination of Pods'), `${lifecycle}#pod-termination`, 'PodSpec.terminationGracePeriodSeconds'],
    [l10n.t('Pod readiness'), `${lifecycle}#pod-readiness-gate`, 'PodReadinessGate'],
    [l10n.t('DNS policy of a pod'), `${dns}#pod-s-dns-policy`, 'PodSpec.dnsPolicy'],
    [l10n.t('DNS config of a pod'), `${dns}#pod-dns-config`, 'PodDNSConfig', 'PodDNSConfigOption'],
    [
      l10n.t('Pod hostname'),
      `${pod}pod-hostname/`,
      'PodSpec.hostname',
      'PodSpec.subdomain',
      'PodSpec.setHostnameAsFQDN',
      'PodSpec.hostnameOverride',
    ],
    [l10n.t('Entries of /etc/hosts'), 'tasks/network/customize-hosts-file-for-pods/', 'HostAlias'],
    [l10n.t('Service accounts for pods'), serviceAccount, 'PodSpec.serviceAccountName', 'PodSpec.serviceAccount'],
    [
      l10n.t('Opting out of API credentials'),
      `${serviceAccount}#opt-out-of-api-credential-automounting`,
      'PodSpec.automountServiceAccountToken',
    ],
    [
      l10n.t('Environment variables of Services'),
      'concepts/services-networking/service/#environment-variables',
      'PodSpec.enableServiceLinks',
    ],
    [l10n.t('User namespaces'), `${pod}user-namespaces/`, 'PodSpec.hostUsers'],
    [
      l10n.t('Pod Security Standards'),
      'concepts/security/pod-security-standards/#baseline',
      'PodSpec.hostNetwork',
      'PodSpec.hostPID',
      'PodSpec.hostIPC',
    ],
    [
      l10n.t('Sharing the process namespace'),
      'tasks/configure-pod-container/share-process-namespace/',
      'PodSpec.shareProcessNamespace',
    ],
    [l10n.t('Runtime class'), 'concepts/containers/runtime-class/', 'PodSpec.runtimeClassName'],
    [l10n.t('API-initiated eviction'), 'concepts/scheduling-eviction/api-eviction/', 'EvictionResponder'],
  ];
}

function containers(): Section[] {
  const lifecycle = 'concepts/workloads/pods/pod-lifecycle/';
  const images = 'concepts/containers/images/';
  const probes = 'concepts/workloads/pods/probes/';
  const resources = 'concepts/configuration/manage-resources-containers/';
  const configMap = 'tasks/configure-pod-container/configure-pod-configmap/';
  const inject = 'tasks/inject-data-application/';
  return [
    [l10n.t('Containers'), 'concepts/containers/', 'Container'],
    [l10n.t('Image names'), `${images}#image-names`, 'Container.image', 'EphemeralContainer.image'],
    [
      l10n.t('Image pull policy'),
      `${images}#image-pull-policy`,
      'Container.imagePullPolicy',
      'EphemeralContainer.imagePullPolicy',
      'ImageVolumeSource.pullPolicy',
    ],
    [
      l10n.t('Image pull secrets of a pod'),
      `${images}#specifying-imagepullsecrets-on-a-pod`,
      'PodSpec.imagePullSecrets',
    ],
    [
      l10n.t('Command and arguments of a container'),
      `${inject}define-command-argument-container/`,
      'Container.command',
      'Container.args',
      'EphemeralContainer.command',
      'EphemeralContainer.args',
    ],
    [
      l10n.t('Environment variables of a container'),
      `${inject}define-environment-variable-container/`,
      'EnvVar',
      'EnvVarSource',
      'EnvFromSource',
    ],
    [
      l10n.t('Variables that use other variables'),
      `${inject}define-interdependent-environment-variables/`,
      'EnvVar.value',
    ],
    [
      l10n.t('Variables from a ConfigMap'),
      `${configMap}#define-container-environment-variables-using-configmap-data`,
      'ConfigMapKeySelector',
      'ConfigMapEnvSource',
    ],
    [
      l10n.t('Variables from a Secret'),
      'concepts/configuration/secret/#using-secrets-as-environment-variables',
      'SecretKeySelector',
      'SecretEnvSource',
    ],
    [l10n.t('Variables from a file'), `${inject}define-environment-variable-via-file/`, 'FileKeySelector'],
    [
      l10n.t('Downward API'),
      'concepts/workloads/pods/downward-api/#available-fields',
      'ObjectFieldSelector',
      'ResourceFieldSelector',
      'DownwardAPIVolumeFile',
    ],
    [l10n.t('Pod networking'), 'concepts/workloads/pods/#pod-networking', 'ContainerPort'],
    [l10n.t('Resources of containers'), resources, 'ResourceRequirements'],
    [
      l10n.t('Requests and limits'),
      `${resources}#requests-and-limits`,
      'ResourceRequirements.limits',
      'ResourceRequirements.requests',
    ],
    [l10n.t('Resources of a pod'), `${resources}#pod-level-resource-specification`, 'PodSpec.resources'],
    [
      l10n.t('Container resize policies'),
      'tasks/configure-pod-container/resize-container-resources/#container-resize-policies',
      'ContainerResizePolicy',
    ],
    [
      l10n.t('Restart policy and rules of a container'),
      `${lifecycle}#container-restart-rules`,
      'ContainerRestartRule',
      'ContainerRestartRuleOnExitCodes',
    ],
    [l10n.t('Sidecar containers'), 'concepts/workloads/pods/sidecar-containers/', 'Container.restartPolicy'],
    [
      l10n.t('Container lifecycle hooks'),
      'concepts/containers/container-lifecycle-hooks/',
      'Lifecycle',
      'LifecycleHandler',
      'SleepAction',
    ],
    [l10n.t('Stop signals'), `${lifecycle}#pod-termination-stop-signals`, 'Lifecycle.stopSignal'],
    [l10n.t('Liveness probe'), `${probes}#liveness-probe`, 'Container.livenessProbe'],
    [l10n.t('Readiness probe'), `${probes}#readiness-probe`, 'Container.readinessProbe'],
    [l10n.t('Startup probe'), `${probes}#startup-probe`, 'Container.startupProbe'],
    [l10n.t('Fields of probes'), `${probes}#configure-probes`, 'Probe'],
    [l10n.t('Check mechanisms'), `${probes}#check-mechanisms`, 'ExecAction'],
    [l10n.t('HTTP probes'), `${probes}#http-probes`, 'HTTPGetAction', 'HTTPHeader'],
    [l10n.t('TCP probes'), `${probes}#tcp-probes`, 'TCPSocketAction'],
    [l10n.t('gRPC probes'), `${probes}#grpc-probes`, 'GRPCAction'],
    [
      l10n.t('Grace period of probes'),
      `${probes}#probe-level-terminationgraceperiodseconds`,
      'Probe.terminationGracePeriodSeconds',
    ],
    [
      l10n.t('Termination message'),
      'tasks/debug/debug-application/determine-reason-pod-failure/#customizing-the-termination-message',
      'Container.terminationMessagePath',
      'Container.terminationMessagePolicy',
      'EphemeralContainer.terminationMessagePath',
      'EphemeralContainer.terminationMessagePolicy',
    ],
  ];
}

function storage(): Section[] {
  const volumes = 'concepts/storage/volumes/';
  const claims = 'concepts/storage/persistent-volumes/';
  const projected = 'concepts/storage/projected-volumes/';
  return [
    [
      l10n.t('Volumes'),
      volumes,
      'Volume',
      'VolumeMount',
      'FlockerVolumeSource',
      'PhotonPersistentDiskVolumeSource',
      'QuobyteVolumeSource',
      'ScaleIOVolumeSource',
      'StorageOSVolumeSource',
    ],
    [l10n.t('Read-only mounts'), `${volumes}#read-only-mounts`, 'VolumeMount.readOnly'],
    [l10n.t('Recursive read-only mounts'), `${volumes}#recursive-read-only-mounts`, 'VolumeMount.recursiveReadOnly'],
    [l10n.t('Using subPath'), `${volumes}#using-subpath`, 'VolumeMount.subPath'],
    [
      l10n.t('Using subPath with expanded variables'),
      `${volumes}#using-subpath-expanded-environment`,
      'VolumeMount.subPathExpr',
    ],
    [l10n.t('Mount propagation'), `${volumes}#mount-propagation`, 'VolumeMount.mountPropagation'],
    [
      l10n.t('Bind mount options'),
      'tasks/configure-pod-container/configure-bind-mount-options/',
      'VolumeMount.bindMountOptions',
    ],
    ['emptyDir', `${volumes}#emptydir`, 'EmptyDirVolumeSource'],
    [
      l10n.t('Mode of an emptyDir'),
      'tasks/configure-pod-container/configure-emptydir-volume-mode/',
      'EmptyDirVolumeSource.mode',
    ],
    ['hostPath', `${volumes}#hostpath`, 'HostPathVolumeSource'],
    [l10n.t('Types of hostPath'), `${volumes}#hostpath-volume-types`, 'HostPathVolumeSource.type'],
    ['configMap', `${volumes}#configmap`, 'ConfigMapVolumeSource'],
    ['secret', `${volumes}#secret`, 'SecretVolumeSource'],
    ['downwardAPI', `${volumes}#downwardapi`, 'DownwardAPIVolumeSource'],
    ['image', `${volumes}#image`, 'ImageVolumeSource'],
    ['persistentVolumeClaim', `${volumes}#persistentvolumeclaim`, 'PersistentVolumeClaimVolumeSource'],
    ['csi', `${volumes}#csi`, 'CSIVolumeSource'],
    ['nfs', `${volumes}#nfs`, 'NFSVolumeSource'],
    ['iscsi', `${volumes}#iscsi`, 'ISCSIVolumeSource'],
    ['fc', `${volumes}#fc`, 'FCVolumeSource'],
    ['awsElasticBlockStore', `${volumes}#awselasticblockstore`, 'AWSElasticBlockStoreVolumeSource'],
    ['azureDisk', `${volumes}#azuredisk`, 'AzureDiskVolumeSource'],
    ['azureFile', `${volumes}#azurefile`, 'AzureFileVolumeSource'],
    ['cephfs', `${volumes}#cephfs`, 'CephFSVolumeSource'],
    ['cinder', `${volumes}#cinder`, 'CinderVolumeSource'],
    ['gcePersistentDisk', `${volumes}#gcepersistentdisk`, 'GCEPersistentDiskVolumeSource'],
    ['gitRepo', `${volumes}#gitrepo`, 'GitRepoVolumeSource'],
    ['glusterfs', `${volumes}#glusterfs`, 'GlusterfsVolumeSource'],
    ['portworxVolume', `${volumes}#portworxvolume`, 'PortworxVolumeSource'],
    ['rbd', `${volumes}#rbd`, 'RBDVolumeSource'],
    ['vsphereVolume', `${volumes}#vspherevolume`, 'VsphereVirtualDiskVolumeSource'],
    [l10n.t('Out-of-tree volume plugins'), `${volumes}#out-of-tree-volume-plugins`, 'FlexVolumeSource'],
    [
      l10n.t('Keys as files'),
      'tasks/configure-pod-container/configure-pod-configmap/#add-configmap-data-to-a-specific-path-in-the-volume',
      'KeyToPath',
    ],
    [
      l10n.t('Projected volumes'),
      projected,
      'ProjectedVolumeSource',
      'VolumeProjection',
      'ConfigMapProjection',
      'SecretProjection',
      'DownwardAPIProjection',
    ],
    ['serviceAccountToken', `${projected}#serviceaccounttoken`, 'ServiceAccountTokenProjection'],
    ['clusterTrustBundle', `${projected}#clustertrustbundle`, 'ClusterTrustBundleProjection'],
    ['podCertificate', `${projected}#podcertificate`, 'PodCertificateProjection'],
    [
      l10n.t('Generic ephemeral volumes'),
      'concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes',
      'EphemeralVolumeSource',
      'PersistentVolumeClaimTemplate',
    ],
    [
      l10n.t('PersistentVolumeClaims'),
      `${claims}#persistentvolumeclaims`,
      'PersistentVolumeClaim',
      'PersistentVolumeClaimSpec',
    ],
    [l10n.t('Access modes'), `${claims}#access-modes`, 'PersistentVolumeClaimSpec.accessModes'],
    [l10n.t('Volume mode'), `${claims}#volume-mode`, 'PersistentVolumeClaimSpec.volumeMode'],
    [l10n.t('Raw block volumes'), `${claims}#raw-block-volume-support`, 'VolumeDevice'],
    [l10n.t('Resources of a claim'), `${claims}#resources`, 'VolumeResourceRequirements'],
    [l10n.t('Selector of a claim'), `${claims}#selector`, 'PersistentVolumeClaimSpec.selector'],
    [l10n.t('Class of a claim'), `${claims}#class-1`, 'PersistentVolumeClaimSpec.storageClassName'],
    [
      l10n.t('Volume populators and data sources'),
      `${claims}#volume-populators-and-data-sources`,
      'TypedLocalObjectReference',
      'TypedObjectReference',
    ],
    [
      l10n.t('Volume attributes classes'),
      'concepts/storage/volume-attributes-classes/',
      'PersistentVolumeClaimSpec.volumeAttributesClassName',
    ],
  ];
}

function security(): Section[] {
  const context = 'tasks/configure-pod-container/security-context/';
  return [
    [l10n.t('Security context of a pod'), `${context}#set-the-security-context-for-a-pod`, 'PodSecurityContext'],
    [
      l10n.t('Security context of a container'),
      `${context}#set-the-security-context-for-a-container`,
      'SecurityContext',
    ],
    [
      l10n.t('Volume permissions and fsGroup'),
      `${context}#configure-volume-permission-and-ownership-change-policy-for-pods`,
      'PodSecurityContext.fsGroupChangePolicy',
    ],
    [
      l10n.t('Supplemental groups policy'),
      `${context}#supplementalgroupspolicy`,
      'PodSecurityContext.supplementalGroupsPolicy',
    ],
    [l10n.t('Capabilities of a container'), `${context}#set-capabilities-for-a-container`, 'Capabilities'],
    [l10n.t('Seccomp profile of a container'), `${context}#set-the-seccomp-profile-for-a-container`, 'SeccompProfile'],
    [
      l10n.t('AppArmor profile of a container'),
      `${context}#set-the-apparmor-profile-for-a-container`,
      'AppArmorProfile',
    ],
    [l10n.t('SELinux labels of a container'), `${context}#assign-selinux-labels-to-a-container`, 'SELinuxOptions'],
    [
      l10n.t('SELinux relabeling of volumes'),
      `${context}#efficient-selinux-volume-relabeling`,
      'PodSecurityContext.seLinuxChangePolicy',
    ],
    [l10n.t('Access to /proc'), `${context}#proc-access`, 'SecurityContext.procMount'],
    [
      l10n.t('Privileged containers'),
      'concepts/security/linux-kernel-security-constraints/#privileged-containers',
      'SecurityContext.privileged',
    ],
    [l10n.t('Sysctls'), 'tasks/administer-cluster/sysctl-cluster/', 'Sysctl'],
    [
      l10n.t('User of Windows containers'),
      'tasks/configure-pod-container/configure-runasusername/',
      'WindowsSecurityContextOptions',
    ],
    [
      l10n.t('GMSA for Windows containers'),
      'tasks/configure-pod-container/configure-gmsa/',
      'WindowsSecurityContextOptions.gmsaCredentialSpecName',
      'WindowsSecurityContextOptions.gmsaCredentialSpec',
    ],
    [
      l10n.t('HostProcess pods of Windows'),
      'tasks/configure-pod-container/create-hostprocess-pod/',
      'WindowsSecurityContextOptions.hostProcess',
    ],
  ];
}

function scheduling(): Section[] {
  const assign = 'concepts/scheduling-eviction/assign-pod-node/';
  const taints = 'concepts/scheduling-eviction/taint-and-toleration/';
  const priority = 'concepts/scheduling-eviction/pod-priority-preemption/';
  return [
    [l10n.t('Node selector'), `${assign}#nodeselector`, 'PodSpec.nodeSelector'],
    [l10n.t('Node name'), `${assign}#nodename`, 'PodSpec.nodeName'],
    [l10n.t('Affinity and anti-affinity'), `${assign}#affinity-and-anti-affinity`, 'Affinity'],
    [l10n.t('Node affinity'), `${assign}#node-affinity`, 'NodeAffinity', 'NodeSelector', 'NodeSelectorTerm'],
    [l10n.t('Node affinity weight'), `${assign}#node-affinity-weight`, 'PreferredSchedulingTerm'],
    [l10n.t('Operators'), `${assign}#operators`, 'NodeSelectorRequirement'],
    [
      l10n.t('Inter-pod affinity and anti-affinity'),
      `${assign}#inter-pod-affinity-and-anti-affinity`,
      'PodAffinity',
      'PodAntiAffinity',
      'PodAffinityTerm',
      'WeightedPodAffinityTerm',
    ],
    [l10n.t('Namespace selector'), `${assign}#namespace-selector`, 'PodAffinityTerm.namespaceSelector'],
    ['matchLabelKeys', `${assign}#matchlabelkeys`, 'PodAffinityTerm.matchLabelKeys'],
    ['mismatchLabelKeys', `${assign}#mismatchlabelkeys`, 'PodAffinityTerm.mismatchLabelKeys'],
    [l10n.t('Taints and tolerations'), taints, 'Toleration'],
    [l10n.t('Taint-based evictions'), `${taints}#taint-based-evictions`, 'Toleration.tolerationSeconds'],
    [
      l10n.t('Pod topology spread constraints'),
      'concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition',
      'TopologySpreadConstraint',
    ],
    [l10n.t('Pod priority'), `${priority}#pod-priority`, 'PodSpec.priorityClassName', 'PodSpec.priority'],
    [l10n.t('Non-preempting PriorityClass'), `${priority}#non-preempting-priority-class`, 'PodSpec.preemptionPolicy'],
    [l10n.t('Pod scheduling readiness'), 'concepts/scheduling-eviction/pod-scheduling-readiness/', 'PodSchedulingGate'],
    [l10n.t('Pod overhead'), 'concepts/scheduling-eviction/pod-overhead/', 'PodSpec.overhead'],
    [l10n.t('Multiple schedulers'), 'tasks/extend-kubernetes/configure-multiple-schedulers/', 'PodSpec.schedulerName'],
    [l10n.t('Scheduling group'), 'concepts/workloads/pods/scheduling-group/', 'PodSchedulingGroup'],
    [
      l10n.t('Dynamic resource allocation'),
      'concepts/scheduling-eviction/dynamic-resource-allocation/',
      'PodResourceClaim',
      'ClaimSource',
      'ResourceClaim',
      'WorkloadPodGroupResourceClaim',
    ],
  ];
}

function objects(): Section[] {
  const overview = 'concepts/overview/working-with-objects/';
  return [
    [l10n.t('Objects in Kubernetes'), overview, 'ObjectMeta'],
    [
      l10n.t('Object names'),
      `${overview}names/#names`,
      'ObjectMeta.name',
      'ObjectMeta.generateName',
      'LocalObjectReference',
    ],
    [l10n.t('UIDs'), `${overview}names/#uids`, 'ObjectMeta.uid'],
    [l10n.t('Namespaces'), `${overview}namespaces/`, 'ObjectMeta.namespace'],
    [l10n.t('Labels and selectors'), `${overview}labels/`, 'ObjectMeta.labels'],
    [l10n.t('Label selectors'), `${overview}labels/#label-selectors`, 'LabelSelector', 'LabelSelectorRequirement'],
    [l10n.t('Annotations'), `${overview}annotations/`, 'ObjectMeta.annotations'],
    [l10n.t('Finalizers'), `${overview}finalizers/`, 'ObjectMeta.finalizers'],
    [l10n.t('Owners and dependents'), `${overview}owners-dependents/`, 'OwnerReference'],
    [
      l10n.t('Field management'),
      'reference/using-api/server-side-apply/#field-management',
      'ManagedFieldsEntry',
      'FieldsV1',
    ],
  ];
}

import * as l10n from '@vscode/l10n';
import type { WordsOfTypes } from './words.ts';

export const pod = (): WordsOfTypes => ({
  'core/v1.PodSpec': {
    fields: {
      initContainers: l10n.t(
        'Containers that run before the others, one after the other, in the order of the list.\n\nEach has to end successfully before the next starts. One with the `restartPolicy` `Always` is a sidecar: it keeps running, and the next starts as soon as it has started.',
      ),
      containers: l10n.t(
        'Containers that run side by side, for as long as the pod runs: they are started together once the init containers have ended.\n\nThere has to be at least one. In a pod that exists, none can be added or removed.',
      ),
      restartPolicy: l10n.t(
        'When containers that have ended are started again, by the node on which they run.\n\nDeployments and their like take `Always` only, Jobs take `Never` and `OnFailure` only. Defaults to `Always`.',
      ),
      dnsPolicy: l10n.t(
        'How names are looked up in the pod.\n\nDefaults to `ClusterFirst`. With `None`, `dnsConfig` is needed.',
      ),
      nodeSelector: l10n.t('Labels that a node must have, all of them, for the pod to run there.'),
      serviceAccountName: l10n.t(
        'The ServiceAccount that the pod runs as, in its namespace.\n\nWithout it, it is `default`.',
      ),
      automountServiceAccountToken: l10n.t(
        'Whether the containers get a token of the ServiceAccount as a file.\n\nWithout it, the ServiceAccount decides; they do where that says nothing.',
      ),
      terminationGracePeriodSeconds: l10n.t(
        'How many seconds the containers have to stop, with their `preStop` hooks, before they are killed.\n\nDefaults to 30. 0 kills them at once.',
      ),
      serviceAccount: l10n.t('An old name of `serviceAccountName`, which is to be used instead.'),
      affinity: l10n.t('Which nodes the pod must or should run on, and beside which pods.'),
      tolerations: l10n.t('Taints that do not keep the pod away from a node.'),
      os: l10n.t(
        'The operating system that the containers are made for.\n\nFields that the other system has are refused then: with `windows` all about Linux users, SELinux, seccomp and AppArmor, with `linux` only `windowsOptions`.',
      ),
      hostnameOverride: l10n.t(
        'The host name in the pod, whatever `hostname` and `subdomain` say. DNS does not change by it.\n\nNot together with `hostNetwork`, nor with `setHostnameAsFQDN`.',
      ),
      workloadRef: l10n.t(
        'The Workload, and the group in it, with which the pod is scheduled.\n\nThis field is immutable.',
      ),
      evictionResponders: l10n.t(
        'Who is asked to end the pod gracefully when it is to be evicted, at most 10 responders.\n\nThe one with the highest priority comes first. One that does not report for 20 minutes is passed over, and when none is left the pod is evicted. Not together with `schedulingGroup`. This field is immutable.',
      ),
    },
    values: {
      restartPolicy: {
        Always: l10n.t('Containers are always started again, also when they ended successfully.'),
        Never: l10n.t('Containers are not started again.'),
        OnFailure: l10n.t('Containers are started again when they failed: when their exit code was not 0.'),
      },
      dnsPolicy: {
        ClusterFirst: l10n.t(
          'Names are looked up in the DNS of the cluster, which asks the servers of the node for all others. With `hostNetwork` it is the same as `Default`.',
        ),
        ClusterFirstWithHostNet: l10n.t('The same as `ClusterFirst`, for pods with `hostNetwork`.'),
        Default: l10n.t('Names are looked up as on the node. It is not the default.'),
        None: l10n.t('Only what `dnsConfig` says counts.'),
      },
      preemptionPolicy: {
        Never: l10n.t('The pod comes before those of lower priority in the queue, but none has to go for it.'),
        PreemptLowerPriority: l10n.t('Pods of lower priority have to go, where the pod finds no room otherwise.'),
      },
    },
  },
  'core/v1.EvictionResponder': {
    type: l10n.t('Who is asked to end the pod gracefully when it is to be evicted.'),
    fields: {
      name: l10n.t(
        'The name of the responder, such as `example.com/drain`.\n\nNames in `k8s.io` and `kubernetes.io` are reserved.',
      ),
      priority: l10n.t(
        'Whose turn it is: the responder with the highest number comes first.\n\nThe controller of the pod takes 10000. Numbers below 1000 are for responders in `k8s.io`.',
      ),
    },
  },
  'core/v1.LocalObjectReference': {
    fields: { name: l10n.t('The name of the object, in the namespace of the pod; mostly a Secret.') },
  },
  'core/v1.PodOS': {
    fields: { name: l10n.t('The name of the operating system.') },
    values: {
      name: {
        linux: l10n.t('The containers are made for Linux.'),
        windows: l10n.t('The containers are made for Windows.'),
      },
    },
  },
  'core/v1.PodResourceClaim': {
    fields: {
      source: l10n.t('Where the claim comes from: `resourceClaimName` or `resourceClaimTemplateName`.'),
    },
  },
  'core/v1.ResourceRequirements': {
    values: { limits: resources(), requests: resources() },
  },
});

function resources(): Record<string, string> {
  return {
    cpu: l10n.t('Processor time, in CPUs: `500m` is half of one, `2` are two.'),
    memory: l10n.t('Memory, in bytes: `256Mi`, `1Gi`.'),
    'ephemeral-storage': l10n.t(
      'Local storage of the node, in bytes: logs, `emptyDir` volumes, and files that the container writes.',
    ),
    'hugepages-2Mi': l10n.t('Huge pages of 2 MiB, in bytes. Request and limit have to be equal.'),
    'hugepages-1Gi': l10n.t('Huge pages of 1 GiB, in bytes. Request and limit have to be equal.'),
  };
}

import * as l10n from '@vscode/l10n';

// https://kubernetes.io/docs/reference/labels-annotations-taints/

/** Labels of objects whose keys Kubernetes recommends or gives a meaning. */
export function objectLabels(): Readonly<Record<string, string>> {
  return {
    'app.kubernetes.io/name': l10n.t('The name of the application, such as `mysql`.'),
    'app.kubernetes.io/instance': l10n.t('Which instance of the application it is, such as `mysql-abcxyz`.'),
    'app.kubernetes.io/version': l10n.t('The version of the application, such as `5.7.21`.'),
    'app.kubernetes.io/component': l10n.t('What it is within the architecture, such as `database`.'),
    'app.kubernetes.io/part-of': l10n.t('The larger application that it is a part of, such as `wordpress`.'),
    'app.kubernetes.io/managed-by': l10n.t('The tool that manages it, such as `helm`.'),
  };
}

/** Labels that every node has, or those of most clouds. */
export function nodeLabels(): Readonly<Record<string, string>> {
  return {
    'kubernetes.io/arch': l10n.t('The architecture of the node: `amd64`, `arm64`.'),
    'kubernetes.io/hostname': l10n.t('The host name of the node: each node has another.'),
    'kubernetes.io/os': l10n.t('The operating system of the node: `linux` or `windows`.'),
    'node-role.kubernetes.io/control-plane': l10n.t('Nodes of the control plane.'),
    'node.kubernetes.io/instance-type': l10n.t('The kind of machine that the cloud calls the node.'),
    'topology.kubernetes.io/region': l10n.t('The region that the node is in: one or more zones.'),
    'topology.kubernetes.io/zone': l10n.t('The zone that the node is in; zones are to fail one by one.'),
  };
}

/** Taints that Kubernetes itself puts on nodes. */
export function nodeTaints(): Readonly<Record<string, string>> {
  return {
    'node-role.kubernetes.io/control-plane': l10n.t('Keeps pods away from the nodes of the control plane.'),
    'node.kubernetes.io/disk-pressure': l10n.t('The node is short of disk.'),
    'node.kubernetes.io/memory-pressure': l10n.t('The node is short of memory.'),
    'node.kubernetes.io/network-unavailable': l10n.t('The network of the node is not set up yet.'),
    'node.kubernetes.io/not-ready': l10n.t('The node is not ready.'),
    'node.kubernetes.io/out-of-service': l10n.t('Somebody has said that the node is out of service.'),
    'node.kubernetes.io/pid-pressure': l10n.t('The node is short of process IDs.'),
    'node.kubernetes.io/unreachable': l10n.t('The control plane does not reach the node.'),
    'node.kubernetes.io/unschedulable': l10n.t('The node is cordoned: nothing new is scheduled there.'),
  };
}

/** Annotations that Kubernetes and its tools read in pods and workloads. */
export function objectAnnotations(): Readonly<Record<string, string>> {
  return {
    'cluster-autoscaler.kubernetes.io/safe-to-evict': l10n.t(
      'Whether the cluster autoscaler may move the pod when it removes a node.',
    ),
    'controller.kubernetes.io/pod-deletion-cost': l10n.t(
      'How costly it is to lose the pod: of a ReplicaSet the cheapest are deleted first.',
    ),
    'kubectl.kubernetes.io/default-container': l10n.t('The container that `kubectl logs` and `kubectl exec` take.'),
    'kubectl.kubernetes.io/restartedAt': l10n.t('When `kubectl rollout restart` was run.'),
    'kubernetes.io/change-cause': l10n.t('What `kubectl rollout history` shows as the reason of a change.'),
  };
}

import { newestMinor } from '../../schema/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { pairOf, stringOf, valueAt, type YamlNode } from '../../yaml/index.ts';
import { decodedOf } from '../decoded.ts';
import type { PodSpec } from '../pod.ts';
import { podPathOf } from '../workload.ts';
import { labelNames, labelsOf, requirementsOf, selectorNames } from './labels.ts';
import {
  type KeyKind,
  type LabelledPod,
  type LocalKind,
  lastPart,
  type Name,
  type Names,
  namespaceOf,
  type PodSelector,
  type ResourceKind,
  writtenName,
} from './name.ts';
import { variableNames } from './variables.ts';

type Reader = (object: ApiObject, names: PodNames) => void;

/**
 * What the types of a pod spec define and use by name. Names that a field of its own gives: volumes, containers, resource
 * claims within the pod, ports within the container, objects within the namespace.
 */
const readers: Readonly<Record<string, Reader>> = {
  'core/v1.Volume': (object, names) => {
    const isReplaced = names.claimTemplates.has(object.string('name') ?? '');
    names.field(object, 'name', 'volume', isReplaced ? 'use' : 'definition');
  },
  'core/v1.PersistentVolumeClaim': ({ field, node }, names) => {
    if (field === 'volumeClaimTemplates')
      names.inPod(pairOf(valueAt(node, 'metadata'), 'name')?.value, 'volume', 'definition');
  },
  'core/v1.VolumeMount': (object, names) => {
    names.field(object, 'name', 'volume');
    names.mountedKey(object);
  },
  'core/v1.VolumeDevice': (object, names) => names.field(object, 'name', 'volume'),
  'core/v1.FileKeySelector': (object, names) => names.field(object, 'volumeName', 'volume'),
  'core/v1.Container': (object, names) => names.field(object, 'name', 'container', 'definition'),
  'core/v1.EphemeralContainer': (object, names) => {
    names.field(object, 'name', 'container', 'definition');
    names.field(object, 'targetContainerName', 'container');
  },
  'core/v1.ResourceFieldSelector': (object, names) => names.field(object, 'containerName', 'container'),
  'batch/v1.PodFailurePolicyOnExitCodesRequirement': (object, names) =>
    names.field(object, 'containerName', 'container'),
  'core/v1.ContainerPort': (object, names) => names.port(object, 'name', 'definition'),
  'core/v1.HTTPGetAction': (object, names) => names.port(object, 'port', 'use'),
  'core/v1.TCPSocketAction': (object, names) => names.port(object, 'port', 'use'),
  'core/v1.PodResourceClaim': (object, names) => names.field(object, 'name', 'claim', 'definition'),
  'core/v1.ResourceClaim': (object, names) => names.field(object, 'name', 'claim'),
  'core/v1.ConfigMapEnvSource': (object, names) => names.resource(object, 'name', 'ConfigMap'),
  'core/v1.SecretEnvSource': (object, names) => names.resource(object, 'name', 'Secret'),
  'core/v1.ConfigMapKeySelector': (object, names) => names.keyed(object, 'name', 'ConfigMap'),
  'core/v1.SecretKeySelector': (object, names) => names.keyed(object, 'name', 'Secret'),
  'core/v1.ConfigMapVolumeSource': (object, names) => names.keyed(object, 'name', 'ConfigMap'),
  'core/v1.ConfigMapProjection': (object, names) => names.keyed(object, 'name', 'ConfigMap'),
  'core/v1.SecretVolumeSource': (object, names) => names.keyed(object, 'secretName', 'Secret'),
  'core/v1.SecretProjection': (object, names) => names.keyed(object, 'name', 'Secret'),
  // pull secrets, and the secrets of volumes
  'core/v1.LocalObjectReference': (object, names) => names.resource(object, 'name', 'Secret'),
  'core/v1.AzureFileVolumeSource': (object, names) => names.resource(object, 'secretName', 'Secret'),
  'core/v1.PersistentVolumeClaimVolumeSource': (object, names) =>
    names.resource(object, 'claimName', 'PersistentVolumeClaim'),
  'core/v1.PodSpec': (object, names) => {
    names.resource(object, 'serviceAccountName', 'ServiceAccount');
    names.resource(object, 'serviceAccount', 'ServiceAccount');
    names.resource(object, 'subdomain', 'Service');
  },
  'apps/v1.StatefulSetSpec': (object, names) => names.resource(object, 'serviceName', 'Service'),
  'core/v1.TopologySpreadConstraint': (object, names) => names.selection(object),
  'core/v1.PodAffinityTerm': (object, names) => names.selection(object),
  'core/v1.ObjectFieldSelector': (object, names) => names.labelField(object),
};

/** Annotations that name a container: `kubectl logs` and `kubectl exec` go to it. */
const containerAnnotations = new Set([
  'kubectl.kubernetes.io/default-container',
  'kubectl.kubernetes.io/default-logs-container',
]);
/** Annotations with the name of a container in their key. */
const containerKey =
  /^(?:container\.apparmor\.security\.beta\.kubernetes\.io|container\.seccomp\.security\.alpha\.kubernetes\.io)\/(.+)$/;

/** The sources of volumes that make a file of each key. */
const mountedKinds = new Map<string, 'ConfigMap' | 'Secret'>([
  ['configMap', 'ConfigMap'],
  ['secret', 'Secret'],
]);

/**
 * The names of a workload's pod.
 * @param scope that of the pod, unlike any other of the document
 */
export function podNames(pod: PodSpec, scope: string): Omit<Names, 'objects'> {
  const names = new PodNames(pod, scope);
  for (const object of decodedOf(pod.workload, newestMinor).objects) readers[object.type]?.(object, names);
  return names;
}

class PodNames implements Omit<Names, 'objects'> {
  readonly names: Name[] = [];
  readonly pods: LabelledPod[] = [];
  readonly selectors: PodSelector[] = [];
  /** The names of a StatefulSet's claim templates, which take the place of volumes. */
  readonly claimTemplates: ReadonlySet<string | undefined>;
  private readonly labels: readonly string[];
  private readonly namespace: string | undefined;
  private readonly text: string;

  constructor(
    private readonly pod: PodSpec,
    private readonly scope: string,
  ) {
    const { root, chunk, likelyKind } = pod.workload;
    this.text = chunk.text;
    this.namespace = namespaceOf(root);
    this.claimTemplates = new Set(
      pod.volumes.filter(({ source }) => source === 'volumeClaimTemplate').map(({ name }) => name),
    );
    const metadata = valueAt(root, ...podPathOf(pod.workload).slice(0, -1), 'metadata');
    const labels = valueAt(metadata, 'labels');
    this.labels = labelsOf(labels);
    this.pods.push({ scope, namespace: this.namespace, labels: this.labels });
    this.names.push(...labelNames(labels, 'definition', scope, this.text));
    const selector = valueAt(root, 'spec', 'selector');
    this.names.push(
      ...(likelyKind === 'ReplicationController'
        ? labelNames(selector, 'use', scope, this.text)
        : selectorNames(selector, scope, this.text)),
    );
    this.addAnnotations(valueAt(metadata, 'annotations'));
    this.names.push(...variableNames(pod, (path) => this.within(path), this.text));
  }

  /** A field with a name that counts in the pod. */
  field(object: ApiObject, field: string, kind: LocalKind, role: Name['role'] = 'use'): void {
    this.inPod(object.pair(field)?.value, kind, role);
  }

  inPod(node: YamlNode | undefined, kind: LocalKind, role: Name['role']): void {
    this.add(node, { kind, role, scope: this.scope });
  }

  /** A port by its name, within the container; nothing where it is given by number. */
  port(object: ApiObject, field: string, role: Name['role']): void {
    const { container } = object;
    if (container) this.add(object.pair(field)?.value, { kind: 'port', role, scope: this.within(container.path) });
  }

  resource(object: ApiObject, field: string, kind: ResourceKind): void {
    this.add(object.pair(field)?.value, { kind, role: 'use', scope: '', namespace: this.namespace });
  }

  /** An object with keys, and what is used of them. */
  keyed(object: ApiObject, field: string, kind: 'ConfigMap' | 'Secret'): void {
    this.resource(object, field, kind);
    const name = object.string(field);
    if (!name) return;
    const keyKind: KeyKind = `${kind} key`;
    for (const owner of [object, ...object.objects('items')]) {
      this.add(owner.pair('key')?.value, { kind: keyKind, role: 'use', scope: name, namespace: this.namespace });
    }
  }

  /** A `subPath` that is the file of a key: where the volume does not choose other names for its files. */
  mountedKey(mount: ApiObject): void {
    const volume = this.pod.volumes.find(({ name }) => name === mount.string('name'));
    const kind = volume && mountedKinds.get(volume.source);
    const source = volume && valueAt(volume.node, volume.source);
    const scope = stringOf(valueAt(source, kind === 'Secret' ? 'secretName' : 'name'));
    if (!kind || !scope || valueAt(source, 'items')) return;
    this.add(mount.pair('subPath')?.value, { kind: `${kind} key`, role: 'use', scope, namespace: this.namespace });
  }

  /** What selects pods by their labels, be it this pod or another. */
  selection(object: ApiObject): void {
    const selector = valueAt(object.node, 'labelSelector');
    const scope = this.within(`selector ${object.path}`);
    this.selectors.push({ scope, namespace: this.namespace, requirements: requirementsOf(selector) });
    this.names.push(...selectorNames(selector, scope, this.text));
    for (const { node } of [...object.values('matchLabelKeys'), ...object.values('mismatchLabelKeys')]) {
      const key = stringOf(node);
      const label = key === undefined ? undefined : this.labelOf(key);
      if (label) this.add(node, { kind: 'labelKey', role: 'use', scope: this.scope, label });
    }
  }

  /** A label of the pod that a variable or a file tells: `metadata.labels['app']`. */
  labelField(object: ApiObject): void {
    const written = writtenName(object.pair('fieldPath')?.value, this.text);
    const key = /^metadata\.labels\['([^']+)'\]$/.exec(written?.name ?? '')?.[1] ?? '';
    const label = this.labelOf(key);
    const part = label && written && lastPart(written, key, this.text);
    if (part) this.names.push({ ...part, kind: 'labelKey', role: 'use', scope: this.scope, label });
  }

  private labelOf(key: string): string | undefined {
    return this.labels.find((label) => label.startsWith(`${key}=`));
  }

  private addAnnotations(node: YamlNode | undefined): void {
    if (node?.kind !== 'map') return;
    for (const { key, value } of node.pairs) {
      if (containerAnnotations.has(key.text)) this.inPod(value, 'container', 'use');
      const name = containerKey.exec(key.text)?.[1];
      const written = name ? writtenName(key, this.text) : undefined;
      const part = name && written && lastPart(written, name, this.text);
      if (part) this.names.push({ ...part, kind: 'container', role: 'use', scope: this.scope });
    }
  }

  private within(path: string): string {
    return `${this.scope} ${path}`;
  }

  private add(node: YamlNode | undefined, name: Pick<Name, 'kind' | 'role' | 'scope' | 'namespace' | 'label'>): void {
    const written = writtenName(node, this.text);
    if (written) this.names.push({ ...written, ...name });
  }
}

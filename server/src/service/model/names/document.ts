import {
  booleanOf,
  type Chunk,
  effectivePairs,
  type MapNode,
  mapsOf,
  pairOf,
  stringOf,
  valueAt,
  type YamlNode,
} from '../../yaml/index.ts';
import { containersOf } from '../pod.ts';
import { objectsOf, type Workload, workloadKinds, workloadsOf } from '../workload.ts';
import { labelNames, labelsOf, requirementsOf, selectorNames } from './labels.ts';
import { type Name, type NamedObject, type Names, namespaceOf, type ResourceKind, writtenName } from './name.ts';
import { podNames } from './pod.ts';

type Reader = (root: MapNode, names: ObjectNames) => void;

/** What is read of the objects that are no workloads. */
const readers: Readonly<Record<string, Reader>> = {
  'v1 ConfigMap': (root, names) => {
    names.define(root, 'ConfigMap');
    names.keys(root, 'ConfigMap key', 'data', 'binaryData');
  },
  'v1 Secret': (root, names) => {
    names.define(root, 'Secret');
    // the control plane puts more into one for a token
    if (stringOf(valueAt(root, 'type')) !== 'kubernetes.io/service-account-token') {
      names.keys(root, 'Secret key', 'data', 'stringData');
    }
  },
  'v1 PersistentVolumeClaim': (root, names) => names.define(root, 'PersistentVolumeClaim'),
  'v1 ServiceAccount': (root, names) => {
    names.define(root, 'ServiceAccount');
    for (const list of ['secrets', 'imagePullSecrets']) {
      for (const { node } of mapsOf(valueAt(root, list))) names.use(node, 'name', 'Secret');
    }
  },
  'v1 Service': (root, names) => {
    names.define(root, 'Service');
    names.select(root);
    for (const { node } of mapsOf(valueAt(root, 'spec', 'ports'))) names.targetPort(node);
  },
  'policy/v1 PodDisruptionBudget': (root, names) => names.selector(valueAt(root, 'spec', 'selector')),
  'networking.k8s.io/v1 NetworkPolicy': (root, names) => {
    names.selector(valueAt(root, 'spec', 'podSelector'));
    for (const [direction, peers] of [
      ['ingress', 'from'],
      ['egress', 'to'],
    ] as const) {
      for (const { node: rule } of mapsOf(valueAt(root, 'spec', direction))) {
        for (const { node: peer } of mapsOf(valueAt(rule, peers))) {
          if (!valueAt(peer, 'namespaceSelector')) names.selector(valueAt(peer, 'podSelector'));
        }
      }
    }
  },
  'rbac.authorization.k8s.io/v1 RoleBinding': (root, names) => names.subjects(root),
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': (root, names) => names.subjects(root),
  'networking.k8s.io/v1 Ingress': (root, names) => {
    for (const { node } of mapsOf(valueAt(root, 'spec', 'tls'))) names.use(node, 'secretName', 'Secret');
    names.use(valueAt(root, 'spec', 'defaultBackend', 'service'), 'name', 'Service');
    for (const { node: rule } of mapsOf(valueAt(root, 'spec', 'rules'))) {
      for (const { node: path } of mapsOf(valueAt(rule, 'http', 'paths'))) {
        names.use(valueAt(path, 'backend', 'service'), 'name', 'Service');
      }
    }
  },
};

const knownKinds = new Set([
  'List',
  ...workloadKinds,
  ...Object.keys(readers).map((reader) => reader.split(' ')[1] ?? ''),
]);
const kindKey = /\bkind["']?\s*:\s*["']?(\w+)/g;
const definesKind = /^kind: *["']?CustomResourceDefinition\b/m;

/**
 * Whether something in a document may have names, as far as its text tells, which is not parsed for it.
 * @returns false for definitions of custom resources too, which are long and speak of everything
 */
export function mayHaveNames({ text, podTemplates }: Chunk): boolean {
  if (definesKind.test(text)) return false;
  const custom = new Set(Object.keys(podTemplates).map((key) => key.split(' ')[1]));
  return [...text.matchAll(kindKey)].some(([, kind = '']) => knownKinds.has(kind) || custom.has(kind));
}

/** The names of a document: what is defined in it, and what is used. */
export function namesOf(chunk: Chunk): Names {
  return chunk.derive(namesOf, () => {
    const all: Names = { names: [], pods: [], selectors: [], objects: [] };
    const workloads = new Map(workloadsOf(chunk).map((workload) => [workload.root, workload]));
    for (const [index, { node: root }] of objectsOf(chunk).entries()) {
      const found = readObject(chunk, root, workloads.get(root), String(index));
      all.names.push(...found.names);
      all.pods.push(...found.pods);
      all.selectors.push(...found.selectors);
      all.objects.push(...found.objects);
    }
    return all;
  });
}

function readObject(chunk: Chunk, root: MapNode, workload: Workload | undefined, scope: string): Names {
  if (workload) {
    const names = workload.pod ? podNames(workload.pod, scope) : { names: [], pods: [], selectors: [] };
    return { ...names, objects: [namedObject(root, workload.kind ?? workload.likelyKind, workload, chunk.text)] };
  }
  const kind = stringOf(valueAt(root, 'kind')) ?? '';
  const names = new ObjectNames(root, scope, chunk.text);
  const reader = readers[`${stringOf(valueAt(root, 'apiVersion'))} ${kind}`];
  if (!reader) return names;
  reader(root, names);
  return names;
}

function namedObject(root: MapNode, kind: string, workload: Workload | undefined, text: string): NamedObject {
  const written = writtenName(pairOf(valueAt(root, 'metadata'), 'name')?.value, text);
  const containers = workload?.pod ? containersOf(workload.pod) : [];
  return {
    kind,
    name: written?.name,
    namespace: namespaceOf(root),
    span: root,
    nameSpan: written?.span ?? root.pairs[0]?.key ?? root,
    containers: containers.flatMap(({ node }) => {
      const name = writtenName(pairOf(node, 'name')?.value, text);
      return name ? [{ name: name.name, span: name.span }] : [];
    }),
  };
}

class ObjectNames implements Names {
  readonly names: Name[] = [];
  readonly pods = [];
  readonly selectors: Names['selectors'] = [];
  readonly objects: NamedObject[] = [];
  private readonly namespace: string | undefined;

  constructor(
    root: MapNode,
    private readonly scope: string,
    private readonly text: string,
  ) {
    this.namespace = namespaceOf(root);
  }

  define(root: MapNode, kind: ResourceKind): void {
    const node = pairOf(valueAt(root, 'metadata'), 'name')?.value;
    this.add(node, { kind, role: 'definition', scope: '', namespace: this.namespace });
    this.objects.push(namedObject(root, kind, undefined, this.text));
  }

  use(owner: YamlNode | undefined, field: string, kind: ResourceKind): void {
    this.add(pairOf(owner, field)?.value, { kind, role: 'use', scope: '', namespace: this.namespace });
  }

  /** The keys of an object's data; none where one is no text, and so has another name than is written. */
  keys(root: MapNode, kind: 'ConfigMap key' | 'Secret key', ...fields: string[]): void {
    const scope = stringOf(valueAt(root, 'metadata', 'name'));
    if (scope === undefined) return;
    const nodes = fields.flatMap((field) => {
      const data = valueAt(root, field);
      return data?.kind === 'map' ? [...effectivePairs(data).values()].map(({ oddKey, key }) => oddKey ?? key) : [];
    });
    if (!nodes.every((node) => writtenName(node, this.text))) return;
    for (const node of nodes) this.add(node, { kind, role: 'definition', scope, namespace: this.namespace });
  }

  /** The selector of a Service, which is written like labels. */
  select(root: MapNode): void {
    const { scope, namespace } = this;
    const labels = valueAt(root, 'spec', 'selector');
    const isEarly = booleanOf(valueAt(root, 'spec', 'publishNotReadyAddresses')) === true;
    const service = isEarly ? undefined : stringOf(valueAt(root, 'metadata', 'name'));
    this.selectors.push({ scope, namespace, requirements: labelsOf(labels).map((label) => [label]), service });
    this.names.push(...labelNames(labels, 'use', scope, this.text));
  }

  selector(selector: YamlNode | undefined): void {
    const scope = `${this.scope} selector ${this.selectors.length}`;
    this.selectors.push({ scope, namespace: this.namespace, requirements: requirementsOf(selector) });
    this.names.push(...selectorNames(selector, scope, this.text));
  }

  /** The port of the pods that a Service selects, where it is given by name. */
  targetPort(port: MapNode): void {
    this.add(pairOf(port, 'targetPort')?.value, { kind: 'port', role: 'use', scope: this.scope });
  }

  /** The service accounts that a role is bound to; each says its namespace. */
  subjects(root: MapNode): void {
    for (const { node } of mapsOf(valueAt(root, 'subjects'))) {
      if (stringOf(valueAt(node, 'kind')) !== 'ServiceAccount') continue;
      const namespace = stringOf(valueAt(node, 'namespace'));
      this.add(pairOf(node, 'name')?.value, { kind: 'ServiceAccount', role: 'use', scope: '', namespace });
    }
  }

  private add(node: YamlNode | undefined, name: Pick<Name, 'kind' | 'role' | 'scope' | 'namespace'>): void {
    const written = writtenName(node, this.text);
    if (written) this.names.push({ ...written, ...name });
  }
}

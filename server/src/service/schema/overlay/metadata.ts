import {
  annotationKey,
  beginningOf,
  dnsLabel,
  dnsSubdomain,
  type Format,
  finalizer,
  labelValue,
  ownerVersion,
  pathSegment,
  prefixOf,
  printable,
  qualifiedName,
} from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, nonNegative, type Overlay } from './limits.ts';

/** Whether it is the metadata of the manifest itself. */
const isOwn = ({ parent }: ApiObject) => parent !== undefined && parent.parent === undefined;

const isOthers = (metadata: ApiObject) => !isOwn(metadata);

/** What the metadata is of where the server does not look at its labels. */
const unchecked = ['batch/v1.JobTemplateSpec', 'core/v1.PersistentVolumeClaim'];

const isChecked = ({ parent }: ApiObject) => parent !== undefined && !unchecked.includes(parent.type);

/** A map of the metadata as the server names it: `spec.template.labels` without the `metadata` (ValidatePodTemplateSpec). */
function mapPath(name: string): (metadata: ApiObject) => string {
  return (metadata) =>
    metadata.parent?.type === 'core/v1.PodTemplateSpec' ? metadata.parent.at(name) : metadata.at(name);
}

/** The form of a manifest's name: ValidateStatefulSetName is stricter than the others. */
function nameFormat({ root }: ApiObject): Format {
  return root.type === 'apps/v1.StatefulSet' ? dnsLabel : dnsSubdomain;
}

/** What a manifest could be called: as its labels say, or as its first container. */
function likelyNames({ root }: ApiObject): string[] {
  const format = nameFormat(root);
  const labels = root.object('metadata')?.values('labels') ?? [];
  const named = ['app.kubernetes.io/name', 'app'].flatMap((key) => labels.find((label) => label.key === key) ?? []);
  const names = named.map(({ node }) => (node.kind === 'scalar' ? node.text : ''));
  return [...new Set(names)].filter((name) => name !== '' && format.problems(name).length === 0);
}

/** Since ValidateReplicationController uses ValidateObjectMetaWithOpts it looks at the name that comes out only. */
const isNamedLate = ({ root, minor }: ApiObject) => root.type === 'core/v1.ReplicationController' && minor >= 35;

/** The form of what a name is made of; late, and beside a name, all that counts is what no path may have. */
function generateFormat(object: ApiObject): Format {
  if (!isNamedLate(object)) return prefixOf(nameFormat(object));
  return object.isEmpty('name') ? beginningOf(nameFormat(object)) : pathSegment;
}

/** Fields of an owner, whose errors had no index before 1.37 (ValidateOwnerReferences). */
function ownerField(name: string): Limits {
  return {
    required: 'must not be empty',
    invalid: ({ minor }) => oldOwnerWords(name, minor),
    path: (owner) => (owner.minor >= 37 ? owner.at(name) : owner.at(name).replace(/\[\d+\](?=\.\w+$)/, '')),
  };
}

function oldOwnerWords(name: string, minor: number): string[] | undefined {
  if (minor >= 37) return undefined;
  if (name === 'apiVersion') return ['version must not be empty'];
  return [minor >= 34 ? 'must not be empty' : `${name} must not be empty`];
}

export const metadata: Overlay = {
  // ValidateObjectMetaAccessor, ValidateObjectMeta
  'meta/v1.ObjectMeta': {
    name: {
      required: 'name or generateName is required',
      usual: likelyNames,
      format: (_, object) => nameFormat(object),
      when: (object) => isOwn(object) && !(object.isEmpty('name') && !object.isEmpty('generateName')),
    },
    generateName: {
      format: (_, object) => generateFormat(object),
      when: isOwn,
      path: (object) => object.at(isNamedLate(object) && object.isEmpty('name') ? 'name' : 'generateName'),
    },
    namespace: { format: dnsLabel, when: isOwn },
    // the strategies set it, before 1.33 not that of pods
    generation: {
      ...nonNegative,
      when: (object) => isOwn(object) && object.root.type === 'core/v1.Pod' && object.minor < 33,
    },
    labels: { keys: qualifiedName, format: labelValue, when: isChecked, path: mapPath('labels') },
    annotations: { keys: annotationKey, total: 256 * 1024, when: isChecked, path: mapPath('annotations') },
    finalizers: { format: finalizer, when: isOwn },
    ownerReferences: { ignored: isOthers },
    managedFields: { ignored: isOthers },
  },
  // validateOwnerReference
  'meta/v1.OwnerReference': {
    apiVersion: { ...ownerField('apiVersion'), format: ownerVersion },
    kind: ownerField('kind'),
    name: ownerField('name'),
    uid: ownerField('uid'),
  },
  // ValidateManagedFields
  'meta/v1.ManagedFieldsEntry': {
    operation: {
      required: 'must not be empty',
      values: ['Apply', 'Update'],
      invalid: ({ minor }) => (minor >= 37 ? undefined : ['must be `Apply` or `Update`']),
    },
    fieldsType: { values: ['FieldsV1'], invalid: ['must be `FieldsV1`'] },
    manager: { format: printable, longest: [128] },
    subresource: { longest: [256] },
  },
};

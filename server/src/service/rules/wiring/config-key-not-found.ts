import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import { namespaceOf } from '../../model/names/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

type Kind = 'ConfigMap' | 'Secret';

/** A key of a ConfigMap or Secret that a pod cannot do without. */
interface Reference {
  kind: Kind;
  /** The name of the ConfigMap or Secret. */
  name: string;
  /** Where its key is. */
  object: ApiObject;
  /** What says whether the pod can do without. */
  source: ApiObject;
}

interface Data extends Reference {
  keys: readonly string[];
}

const variables: Readonly<Record<string, Kind>> = {
  'core/v1.ConfigMapKeySelector': 'ConfigMap',
  'core/v1.SecretKeySelector': 'Secret',
};

/** What puts keys into a volume, with the field of the name. */
const files: Readonly<Record<string, readonly [kind: Kind, name: string]>> = {
  'core/v1.ConfigMapVolumeSource': ['ConfigMap', 'name'],
  'core/v1.SecretVolumeSource': ['Secret', 'secretName'],
  'core/v1.ConfigMapProjection': ['ConfigMap', 'name'],
  'core/v1.SecretProjection': ['Secret', 'name'],
};

/** The kubelet starts no container without its variables, and mounts no volume without its files (makeEnvironmentVariables, MakePayload). */
export default defineRule<Data>({
  code: 'config-key-not-found',
  severity: 'warning',
  looksBeyond: true,
  check({ objects, workload, others }, report) {
    const references = [
      ...objects.of(...Object.keys(variables)).flatMap(variableOf),
      ...objects.of(...Object.keys(files)).flatMap(filesOf),
    ];
    for (const reference of references) {
      const { kind, name, object, source } = reference;
      const key = object.string('key');
      if (!key || source.boolean('optional') === true) continue;
      const keys = others.keysOf(kind, name, namespaceOf(workload.root));
      if (!keys || keys.includes(key)) continue;
      report({
        node: object.valueOf('key'),
        path: object.at('key'),
        message: explain(reference, key, keys),
        data: { ...reference, keys },
      });
    }
  },
  fix({ data: { object, source, keys } }, editor) {
    const meant = nearest(object.string('key') ?? '', keys).map((key) => changeFix(object, 'key', key, editor));
    return [...meant, setFix(source, 'optional', true, editor)];
  },
});

function variableOf(source: ApiObject): Reference[] {
  const [kind, name] = [variables[source.type], source.string('name')];
  return kind && name ? [{ kind, name, object: source, source }] : [];
}

function filesOf(source: ApiObject): Reference[] {
  const [kind, field = ''] = files[source.type] ?? [];
  const name = source.string(field);
  return kind && name ? source.objects('items').map((object) => ({ kind, name, object, source })) : [];
}

function explain({ kind, name, object, source }: Reference, key: string, keys: readonly string[]): string {
  const what =
    object === source
      ? l10n.t(
          '{0} `{1}` has no key `{2}`, so the container does not start: CreateContainerConfigError, "couldn\'t find key {2} in {0} …".',
          kind,
          name,
          key,
        )
      : l10n.t(
          '{0} `{1}` has no key `{2}`, so the volume is not mounted, and the pod stays in `ContainerCreating`: "references non-existent {3} key: {2}".',
          kind,
          name,
          key,
          kind === 'Secret' ? 'secret' : 'config',
        );
  const [near] = nearest(key, keys);
  const advice = near ? l10n.t('Did you mean `{0}`?', near) : l10n.t('Add the key there, or make it `optional`.');
  return `${what} ${advice}`;
}

import { describe, expect, it } from 'vitest';
import { fieldsOf, isServed, workloadTypes } from '../../../server/src/service/schema/index.ts';
import { factsOf, type KnownField } from '../../../server/src/service/schema/overlay/index.ts';
import { itemsAt } from '../../helpers/completion.ts';
import { everyField, inBlock, inFlow, type Tree } from '../../helpers/everyField.ts';
import { find } from '../../helpers/manifests.ts';

type Fields = { [key: string]: Tree };

/** An object of a manifest that sets all fields. */
interface Place {
  path: readonly (string | number)[];
  type: string;
  object: Fields;
}

const typeOf = (kind: string) => Object.entries(workloadTypes).find(([key]) => key.endsWith(` ${kind}`))?.[1] ?? '';

function objectsIn(object: Fields, type: string, path: Place['path'] = []): Place[] {
  const below = Object.entries(fieldsOf(type) ?? {}).flatMap(([name, field]) => {
    const value = object[name];
    const [inside, at] = Array.isArray(value) ? [value[0], [...path, name, 0]] : [value, [...path, name]];
    return isFields(inside) && !field.map && fieldsOf(field.type) ? objectsIn(inside, field.type, at) : [];
  });
  return [{ path, type, object }, ...below];
}

function isFields(tree: Tree | undefined): tree is Fields {
  return typeof tree === 'object' && !Array.isArray(tree);
}

/** What has to be there for names to lead to something. */
const named: Readonly<Record<string, Fields>> = {
  'core/v1.PodSpec': {
    volumes: [
      { name: 'app', persistentVolumeClaim: { claimName: 'app' } },
      { name: 'files', emptyDir: {} },
    ],
    resourceClaims: [{ name: 'app' }],
  },
};

/** A manifest of which only an object is left, with what is in it given anew. */
function around({ path, object }: Place, whole: Place, content: Fields): Fields {
  const [key = '', index] = path;
  if (path.length === 0) return { ...pick(object, ['apiVersion', 'kind']), ...content };
  const isList = typeof index === 'number';
  const value = isList ? (object[key] as Fields[])[0] : object[key];
  const field = fieldsOf(whole.type)?.[key];
  const inner = { path: path.slice(isList ? 2 : 1), type: field?.type ?? '', object: value as Fields };
  const next = { ...inner, path: [] };
  const below = inner.path.length === 0 ? content : around(inner, next, content);
  return { ...pick(object, ['apiVersion', 'kind']), ...named[whole.type], [key]: isList ? [below] : below };
}

function pick(object: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (typeof object[name] === 'string' ? [[name, object[name]]] : [])));
}

const server = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** Fields that the API server refuses or ignores where nothing else is written in the object. */
function refused({ path, type }: Place, minor: number, kind: string): readonly string[] {
  const parent = path.at(typeof path.at(-1) === 'number' ? -2 : -1);
  switch (type) {
    case 'meta/v1.ObjectMeta':
      return path.at(-2) === 'volumeClaimTemplate'
        ? [...server, 'name', 'generateName', 'namespace', 'finalizers', 'ownerReferences']
        : [...server, ...(path.length > 1 ? ['ownerReferences'] : [])];
    case 'batch/v1.JobSpec':
      return kind === 'CronJob' ? ['selector', 'manualSelector', 'successPolicy'] : ['selector', 'successPolicy'];
    case 'core/v1.PodAffinityTerm':
      return parent === 'podAffinityTerm' ? ['matchLabelKeys', 'mismatchLabelKeys'] : [];
    case 'core/v1.PodSpec':
      return ['ephemeralContainers'];
    case 'core/v1.Container': {
      const probes = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];
      if (parent === 'initContainers') return ['restartPolicyRules', ...probes];
      return minor >= 35 ? ['restartPolicyRules'] : ['restartPolicyRules', 'restartPolicy'];
    }
    case 'core/v1.EphemeralContainer':
      return Object.keys(fieldsOf(type) ?? {}).filter((name) => factsOf(type, minor).fields.get(name)?.limits?.ignored);
    case 'core/v1.ResourceClaim':
      return minor >= 34 ? [] : ['name'];
    case 'core/v1.SecurityContext':
      return minor >= 33 ? [] : ['procMount'];
    case 'core/v1.ClusterTrustBundleProjection':
      return ['labelSelector'];
    case 'core/v1.ResourceRequirements':
      return path.at(-2) === 'spec' ? ['claims'] : [];
    default:
      return [];
  }
}

/** Objects of which the rules and samples take that they are as the API server wants them, not as is asked here. */
const skipped = (place: Place) => place.path.includes('ephemeralContainers') || place.path.includes('status');

function expectedIn(place: Place, minor: number, kind: string): string[] {
  const { fields } = factsOf(place.type, minor);
  const names = Object.entries(fieldsOf(place.type) ?? {}).flatMap(([name, field]) =>
    isServed(field, minor) && !isOff(fields.get(name)) ? [name] : [],
  );
  const isRoot = place.path.length === 0;
  const gone = ['status', ...refused(place, minor, kind), ...(isRoot ? ['apiVersion', 'kind'] : [])];
  return names.filter((name) => !gone.includes(name)).sort();
}

/** What is told of values that are not taken; of others that something is missing beside them. */
const refusing = new Set([
  'unsupported-value',
  'pod-restart-policy',
  'container-restart-policy',
  'proc-mount-unmasked',
  'mount-propagation-unprivileged',
  'resize-restart-impossible',
  'required-field',
]);

/** The fields that take some texts only, with all texts that any version takes. */
function enumsOf(place: Place, minor: number): [string, string[]][] {
  const offered = expectedIn(place, minor, '');
  return Object.entries(fieldsOf(place.type) ?? {}).flatMap(([name, field]): [string, string[]][] => {
    const { limits } = factsOf(place.type, minor).fields.get(name) ?? {};
    const listed = Array.isArray(limits?.values) ? limits.values : (enums[`${place.type}.${name}`] ?? []);
    const texts = [...new Set([...(field.enum ?? []), ...listed])].filter((text) => text !== '');
    return texts.length > 0 && !field.list && offered.includes(name) ? [[name, texts]] : [];
  });
}

/** Texts of fields that take others in other versions or places. */
const enums: Readonly<Record<string, readonly string[]>> = {
  'core/v1.Container.restartPolicy': ['Always', 'Never', 'OnFailure'],
  'core/v1.PodSecurityContext.seLinuxChangePolicy': ['MountOption', 'Recursive'],
};

/** Whether the feature gate alone decides that a field is dropped. */
function isOff(known: KnownField | undefined): boolean {
  return known?.isOff === true && !known.limits?.dropped;
}

/** The fields of the type that are offered, not the values and names beside them. */
function offered(text: string, { type }: Place, minor: number): string[] {
  const fields = itemsAt(text, { minor }).filter(({ data }) => data?.type === type && data.value === undefined);
  return [...new Set(fields.map(({ data }) => String(data.field)))].sort();
}

const kinds = ['Pod', 'StatefulSet', 'CronJob'];
const styles = [
  ['block', inBlock],
  ['flow', inFlow],
] as const;
const cases = [30, 34, 37].flatMap((minor) =>
  kinds.flatMap((kind) => styles.map(([style, write]) => ({ minor, kind, style, write }))),
);

describe.each(cases)('in a $kind of 1.$minor in $style style', { timeout: 60_000 }, ({ minor, kind, write }) => {
  const whole = { path: [], type: typeOf(kind), object: everyField(kind, minor) as Fields };
  const places = objectsIn(whole.object, whole.type).filter((place) => !skipped(place));
  const marked = (place: Place, content: Fields) =>
    write(around({ ...place, object: whole.object }, whole, { ...content, '¦': '' })).replace(/¦: ""/, '¦');

  const all = (expected: (place: Place) => string[]) => places.map((place) => [place.path.join('.'), expected(place)]);

  it('every field is offered where it is not written', () => {
    const found = all((place) => offered(marked(place, {}), place, minor));
    expect(found).toEqual(all((place) => expectedIn(place, minor, kind)));
  });

  it('none is offered where all are written', () => {
    const found = all((place) => {
      const shallow = Object.entries(place.object).map(([name, value]): [string, Tree] => [
        name,
        isFields(value) ? {} : Array.isArray(value) ? [] : value,
      ]);
      return offered(marked(place, Object.fromEntries(shallow)), place, minor);
    });
    expect(found).toEqual(all(() => []));
  });

  it('each value is offered that the API server takes there, and no other', () => {
    const asked = places.flatMap((place) => enumsOf(place, minor).map(([name, texts]) => ({ place, name, texts })));
    const withValue = (place: Place, name: string, value: string) =>
      write(around({ ...place, object: whole.object }, whole, { [name]: value }));
    const found = asked.map(({ place, name }) => {
      const items = itemsAt(withValue(place, name, '¦').replace(/"?¦"?/, '¦'), { minor });
      return [
        place.path.join('.'),
        name,
        items
          .filter(({ data }) => data?.value)
          .map(({ label }) => label)
          .sort(),
      ];
    });
    const taken = asked.map(({ place, name, texts }) => {
      const path = `${place.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}.${name}`;
      const isTaken = (text: string) =>
        !find(withValue(place, name, text), { minor }).some(
          ({ problem: { code, path: at } }) =>
            refusing.has(code) && [path, path.slice(0, path.lastIndexOf('.'))].includes(`.${at}`),
        );
      return [place.path.join('.'), name, texts.filter(isTaken).sort()];
    });
    expect(found).toEqual(taken);
  });
});

import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import text from 'podsmith:prose';
import { describe, expect, it } from 'vitest';
import facts from '../../server/src/service/schema/fields.json';
import { fieldOf, fieldsOf, newestMinor, oldestMinor } from '../../server/src/service/schema/index.ts';
import { ApiObject } from '../../server/src/service/schema/object.ts';
import { factsOf } from '../../server/src/service/schema/overlay/index.ts';
import { sections } from '../../server/src/service/schema/prose/pages.ts';
import type { WordsOfTypes } from '../../server/src/service/schema/prose/words.ts';
import { describeField, describeType, describeValue, pageOf } from '../../server/src/service/schema/prose.ts';

const types = [...Object.keys(facts.types), 'meta/v1.ManagedFieldsEntry'];
const fields = types.flatMap((type) => Object.keys(fieldsOf(type) ?? {}).map((name) => ({ type, name })));
const minors = Array.from({ length: newestMinor - oldestMinor + 1 }, (_, index) => oldestMinor + index);

/** The values that a field is known to take in any version. */
function valuesOf(type: string, name: string): string[] {
  const ofVersions = minors.map((minor) => {
    const { values, usual } = factsOf(type, minor).fields.get(name)?.limits ?? {};
    const object = new ApiObject(type, '', minor, undefined, { start: 0, end: 0 }, undefined, '', true);
    return [
      ...((typeof values === 'function' ? values(minor, object) : values) ?? []),
      ...(typeof usual === 'function' ? [] : (usual ?? [])),
    ];
  });
  return [...new Set([...(fieldOf(type, name)?.enum ?? []), ...ofVersions.flat()])];
}

const folder = new URL('../../server/src/service/schema/prose/', import.meta.url);
const parts = readdirSync(folder).filter(
  (part) => !['capabilities.ts', 'index.ts', 'pages.ts', 'signals.ts', 'words.ts'].includes(part),
);
const own = await Promise.all(
  parts.map(async (part) => {
    const module: Record<string, (() => WordsOfTypes) | undefined> = await import(new URL(part, folder).href);
    return module[part.replace('.ts', '')]?.() ?? {};
  }),
);
const ownWords = own.flatMap((words) => Object.entries(words));

/** Everything that is said, by where. */
const all = new Map([
  ...types.map((type) => [type, describeType(type)] as const),
  ...fields.map(({ type, name }) => [`${type} ${name}`, describeField(type, name)] as const),
  ...fields.flatMap(({ type, name }) =>
    valuesOf(type, name)
      // a schedule is explained by itself
      .filter(() => name !== 'schedule')
      .map((value) => [`${type} ${name} ${JSON.stringify(value)}`, describeValue(type, name, value)] as const),
  ),
]);

function where(holds: (said: string) => boolean): string[] {
  return [...all].flatMap(([place, said]) => (said !== undefined && holds(said) ? [`${place}: ${said}`] : []));
}

const withoutCode = (said: string) => said.replace(/`[^`]*`/g, '');

describe('what is said', () => {
  it('is said of every type, field and value', () => {
    expect(all.size).toBeGreaterThan(1000);
    expect([...all].flatMap(([place, said]) => (said ? [] : [place]))).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['begins with a small letter, or no letter', /^(?![A-Z`])/],
    ['has a paragraph without an end', /[^.:!?)](?:\n\n|$)|[^.]$/],
    ['has two spaces', / {2}/],
    ['has a line break within a paragraph', /(?<!\n)\n(?!\n)/],
    ['refers to more', /More info/i],
    ['is not ASCII', /[^\n -~]/],
    ['repeats a word', /\b([A-Za-z]{2,}) \1\b/],
    ['tells of Go', /\bnil\b|\bpointer\b|DNS_LABEL|IANA_SVC/],
    ['tells of a gate that versions decide on', /^This is an? (?:alpha|beta)/m],
  ])('never %s', (_, pattern) => {
    expect(where((said) => pattern.test(said))).toEqual([]);
  });

  it('is Markdown in which code and brackets are closed', () => {
    const count = (said: string, sign: string) => said.split(sign).length;
    expect(where((said) => count(said, '`') % 2 === 0)).toEqual([]);
    expect(where((said) => /\w\0|\0\w/.test(said.replace(/`[^`]+`/g, '\0')))).toEqual([]);
    expect(
      where((said) => {
        const bare = withoutCode(said);
        return count(bare, '(') !== count(bare, ')') || count(bare, '[') !== count(bare, ']') || /<\w/.test(bare);
      }),
    ).toEqual([]);
  });

  it('takes at most 80 kB of a bundle', () => {
    expect(gzipSync(text + JSON.stringify(own) + JSON.stringify(sections())).length).toBeLessThan(80_000);
  });
});

describe('our own words', () => {
  it('are about types and fields that there are, each in one place', () => {
    const names = ownWords.map(([type]) => type);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const unknown = ownWords.flatMap(([type, words]) => [
      ...(types.includes(type) || type === 'meta/v1.FieldsV1' ? [] : [type]),
      ...[...Object.keys(words.fields ?? {}), ...Object.keys(words.values ?? {})]
        .filter((name) => !fieldOf(type, name))
        .map((name) => `${type} ${name}`),
    ]);
    expect(unknown).toEqual([]);
  });

  it('are about values that fields take', () => {
    const unknown = ownWords.flatMap(([type, { values = {} }]) =>
      Object.entries(values).flatMap(([name, meanings]) => {
        const taken = valuesOf(type, name);
        // any text, but some texts have a meaning; `metadata.name` only in `matchFields`
        const isFree = taken.length === 0 || ['fieldPath', 'key'].includes(name);
        return isFree ? [] : Object.keys(meanings).filter((value) => !taken.includes(value));
      }),
    );
    expect(unknown).toEqual([]);
  });

  it('say nothing of a value that is only the name of a method', () => {
    expect(describeValue('core/v1.Container', 'imagePullPolicy', 'toString')).toBeUndefined();
  });
});

describe('pages', () => {
  it('are there for every type and field', () => {
    expect(types.filter((type) => !pageOf(type))).toEqual([]);
    expect(fields.filter(({ type, name }) => !pageOf(type, name))).toEqual([]);
  });

  it('are pages, or sections of pages, of the documentation', () => {
    const urls = fields.map(({ type, name }) => pageOf(type, name)?.url ?? '');
    expect(
      urls.filter((url) => !/^https:\/\/kubernetes\.io\/docs\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/.test(url)),
    ).toEqual([]);
  });

  it('are given for types and fields that there are, one for each', () => {
    const explained = sections().flatMap(([, , ...names]) => names);
    expect(explained.filter((name, index) => explained.indexOf(name) !== index)).toEqual([]);
    const short = (type: string) => type.slice(type.indexOf('.') + 1);
    const known = new Set([
      ...types.map(short),
      ...fields.map(({ type, name }) => `${short(type)}.${name}`),
      'FieldsV1',
    ]);
    expect(explained.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(types.map(short)).size).toBe(types.length);
  });

  it.each([
    ['core/v1.Container', 'imagePullPolicy', 'concepts/containers/images/#image-pull-policy'],
    ['core/v1.PodSpec', 'affinity', 'concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity'],
    ['core/v1.Probe', 'periodSeconds', 'concepts/workloads/pods/probes/#configure-probes'],
  ])('of %s %s is its own, that of its value or that of its type', (type, name, path) => {
    expect(pageOf(type, name)?.url).toBe(`https://kubernetes.io/docs/${path}`);
  });
});

describe('comments become Markdown', async () => {
  const { toMarkdown } = (await import(new URL('../../scripts/markdown.mjs', import.meta.url).href)) as {
    toMarkdown(comment: string, name: string, values?: string[]): string;
  };

  it.each([
    [
      'replicas',
      'Replicas is the number of pods. This is a pointer to distinguish between 0 and nil.',
      'The number of pods.',
    ],
    [
      'user',
      'user is Optional: User is the rados user name. Default is admin',
      'The rados user name.\n\nDefaults to admin.',
    ],
    ['name', 'Must be a DNS_LABEL. Cannot be updated. More info: https://example.com/a#b', 'Must be a DNS label.'],
    [
      'hostNetwork',
      'Use HostNetwork, see "None" and spec.os.name. Default to false.',
      'Use `hostNetwork`, see `None` and `spec.os.name`.\n\nDefaults to `false`.',
    ],
    [
      'schedule',
      'In Cron format, see https://example.com/Cron.',
      'In Cron format, see [example.com/Cron](https://example.com/Cron).',
    ],
    ['policy', 'The policy, e.g. Always. One of Always, Never.', 'The policy, e.g. `Always`.'],
    ['path', 'A path with <name>.<suffix> in it', 'A path with `<name>.<suffix>` in it.'],
  ])('%s: %s', (name, comment, markdown) => {
    expect(toMarkdown(comment, name, name === 'policy' ? ['Always', 'Never'] : [])).toBe(markdown);
  });
});

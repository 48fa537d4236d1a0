import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver-types';
import { hover } from '../../server/src/service/features/hover.ts';
import type { Manifest } from '../../server/src/service/features/manifest.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { describeField } from '../../server/src/service/schema/prose.ts';
import { everyField, inBlock, inFlow, type WrittenField, writtenFields } from '../helpers/everyField.ts';
import { manifestOf } from '../helpers/manifests.ts';

const separator = '\n\n---\n\n';

function hoverAt(manifest: Manifest, offset: number, minor: number): Hover | undefined {
  return hover(manifest, manifest.document.positionAt(offset), { ...defaultSettings, minor }, new Date(0));
}

function textAt(manifest: Manifest, offset: number, minor: number): string {
  const { contents } = hoverAt(manifest, offset, minor) ?? {};
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

/** The card of a field: what a hover says below what the key does in the pod. */
function cardAt(manifest: Manifest, offset: number, minor: number): string {
  return textAt(manifest, offset, minor).split(separator).at(-1) ?? '';
}

const scalars: Record<string, [string, string]> = {
  string: ['string', 'strings'],
  boolean: ['boolean', 'booleans'],
  int32: ['integer', 'integers'],
  int64: ['integer', 'integers'],
  Quantity: ['quantity', 'quantities'],
  IntOrString: ['integer or string', 'integers or strings'],
  Time: ['time', 'times'],
};

function typeWords({ field: { type, list, map } }: WrittenField): string {
  const [one, many] = scalars[type] ?? [type.split('.').at(-1), type.split('.').at(-1)];
  return list ? `list of ${many}` : map ? `map of ${many}` : `${one}`;
}

/** What a card lacks or has too much. */
function mistakes(written: WrittenField, card: string): string[] {
  const { type, name, field, path } = written;
  const description = describeField(type, name) ?? '';
  const [purpose = ''] = description.split('\n\n');
  const expected = [
    `**\`${name}\`**: ${typeWords(written)}\n`,
    purpose,
    ...(field.required ? ['Required.'] : []),
    ...(field.since ? [`Since Kubernetes 1.${field.since}.`] : []),
  ];
  const missing = expected.filter((text) => !`${card}\n`.includes(text));
  const surplus = [...(field.since ? [] : ['Since Kubernetes']), 'undefined', '[object', 'NaN', 'Infinity', 'Not in'];
  return [
    ...missing.map((text) => `${path} lacks ${text}`),
    ...surplus
      .filter((text) => card.includes(text) && !description.includes(text))
      .map((text) => `${path} has ${text}`),
  ];
}

const kinds = ['Pod', 'StatefulSet', 'CronJob'];
const others = ['DaemonSet', 'Deployment', 'Job', 'PodTemplate', 'ReplicaSet', 'ReplicationController'];
const versions = [30, 34, 37];

describe.each(versions)('in Kubernetes 1.%i', (minor) => {
  const styles = [
    ['block', inBlock],
    ['flow', inFlow],
  ] as const;
  const texts = kinds.flatMap((kind) => styles.map(([style, write]) => [kind, style, write] as const));
  const more = minor === 37 ? others.map((kind) => [kind, 'block', inBlock] as const) : [];

  it.each([...texts, ...more])('every field of a %s in %s style has its card', (kind, _, write) => {
    const text = write(everyField(kind, minor));
    const manifest = manifestOf(text);
    const fields = writtenFields(text, kind);
    expect(fields.length).toBeGreaterThan(900);
    expect(fields.flatMap((written) => mistakes(written, cardAt(manifest, written.key, minor)))).toEqual([]);
  });

  it('no value is told of wrongly', () => {
    const text = inBlock(everyField('CronJob', minor));
    const manifest = manifestOf(text);
    for (const { value, path } of writtenFields(text, 'CronJob')) {
      expect(textAt(manifest, value, minor), path).not.toMatch(/\[object|NaN|Infinity|function|undefined/);
    }
  });

  it('tells which fields are dropped', () => {
    const text = inBlock(everyField('Pod', minor));
    const manifest = manifestOf(text);
    const told = writtenFields(text, 'Pod')
      .filter(({ key }) => cardAt(manifest, key, minor).includes('drops it'))
      .map(({ path }) => path);
    expect(told).toMatchSnapshot();
  });
});

describe('fields of other versions', () => {
  it.each(versions)('are told of in Kubernetes 1.%i', (minor) => {
    const text = inBlock(everyField('Pod', 37));
    const manifest = manifestOf(text);
    const absent = writtenFields(text, 'Pod').filter(({ key }) =>
      cardAt(manifest, key, minor).includes(`**Not in Kubernetes 1.${minor}.**`),
    );
    const later = writtenFields(text, 'Pod').filter(({ field: { since = 0 } }) => since > minor);
    // what is below an object that is not known has no type
    const outermost = later.filter(
      ({ path }) => !later.some((around) => new RegExp(`^${around.path.replace(/[[\]]/g, '\\$&')}[.[]`).test(path)),
    );
    expect(absent.map(({ path }) => path)).toEqual(outermost.map(({ path }) => path));
    expect(absent.length > 0).toBe(minor < 37);
  });

  it('are told of where they are gone', () => {
    const manifest = manifestOf('apiVersion: v1\nkind: Pod\nspec:\n  resourceClaims: [{name: a, source: {}}]\n');
    const offset = manifest.document.getText().indexOf('source:');
    expect(cardAt(manifest, offset, 37)).toContain('**Not in Kubernetes 1.37.** Until Kubernetes 1.30.');
    expect(cardAt(manifest, offset, 30)).toContain('Until Kubernetes 1.30.');
    expect(cardAt(manifest, offset, 30)).not.toContain('Not in');
  });
});

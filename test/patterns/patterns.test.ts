import { expect, it } from 'vitest';
import { asNativeSidecar, patterns, podOf } from '../../server/src/service/patterns/index.ts';
import { writeBlock } from '../../server/src/service/yaml/index.ts';
import { lines } from '../helpers/manifests.ts';

const style = { indent: 2, indentLists: true, quote: "'", eol: '\n' } as const;
const cases = patterns.map((pattern) => ({ pattern, name: pattern.name }));

it.each(cases)('$name: its pod has no problem in any Kubernetes version', ({ pattern }) => {
  const text = `${writeBlock(podOf(pattern), style).join('\n')}\n`;
  for (let minor = 30; minor <= 37; minor++) expect(lines(text, { minor })).toEqual([]);
});

it.each(cases)('$name: every image has a tag', ({ pattern }) => {
  const images = JSON.stringify(podOf(pattern)).match(/"image":"[^"]*"/g) ?? [];
  expect(images).toHaveLength(2);
  for (const image of images) expect(image).toMatch(/:v?\d+\.\d+/);
});

it('a native sidecar says so right below its image', () => {
  const sidecar = asNativeSidecar({ name: 'a', image: 'b:1', args: ['c'] });
  expect(Object.keys(sidecar)).toEqual(['name', 'image', 'restartPolicy', 'args']);
});

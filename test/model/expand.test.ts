import { describe, expect, it } from 'vitest';
import {
  containersOf,
  environmentOf,
  expand,
  referencesIn,
  workloadsOf,
} from '../../server/src/service/model/index.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

describe('expand', () => {
  const values: Record<string, string> = { A: 'a', DOLLAR: '$&' };

  it.each([
    ['$(A)$(B)', 'a$(B)'],
    ['$$(A) $$', '$(A) $'],
    ['$(A) $(A $$ $', 'a $(A $ $'],
    ['$(A $(A)', '$(A $(A)'],
    ['$(DOLLAR)', '$&'],
  ])('%s becomes %s', (text, expected) => expect(expand(text, (name) => values[name])).toBe(expected));

  it('finds references up to the last bracket', () => {
    expect(referencesIn('$(A) $$(B) $(C')).toEqual([{ name: 'A', start: 0, end: 4 }]);
  });

  it('leaves what would be longer than any program takes', () => {
    const variables = Array.from({ length: 100 }, (_, index) => {
      return `  - {name: A${index + 1}, value: $(A${index})$(A${index})}`;
    });
    const text = podWith(['env:', '  - {name: A0, value: x}', ...variables].join('\n'));
    const [pod] = manifestOf(text).chunks.flatMap(({ chunk }) => workloadsOf(chunk).flatMap((each) => each.pod ?? []));
    const known = pod ? containersOf(pod).map(environmentOf) : [];
    const lengths = known.flatMap((each) => [...each.values()].map((value) => value?.length ?? 0));
    expect(lengths).toHaveLength(101);
    expect(lengths[17]).toBe(2 ** 17);
    expect(Math.max(...lengths)).toBeLessThan(2 ** 18);
  });
});

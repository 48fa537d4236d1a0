import { describe, expect, it } from 'vitest';
import { expectMarked, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';
import { refusals, serverWords } from '../../helpers/verdicts.ts';

const constraint = (rest: string) => `{maxSkew: 1, labelSelector: {}, ${rest}}`;
const spread = (...constraints: string[]) => podWith('', `topologySpreadConstraints: [${constraints.join(', ')}]`);

describe('spread-min-domains', () => {
  const code = 'spread-min-domains';

  it.each([
    'topologyKey: a, whenUnsatisfiable: ScheduleAnyway, «spread-min-domains|minDomains»: 2',
    'topologyKey: a, whenUnsatisfiable: DoNotSchedule, minDomains: 2',
    'topologyKey: a, whenUnsatisfiable: ScheduleAnyway, minDomains: ~',
    // what it is is told already
    'topologyKey: a, whenUnsatisfiable: «unsupported-value|Anyway», minDomains: 2',
  ])('checks %s', (rest) => expectMarked(spread(constraint(rest))));

  it('changes the one or removes the other', () => {
    const text = spread(constraint('topologyKey: a, whenUnsatisfiable: ScheduleAnyway, minDomains: 2'));
    expect(fixTitles(text, code)).toEqual(['Change whenUnsatisfiable to DoNotSchedule', 'Remove minDomains']);
    expect(fixed(text, code)).toBe(
      spread(constraint('topologyKey: a, whenUnsatisfiable: DoNotSchedule, minDomains: 2')),
    );
    expect(fixed(text, code, 1)).toBe(spread(constraint('topologyKey: a, whenUnsatisfiable: ScheduleAnyway')));
  });
});

describe('spread-constraint-duplicate', () => {
  const code = 'spread-constraint-duplicate';
  const [zone, other] = [
    'topologyKey: a, whenUnsatisfiable: DoNotSchedule',
    'topologyKey: b, whenUnsatisfiable: DoNotSchedule',
  ];

  it('finds the first of two', () => {
    expectMarked(
      spread(
        constraint('topologyKey: «spread-constraint-duplicate|a», whenUnsatisfiable: DoNotSchedule'),
        constraint(other),
        constraint(zone),
      ),
    );
    expect(refusals(spread(constraint(zone), constraint(zone)))).toEqual([
      `${code} spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}`,
    ]);
    expect(serverWords(spread(constraint(zone), constraint(zone)))).toEqual(['Duplicate value: "{a, DoNotSchedule}"']);
  });

  it('is silent where one of the two differs, or nothing is written', () => {
    const anyway = 'topologyKey: a, whenUnsatisfiable: ScheduleAnyway';
    expect(refusals(spread(constraint(zone), constraint(other), constraint(anyway)))).toEqual([]);
    expect(refusals(spread(constraint(''), constraint('')))).not.toContain(code);
  });

  it('removes the second', () => {
    const text = spread(constraint(zone), constraint(other), constraint(zone));
    expect(fixed(text, code)).toBe(spread(constraint(zone), constraint(other)));
  });
});

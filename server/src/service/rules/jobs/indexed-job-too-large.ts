import * as l10n from '@vscode/l10n';
import { defineRule } from '../rule.ts';

const most = { completions: 100_000, parallelism: 10_000 };

/** WarningsForJobSpec */
export default defineRule({
  code: 'indexed-job-too-large',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      const [completions, parallelism] = [spec.integer('completions') ?? 0, spec.integer('parallelism') ?? 0];
      if (spec.string('completionMode') !== 'Indexed') continue;
      if (completions <= most.completions || parallelism <= most.parallelism) continue;
      report({
        node: spec.valueOf('completions'),
        path: spec.path,
        message: l10n.t(
          'An indexed Job with more than {0} `completions` and more than {1} pods at a time may lose track of the completed indexes when many indexes fail. Lower `parallelism`, or split the Job.',
          most.completions,
          most.parallelism,
        ),
        server: [
          'In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail',
        ],
        related: [{ node: spec.valueOf('parallelism'), message: l10n.t('{0} at a time', parallelism) }],
      });
    }
  },
});

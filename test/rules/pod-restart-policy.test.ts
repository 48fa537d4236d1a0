import { describe, expect, it } from 'vitest';
import { find, fixed, fixTitles, podWith, saved } from '../helpers/manifests.ts';
import { serverWords } from '../helpers/verdicts.ts';

const code = 'pod-restart-policy';
const kinds = {
  Pod: ['v1', 'spec'],
  PodTemplate: ['v1', 'template.spec'],
  ReplicationController: ['v1', 'spec.template.spec'],
  Deployment: ['apps/v1', 'spec.template.spec'],
  ReplicaSet: ['apps/v1', 'spec.template.spec'],
  StatefulSet: ['apps/v1', 'spec.template.spec'],
  DaemonSet: ['apps/v1', 'spec.template.spec'],
  Job: ['batch/v1', 'spec.template.spec'],
  CronJob: ['batch/v1', 'spec.jobTemplate.spec.template.spec'],
} as const;

/** A workload with a pod that has this policy; none where it is empty. */
function workload(kind: keyof typeof kinds, policy: string): string {
  const [apiVersion, path] = kinds[kind];
  const pod = `{${policy && `restartPolicy: ${policy}, `}containers: [{name: a, image: example.com/b}]}`;
  const spec = path.split('.').reduceRight((inner, key) => `{${key}: ${inner}}`, pod);
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${spec.slice(1, -1)}\n`;
}

const paths = (text: string, minor = 37) =>
  find(text, { minor }).flatMap(({ problem }) =>
    problem.code === code ? [`${problem.severity} ${problem.path}`] : [],
  );

describe(code, () => {
  it.each([
    ['Pod', ['Always', 'OnFailure', 'Never', '', '""', '~'], ['always', 'Restart']],
    ['PodTemplate', ['Always', 'OnFailure', 'Never', ''], ['never']],
    ['ReplicationController', ['Always', ''], ['Never', 'OnFailure', 'always']],
    ['Deployment', ['Always', '', '""'], ['Never', 'OnFailure', 'always']],
    ['ReplicaSet', ['Always', ''], ['Never']],
    ['StatefulSet', ['Always', ''], ['Never']],
    ['DaemonSet', ['Always', ''], ['OnFailure']],
    ['Job', ['OnFailure', 'Never'], ['', '""', '~', 'Always', 'never']],
    ['CronJob', ['OnFailure', 'Never'], ['', 'Always']],
  ] as const)('knows what a %s takes', (kind, taken, refused) => {
    for (const policy of taken) expect(paths(workload(kind, policy)), policy).toEqual([]);
    for (const policy of refused) {
      expect(paths(workload(kind, policy)), policy).toEqual([`error ${kinds[kind][1]}.restartPolicy`]);
      expect(paths(workload(kind, policy), 30), policy).toEqual([`error ${kinds[kind][1]}.restartPolicy`]);
    }
  });

  it('leaves what is no string to other rules', () => {
    expect(paths(podWith('tty: true', 'restartPolicy: [Never]'))).toEqual([]);
  });

  it('corrects the case on save', () => {
    expect(saved(podWith('tty: true', 'restartPolicy: never # once'))).toContain('  restartPolicy: Never # once\n');
  });

  it('offers what the workload takes', () => {
    expect(fixTitles(workload('Job', ''), code)).toEqual(['Add restartPolicy: OnFailure', 'Add restartPolicy: Never']);
    expect(fixed(workload('Job', 'Always'), code, 1)).toContain('{restartPolicy: Never, containers');
    expect(fixed(workload('Deployment', 'Never'), code)).toContain('{restartPolicy: Always, containers');
  });

  it('has the words of the server, of any pod first', () => {
    const words = (kind: keyof typeof kinds, policy: string, minor = 37) => serverWords(workload(kind, policy), minor);
    const any = 'Unsupported value: "never": supported values: "Always", "OnFailure", "Never"';
    const always = 'Unsupported value: "never": supported values: "Always"';
    expect(words('Job', '')).toEqual(['Required value: valid values: "OnFailure", "Never"']);
    expect(words('Job', 'never')).toEqual([any, 'Unsupported value: "never": supported values: "OnFailure", "Never"']);
    expect(words('Pod', 'never')).toEqual([any]);
    expect(words('DaemonSet', 'never')).toContain(always);
  });
});

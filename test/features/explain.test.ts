import { describe, expect, it } from 'vitest';
import { ExplainError, explain } from '../../server/src/service/features/explain.ts';
import { describeField } from '../../server/src/service/schema/prose.ts';
import { everyField, inBlock, writtenFields } from '../helpers/everyField.ts';

/** The type and field that a path leads to, by what the card says first. */
function heading(path: string, minor = 37): string | undefined {
  return explain(path, minor).text.split('\n\n')[0];
}

function refusal(path: string, minor = 37): string {
  try {
    explain(path, minor);
    return '';
  } catch (error) {
    if (error instanceof ExplainError) return error.message;
    throw error;
  }
}

describe('a path', () => {
  it.each([
    ['spec.containers.command', '**`command`**: list of strings'],
    ['.spec.containers[0].command', '**`command`**: list of strings'],
    ['spec.containers[0].env[]', '**`env`**: list of EnvVar'],
    ['pod.spec.nodeSelector', '**`nodeSelector`**: map of strings'],
    ['Deployment.spec.replicas', '**`replicas`**: integer'],
    ['deployments.spec.strategy', '**`strategy`**: DeploymentStrategy'],
    ['deploy.spec.template.spec.containers', '**`containers`**: list of Container'],
    ['sts.spec.volumeClaimTemplates', '**`volumeClaimTemplates`**: list of PersistentVolumeClaim'],
    ['ds.spec.updateStrategy', '**`updateStrategy`**: DaemonSetUpdateStrategy'],
    ['rs.spec.replicas', '**`replicas`**: integer'],
    ['rc.spec.selector', '**`selector`**: map of strings'],
    ['cj.spec.schedule', '**`schedule`**: string'],
    ['CRONJOB.spec.timeZone', '**`timeZone`**: string'],
    ['job.spec.backoffLimit', '**`backoffLimit`**: integer'],
    ['po', '**`Pod`**'],
  ])('%s', (path, expected) => {
    expect(heading(path)).toBe(expected);
  });

  it('to every field of every version is explained', () => {
    for (const minor of [30, 34, 37]) {
      for (const kind of ['Pod', 'StatefulSet', 'CronJob']) {
        for (const { path, name, type } of writtenFields(inBlock(everyField(kind, minor)), kind)) {
          const { text } = explain(`${kind}.${path}`, minor);
          const [purpose = ''] = (describeField(type, name) ?? '').split('\n\n');
          expect(text).toContain(`**\`${name}\`**: `);
          expect(text).toContain(purpose);
        }
      }
    }
  });
});

describe('a path that leads nowhere', () => {
  it.each([
    ['spec.container', 37, '`spec` has no field `container`: did you mean `containers`?'],
    ['deploy.spec.replica', 37, '`spec` has no field `replica`: did you mean `replicas`?'],
    ['dployment.spec', 37, '`Pod` has no field `dployment`: did you mean `deployment`?'],
    ['spec.something', 37, '`spec` has no field `something`.'],
    ['spec.containers.image.tag', 37, '`spec.containers.image` has the type string, so it has no field `tag`.'],
    ['metadata.labels.app', 37, '`metadata.labels` has the type map of strings, so it has no field `app`.'],
    ['spec.resources.limits', 30, '`spec.resources` is not in Kubernetes 1.30: it came with 1.32.'],
    ['spec.resourceClaims.source', 37, '`spec.resourceClaims.source` is not in Kubernetes 1.37: it was last in 1.30.'],
    ['spec.workloadRef', 34, '`spec.workloadRef` is not in Kubernetes 1.34: it came with 1.35.'],
    ['spec.toString', 37, '`spec` has no field `toString`.'],
    ['', 37, '`Pod` has no field ``.'],
    ['spec..containers', 37, '`spec` has no field ``.'],
  ])('%s in 1.%i', (path, minor, message) => {
    expect(refusal(path, minor)).toBe(message);
  });
});

describe('the fields below', () => {
  it('are told with type, whether they are required, and a sentence', () => {
    const { fields } = explain('spec.containers.ports', 37);
    expect(fields.map(({ name, type, required }) => `${name} ${type}${required ? ' !' : ''}`)).toEqual([
      'name string',
      'hostPort integer',
      'containerPort integer !',
      'protocol string',
      'hostIP string',
    ]);
    for (const { summary } of fields) expect(summary).toMatch(/^[A-Z`*].*\.$/);
  });

  // what the API server refuses to be without: the containers in them
  it.each([
    ['pod', ['spec']],
    ['job', ['spec']],
    ['job.spec', ['template']],
    ['replicaset.spec', ['selector', 'template']],
    ['deployment.spec', ['selector', 'template']],
    ['deployment.spec.template', ['spec']],
    ['podtemplate', ['template']],
    ['cronjob.spec', ['schedule', 'jobTemplate']],
    ['sts.spec.volumeClaimTemplates', ['spec']],
    ['spec', ['containers']],
  ])('of %s are required where the object lacks something without them', (path, required) => {
    const names = explain(path, 37).fields.flatMap((field) => (field.required ? [field.name] : []));
    expect(names).toEqual(required);
  });

  it('are those of the version', () => {
    const names = (minor: number) => explain('spec.containers', minor).fields.map(({ name }) => name);
    expect(names(30)).not.toContain('restartPolicyRules');
    expect(names(34)).toContain('restartPolicyRules');
  });

  it('are none of a scalar and of a map', () => {
    expect(explain('spec.hostname', 37).fields).toEqual([]);
    expect(explain('spec.nodeSelector', 37).fields).toEqual([]);
  });
});

describe('what counts', () => {
  it.each([
    ['spec.containers.imagePullPolicy', 37, 'Default, where nothing else is written: `Always`.'],
    ['deploy.spec.replicas', 37, 'Default: `1`. 0 or more.'],
    ['job.spec.backoffLimit', 37, 'Default, where nothing else is written: `6`.'],
    ['sts.spec.replicas', 37, 'consistent identity.\n\nDefault: `1`.'],
    ['spec.containers.livenessProbe.timeoutSeconds', 37, 'the probe times out.\n\nDefault: `1`.'],
    ['spec.dnsPolicy', 37, '\n\nWith `None`, `dnsConfig` is needed.\n\nDefault: `ClusterFirst`.'],
    ['spec.volumes.configMap.defaultMode', 37, 'Default: `0644`. A file mode, 0 to 0777 in octal.'],
    ['spec.containers.ports.containerPort', 37, 'Required. 1 to 65535.'],
    ['spec.containers.livenessProbe.grpc', 37, 'Exactly one of `exec`, `httpGet`, `tcpSocket` and `grpc`.'],
    ['spec.volumes.projected.sources.secret', 37, 'At most one of `secret`, '],
    ['spec.volumes.projected.sources.podCertificate.keyPath', 37, 'At least one of `credentialBundlePath`, '],
    ['spec.containers.livenessProbe.httpGet.port', 37, 'Required. 1 to 65535. As a name: up to 15 lower case letters'],
    ['deploy.spec.strategy.rollingUpdate.maxSurge', 37, '0 or more. Form: a number, or digits with `%` behind'],
    ['spec.hostname', 37, 'Form: up to 63 lower case letters, digits and `-`'],
    ['spec.preemptionPolicy', 37, '- `Never`'],
    [
      'spec.volumes.image',
      34,
      '**Kubernetes 1.34 drops it**, without a word: the feature gate `ImageVolume` is off before 1.35.',
    ],
    ['spec.volumes.image', 37, 'Counts since Kubernetes 1.35, where the feature gate `ImageVolume` is on.'],
    ['spec.volumes.emptyDir.mode', 37, 'unless the feature gate `EmptyDirVolumeMode` is on.'],
    ['spec.containers.env.name', 31, 'no digit and no `..` at the start'],
    ['spec.containers.env.name', 32, 'Form: printable ASCII characters, but no `=`.'],
    ['spec.tolerations.effect', 37, '- `NoExecute`'],
    ['job.spec.podFailurePolicy.rules', 37, 'At most 20 entries.'],
    ['metadata.annotations', 37, 'At most 262144 bytes in all.'],
  ])('%s in 1.%i', (path, minor, words) => {
    expect(explain(path, minor).text).toContain(words);
  });

  it.each<[string, string, number?]>([
    ['spec.preemptionPolicy', 'Required.'],
    ['spec.initContainers.restartPolicy', 'drops', 34],
    ['spec.tolerations.operator', 'Required.'],
    ['spec.containers.livenessProbe.httpGet.port', 'Default'],
    ['deploy.spec.template.metadata.name', 'Required.'],
    ['spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution.weight', 'Default'],
  ])('%s: not %s', (path, words, minor = 37) => {
    expect(explain(path, minor).text).not.toContain(words);
  });
});

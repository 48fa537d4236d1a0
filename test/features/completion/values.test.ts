import { describe, expect, it } from 'vitest';
import { accepted, itemsAt, labelsAt } from '../../helpers/completion.ts';
import { podWith } from '../../helpers/manifests.ts';

const deployment = (lines: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec:
      containers: [{name: app, image: nginx}]
      ${lines}
`;
const job = (lines: string) => deployment(lines).replace('apps/v1', 'batch/v1').replace('Deployment', 'Job');

describe('values', () => {
  it.each<[string, string, string[], number?]>([
    ['of an enum', podWith('imagePullPolicy: ¦'), ['Always', 'IfNotPresent', 'Never']],
    ['in a word', podWith('imagePullPolicy: Al¦ways'), ['Always', 'IfNotPresent', 'Never']],
    ['behind a word', podWith('imagePullPolicy: Always¦'), ['Always', 'IfNotPresent', 'Never']],
    ['right behind the colon', podWith('imagePullPolicy:¦'), ['Always', 'IfNotPresent', 'Never']],
    ['in quotes', podWith('imagePullPolicy: "¦"'), ['Always', 'IfNotPresent', 'Never']],
    ['on the line below', podWith('imagePullPolicy:\n  ¦'), ['Always', 'IfNotPresent', 'Never']],
    ['in braces', podWith('ports: [{containerPort: 80, protocol: ¦}]'), ['SCTP', 'TCP', 'UDP']],
    ['in braces, right behind the colon', podWith('ports: [{containerPort: 80, protocol:¦}]'), ['SCTP', 'TCP', 'UDP']],
    [
      'in JSON',
      '{"kind": "Pod", "apiVersion": "v1", "spec": {"dnsPolicy": ¦}}',
      ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'],
    ],
    [
      'in the quotes of JSON',
      '{"kind": "Pod", "apiVersion": "v1", "spec": {"dnsPolicy": "C¦"}}',
      ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'],
    ],
    ['true and false', podWith('tty: ¦'), ['true', 'false']],
    ['no booleans in quotes', podWith('tty: "¦"'), []],
    ['numbers', podWith('ports: [{containerPort: ¦}]'), ['80', '443', '8080']],
    ['the default', podWith('livenessProbe: {httpGet: {port: 80}, periodSeconds: ¦}'), ['10']],
    [
      'the usual ones',
      podWith('env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.¦}}}]').replace('metadata.¦', '¦'),
      [
        'metadata.name',
        'metadata.namespace',
        'metadata.uid',
        'spec.nodeName',
        'spec.serviceAccountName',
        'status.hostIP',
        'status.hostIPs',
        'status.podIP',
        'status.podIPs',
      ],
    ],
    ['amounts', podWith('resources: {limits: {cpu: ¦}}'), ['100m', '250m', '500m', '1', '2']],
    [
      'amounts no less than the request',
      podWith('resources: {requests: {cpu: 300m}, limits: {cpu: ¦}}'),
      ['500m', '1', '2'],
    ],
    [
      'amounts no more than the limit',
      podWith('resources: {limits: {memory: 200M}, requests: {memory: ¦}}'),
      ['64Mi', '128Mi'],
    ],
    ['resources', podWith('resources: {limits: {cpu: 1, ¦}}'), ['memory', 'ephemeral-storage']],
    ['all policies of a Pod', podWith('', 'restartPolicy: ¦'), ['Always', 'OnFailure', 'Never']],
    ['the policy of a Deployment', deployment('restartPolicy: ¦'), ['Always']],
    ['the policies of a Job', job('restartPolicy: ¦'), ['OnFailure', 'Never']],
    [
      'the policy of a sidecar with a probe',
      podWith('', 'initContainers:\n  - {name: b, image: c, startupProbe: {exec: {command: [a]}}, restartPolicy: ¦}'),
      ['Always'],
    ],
    [
      'the policy of an init container in 1.30',
      podWith('', 'initContainers:\n  - {name: b, image: c, restartPolicy: ¦}'),
      ['Always'],
      30,
    ],
    [
      'what goes with other fields',
      podWith('securityContext: {allowPrivilegeEscalation: false, privileged: ¦}'),
      ['false'],
    ],
    [
      'operators that take the values',
      podWith(
        '',
        'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, values: [b], operator: ¦}]}]}}}',
      ),
      ['In', 'NotIn'],
    ],
    ['nothing where anything may stand', podWith('workingDir: ¦'), []],
  ])('%s', (_, text, labels, minor = 37) => expect(labelsAt(text, { minor })).toEqual(labels));

  it('of a list, but those that are in it', () => {
    const claim = (modes: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  volumeClaimTemplates:
    - metadata: {name: b}
      spec:
        accessModes: ${modes}
`;
    expect(labelsAt(claim('[ReadWriteOnce, ¦]'))).toEqual(['ReadOnlyMany', 'ReadWriteMany']);
    expect(accepted(claim('¦'), '- ReadOnlyMany')).toContain('accessModes:\n          - ReadOnlyMany\n');
    expect(accepted(claim('\n          - ¦'), 'ReadOnlyMany')).toContain('accessModes: \n          - ReadOnlyMany\n');
  });

  it('tell the default, and are read as they are meant', () => {
    const [, ifNotPresent] = itemsAt(podWith('imagePullPolicy: ¦'));
    expect(ifNotPresent?.detail).toBe('default');
    expect(accepted(podWith('resources: {limits: {cpu: ¦}}'), '1')).toContain('{cpu: "1"}');
    expect(accepted(podWith("imagePullPolicy: 'Al¦ways'"), 'Never')).toContain("imagePullPolicy: 'Never'\n");
    expect(accepted('{"kind": "Pod", "apiVersion": "v1", "spec": {"dnsPolicy": ¦}}', 'None')).toContain(
      '"dnsPolicy": "None"',
    );
  });
});

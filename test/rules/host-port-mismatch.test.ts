import { expect, it } from 'vitest';
import { codes, expectMarked, podWith } from '../helpers/manifests.ts';

it('wants the ports to be the same where the pod has the network of its node', () => {
  expectMarked(podWith('ports: [{containerPort: 80, hostPort: «host-port-mismatch|81»}]', 'hostNetwork: true'));
  expect(codes(podWith('ports: [{containerPort: 80, hostPort: 81}]'))).toEqual([]);
  expect(codes(podWith('ports: [{containerPort: 80, hostPort: 80}]', 'hostNetwork: true'))).toEqual([]);
  expect(codes(podWith('ports: [{containerPort: 80}]', 'hostNetwork: true'))).toEqual([]);
});

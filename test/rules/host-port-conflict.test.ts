import { expect, it } from 'vitest';
import { expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';
import { deploymentOf, refusals, serverWords } from '../helpers/verdicts.ts';

const two = (first: string, second: string, rest = '') => podWith(`ports: [{${first}}, {${second}}]`, rest);

it('compares port, protocol and address of the node', () => {
  const first = 'containerPort: 80, hostPort: 80';
  expectMarked(two(first, 'containerPort: 81, hostPort: «host-port-conflict|80»'));
  expectMarked(two(first, 'containerPort: 81, protocol: "", hostPort: «host-port-conflict|80»'));
  for (const second of [
    'containerPort: 81, hostPort: 81',
    'containerPort: 81, hostPort: 80, protocol: UDP',
    'containerPort: 81, hostPort: 80, hostIP: 127.0.0.1',
    'containerPort: 81',
  ])
    expect(refusals(two(first, second))).toEqual([]);
  expect(serverWords(two(`${first}, hostIP: 1.2.3.4`, `${first}, name: b, hostIP: 1.2.3.4`))).toContain(
    'Duplicate value: "TCP/1.2.3.4/80"',
  );
});

it('compares containers with each other, init containers with themselves', () => {
  const port = 'ports: [{containerPort: 80, hostPort: 80}]';
  const spec = (list: string) => `${list}: [{name: a, image: a, ${port}}, {name: b, image: a, ${port}}]`;
  expect(refusals(deploymentOf(spec('containers')))).toEqual([
    'host-port-conflict spec.template.spec.containers[1].ports[0].hostPort',
  ]);
  expect(refusals(podWith('', spec('initContainers')))).toEqual([]);
});

it('has the path of the first init container for all of them, as the API server', () => {
  const ports = 'ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81, hostPort: 80}]';
  const text = podWith('', `initContainers: [{name: a, image: a}, {name: b, image: a, ${ports}}]`);
  expect(refusals(text)).toEqual(['host-port-conflict spec.initContainers[0].ports[1].hostPort']);
});

it('knows the default of hostPort in a Pod with the network of its node', () => {
  const text = two('containerPort: 80', 'containerPort: 80, name: b', 'hostNetwork: true');
  expect(refusals(text)).toEqual(['host-port-conflict spec.containers[0].ports[1].hostPort']);
  expect(fixTitles(text, 'host-port-conflict')).toEqual([]);
  const spec = 'hostNetwork: true\ncontainers: [{name: a, image: a, ports: [{containerPort: 1}, {containerPort: 1}]}]';
  expect(refusals(deploymentOf(spec))).toEqual([]);
});

it('points to the other, and removes this', () => {
  const text = two('containerPort: 80, hostPort: 8080', 'containerPort: 81, hostPort: 8080');
  const [found] = find(text).filter(({ problem }) => problem.code === 'host-port-conflict');
  expect(found?.problem.related?.[0]?.node.start).toBe(text.indexOf('8080'));
  expect(fixed(text, 'host-port-conflict')).toContain('{containerPort: 81}]');
});

it.each([
  [
    '[{hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}, {containerPort: 2, hostPort: 80, hostIP: 1.1.1.1}]',
    '[{hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}, {containerPort: 2}]',
  ],
  [
    '[{hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}, {hostPort: 80, hostIP: 1.1.1.1, containerPort: 2}]',
    '[{hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}, {containerPort: 2}]',
  ],
  [
    '[{hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}, {hostPort: 80, containerPort: 2, hostIP: 1.1.1.1}]',
    '[{hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}, {containerPort: 2}]',
  ],
  [
    '\n  - {hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}\n  - hostIP: 1.1.1.1 # here\n    hostPort: 80\n    containerPort: 2',
    '\n  - {hostIP: 1.1.1.1, hostPort: 80, containerPort: 1}\n  - # here\n    containerPort: 2',
  ],
])('removes the address with the port: %s', (ports, left) => {
  const text = podWith(`ports: ${ports}`);
  expect(fixTitles(text, 'host-port-conflict')).toEqual(['Remove hostPort and hostIP']);
  expect(fixed(text, 'host-port-conflict')).toBe(podWith(`ports: ${left}`));
});

import { expect, it } from 'vitest';
import { offered, refactored } from '../../helpers/refactorings.ts';

const pod = (container: string, spec = '') => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ngi‸nx:1.27 # pinned
${container}${spec}`;
const both = 'Add resource requests and limits to web';
const limit = 'Add a memory limit to web';

it('writes what a container asks for and may use', () => {
  const rest = '      # keep\n      livenessProbe: {tcpSocket: {port: 80}}\n';
  expect(refactored(pod(rest), both)).toBe(
    pod(
      `      resources:
        requests:
          cpu: 100m
          memory: 128Mi
        limits:
          memory: 128Mi
${rest}`,
    ).replace('‸', ''),
  );
});

it('limits the memory to what is asked for', () => {
  const requests = '      resources:\n        requests:\n          cpu: 1\n          memory: "256Mi" # measured\n';
  expect(refactored(pod(requests), limit)).toBe(
    pod(`${requests}        limits:\n          memory: 256Mi\n`).replace('‸', ''),
  );
});

it.each([
  [
    'containers: [{name: w‸eb, image: nginx}]',
    'containers: [{name: web, image: nginx, resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}}]',
  ],
  [
    '"containers": [{"name": "w‸eb", "image": "nginx"}]',
    '"containers": [{"name": "web", "image": "nginx", "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"memory": "128Mi"}}}]',
  ],
])('keeps flow style: %s', (before, after) => {
  const document = (spec: string) =>
    spec.startsWith('"')
      ? `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {${spec}}}`
      : `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  ${spec}\n`;
  expect(refactored(document(before), both)).toBe(document(after));
});

it.each([
  ['limits that are written', pod('      resources: {limits: {memory: 1Gi}}\n')],
  ['resources that are written, be it nothing', pod('      resources: {}\n')],
  ['a request of CPU alone', pod('      resources: {requests: {cpu: 1}}\n')],
  ['amounts of the pod as a whole', pod('', '  resources: {requests: {memory: 1Gi}}\n')],
  ['an ephemeral container', pod('').replace('  containers:', '  ephemeralContainers:')],
  ['no container', pod('').replace('‸', '').replace('kind', 'k‸ind')],
])('leaves alone %s', (_, text) => {
  expect(offered(text, 'Add resource')).toEqual([]);
  expect(offered(text, 'Add a memory')).toEqual([]);
});

it('leaves alone what is used in another place as well', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - &web
      name: w‸eb
      image: nginx
    - <<: *web
      name: other
`;
  expect(offered(text, 'Add resource')).toEqual([]);
  expect(offered(text.replace('‸', '').replace('other', 'o‸ther'), 'Add resource')).toEqual([
    'Add resource requests and limits to other',
  ]);
});

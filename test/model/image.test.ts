import { expect, it } from 'vitest';
import { readImage } from '../../server/src/service/model/index.ts';

const sha = `sha256:${'0123456789abcdef'.repeat(4)}`;

it.each([
  ['nginx', 'docker.io', 'library/nginx', 'latest', undefined],
  ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', undefined],
  ['grafana/grafana:11.0.0', 'docker.io', 'grafana/grafana', '11.0.0', undefined],
  ['docker.io/nginx', 'docker.io', 'library/nginx', 'latest', undefined],
  ['index.docker.io/library/nginx', 'docker.io', 'library/nginx', 'latest', undefined],
  ['registry.k8s.io/pause:3.10', 'registry.k8s.io', 'pause', '3.10', undefined],
  ['ghcr.io/org/team/app:v1', 'ghcr.io', 'org/team/app', 'v1', undefined],
  ['localhost/app', 'localhost', 'app', 'latest', undefined],
  ['localhost:5000/app', 'localhost:5000', 'app', 'latest', undefined],
  ['registry:5000/app:2', 'registry:5000', 'app', '2', undefined],
  ['[::1]:5000/app:2', '[::1]:5000', 'app', '2', undefined],
  ['Registry/app', 'Registry', 'app', 'latest', undefined],
  ['my__app/a-b.c:V_1.0-rc', 'docker.io', 'my__app/a-b.c', 'V_1.0-rc', undefined],
  [`nginx@${sha}`, 'docker.io', 'library/nginx', undefined, sha],
  [`quay.io/org/app:1@${sha}`, 'quay.io', 'org/app', '1', sha],
])('%s', (image, registry, repository, tag, digest) => {
  expect(readImage(image)).toEqual({ registry, repository, tag, digest });
});

it.each([
  '',
  ' nginx',
  'Nginx',
  'nginx:',
  'nginx:-1',
  'nginx:1:2',
  'my___app',
  '-app',
  '/app',
  'org//app',
  'https://docker.io/nginx',
  'nginx@sha256:abc',
  '$(IMAGE)',
  'under_score.io/app',
  sha.slice('sha256:'.length),
])('is no reference: %j', (image) => {
  expect(readImage(image)).toBeUndefined();
});

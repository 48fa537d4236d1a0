import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../server/src/service/features/documentLinks.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

/** The links of a manifest: what is underlined, and where it leads. */
function links(text: string): string[] {
  const manifest = manifestOf(text);
  return documentLinks(manifest).map(({ range, target }) => `${manifest.document.getText(range)} -> ${target}`);
}

const sha = `sha256:${'0'.repeat(64)}`;

describe('the page of an image', () => {
  it.each([
    ['nginx:1.27', 'https://hub.docker.com/_/nginx'],
    ['docker.io/library/redis', 'https://hub.docker.com/_/redis'],
    ['grafana/grafana:11', 'https://hub.docker.com/r/grafana/grafana'],
    ['ghcr.io/org/team/app:v1', 'https://ghcr.io/org/team/app'],
    [`quay.io/prometheus/prometheus@${sha}`, 'https://quay.io/repository/prometheus/prometheus'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', 'https://mcr.microsoft.com/artifact/mar/dotnet/aspnet'],
    ['public.ecr.aws/docker/library/nginx', 'https://gallery.ecr.aws/docker/library/nginx'],
  ])('%s', (image, page) => {
    for (const written of [image, `"${image}"`, `'${image}'`]) {
      const text = podWith('').replace('nginx:1.27', written);
      expect(links(text)).toEqual([`${image} -> ${page}`]);
      expect(links(text.replaceAll('\n', '\r\n'))).toEqual([`${image} -> ${page}`]);
    }
  });

  it.each([
    'registry.k8s.io/pause:3.10',
    'gcr.io/distroless/static',
    'localhost:5000/app',
    'org/team/app',
    'Nginx',
    '$(IMAGE)',
    '""',
    '5',
  ])('none of %s', (image) => {
    expect(links(podWith('').replace('nginx:1.27', image))).toEqual([]);
  });
});

it('links every container and image volume, in a List and in JSON', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      initContainers: [{ name: 'a', image: 'busybox' }],
      containers: [{ name: 'b', image: 'nginx' }, { name: 'c' }],
      ephemeralContainers: [{ name: 'd', image: 'alpine' }],
      volumes: [{ name: 'e', image: { reference: 'org/data:1' } }],
    },
  };
  const all = ['busybox', 'nginx', 'alpine'].map((name) => `${name} -> https://hub.docker.com/_/${name}`);
  const expected = [...all, 'org/data:1 -> https://hub.docker.com/r/org/data'];
  expect(links(JSON.stringify(pod))).toEqual(expected);
  expect(links(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod] }, null, 2))).toEqual(expected);
});

it('links an image once that an alias repeats', () => {
  const text = podWith('').replace('image: nginx', 'image: &image nginx');
  expect(links(`${text}    - name: other\n      image: *image\n`)).toHaveLength(1);
});

it.each([
  ['another kind', podWith('').replace('kind: Pod', 'kind: Service')],
  ['a template', podWith('tty: {{ .Values.tty }}')],
  ['no YAML', '{{{'],
])('says nothing of %s', (_, text) => {
  expect(links(text)).toEqual([]);
});

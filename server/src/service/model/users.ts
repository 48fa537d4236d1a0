import { booleanOf, integerOf, valueAt } from '../yaml/index.ts';
import { imageName } from './command.ts';
import type { Container } from './pod.ts';
import { atLeast, isAlpine, tagOf } from './tags.ts';

/** The user that an image starts as: its name, `root` where the image sets none, and its number as far as it is known. */
export interface ImageUser {
  name: string;
  /** The number to run it as where it is not to be root; undefined where any will do. */
  uid: number | undefined;
}

interface Entry {
  images: string;
  name: string;
  uid?: number;
  /** The tags that it is true for; all where it is left out. */
  tags?: (tag: string) => boolean;
}

/**
 * The USER of images, `root` where their Dockerfile has none, and the number of the user that they make for what they run.
 * Of an image's rows the first counts. Those whose USER is a number, or is not the same in all versions, are left out.
 * Sources: the Dockerfiles of the official images (each repository is named in
 * github.com/docker-library/official-images/tree/master/library), of curl/curl-container, envoyproxy/envoy,
 * fluent/fluent-bit, hashicorp/vault, prometheus/{prometheus,alertmanager,node_exporter} and
 * prometheus-community/postgres_exporter.
 */
export const entries: readonly Entry[] = [
  { images: 'mariadb', tags: (tag) => tag.includes('ubi'), name: 'mysql', uid: 999 },
  { images: 'wordpress', tags: (tag) => tag.startsWith('cli'), name: 'www-data', uid: 82 },
  { images: 'haproxy', tags: (tag) => atLeast(tag, 2, 4), name: 'haproxy', uid: 99 },
  { images: 'memcached', name: 'memcache', uid: 11211 },
  { images: 'curlimages/curl', name: 'curl_user', uid: 100 },
  {
    images: `prom/alertmanager prom/node-exporter prom/prometheus quay.io/prometheus/alertmanager
      quay.io/prometheus/node-exporter quay.io/prometheus/prometheus quay.io/prometheuscommunity/postgres-exporter`,
    tags: (tag) => !tag.includes('distroless'),
    name: 'nobody',
    uid: 65534,
  },
  { images: 'hashicorp/vault vault', tags: (tag) => !tag.includes('ubi'), name: 'root', uid: 100 },
  { images: 'node', name: 'root', uid: 1000 },
  { images: 'nginx', tags: (tag) => atLeast(tag, 1, 17), name: 'root', uid: 101 },
  { images: 'postgres', tags: isAlpine, name: 'root', uid: 70 },
  { images: 'redis', tags: (tag) => !isAlpine(tag) || atLeast(tag, 5), name: 'root', uid: 999 },
  { images: 'mongo mysql postgres', name: 'root', uid: 999 },
  {
    images: `almalinux alpine amazonlinux archlinux bash busybox caddy centos debian eclipse-temurin fedora golang httpd
      mariadb nginx openjdk oraclelinux perl php python rabbitmq redis rockylinux ruby tomcat traefik ubuntu wordpress
      fluent/fluent-bit`,
    name: 'root',
  },
  { images: 'envoyproxy/envoy', tags: (tag) => !tag.includes('distroless'), name: 'root' },
];

const users = new Map<string, Entry[]>();
for (const entry of entries) {
  for (const name of entry.images.split(/\s+/)) users.set(name, [...(users.get(name) ?? []), entry]);
}

/** The user of a well-known image; undefined where it is not known, or the image gives a number. */
export function imageUser(image: string | undefined): ImageUser | undefined {
  const tag = tagOf(image);
  for (const { tags, name, uid } of users.get(imageName(image) ?? '') ?? []) {
    if (tags && tag === undefined) return undefined;
    if (!tags || tags(tag ?? '')) return { name, uid };
  }
  return undefined;
}

/** What the security contexts of a container and its pod say of its user; that of the container counts. */
export function writtenUser({ node, pod }: Container): { runAsUser: number | undefined; runAsNonRoot: boolean } {
  const own = (name: string) => valueAt(node, 'securityContext', name) ?? valueAt(pod.node, 'securityContext', name);
  return { runAsUser: integerOf(own('runAsUser')), runAsNonRoot: booleanOf(own('runAsNonRoot')) === true };
}

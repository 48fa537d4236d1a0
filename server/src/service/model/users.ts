import { booleanOf, integerOf, valueAt } from '../yaml/index.ts';
import { imageName } from './command.ts';
import type { Container } from './pod.ts';

/** The user that an image starts as: its name, `root` where the image sets none, and its number as far as it is known. */
export interface ImageUser {
  name: string;
  /** The number to run it as where it is not to be root; undefined where any will do. */
  uid: number | undefined;
}

/**
 * Images whose Dockerfile has no USER, and the user they make for what they run.
 * Source: the Dockerfiles of the official images (github.com/docker-library, nodejs/docker-node, nginxinc/docker-nginx).
 */
const roots: Readonly<Record<string, number | undefined>> = {
  ...Object.fromEntries(
    `almalinux alpine amazonlinux archlinux bash busybox caddy centos debian fedora golang httpd mariadb openjdk
    oraclelinux perl php python rabbitmq rockylinux ruby tomcat traefik ubuntu wordpress`
      .split(/\s+/)
      .map((name) => [name, undefined]),
  ),
  mongo: 999,
  mysql: 999,
  nginx: 101,
  node: 1000,
  postgres: 999,
  redis: 999,
};

/** Images whose USER is a name. Source: their Dockerfiles. */
const named: Readonly<Record<string, ImageUser>> = {
  'curlimages/curl': { name: 'curl_user', uid: 100 },
  memcached: { name: 'memcache', uid: 11211 },
  'prom/alertmanager': { name: 'nobody', uid: 65534 },
  'prom/node-exporter': { name: 'nobody', uid: 65534 },
  'prom/prometheus': { name: 'nobody', uid: 65534 },
};

/** The user of a well-known image; undefined where it is not known, or the image gives a number. */
export function imageUser(image: string | undefined): ImageUser | undefined {
  const name = imageName(image) ?? '';
  if (Object.hasOwn(roots, name)) return { name: 'root', uid: roots[name] };
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** What the security contexts of a container and its pod say of its user; that of the container counts. */
export function writtenUser({ node, pod }: Container): { runAsUser: number | undefined; runAsNonRoot: boolean } {
  const own = (name: string) => valueAt(node, 'securityContext', name) ?? valueAt(pod.node, 'securityContext', name);
  return { runAsUser: integerOf(own('runAsUser')), runAsNonRoot: booleanOf(own('runAsNonRoot')) === true };
}

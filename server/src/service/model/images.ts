import { imageName } from './command.ts';
import { tagOf } from './tags.ts';

/**
 * What is known of well-known images, by their name without registry and tag.
 * Sources: the Dockerfiles, and the scripts that they name as ENTRYPOINT, of the official images (each repository is named
 * in github.com/docker-library/official-images/tree/master/library) and of the others in the repositories of their vendors.
 */

export const plain = words(`
  almalinux alpine amazonlinux archlinux bash bitnami/git busybox centos debian eclipse-temurin fedora golang node
  openjdk oraclelinux perl php python rockylinux ruby ubuntu`);

export const servers = words(`
  caddy cassandra couchdb eclipse-mosquitto elasticsearch envoyproxy/envoy fluent/fluent-bit fluent/fluentd fluentd
  ghost grafana/grafana grafana/loki grafana/promtail haproxy hashicorp/vault httpd influxdb jetty k8s.gcr.io/pause
  kibana mariadb memcached mongo mysql nats nginx nginx/nginx-prometheus-exporter nginxinc/nginx-unprivileged
  oliver006/redis_exporter php:apache php:fpm postgres prom/alertmanager prom/node-exporter prom/prometheus
  quay.io/prometheus/alertmanager quay.io/prometheus/node-exporter quay.io/prometheus/prometheus
  quay.io/prometheuscommunity/postgres-exporter rabbitmq redis registry registry.k8s.io/pause timberio/vector tomcat
  traefik vault wordpress wordpress:fpm zookeeper`);

/** Images without an ENTRYPOINT: the first of `args` is the program. */
export const withoutEntrypoint = words(`
  almalinux alpine amazonlinux archlinux busybox caddy centos debian fedora golang httpd openjdk oraclelinux perl
  python rockylinux ruby tomcat ubuntu`);

/** Images that start another program than their own when `args` name one. */
export const switching = words(`
  caddy curlimages/curl haproxy hashicorp/vault httpd mariadb memcached mongo mysql nginx nginxinc/nginx-unprivileged
  php:apache php:fpm postgres rabbitmq redis tomcat traefik vault wordpress wordpress:fpm`);

/** The program that an ENTRYPOINT starts with all of `args`. */
export const tools: Readonly<Record<string, string>> = {
  'alpine/git': 'git',
  'alpine/socat': 'socat',
  'amazon/aws-cli': 'aws',
  'bitnami/kubectl': 'kubectl',
  'flyway/flyway': 'flyway',
  'gcr.io/cloud-sql-connectors/cloud-sql-proxy': 'cloud-sql-proxy',
  'migrate/migrate': 'migrate',
};

const vault = { program: 'vault', first: /^(?:-|(?:agent|server)$)/ };

/** The program that an ENTRYPOINT starts with `args` that begin with an option, a script, a URL or one of its commands. */
export const starting: Readonly<Record<string, { program: string; first: RegExp }>> = {
  bash: { program: 'bash', first: /^-/ },
  'curlimages/curl': { program: 'curl', first: /^-|[.:]/ },
  'hashicorp/vault': vault,
  node: { program: 'node', first: /^-|\.[cm]?js$/ },
  php: { program: 'php', first: /^-/ },
  vault,
};

/** The ports that servers listen on as long as nothing is configured. */
export const ports: Readonly<Record<string, number>> = {
  caddy: 80,
  httpd: 80,
  jetty: 8080,
  mariadb: 3306,
  memcached: 11211,
  mongo: 27017,
  mysql: 3306,
  nginx: 80,
  'nginxinc/nginx-unprivileged': 8080,
  'php:apache': 80,
  'php:fpm': 9000,
  postgres: 5432,
  rabbitmq: 5672,
  redis: 6379,
  tomcat: 8080,
  wordpress: 80,
  'wordpress:fpm': 9000,
};

/** What a tag says of an image that is for something else with it. */
const variants: Readonly<Record<string, RegExp>> = {
  caddy: /(?:^|-)(builder)(?:-|$)/,
  php: /(?:^|-)(apache|fpm)(?:-|$)/,
  wordpress: /(?:^|-)(cli|fpm)(?:-|$)/,
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** The name of an image, with its variant where it has some: `php:fpm` for `php:8.4-fpm-alpine`; empty where that is not known. */
function nameOf(image: string | undefined): string {
  const name = imageName(image) ?? '';
  if (!Object.hasOwn(variants, name)) return name;
  const tag = tagOf(image);
  if (tag === undefined) return '';
  const variant = variants[name]?.exec(tag)?.[1];
  return variant ? `${name}:${variant}` : name;
}

/** Whether an image without `command` and `args` runs a server that does not end on its own. */
export function isServerImage(image: string | undefined): boolean {
  return servers.has(nameOf(image));
}

/** Whether an image without `command` and `args` runs nothing that stays: a shell or interpreter without input. */
export function isPlainImage(image: string | undefined): boolean {
  return plain.has(nameOf(image));
}

/** Whether an image has an ENTRYPOINT, which stands before `args`; undefined where that is not known. */
export function hasEntrypoint(image: string | undefined): boolean | undefined {
  const name = nameOf(image);
  if (withoutEntrypoint.has(name)) return false;
  return switching.has(name) || Object.hasOwn(tools, name) ? true : undefined;
}

/** The port that the server of an image listens on where nothing says otherwise; undefined where that is not known. */
export function defaultPort(image: string | undefined): number | undefined {
  const name = nameOf(image);
  return Object.hasOwn(ports, name) ? ports[name] : undefined;
}

/** The argv that an image makes of `args`; undefined where its ENTRYPOINT is not known. */
export function argvWithEntrypoint(image: string | undefined, args: readonly string[]): string[] | undefined {
  const name = nameOf(image);
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (tool) return [tool, ...args];
  const [first = ''] = args;
  const start = Object.hasOwn(starting, name) ? starting[name] : undefined;
  if (start?.first.test(first)) return [start.program, ...args];
  return plain.has(name) || (switching.has(name) && !first.startsWith('-')) ? [...args] : undefined;
}

/** What a helper beside an app is there for, as its image's name tells: it ships logs, converts metrics or is a proxy. */
export function helperKind(image: string | undefined): 'shipper' | 'exporter' | 'proxy' | undefined {
  const name = imageName(image)?.split('/').at(-1) ?? '';
  if (
    /^(?:fluent-?bit|fluentd.*|filebeat|vector|promtail|logstash|alloy|grafana-agent|rsyslog.*|syslog-ng)$/.test(name)
  )
    return 'shipper';
  if (/exporter/.test(name)) return 'exporter';
  return /(?:^|[-_])(?:proxy|haproxy|envoy|twemproxy|nutcracker|socat|pgbouncer|ambassador)(?:$|[-_\d])|^gce-proxy$|proxyv2$/.test(
    name,
  )
    ? 'proxy'
    : undefined;
}

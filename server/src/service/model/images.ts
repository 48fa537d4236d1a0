import { imageName } from './command.ts';

/** What is known of well-known images, by their name without registry and tag. */

const plain = words(`
  almalinux alpine amazonlinux archlinux bash bitnami/git busybox centos debian fedora golang node openjdk oraclelinux
  perl php python rockylinux ruby ubuntu`);

const servers = words(`
  caddy cassandra couchdb eclipse-mosquitto elasticsearch ghost grafana/grafana haproxy httpd influxdb jetty kibana
  mariadb memcached mongo mysql nats nginx nginxinc/nginx-unprivileged postgres rabbitmq redis registry tomcat traefik
  wordpress zookeeper envoyproxy/envoy fluent/fluent-bit fluent/fluentd fluentd grafana/loki grafana/promtail
  prom/prometheus prom/node-exporter nginx/nginx-prometheus-exporter oliver006/redis_exporter
  quay.io/prometheuscommunity/postgres-exporter registry.k8s.io/pause k8s.gcr.io/pause timberio/vector`);

/** Images without an ENTRYPOINT, by their Dockerfiles: the first of `args` is the program. */
const withoutEntrypoint = words(`
  almalinux alpine amazonlinux archlinux busybox centos debian fedora golang oraclelinux perl python rockylinux ruby
  ubuntu`);

/** Servers whose ENTRYPOINT starts another program when `args` name one. */
const switching = words(
  'caddy haproxy httpd mariadb memcached mongo mysql nginx nginxinc/nginx-unprivileged postgres rabbitmq redis traefik',
);

const tools: Readonly<Record<string, string>> = {
  'alpine/git': 'git',
  'alpine/socat': 'socat',
  'amazon/aws-cli': 'aws',
  'bitnami/kubectl': 'kubectl',
  'curlimages/curl': 'curl',
  'flyway/flyway': 'flyway',
  'migrate/migrate': 'migrate',
};

/** The ports that servers listen on as long as nothing is configured. */
const ports: Readonly<Record<string, number>> = {
  caddy: 80,
  httpd: 80,
  mariadb: 3306,
  memcached: 11211,
  mongo: 27017,
  mysql: 3306,
  nginx: 80,
  'nginxinc/nginx-unprivileged': 8080,
  postgres: 5432,
  rabbitmq: 5672,
  redis: 6379,
  tomcat: 8080,
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether an image without `command` and `args` runs a server that does not end on its own. */
export function isServerImage(image: string | undefined): boolean {
  return servers.has(imageName(image) ?? '');
}

/** Whether an image without `command` and `args` runs nothing that stays: a shell or interpreter without input. */
export function isPlainImage(image: string | undefined): boolean {
  return plain.has(imageName(image) ?? '');
}

/** Whether an image has an ENTRYPOINT, which stands before `args`; undefined where that is not known. */
export function hasEntrypoint(image: string | undefined): boolean | undefined {
  const name = imageName(image) ?? '';
  if (withoutEntrypoint.has(name)) return false;
  return switching.has(name) || Object.hasOwn(tools, name) ? true : undefined;
}

/** The port that the server of an image listens on where nothing says otherwise; undefined where that is not known. */
export function defaultPort(image: string | undefined): number | undefined {
  return ports[imageName(image) ?? ''];
}

/** The argv that an image makes of `args`; undefined where its ENTRYPOINT is not known. */
export function argvWithEntrypoint(image: string | undefined, args: readonly string[]): string[] | undefined {
  const name = imageName(image) ?? '';
  const tool = tools[name];
  if (tool) return [tool, ...args];
  return plain.has(name) || (switching.has(name) && !args[0]?.startsWith('-')) ? [...args] : undefined;
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

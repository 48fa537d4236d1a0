import { imageName } from './command.ts';
import { isPlainImage } from './images.ts';
import { isAlpine, tagOf } from './tags.ts';

/** How a server that goes to the background is kept in the foreground. */
export interface Daemon {
  /** What to write: `sshd -D`. */
  foreground: string;
  /** The words that only have to be added for it. */
  added?: readonly string[];
}

interface Entry extends Daemon {
  /** The arguments with which it goes to the background. */
  goes: RegExp;
}

/** Apache as long as nothing keeps it in the foreground or from serving, and no option may be meant for busybox's `httpd`. */
const apache = /^(?!.*(?:FOREGROUND|NO_DETACH|ONE_PROCESS|DEBUG|stop\b|(?:^| )-(?:\w*f|[XvVtlLSMhpuedmri])))/;
const apacheControl = /^(?:-k )?(?:start|restart|graceful)$/;

/**
 * Programs that start a server in the background and end, by their manual pages: apache2(8), apache2ctl(8), cron(8),
 * dnsmasq(8), haproxy(1), lighttpd(8), memcached(1), nginx(8), php-fpm(8), pg_ctl(1), rabbitmq-server(8), rsyslogd(8),
 * smbd(8), sshd(8); mongod, mysqld and redis-server by their reference manuals (mongodb.com/docs, dev.mysql.com/doc,
 * redis.io/docs). Where a file of settings decides it (supervisord, php-fpm without `-D`), nothing is said.
 */
export const daemons: Readonly<Record<string, Entry>> = {
  apache2: { goes: apache, foreground: 'apache2ctl -D FOREGROUND' },
  apache2ctl: { goes: apacheControl, foreground: 'apache2ctl -D FOREGROUND' },
  apachectl: { goes: apacheControl, foreground: 'apachectl -D FOREGROUND' },
  cron: { goes: /^(?!.*(?:^| )-\w*f)/, foreground: 'cron -f', added: ['-f'] },
  dnsmasq: {
    goes: /^(?!.*(?:^| )(?:-\w*[kdvwhC7]|--(?:keep-in-foreground|no-daemon|test|version|help|conf-)))/,
    foreground: 'dnsmasq -k',
    added: ['-k'],
  },
  haproxy: { goes: /^(?!.*(?:^| )-(?:db|d|Ws|c|vv?)(?: |$)).*(?:^| )-D(?: |$)/, foreground: 'haproxy -db' },
  httpd: { goes: apache, foreground: 'httpd -DFOREGROUND', added: ['-DFOREGROUND'] },
  lighttpd: { goes: /^(?!.*(?:^| )-\w*[DtpvVh1])/, foreground: 'lighttpd -D', added: ['-D'] },
  memcached: { goes: /(?:^| )(?:-d|--daemon)(?: |$)/, foreground: 'memcached' },
  mongod: { goes: /(?:^| )--fork\b/, foreground: 'mongod' },
  mysqld: { goes: /(?:^| )(?:--daemonize|-D)(?: |$)/, foreground: 'mysqld' },
  nginx: {
    goes: /^(?!.*(?:daemon off|(?:^| )-[tTvVhscpq?]))/,
    foreground: "nginx -g 'daemon off;'",
    added: ['-g', 'daemon off;'],
  },
  'php-fpm': { goes: /(?:^| )(?:-D|--daemonize)(?: |$)/, foreground: 'php-fpm -F' },
  pg_ctl: { goes: /(?:^| )(?:re)?start(?: |$)/, foreground: 'postgres' },
  'rabbitmq-server': { goes: /(?:^| )-detached\b/, foreground: 'rabbitmq-server' },
  'redis-server': { goes: /(?:^| )--daemonize yes\b/, foreground: 'redis-server' },
  rsyslogd: { goes: /^(?!.*(?:^| )-\w*[nNvd])/, foreground: 'rsyslogd -n', added: ['-n'] },
  smbd: {
    goes: /^(?!.*(?:^| )(?:-\w*[FibVh?]|--(?:foreground|interactive|version|build-options|help|usage)))/,
    foreground: 'smbd --foreground --no-process-group',
    added: ['--foreground', '--no-process-group'],
  },
  sshd: { goes: /^(?!.*(?:^| )-\w*[DdtTiGVh?])/, foreground: 'sshd -D', added: ['-D'] },
};

/** Those of busybox, by their help. Source: miscutils/crond.c, networking/httpd.c and sysklogd/syslogd.c. */
export const busybox: Readonly<Record<string, Entry>> = {
  crond: { goes: /^(?!.*(?:^| )-\w*f)/, foreground: 'crond -f', added: ['-f'] },
  httpd: { goes: /^(?!.*(?:^| )-\w*[fidem])/, foreground: 'httpd -f', added: ['-f'] },
  syslogd: { goes: /^(?!.*(?:^| )-\w*n)/, foreground: 'syslogd -n', added: ['-n'] },
};

/**
 * Whether a command starts a server in the background and ends.
 * @param words the program by its name, with its words
 * @param image decides for nginx, of which an own image may have other settings, and for what busybox has
 */
export function daemonOf([program = '', ...args]: readonly string[], image: string | undefined): Daemon | undefined {
  const name = imageName(image) ?? '';
  const own = name === 'busybox' || ((name === 'alpine' || isAlpine(tagOf(image) ?? '')) && program !== 'httpd');
  const table = own && Object.hasOwn(busybox, program) ? busybox : daemons;
  const entry = Object.hasOwn(table, program) ? table[program] : undefined;
  if (!entry?.goes.test(args.join(' '))) return undefined;
  const isKnown = isPlainImage(image) || /^(?:nginx|nginxinc\/nginx-unprivileged)$/.test(name);
  return program === 'nginx' && !isKnown ? undefined : entry;
}

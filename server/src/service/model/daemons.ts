import { imageName } from './command.ts';
import { isPlainImage } from './images.ts';

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

/**
 * Programs that start a server in the background and end, by their manual pages. Those of which a file of settings
 * decides it (php-fpm, supervisord) are left out.
 */
const daemons: Readonly<Record<string, Entry>> = {
  apache2: { goes: /^(?!.*(?:FOREGROUND|(?:^| )-[XvVtlLSMh]))/, foreground: 'apache2ctl -D FOREGROUND' },
  apache2ctl: { goes: /^(?:(?:-k )?(?:re)?start)?$/, foreground: 'apache2ctl -D FOREGROUND' },
  apachectl: { goes: /^(?:(?:-k )?(?:re)?start)?$/, foreground: 'apachectl -D FOREGROUND' },
  cron: { goes: /^(?!.*(?:^| )-\w*f)/, foreground: 'cron -f', added: ['-f'] },
  dnsmasq: {
    goes: /^(?!.*(?:^| )(?:-\w*[kdvwh]|--(?:keep-in-foreground|no-daemon|test|version|help)))/,
    foreground: 'dnsmasq -k',
    added: ['-k'],
  },
  haproxy: { goes: /(?:^| )-D(?: |$)/, foreground: 'haproxy -db' },
  httpd: {
    goes: /^(?!.*(?:FOREGROUND|(?:^| )-(?:\w*f|[XvVtlLSMhedmr])))/,
    foreground: 'httpd -DFOREGROUND',
    added: ['-DFOREGROUND'],
  },
  memcached: { goes: /(?:^| )(?:-d|--daemon)(?: |$)/, foreground: 'memcached' },
  mongod: { goes: /(?:^| )--fork\b/, foreground: 'mongod' },
  mysqld: { goes: /(?:^| )(?:--daemonize|-D)(?: |$)/, foreground: 'mysqld' },
  nginx: {
    goes: /^(?!.*(?:daemon off|(?:^| )-[tTvVhscq?]))/,
    foreground: "nginx -g 'daemon off;'",
    added: ['-g', 'daemon off;'],
  },
  pg_ctl: { goes: /(?:^| )(?:re)?start(?: |$)/, foreground: 'postgres' },
  'rabbitmq-server': { goes: /(?:^| )-detached\b/, foreground: 'rabbitmq-server' },
  'redis-server': { goes: /(?:^| )--daemonize yes\b/, foreground: 'redis-server' },
  rsyslogd: { goes: /^(?!.*(?:^| )-\w*[nNvd])/, foreground: 'rsyslogd -n', added: ['-n'] },
  smbd: {
    goes: /^(?!.*(?:^| )(?:-\w*[FibVh]|--(?:foreground|interactive|version|build-options|help)))/,
    foreground: 'smbd --foreground --no-process-group',
    added: ['--foreground', '--no-process-group'],
  },
  sshd: { goes: /^(?!.*(?:^| )-\w*[DdtTiGVh?])/, foreground: 'sshd -D', added: ['-D'] },
};

/**
 * Whether a command starts a server in the background and ends.
 * @param words the program by its name, with its words
 * @param image decides for nginx, of which an own image may have other settings, and for the `httpd` of busybox
 */
export function daemonOf([program = '', ...args]: readonly string[], image: string | undefined): Daemon | undefined {
  const entry = Object.hasOwn(daemons, program) ? daemons[program] : undefined;
  const name = imageName(image) ?? '';
  if (!entry?.goes.test(args.join(' '))) return undefined;
  if (program === 'nginx' && !isPlainImage(image) && !/^(?:nginx|nginxinc\/nginx-unprivileged)$/.test(name))
    return undefined;
  if (program === 'httpd' && name !== 'httpd')
    return { foreground: name === 'busybox' ? 'httpd -f' : entry.foreground };
  return entry;
}

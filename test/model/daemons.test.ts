import { describe, expect, it } from 'vitest';
import { busybox, daemonOf, daemons } from '../../server/src/service/model/daemons.ts';

const server = (line: string, image = 'alpine') => daemonOf(line.split(' '), image);
const rows = [
  ...Object.entries(daemons).map(([program, entry]) => ({ program, image: 'debian', ...entry })),
  ...Object.entries(busybox).map(([program, entry]) => ({ program, image: 'busybox', ...entry })),
];

describe.each(rows)('$program in $image', ({ program, image, added, foreground }) => {
  it('stays in the foreground with what is told', () => expect(server(foreground, image)).toBeUndefined());

  it.runIf(added)('goes without the words that are added, and stays with them', () => {
    expect(server(program, image)?.added).toEqual(added);
    expect(daemonOf([program, ...(added ?? [])], image)).toBeUndefined();
    expect(foreground.replaceAll("'", '')).toBe([program, ...(added ?? [])].join(' '));
  });
});

it.each([
  'apache2',
  'apache2 -k start',
  'apache2ctl start',
  'apache2ctl -k graceful',
  'apachectl restart',
  'cron -L 15',
  'dnsmasq -q',
  'haproxy -W -D -f /etc/haproxy.cfg',
  'lighttpd -f /etc/lighttpd.conf',
  'memcached -d -m 64',
  'mongod --fork --logpath /l',
  'mysqld --daemonize',
  'nginx -g worker_processes 2;',
  'php-fpm -D',
  'php-fpm --daemonize',
  'pg_ctl -D /data start',
  'rabbitmq-server -detached',
  'redis-server /etc/redis.conf --daemonize yes',
  'rsyslogd -f /etc/rsyslog.conf',
  'smbd -D',
  'sshd -p 2222 -e',
  'crond -l 2',
  'crond -b -d 8',
  'syslogd -O /l',
])('%s goes to the background', (line) => expect(server(line)?.foreground).toEqual(expect.any(String)));

it.each([
  // its help
  'apache2ctl',
  'apachectl configtest',
  'apache2ctl stop',
  'httpd -k graceful-stop',
  'apache2 -DNO_DETACH',
  'cron -fL 15',
  'dnsmasq --no-daemon',
  'dnsmasq -C /etc/own.conf',
  'haproxy -f /etc/haproxy.cfg',
  'haproxy -db -D',
  'lighttpd -Df /etc/lighttpd.conf',
  'lighttpd -tt -f /etc/lighttpd.conf',
  'mongod --config /c',
  'nginx -t',
  'nginx -p /srv',
  // a file of settings decides it
  'php-fpm',
  'php-fpm -F',
  'supervisord',
  'redis-server --daemonize no',
  'rsyslogd -nf /etc/rsyslog.conf',
  'smbd -F',
  'sshd -t',
  'crond -f -l 2',
  'syslogd -n -O -',
])('%s does not', (line) => expect(server(line)).toBeUndefined());

it.each([
  ['httpd -p 8080 -h /www', 'busybox:1.36', 'httpd -f'],
  ['httpd -f -p 8080', 'busybox:1.36', undefined],
  ['httpd -f -p 8080', 'example.com/web', undefined],
  ['httpd -p 8080', 'example.com/web', undefined],
  ['httpd', 'httpd:2.4', 'httpd -DFOREGROUND'],
  ['crond', 'busybox', 'crond -f'],
  ['crond', 'php:8.4-fpm-alpine', 'crond -f'],
  // the one of other systems has other options
  ['crond', 'almalinux:9', undefined],
  ['nginx', 'nginx:1.27', "nginx -g 'daemon off;'"],
  ['nginx', 'example.com/web', undefined],
  ['constructor', 'alpine', undefined],
])('%s in %s: %s', (line, image, foreground) => expect(server(line, image)?.foreground).toBe(foreground));

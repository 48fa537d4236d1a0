import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const own = 'script-server-to-background';
const pod = (command: string, image = 'nginx:1.27') => podWith(command).replace('nginx:1.27', image);

describe(own, () => {
  it.each([
    [`command: [«${own}|nginx»]`, 'nginx:1.27'],
    [`command: [sh, -c, 'envsubst < /t > /etc/nginx/conf.d/a.conf && «${own}|nginx»']`, 'nginx:1.27'],
    [`command: [sh, -c, 'apk add nginx; exec «${own}|»nginx']`, 'alpine:3.20'],
    [`command: [sh, -c, '«${own}|service nginx start»']`, 'a/b:1'],
    [`command: [«${own}|service», ssh, start]`, 'a/b:1'],
    [`command: [sh, -c, 'mkdir /run/sshd; «${own}|/etc/init.d/ssh start»; echo up']`, 'a/b:1'],
    [`command: [«${own}|/usr/sbin/sshd»]`, 'a/b:1'],
    [`command: [«${own}|/usr/sbin/sshd», -e, -p, "2222"]`, 'a/b:1'],
    [`command: [sh, -c, '«${own}|redis-server --daemonize yes»']`, 'redis:7'],
    [`command: [sh, -c, '«${own}|pg_ctl -D /data start»']`, 'postgres:16'],
    [`command: [«${own}|apachectl», start]`, 'a/b:1'],
    [`command: [«${own}|httpd»]`, 'httpd:2.4'],
    [`command: [«${own}|mongod», --fork, --logpath, /l]`, 'mongo:7'],
  ])('finds %s', (command, image) =>
    expectMarked(pod(command.replace(`exec «${own}|»nginx`, `«${own}|exec nginx»`), image)),
  );

  it.each([
    ["command: [nginx, -g, 'daemon off;']", 'nginx:1.27'],
    ["command: [nginx, '-gdaemon off;']", 'nginx:1.27'],
    ['command: [nginx, -t]', 'nginx:1.27'],
    ['command: [nginx, -c, /etc/my.conf]', 'nginx:1.27'],
    ['command: [nginx]', 'example.com/web:1'],
    [`command: [sh, -c, 'echo "daemon off;" >> /etc/nginx/nginx.conf; nginx']`, 'nginx:1.27'],
    ["command: [sh, -c, 'nginx; tail -f /var/log/nginx/access.log']", 'nginx:1.27'],
    ["command: [sh, -c, 'nginx & wait']", 'nginx:1.27'],
    ["command: [sh, -c, 'service ssh start; sleep infinity']", 'a/b:1'],
    ["command: [sh, -c, 'service ssh start && exec ./app']", 'a/b:1'],
    ["command: [sh, -c, 'service ssh start || exec ./app']", 'a/b:1'],
    ["command: [sh, -c, 'service ssh status']", 'a/b:1'],
    ['command: [/usr/sbin/sshd, -D, -e]', 'a/b:1'],
    ['command: [/usr/sbin/sshd, -De]', 'a/b:1'],
    ['command: [redis-server, /etc/redis.conf]', 'redis:7'],
    ['command: [httpd, -DFOREGROUND]', 'httpd:2.4'],
    ['command: [httpd, -f, -p, "80"]', 'busybox:1.36'],
    ['command: [httpd-foreground]', 'httpd:2.4'],
    ['command: [apachectl, -D, FOREGROUND]', 'a/b:1'],
    ['command: [apachectl, configtest]', 'a/b:1'],
    ['command: [pg_ctl, status]', 'postgres:16'],
    ['args: [nginx]', 'a/b:1'],
    ['tty: true', 'nginx:1.27'],
  ])('is silent on %s', (command, image) => expect(codes(pod(command, image))).not.toContain(own));

  it('is silent where the settings are mounted, in Jobs and in init containers', () => {
    const mounted =
      'command: [nginx]\nvolumeMounts: [{name: c, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf}]';
    expect(codes(podWith(mounted, 'volumes: [{name: c, configMap: {name: c}}]'))).not.toContain(own);
    expect(codes(podWith('command: [nginx]', 'restartPolicy: Never'))).not.toContain(own);
    expect(
      codes(podWith('tty: true', 'initContainers: [{name: i, image: "nginx:1", command: [nginx]}]')),
    ).not.toContain(own);
  });

  it('tells how to keep it in the foreground', () => {
    expect(lines(pod('command: [nginx]')).join()).toContain("Keep it in the foreground: `nginx -g 'daemon off;'`.");
    expect(lines(pod('command: [httpd]', 'busybox:1.36')).join()).toContain('`httpd -f`');
    expect(lines(pod('command: [service, ssh, start]')).join()).toContain('Start the program of the service itself');
  });

  it.each([
    ['command: [nginx] # c', 'command: [nginx, -g, daemon off;] # c'],
    ['command:\n- "nginx"', 'command:\n- "nginx"\n- "-g"\n- "daemon off;"'],
    ["command: [sh, -c, 'ls; nginx; echo up']", "command: [sh, -c, 'ls; nginx -g ''daemon off;''; echo up']"],
    ['command:\n- sh\n- -c\n- |\n  ls\n  nginx', "command:\n- sh\n- -c\n- |\n  ls\n  nginx -g 'daemon off;'"],
    ['command: [/usr/sbin/sshd, -e]', 'command: [/usr/sbin/sshd, -e, -D]'],
  ])('%j stays in the foreground', (before, after) => {
    expect(fixed(podWith(before), own)).toBe(podWith(after));
    expect(codes(podWith(after))).not.toContain(own);
  });

  it('has no fix where it is not known', () => {
    expect(fixTitles(podWith('command: [service, ssh, start]'), own)).toEqual([]);
    expect(fixTitles(podWith('command: [pg_ctl, start]'), own)).toEqual([]);
  });
});

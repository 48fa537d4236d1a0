import { describe, expect, it } from 'vitest';
import {
  busyboxMinor,
  imagesWith,
  imageWith,
  isMissing,
  known,
  programsMissing,
  successorOf,
  successors,
} from '../../server/src/service/model/tools.ts';

/** Programs that scripts call and that busybox has from 1.28 to 1.38. */
const applets = `
  [ [[ adduser arch arping ash awk base64 basename bc bunzip2 cal cat chgrp chmod chown chroot cksum clear cmp cp cpio
  crond crontab cut date dc dd deluser df diff dirname dmesg dnsdomainname dos2unix du echo ed egrep env expand expr factor
  fallocate false fgrep find flock fold free fsync fuser getopt grep groups gunzip gzip head hexdump hostid hostname httpd
  hush id ifconfig install ionice ip ipcalc kill killall less link ln logger ls lsof md5sum mkdir mkfifo mknod mktemp more
  mount mountpoint mv nc netstat nice nl nohup nproc nsenter nslookup od passwd paste patch pgrep pidof ping ping6 pkill
  printenv printf ps pwd readlink realpath renice reset rev rm rmdir route rpm run-parts sed seq setsid sh sha1sum
  sha256sum sha512sum shred shuf sleep sort split stat strings stty su sum sync sysctl syslogd tac tail tar tee telnet test
  time timeout top touch tr traceroute true truncate tty umount uname unexpand uniq unlink unshare unxz unzip uptime usleep
  vi watch wc wget which who whoami xargs xxd xz xzcat yes zcat`
  .trim()
  .split(/\s+/);

describe('the tables', () => {
  it.each(known.map(({ images, lacks }) => [images.source, lacks.split(' ')] as const))(
    '%s: programs, none twice',
    (_images, programs) => {
      expect(programs.filter((program) => !/^(?:\/bin\/)?[a-z][a-z0-9_-]*$/.test(program))).toEqual([]);
      expect(programs).toHaveLength(new Set(programs).size);
    },
  );

  it.each(['busybox:1.28', 'busybox:musl', 'alpine:3.20', 'prom/prometheus', 'nginx:alpine', 'bash', 'redis:alpine'])(
    '%s does not lack what busybox has',
    (image) => {
      const missing = programsMissing(image);
      expect(applets.filter((applet) => missing.has(applet))).toEqual([]);
    },
  );

  it.each(Object.entries(imagesWith))('%s is in %s', (program, image) => {
    const missing = programsMissing(image);
    expect(missing.size).toBeGreaterThan(0);
    expect(isMissing(missing, program)).toBe(false);
    expect(isMissing(programsMissing('alpine'), program)).toBe(true);
  });

  it.each(
    Object.entries(successors).flatMap(([image, names]) =>
      Object.entries(names).map(([from, to]) => [image, from, to]),
    ),
  )('%s lacks %s, which is called %s there', (image, from = '', to = '') => {
    const missing = programsMissing(image);
    expect([isMissing(missing, from), isMissing(missing, to)]).toEqual([true, false]);
    expect(successorOf(image, from)).toBe(to);
  });
});

it.each([
  ['busybox', 'bash', true],
  ['busybox', 'apk', true],
  ['busybox', 'nc', false],
  ['alpine:3', 'apk', false],
  ['alpine:3', '/usr/bin/git', true],
  ['alpine:3', '/opt/git', false],
  ['bash:5.2', '/bin/bash', true],
  ['bash:5.2', 'bash', false],
  ['bash:5.2', 'curl', true],
  ['nginx:1.27', 'wget', true],
  ['nginx:1.27', 'curl', false],
  ['nginx:1.27-alpine', 'wget', false],
  ['nginx:1.27-windows', 'wget', false],
  ['mongo:6', 'mongo', true],
  ['mongo:5.0', 'mongo', false],
  ['mongo:4.4', 'mongosh', true],
  // tags of systems stay with old versions
  ['mongo:bionic', 'mongo', false],
  ['mongo:bionic', 'mongosh', false],
  ['mariadb:11', 'mysql', true],
  ['mariadb:10.11', 'mysql', false],
  ['mariadb:focal', 'mysql', false],
  ['mariadb:11.4-ubi', 'mysql', false],
  ['node:22-slim', 'curl', true],
  ['node:12-slim', 'curl', false],
  ['node:dubnium-slim', 'curl', false],
  ['fluent/fluent-bit:3.1', 'sh', true],
  ['fluent/fluent-bit:3.1-debug', 'sh', false],
  ['gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.15.0', 'sh', true],
  ['gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.15.0-alpine', 'sh', false],
  ['nats:2.10', 'sh', true],
  ['nats:2.10-alpine', 'sh', false],
  ['prom/prometheus:v3.1.0', 'curl', true],
  ['prom/prometheus:v3.1.0', 'wget', false],
  ['gcr.io/distroless/base-debian12', 'sh', true],
  ['gcr.io/distroless/base-debian12:debug', 'sh', false],
  ['gcr.io/distroless/python3-debian12', 'sh', false],
  ['registry.k8s.io/pause:3.10', 'sleep', true],
  ['example.com/nginx', 'wget', false],
  ['nginx@sha256:0123456789abcdef0123456789abcdef', 'wget', false],
])('%s lacks %s: %s', (image, program, expected) => expect(isMissing(programsMissing(image), program)).toBe(expected));

it.each([
  ['busybox', 38],
  ['busybox:stable-musl', 38],
  ['busybox:1-glibc', 38],
  ['busybox:1.28', 28],
  ['busybox:1.36.1-uclibc', 36],
  ['busybox:unstable', undefined],
  ['alpine', undefined],
  ['example.com/busybox:1.36', undefined],
])('%s is busybox 1.%s', (image, minor) => expect(busyboxMinor(image)).toBe(minor));

it('knows no image for what all objects have', () => {
  expect(imageWith('constructor')).toBeUndefined();
  expect(successorOf('mongo', 'constructor')).toBeUndefined();
});

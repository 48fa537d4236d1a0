import { describe, expect, it } from 'vitest';
import * as tables from '../../server/src/service/model/images.ts';
import { mistakeIn } from '../helpers/images.ts';

const { plain, servers, withoutEntrypoint, switching, tools, starting, ports } = tables;

const lists = {
  plain: [...plain],
  servers: [...servers],
  withoutEntrypoint: [...withoutEntrypoint],
  switching: [...switching],
  tools: Object.keys(tools),
  starting: Object.keys(starting),
  ports: Object.keys(ports),
};

describe('the tables', () => {
  it.each(Object.entries(lists))('%s: names of images, sorted', (_name, names) => {
    expect(names.flatMap((name) => mistakeIn(name.replace(/:\w+$/, '')) ?? [])).toEqual([]);
    expect(names).toEqual([...names].sort());
  });

  it.each([
    ['a server is no shell', lists.plain, servers],
    ['what starts a program has an ENTRYPOINT', [...lists.tools, ...lists.starting], withoutEntrypoint],
    ['what takes all args starts nothing else', lists.tools, new Set([...plain, ...switching])],
  ])('%s', (_what, names, others) => expect(names.filter((name) => others.has(name))).toEqual([]));

  it('only servers have ports, such as there are', () => {
    expect(lists.ports.filter((name) => !servers.has(name))).toEqual([]);
    expect(Object.values(ports).filter((port) => !(port > 0 && port < 65536))).toEqual([]);
  });
});

it.each([
  ['php:8.4', 'plain'],
  ['php:8.4-cli-alpine', 'plain'],
  ['php:zts', 'plain'],
  ['php:8.4-fpm', 'server'],
  ['php:fpm-alpine', 'server'],
  ['docker.io/library/php:8.4-apache-bookworm', 'server'],
  ['wordpress', 'server'],
  ['wordpress:6-php8.3-fpm-alpine', 'server'],
  ['wordpress:cli-2.12', undefined],
  ['caddy:2', 'server'],
  ['caddy:2-builder', undefined],
  ['php@sha256:0123456789abcdef0123456789abcdef', undefined],
  ['alpine@sha256:0123456789abcdef0123456789abcdef', 'plain'],
  ['example.com/nginx', undefined],
  [undefined, undefined],
])('%s is %s', (image, kind) => {
  expect(tables.isPlainImage(image)).toBe(kind === 'plain');
  expect(tables.isServerImage(image)).toBe(kind === 'server');
});

it.each([
  ['php:8.4-fpm', 9000],
  ['php:8.4-apache', 80],
  ['php:8.4', undefined],
  ['wordpress:6-fpm', 9000],
  ['wordpress:6', 80],
  ['nginxinc/nginx-unprivileged:1.27', 8080],
  ['constructor', undefined],
])('%s listens on %s', (image, port) => expect(tables.defaultPort(image)).toBe(port));

it.each([
  ['alpine', false],
  ['httpd:2.4', false],
  ['tomcat:10', false],
  ['caddy', false],
  ['openjdk:21', false],
  ['nginx', true],
  ['alpine/git', true],
  ['example.com/app', undefined],
])('%s has an ENTRYPOINT: %s', (image, expected) => expect(tables.hasEntrypoint(image)).toBe(expected));

it.each([
  ['alpine/git', ['clone', 'https://a/b'], ['git', 'clone', 'https://a/b']],
  ['bash:5.2', ['-c', 'sleep 5'], ['bash', '-c', 'sleep 5']],
  ['bash:5.2', ['sleep', '5'], ['sleep', '5']],
  ['node:22', ['server.js'], ['node', 'server.js']],
  ['node:22', ['-e', '1'], ['node', '-e', '1']],
  ['node:22', ['npm', 'start'], ['npm', 'start']],
  ['php:8.4', ['-r', '1;'], ['php', '-r', '1;']],
  ['curlimages/curl', ['-fsS', 'http://web'], ['curl', '-fsS', 'http://web']],
  ['curlimages/curl', ['http://web'], ['curl', 'http://web']],
  ['curlimages/curl', ['sh', '-c', 'ls'], ['sh', '-c', 'ls']],
  ['hashicorp/vault', ['agent', '-config=/c'], ['vault', 'agent', '-config=/c']],
  ['hashicorp/vault', ['sh', '-c', 'ls'], ['sh', '-c', 'ls']],
  ['gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.15.0', ['p:r:i'], ['cloud-sql-proxy', 'p:r:i']],
  ['busybox', ['sleep', '5'], ['sleep', '5']],
  ['redis', ['redis-cli', 'ping'], ['redis-cli', 'ping']],
  ['redis', ['--save', ''], undefined],
  ['nginx', ['-g', 'daemon off;'], undefined],
  ['example.com/app', ['a'], undefined],
])('%s makes of %j %j', (image, args, argv) => expect(tables.argvWithEntrypoint(image, args)).toEqual(argv));

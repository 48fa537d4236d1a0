import { describe, expect, it } from 'vitest';
import { entries, imageUser } from '../../server/src/service/model/users.ts';
import { mistakeIn } from '../helpers/images.ts';

const rows = entries.flatMap((entry) => entry.images.split(/\s+/).map((image) => ({ ...entry, image })));

describe('the table', () => {
  it('has names of images and of users, and numbers that are not root', () => {
    expect(rows.flatMap(({ image }) => mistakeIn(image) ?? [])).toEqual([]);
    expect(rows.filter(({ name, uid = 1 }) => !/^[a-z_][a-z0-9_-]*$/.test(name) || uid < 1 || uid > 65534)).toEqual([]);
  });

  it('gives a number to run as for each user with a name, without which runAsNonRoot does not start', () => {
    expect(rows.filter(({ name, uid }) => name !== 'root' && uid === undefined)).toEqual([]);
  });

  it('has no row behind one that is true for every tag', () => {
    const isEvery = ({ tags }: { tags?: unknown }) => tags === undefined;
    expect(
      rows.filter((row, at) => rows.slice(0, at).some((each) => each.image === row.image && isEvery(each))),
    ).toEqual([]);
  });
});

const digest = '@sha256:0123456789abcdef0123456789abcdef';

it.each([
  ['nginx:1.27', 'root', 101],
  ['nginx:1.14', 'root', undefined],
  ['postgres:16', 'root', 999],
  ['postgres:16-alpine', 'root', 70],
  ['redis:7-alpine', 'root', 999],
  ['redis:4-alpine', 'root', undefined],
  ['mariadb:11.4', 'root', undefined],
  ['mariadb:11.4-ubi9', 'mysql', 999],
  ['wordpress:6-apache', 'root', undefined],
  ['wordpress:cli', 'www-data', 82],
  ['haproxy:3.0-alpine', 'haproxy', 99],
  ['hashicorp/vault:1.19', 'root', 100],
  ['memcached', 'memcache', 11211],
  ['prom/prometheus:v3.9.0', 'nobody', 65534],
  ['quay.io/prometheus/node-exporter:v1.9.0', 'nobody', 65534],
  [`alpine${digest}`, 'root', undefined],
])('%s runs as %s, to be run as %s', (image, name, uid) => expect(imageUser(image)).toEqual({ name, uid }));

it.each([
  'haproxy:2.2',
  'prom/prometheus:v3.9.0-distroless',
  'nginxinc/nginx-unprivileged',
  'grafana/grafana',
  `postgres${digest}`,
  'example.com/nginx',
  'constructor',
  undefined,
])('the user of %s is not known', (image) => expect(imageUser(image)).toBeUndefined());

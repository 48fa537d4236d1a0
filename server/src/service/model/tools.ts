import { imageName } from './command.ts';
import { atLeast, isAlpine, isBefore, isDebian, isSlim, tagOf } from './tags.ts';

/**
 * What is known of the programs in well-known images, by name without registry and by tag. Where nothing is sure, nothing
 * is said.
 */

interface Contents {
  images: RegExp;
  /** The tags that it is true for, `latest` where none is written; all where it is left out. */
  tags?: (tag: string) => boolean;
  /** Programs that are not there; a path is not there while the program may be in another place. */
  lacks: string;
}

const shells = 'sh bash ash dash zsh ksh';
/** What is in images of its own only. */
const clients = 'git jq kubectl helm aws gcloud docker psql pg_isready mysql mysqladmin redis-cli mongo mongosh';
const alpineLacks = `bash zsh ksh ${clients} curl dig python python3 pip node npm java ruby php perl openssl apt-get apt yum dnf`;
const busyboxLacks = `${alpineLacks} apk`;
const debianLacks = `zsh ksh curl wget nc nslookup dig ${clients} apk yum dnf`;
const scratchLacks = `${shells} ${clients} sleep echo cat ls cp mv rm mkdir touch test true curl wget nc ps kill`;

/**
 * Sources: the Dockerfiles of each image, all their versions, with what the base image has:
 * github.com/docker-library/{httpd,mongo,mysql,postgres,python,redis}, redis/docker-library-redis, nginx/docker-nginx,
 * nodejs/docker-node, MariaDB/mariadb-docker, tianon/docker-bash, nats-io/nats-docker, curl/curl-container,
 * alpine-docker/git, prometheus/{prometheus,alertmanager,node_exporter,busybox}, fluent/fluent-bit,
 * GoogleCloudPlatform/cloud-sql-proxy, GoogleContainerTools/distroless. What an image needs for its build only is purged
 * there.
 *
 * busybox is its `defconfig` (docker-library/busybox), whose applets are none of these, `bash` included. alpine is
 * alpine-baselayout, apk-tools, busybox, ca-certificates-bundle, libcrypto3, musl-utils, scanelf, ssl_client and zlib
 * (alpinelinux/docker-alpine). debian and its `-slim` are a debootstrap of the variant minbase, which are the essential
 * packages and apt (debuerreotype/debuerreotype).
 */
export const known: readonly Contents[] = [
  { images: /^busybox$/, lacks: busyboxLacks },
  { images: /^alpine$/, lacks: alpineLacks },
  // its own one is in /usr/local/bin
  { images: /^bash$/, lacks: `/bin/bash ${without(alpineLacks, 'bash')}` },
  { images: /^alpine\/git$/, lacks: without(alpineLacks, 'git perl') },
  { images: /^curlimages\/curl$/, lacks: without(alpineLacks, 'curl openssl python python3 perl jq') },
  { images: /^debian$/, lacks: debianLacks },
  { images: /^ubuntu$/, lacks: `zsh ksh curl dig ${clients} apk yum dnf` },
  { images: /^nginx$/, tags: isAlpine, lacks: without(alpineLacks, 'curl perl openssl') },
  { images: /^nginx$/, tags: isDebian, lacks: without(debianLacks, 'curl') },
  { images: /^httpd$/, tags: isAlpine, lacks: without(alpineLacks, 'perl openssl') },
  { images: /^httpd$/, tags: isDebian, lacks: debianLacks },
  { images: /^redis$/, tags: isAlpine, lacks: without(alpineLacks, 'redis-cli openssl') },
  { images: /^redis$/, tags: (tag) => isDebian(tag) && atLeast(tag, 6), lacks: without(debianLacks, 'redis-cli') },
  { images: /^postgres$/, tags: isAlpine, lacks: without(alpineLacks, 'bash psql pg_isready openssl perl python3') },
  {
    images: /^postgres$/,
    tags: (tag) => isDebian(tag) && atLeast(tag, 10),
    lacks: without(debianLacks, 'psql pg_isready'),
  },
  { images: /^python$/, tags: isAlpine, lacks: without(alpineLacks, 'python python3 pip openssl') },
  { images: /^python$/, tags: isSlim, lacks: debianLacks },
  { images: /^node$/, tags: isAlpine, lacks: without(alpineLacks, 'node npm openssl') },
  {
    images: /^node$/,
    tags: (tag) => isSlim(tag) && atLeast(tag, 14),
    lacks: `${debianLacks} python python3`,
  },
  // https://www.mongodb.com/docs/manual/release-notes/6.0-compatibility/#legacy-mongo-shell-removed, docker-library/docs#2183
  { images: /^mongo$/, tags: (tag) => atLeast(tag, 6), lacks: `mongo ${without(clients, 'mongo mongosh jq')}` },
  // docker-library/mongo#558
  { images: /^mongo$/, tags: (tag) => isBefore(tag, 5), lacks: 'mongosh' },
  // https://mariadb.com/kb/en/mariadb-11-0-1-release-notes/#docker-official-images, MariaDB/mariadb-docker#512; those of
  // Red Hat's UBI are made of other packages
  {
    images: /^mariadb$/,
    tags: (tag) => atLeast(tag, 11) && !tag.includes('ubi'),
    lacks: `mysqldump ${without(clients, 'jq')}`,
  },
  { images: /^mysql$/, lacks: without(clients, 'jq mysql mysqladmin') },
  // made of quay.io/prometheus/busybox, which is busybox and certificates
  {
    images: /^(?:quay\.io\/prometheus|prom)\/(?:prometheus|alertmanager|node-exporter)$/,
    tags: (tag) => !tag.includes('distroless'),
    lacks: busyboxLacks,
  },
  // "do not contain package managers, shells or any other programs"; the tags with `debug` have busybox. The images for
  // Python have had a shell for ldconfig
  {
    images: /^gcr\.io\/distroless\/(?:static|base|cc|java|nodejs)[\w-]*$/,
    tags: (tag) => !tag.includes('debug'),
    lacks: scratchLacks,
  },
  // made of distroless/cc, and of debian for `debug`
  {
    images: /^(?:cr\.fluentbit\.io\/)?fluent\/fluent-bit$/,
    tags: (tag) => atLeast(tag, 1) && !tag.includes('debug'),
    lacks: scratchLacks,
  },
  // made of distroless/static as long as the tag names no other system
  {
    images: /^gcr\.io\/cloud-sql-connectors\/cloud-sql-proxy$/,
    tags: (tag) => !/alpine|buster|bullseye|bookworm|trixie/.test(tag),
    lacks: scratchLacks,
  },
  { images: /^nats$/, tags: (tag) => /^(?:latest|[\d.]+)?(?:-?(?:linux|scratch))?$/.test(tag), lacks: scratchLacks },
  {
    // built from scratch, with one program
    images:
      /^(?:(?:registry\.k8s\.io|k8s\.gcr\.io|gcr\.io\/google[_-]containers|kubernetes)\/pause(?:-\w+)?|hello-world)$/,
    lacks: scratchLacks,
  },
];

function without(words: string, some: string): string {
  const left = new Set(some.split(' '));
  return words
    .split(' ')
    .filter((word) => !left.has(word))
    .join(' ');
}

/** The programs that an image certainly does not have; empty where nothing is known of it. */
export function programsMissing(image: string | undefined): ReadonlySet<string> {
  const tag = tagOf(image);
  const name = imageName(image) ?? '';
  if (tag === undefined) return new Set();
  const contents = known.filter(({ images, tags }) => images.test(name) && tags?.(tag) !== false);
  return new Set(contents.flatMap(({ lacks }) => lacks.split(' ')));
}

/**
 * Whether a program is among those that are missing.
 * @param program as it is called: `git`, `/bin/bash`; of paths only those in the folders of the system are known
 */
export function isMissing(missing: ReadonlySet<string>, program: string): boolean {
  const name = /^(?:\/(?:usr\/)?s?bin\/)?([\w.-]+)$/.exec(program)?.[1];
  return name !== undefined && (missing.has(name) || missing.has(program));
}

/** An image that has a program, and what Alpine has. */
export function imageWith(program: string): string | undefined {
  return Object.hasOwn(imagesWith, program) ? imagesWith[program] : undefined;
}

/** All are made of Alpine, so that what is called beside the program is there as well. */
export const imagesWith: Readonly<Record<string, string>> = {
  bash: 'bash:5.2',
  curl: 'curlimages/curl:8.11.1',
  git: 'alpine/git:v2.47.2',
  node: 'node:22-alpine',
  npm: 'node:22-alpine',
  pg_isready: 'postgres:17-alpine',
  pip: 'python:3.13-alpine',
  psql: 'postgres:17-alpine',
  python: 'python:3.13-alpine',
  python3: 'python:3.13-alpine',
  'redis-cli': 'redis:7-alpine',
};

export const successors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mongo: { mongo: 'mongosh' },
  mariadb: { mysql: 'mariadb', mysqladmin: 'mariadb-admin', mysqldump: 'mariadb-dump' },
};

/** What a program that an image no longer has is called there now. */
export function successorOf(image: string | undefined, program: string): string | undefined {
  const name = imageName(image) ?? '';
  const own = Object.hasOwn(successors, name) ? successors[name] : undefined;
  return own && Object.hasOwn(own, program) ? own[program] : undefined;
}

/** The minor version that the moving tags of busybox stand for. */
const newestBusybox = 38;

/** The version of busybox in an image of its own, 36 for `busybox:1.36`; undefined where it is another image, or not known. */
export function busyboxMinor(image: string | undefined): number | undefined {
  const tag = tagOf(image);
  if (imageName(image) !== 'busybox' || tag === undefined) return undefined;
  if (/^(?:latest|stable|glibc|musl|uclibc|1)(?:-|$)/.test(tag)) return newestBusybox;
  const minor = /^1\.(\d+)(?:[.-]|$)/.exec(tag)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

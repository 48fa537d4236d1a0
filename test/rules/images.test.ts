import { describe, expect, it } from 'vitest';
import { codes, find, fixed, fixTitles, lines } from '../helpers/manifests.ts';

/** The codes of the rules on images. */
const own = [
  'args-without-entrypoint',
  'busybox-nslookup',
  'command-skips-entrypoint',
  'command-starts-with-option',
  'dig-always-succeeds',
  'image-reference-invalid',
  'same-server-port',
  'shell-not-in-image',
  'sleep-infinity',
  'tool-not-in-image',
];

/** A pod with an init container of an image. */
const pod = (image: string, container: string, spec = '') => `apiVersion: v1
kind: Pod
metadata: {name: app, namespace: shop}
spec:
  ${spec}
  initContainers:
    - name: init
      image: ${image}
      ${container.replaceAll('\n', '\n      ')}
  containers:
    - {name: app, image: example.com/app}
`;

const ownLines = (text: string) => lines(text).filter((line) => own.includes(line.split(' ')[1] ?? ''));
const ownCodes = (text: string) => codes(text).filter((code) => own.includes(code));

/** What is underlined of the problems with a code. */
const underlined = (text: string, code: string) =>
  find(text)
    .filter(({ problem }) => problem.code === code)
    .map(({ problem: { node }, placed: { offset } }) => text.slice(offset + node.start, offset + node.end));

const script = (text: string) => `command: ["sh", "-c", ${JSON.stringify(text)}]`;

describe('shell-not-in-image', () => {
  it.each([
    ['alpine', 'command: [/bin/bash, -c, ls]', '/bin/bash'],
    ['alpine:3.20', 'command: [bash]', 'bash'],
    ['busybox', 'command: [bash, -c]\nargs: [ls]', 'bash'],
    ['busybox', 'args: [bash, -c, ls]', 'bash'],
    ['docker.io/library/busybox:1.36', 'command: [env, A=b, bash, -c, ls]', 'bash'],
    ['busybox', 'command: [ls]\nlivenessProbe: {exec: {command: [bash, -c, ls]}}', 'bash'],
    ['bash:5.2', 'command: [/bin/bash, -c, ls]', '/bin/bash'],
    ['node:22-alpine', 'command: [bash, run.sh]', 'bash'],
    ['gcr.io/distroless/static-debian12', 'command: [/bin/sh, -c, ls]', '/bin/sh'],
    ['registry.k8s.io/pause:3.10', 'command: [sh, -c, ls]', 'sh'],
  ])('in %s finds %s', (image, container, shell) =>
    expect(underlined(pod(image, container), 'shell-not-in-image')).toEqual([shell]),
  );

  it.each([
    ['alpine', 'command: [/bin/sh, -c, ls]'],
    ['busybox', 'command: [ash]'],
    ['debian', 'command: [bash, -c, ls]'],
    ['bash:5.2', 'command: [bash, -c, ls]'],
    ['nginx:1.27', 'command: [bash, -c, ls]'],
    ['postgres:16-alpine', 'command: [bash, -c, ls]'],
    ['gcr.io/distroless/static:debug', 'command: [/bin/sh, -c, ls]'],
    ['gcr.io/distroless/python3', 'command: [/bin/sh, -c, ls]'],
    ['example.com/alpine', 'command: [bash, -c, ls]'],
    ['example/busybox', 'command: [bash, -c, ls]'],
    [`alpine@sha256:${'0123'.repeat(16)}`, 'command: [bash, -c, ls]'],
    ['alpine', 'command: [/tools/bash, -c, ls]'],
    ['alpine', 'command: [/usr/local/bin/bash, -c, ls]'],
    ['alpine', 'command: [chroot, /host, bash, -c, ls]'],
    ['alpine', 'command: [bash, -c, ls]\nvolumeMounts: [{name: a, mountPath: /bin}]'],
    ['alpine', 'command: [bash, -c, ls]\nvolumeMounts: [{name: a, mountPath: /usr/}]'],
    ['alpine', 'command: [bash, -c, ls]\nvolumeMounts: [{name: a, mountPath: /bin/bash}]'],
    ['alpine', 'command: [bash, -c, ls]\nenv: [{name: PATH, value: /tools}]'],
    ['alpine/git', 'args: [bash, -c, ls]'],
    ['alpine', `${script('apk add bash && run')}\nlivenessProbe: {exec: {command: [bash, -c, ls]}}`],
    ['alpine', 'command: [/start.sh]\nlivenessProbe: {exec: {command: [bash, -c, ls]}}'],
    ['alpine', 'command: [sh, /start.sh]\nlivenessProbe: {exec: {command: [bash, -c, ls]}}'],
  ])('in %s is silent on %s', (image, container) => expect(ownCodes(pod(image, container))).toEqual([]));

  it('is silent on Windows', () => {
    expect(ownCodes(pod('busybox', 'command: [bash, -c, ls]', 'os: {name: windows}'))).toEqual([]);
  });

  it.each([
    ['command: [/bin/bash, -c, ls]', 'command: [/bin/sh, -c, ls]'],
    ['command: ["bash", "-ec", "ls $HOME"] # c', 'command: ["sh", "-ec", "ls $HOME"] # c'],
    ["command:\n- 'bash' # a\n- -c\n- ls", 'command:\n- sh # a\n- -c\n- ls'],
    ['command: [bash, -c]\nargs: [ls]', 'command: [sh, -c]\nargs: [ls]'],
  ])('%j gets sh', (before, after) => {
    expect(fixed(pod('alpine', before), 'shell-not-in-image')).toBe(pod('alpine', after));
  });

  it.each([
    ['[[ -f a ]] && ls'],
    ['a=(1 2); ls'],
    ['source /env; ls'],
    ['for i in {1..3}; do ls; done'],
    ['echo > /dev/tcp/db/5432'],
    ['ls &> /dev/null'],
    ['if [ "$A" == b ]; then ls; fi'],
  ])('leaves %s to bash', (text) => {
    const container = `command: ["bash", "-c", ${JSON.stringify(text)}]`;
    expect(fixTitles(pod('alpine', container), 'shell-not-in-image')).toEqual([]);
  });

  it('has no fix for a script file, and where there is no shell', () => {
    expect(fixTitles(pod('alpine', 'command: [bash, run.sh]'), 'shell-not-in-image')).toEqual([]);
    expect(fixTitles(pod('hello-world', 'command: [bash, -c, ls]'), 'shell-not-in-image')).toEqual([]);
  });

  it('says of the image bash where its shell is, and which it has not', () => {
    expect(lines(pod('bash:5.2', 'command: [/bin/bash, -c, ls]')).join()).toContain('in /usr/local/bin');
    expect(lines(pod('bash:5.2', 'command: [zsh, -c, ls]')).join()).toContain('The image `bash` has no `zsh`');
  });
});

describe('tool-not-in-image', () => {
  it.each([
    ['busybox', 'command: [git, clone, x]', ['git']],
    ['busybox', 'args: [curl, x]', ['curl']],
    ['busybox', script('git clone x && ls'), ['git']],
    ['busybox', script('apk add git && git clone x'), ['apk', 'git']],
    ['alpine:3.20', script('until curl -f http://db; do sleep 1; done'), ['curl']],
    ['alpine', script('echo $(curl x) | psql'), ['curl', 'psql']],
    ['alpine', script('curl x || exit 1'), ['curl']],
    ['alpine', script('/usr/bin/git clone x'), ['/usr/bin/git']],
    ['alpine', script('timeout 5 bash -c ls'), ['bash']],
    ['alpine', script('apt-get update && apt-get install -y git'), ['apt-get']],
    ['postgres:16', 'readinessProbe: {exec: {command: [curl, localhost]}}', ['curl']],
    ['redis:7', `livenessProbe: {exec: ${script('nc -z localhost 6379').replace('command: ', '{command: ')}}}`, ['nc']],
    ['mongo:7', 'livenessProbe: {exec: {command: [mongo, --eval, x]}}', ['mongo']],
    ['mongo:4.4', 'livenessProbe: {exec: {command: [mongosh, --eval, x]}}', ['mongosh']],
    ['mariadb:11.4', 'livenessProbe: {exec: {command: [mysqladmin, ping]}}', ['mysqladmin']],
    ['python:3.13-slim', script('curl x; git y'), ['curl', 'git']],
    ['registry.k8s.io/pause', 'lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}', ['sleep']],
  ])('in %s finds in %s', (image, container, tools) =>
    expect(underlined(pod(image, container), 'tool-not-in-image')).toEqual(tools),
  );

  it.each([
    ['alpine', script('apk add git && git clone x')],
    ['alpine', script('apk add --no-cache git\ngit clone x')],
    ['alpine', script('wget -O /usr/local/bin/kubectl x; kubectl get pods')],
    ['alpine', script('cp /tools/jq /usr/bin && jq . x')],
    ['alpine', script('sh /tools/install.sh; jq . x')],
    ['alpine', script('. /tools/env; jq . x')],
    ['alpine', script('/tools/install; jq . x')],
    ['alpine', script('cat /tools/jq > /usr/bin/jq; jq . x')],
    ['alpine', script('{ cat /tools/jq; } > /usr/bin/jq; jq . x')],
    ['alpine', script('export PATH=$PATH:/tools; jq . x')],
    ['alpine', `${script('jq . x')}\nenv: [{name: PATH, value: /tools}]`],
    ['alpine', `${script('jq . x')}\nvolumeMounts: [{name: a, mountPath: /usr/local/bin}]`],
    ['alpine', `${script('jq . x')}\nvolumeMounts: [{name: a, mountPath: /usr/bin/jq, subPath: jq}]`],
    ['alpine', script('/tools/jq . x')],
    ['alpine', script('command -v curl && curl x')],
    ['alpine', script('if which curl; then curl x; fi')],
    ['alpine', script('[ -x /usr/bin/curl ] && curl x')],
    ['alpine', script('if curl --version; then curl x; fi')],
    ['alpine', script('curl x || wget x')],
    ['alpine', script('chroot /host git x')],
    ['alpine', script('alias curl=wget; curl x')],
    ['alpine', script('curl() { wget "$1"; }; curl x')],
    ['alpine', script('echo git curl')],
    ['alpine', script('wget x; nslookup x; nc -z x 1')],
    ['busybox', script('wget x && tar xf x')],
    ['nginx:1.27', 'readinessProbe: {exec: {command: [curl, localhost]}}'],
    ['redis:7', 'readinessProbe: {exec: {command: [redis-cli, ping]}}'],
    ['postgres:16-alpine', 'readinessProbe: {exec: {command: [pg_isready]}}'],
    ['postgres:9.4', 'readinessProbe: {exec: {command: [curl, localhost]}}'],
    ['mongo:5', 'livenessProbe: {exec: {command: [mongo, --eval, x]}}'],
    ['mongo', 'livenessProbe: {exec: {command: [mongosh, --eval, x]}}'],
    ['mariadb:10.11', 'livenessProbe: {exec: {command: [mysqladmin, ping]}}'],
    ['python:3.13', script('curl x; git y')],
    ['node:22', script('git y')],
    ['alpine', `${script('apk add curl && run')}\nlivenessProbe: {exec: {command: [curl, localhost]}}`],
    ['alpine/git', 'args: [clone, x]'],
    ['alpine/git', script('git clone x')],
    ['curlimages/curl', script('curl x')],
  ])('in %s is silent on %s', (image, container) => expect(ownCodes(pod(image, container))).toEqual([]));

  it('says what is seen, and what has it', () => {
    expect(lines(pod('busybox', script('git clone x')))).toEqual([
      'warning tool-not-in-image spec.initContainers[0].command[2]: The image `busybox` has no `git`: the shell says "git: not found", with exit code 127. Use an image that has it, such as `alpine/git:v2.47.2`, or install it first.',
    ]);
    expect(lines(pod('busybox', 'command: [git, x]'))[0]).toContain('exec: "git": executable file not found in $PATH');
  });

  it('changes the image of busybox and Alpine, or the name of the program', () => {
    const container = script('git clone x && ls');
    expect(fixed(pod('busybox # c', container), 'tool-not-in-image')).toBe(pod('alpine/git:v2.47.2 # c', container));
    const probe = (program: string) => `livenessProbe: {exec: {command: ["${program}", ping]}}`;
    expect(fixed(pod('mariadb', probe('mysqladmin')), 'tool-not-in-image')).toBe(
      pod('mariadb', probe('mariadb-admin')),
    );
  });

  it.each([
    ['busybox', script('git clone x; curl y')],
    ['busybox', 'args: [git, clone, x]'],
    ['busybox', script('kubectl get pods')],
    ['python:3.13-slim', script('git clone x')],
    ['busybox', 'livenessProbe: {exec: {command: [curl, x]}}'],
  ])('in %s has no fix for %s', (image, container) => {
    expect(fixTitles(pod(image, container), 'tool-not-in-image')).toEqual([]);
  });
});

describe('busybox-nslookup', () => {
  it.each([
    ['busybox', 'until nslookup db; do sleep 2; done', 'db'],
    ['busybox:1.37', 'until nslookup db > /dev/null 2>&1\ndo sleep 2; done', 'db'],
    ['busybox:1.36.1-musl', 'while ! nslookup db; do sleep 2; done', 'db'],
    ['busybox:stable', 'until nslookup db.default; do sleep 2; done', 'db.default'],
    ['busybox', 'until nslookup db.shop.svc; do sleep 2; done', 'db.shop.svc'],
    ['busybox', 'until nslookup -type=a db && nc -z db 1; do sleep 2; done', 'db'],
    ['busybox:1.30', 'until nslookup db.shop.svc.cluster.local; do sleep 2; done', 'db.shop.svc.cluster.local'],
  ])('in %s finds %s', (image, text, name) =>
    expect(underlined(pod(image, script(text)), 'busybox-nslookup')).toEqual([name]),
  );

  it.each([
    ['busybox:1.28', 'until nslookup db; do sleep 2; done'],
    ['busybox:1.28.4', 'until nslookup db; do sleep 2; done'],
    ['busybox:1.37', 'until nslookup db.shop.svc.cluster.local; do sleep 2; done'],
    ['busybox:1.37', 'until nslookup db.$NS.svc.cluster.local; do sleep 2; done'],
    ['busybox:1.37', 'until nslookup example.com; do sleep 2; done'],
    ['busybox:1.37', 'until nslookup db | grep Address; do sleep 2; done'],
    ['busybox:1.37', 'until nslookup db || nc -z db 1; do sleep 2; done'],
    ['busybox:1.37', 'while nslookup db; do sleep 2; done'],
    ['busybox:1.37', 'nslookup db'],
    ['busybox:1.37', 'until nslookup $DB; do sleep 2; done'],
    ['busybox:mine', 'until nslookup db; do sleep 2; done'],
    ['busybox:unstable', 'until nslookup db; do sleep 2; done'],
    ['alpine', 'until nslookup db; do sleep 2; done'],
  ])('in %s is silent on %s', (image, text) => expect(ownCodes(pod(image, script(text)))).toEqual([]));

  it.each([['dnsPolicy: None'], ['dnsPolicy: Default'], ['dnsConfig: {searches: [a]}'], ['hostNetwork: true']])(
    'is silent with %s',
    (spec) => expect(ownCodes(pod('busybox', script('until nslookup db; do sleep 2; done'), spec))).toEqual([]),
  );

  it('writes the full name, or takes an older image', () => {
    const wait = (name: string) => script(`until nslookup ${name}; do sleep 2; done`);
    const text = pod('busybox', wait('db'));
    expect(fixed(text, 'busybox-nslookup')).toBe(pod('busybox', wait('db.shop.svc.cluster.local')));
    expect(fixed(text, 'busybox-nslookup', 1)).toBe(pod('busybox:1.28', wait('db')));
    const unknown = text.replace(', namespace: shop', '');
    expect(fixTitles(unknown, 'busybox-nslookup')).toEqual(['Change image to busybox:1.28']);
  });
});

describe('dig-always-succeeds', () => {
  it.each([
    ['until dig db; do sleep 2; done', 'dig db'],
    ['while ! dig +short db > /dev/null; do sleep 2; done', 'dig +short db'],
    ['until dig @10.0.0.10 db; do sleep 2; done', 'dig @10.0.0.10 db'],
  ])('finds %s', (text, part) =>
    expect(underlined(pod('example.com/a', script(text)), 'dig-always-succeeds')).toEqual([part]),
  );

  it.each([
    ['until dig db | grep NOERROR; do sleep 2; done'],
    ['until [ -n "$(dig +short db)" ]; do sleep 2; done'],
    ['dig db'],
    ['until host db; do sleep 2; done'],
  ])('is silent on %s', (text) => expect(ownCodes(pod('example.com/a', script(text)))).toEqual([]));

  it('changes a simple call', () => {
    const until = (condition: string) => pod('example.com/a', script(`until ${condition}; do sleep 2; done`));
    expect(fixed(until('dig +short db'), 'dig-always-succeeds')).toBe(until('host db'));
    expect(fixTitles(until('dig @10.0.0.10 db'), 'dig-always-succeeds')).toEqual([]);
  });
});

describe('sleep-infinity', () => {
  it.each([
    ['busybox:1.28', 'command: [sleep, infinity]'],
    ['busybox:1.30.1', 'command: [/bin/sleep, infinity]'],
    ['alpine:3.10', script('ls; exec sleep infinity')],
    ['alpine:3.9.6', 'args: [sleep, infinity]'],
  ])('in %s finds %s', (image, container) =>
    expect(underlined(pod(image, container), 'sleep-infinity')).toEqual(['infinity']),
  );

  it.each([
    ['busybox', 'command: [sleep, infinity]'],
    ['busybox:1.31', 'command: [sleep, infinity]'],
    ['busybox:1.28', 'command: [sleep, "1000"]'],
    ['alpine:3.11', 'command: [sleep, infinity]'],
    ['alpine', 'command: [sleep, infinity]'],
    ['debian:9', 'command: [sleep, infinity]'],
  ])('in %s is silent on %s', (image, container) => expect(ownCodes(pod(image, container))).toEqual([]));

  it.each([
    ['command: [sleep, infinity] # c', 'command: [sleep, "2147483647"] # c'],
    ['command:\n- sleep\n- infinity # c', 'command:\n- sleep\n- "2147483647" # c'],
    ["command: ['sleep', 'infinity']", "command: ['sleep', '2147483647']"],
    [script('exec sleep infinity'), script('exec sleep 2147483647')],
  ])('%j gets a number', (before, after) =>
    expect(fixed(pod('busybox:1.28', before), 'sleep-infinity')).toBe(pod('busybox:1.28', after)),
  );
});

describe('args-without-entrypoint', () => {
  it.each([
    ['busybox', 'args: ["-c", ls]'],
    ['alpine:3.20', 'command: []\nargs: ["-c", ls]'],
    ['python:3.13', 'args: ["-c", "print(1)"]'],
  ])('in %s finds %s', (image, container) =>
    expect(underlined(pod(image, container), 'args-without-entrypoint')).toEqual(['"-c"']),
  );

  it.each([
    ['busybox', 'command: [sh]\nargs: ["-c", ls]'],
    ['busybox', 'args: [sh, -c, ls]'],
    ['node:22', 'args: ["--version"]'],
    ['bash', 'args: ["-c", ls]'],
    ['redis', 'args: ["--port", "1"]'],
    ['example.com/busybox', 'args: ["-c", ls]'],
  ])('in %s is silent on %s', (image, container) => expect(ownCodes(pod(image, container))).toEqual([]));

  it.each([
    ['busybox', 'args: ["-c", "ls"]', 'command: ["sh"]\nargs: ["-c", "ls"]'],
    ['busybox', 'command: [] # c\nargs: ["-c", "ls"]', 'command: [sh] # c\nargs: ["-c", "ls"]'],
    ['python', 'args: ["-m", "app"]', 'command: ["python"]\nargs: ["-m", "app"]'],
  ])('in %s names the program of %j', (image, before, after) =>
    expect(fixed(pod(image, before), 'args-without-entrypoint')).toBe(pod(image, after)),
  );

  it('has no fix where the program is not known', () => {
    expect(fixTitles(pod('ubuntu', 'args: ["--port=80"]'), 'args-without-entrypoint')).toEqual([]);
  });
});

describe('command-starts-with-option', () => {
  it.each([
    ['a', 'command: ["--port=80", x]', '"--port=80"'],
    ['a', 'command: [-v]\nargs: [x]', '-v'],
    ['a', 'livenessProbe: {exec: {command: [-c, ls]}}', '-c'],
  ])('of %s finds %s', (image, container, option) =>
    expect(underlined(pod(image, container), 'command-starts-with-option')).toEqual([option]),
  );

  it.each([['command: [app, --port=80]'], ['args: [--port=80]'], ['command: [-]'], ['command: [--, a]']])(
    'is silent on %s',
    (container) => expect(ownCodes(pod('a', container))).toEqual([]),
  );

  it.each([
    ['command: [--port=80] # c', 'args: [--port=80] # c'],
    ['command: ["-c", "ls"]', 'command: ["sh", "-c", "ls"]'],
  ])('mends %j', (before, after) => {
    expect(fixed(pod('a', before), 'command-starts-with-option')).toBe(pod('a', after));
  });

  it('has no fix where there are args, and where nothing takes them', () => {
    expect(fixTitles(pod('a', 'command: [-v]\nargs: [x]'), 'command-starts-with-option')).toEqual([]);
    expect(fixTitles(pod('busybox', 'command: [-v]'), 'command-starts-with-option')).toEqual([]);
  });
});

describe('command-skips-entrypoint', () => {
  const variable = (name: string) => `env: [{name: ${name}, value: a}]`;

  it.each([
    ['postgres:16', 'command: [postgres]', 'POSTGRES_PASSWORD'],
    ['mysql:8.4', 'command: [mysqld, --skip-log-bin]', 'MYSQL_ROOT_PASSWORD'],
    ['mariadb', 'command: [mariadbd]\nargs: [--skip-log-bin]', 'MARIADB_ROOT_PASSWORD'],
    ['mongo', 'command: [mongod]', 'MONGO_INITDB_ROOT_USERNAME'],
    ['nginx:1.27', 'command: [nginx, -g, daemon off;]', 'NGINX_ENVSUBST_OUTPUT_DIR'],
  ])('finds %s with %s and %s', (image, command, name) => {
    expect(lines(pod(image, `${command}\n${variable(name)}`)).filter((line) => line.includes('entrypoint'))).toEqual([
      expect.stringMatching(/^information command-skips-entrypoint spec\.initContainers\[0\]\.command\[0\]: /),
    ]);
  });

  it.each([
    ['mongo', 'command: [mongod]', '/docker-entrypoint-initdb.d'],
    ['postgres:16', 'command: [postgres, -V]', '/docker-entrypoint-initdb.d/init.sql'],
    ['nginx:1.27', 'command: [nginx, -g, daemon off;]', '/etc/nginx/templates'],
  ])('finds %s with %s and a mount at %s', (image, command, mountPath) => {
    const text = pod(image, `${command}\nvolumeMounts: [{name: v, mountPath: ${mountPath}}]`);
    const read = mountPath.replace('/init.sql', '');
    expect(
      lines(text)
        .filter((line) => line.includes('entrypoint'))
        .join(),
    ).toContain(read);
  });

  it.each([
    ['postgres:16', 'command: [postgres, -c, max_connections=200]'],
    ['postgres:16', `command: [postgres]\n${variable('PGDATA')}`],
    ['mysql:8.4', 'command: [mysqld]\nsecurityContext: {runAsUser: 0}'],
    ['mariadb', 'command: [mariadbd]'],
  ])('finds %s that is started as root with %s', (image, container) => {
    expect(lines(pod(image, container)).join()).toContain('now it is started as root and refuses to run');
  });

  it.each([
    ['postgres:16', 'command: [postgres]\nsecurityContext: {runAsUser: 999}'],
    ['postgres:16', 'command: [postgres]\nsecurityContext: {runAsNonRoot: true, runAsUser: 999}'],
    ['postgres:16', 'command: [postgres, --version]'],
    ['mysql:8.4', 'command: [mysqld, --user=mysql]'],
    ['mongo', 'command: [mongod]'],
    ['nginx:1.27', 'command: [nginx, -g, daemon off;]\nvolumeMounts: [{name: v, mountPath: /etc/nginx/conf.d}]'],
    ['postgres:16', `args: [postgres]\n${variable('POSTGRES_PASSWORD')}`],
    ['postgres:16', `command: [docker-entrypoint.sh, postgres]\n${variable('POSTGRES_PASSWORD')}`],
    ['postgres:16', `command: [psql]\n${variable('POSTGRES_PASSWORD')}`],
    ['redis:7', `command: [redis-server]\n${variable('REDIS_PASSWORD')}`],
    ['example.com/postgres', `command: [postgres]\n${variable('POSTGRES_PASSWORD')}`],
  ])('is silent for %s with %s', (image, container) => expect(ownCodes(pod(image, container))).toEqual([]));

  it.each([
    ['alpine/git', 'command: [clone, "https://x", /src]', 'git'],
    ['bitnami/kubectl:1.31', 'command: [wait, --for=condition=ready, pod/db]', 'kubectl'],
    ['amazon/aws-cli', 'command: [s3]\nargs: [ls]', 'aws'],
  ])('finds that %s with %s is no program', (image, container, tool) => {
    expect(lines(pod(image, container)).filter((line) => line.includes('skips'))).toEqual([
      expect.stringMatching(new RegExp(`^warning .* which is \`${tool}\`, so this is taken as the program`)),
    ]);
  });

  it.each([
    ['alpine/git', 'args: [clone, "https://x", /src]'],
    ['alpine/git', 'command: [git, clone, "https://x", /src]'],
    ['alpine/git', 'command: [sh, -c, git clone x y]'],
    ['alpine:3.20', 'command: [clone]'],
  ])('is silent for the tool of %s with %s', (image, container) => expect(ownCodes(pod(image, container))).toEqual([]));

  it('makes it args, where there are none', () => {
    const rest = `\n${variable('POSTGRES_PASSWORD')}`;
    expect(fixed(pod('postgres', `command: [postgres]${rest}`), 'command-skips-entrypoint')).toBe(
      pod('postgres', `args: [postgres]${rest}`),
    );
    expect(fixTitles(pod('postgres', `command: [postgres]\nargs: [-d]${rest}`), 'command-skips-entrypoint')).toEqual(
      [],
    );
  });
});

describe('image-reference-invalid', () => {
  it.each([
    ['https://example.com/app', 'scheme', 'example.com/app'],
    ['docker://nginx:1.27', 'scheme', 'nginx:1.27'],
    ['Nginx', 'lowercase', 'nginx'],
    ['example.com/Team/App:V1', 'lowercase', 'example.com/team/app:V1'],
    ['"nginx:"', 'empty', 'nginx'],
    ['nginx :1.27', 'whitespace', 'nginx:1.27'],
    ['nginx:1:2', 'two tags', undefined],
    ['example.com:5000/app:1:2', 'two tags', undefined],
    ['nginx:-1', 'not a valid image name', undefined],
    ['a//b', 'not a valid image name', undefined],
  ])('%s: %s', (image, reason, mended) => {
    const text = pod(image, 'tty: true');
    expect(ownLines(text)).toEqual([expect.stringMatching(new RegExp(`^warning image-reference-invalid .*${reason}`))]);
    expect(fixTitles(text, 'image-reference-invalid').length).toBe(mended ? 1 : 0);
    if (mended) expect(fixed(text, 'image-reference-invalid')).toBe(pod(mended, 'tty: true'));
  });

  it.each([
    [`\${IMAGE}`],
    [`nginx:\${TAG}`],
    ['$(IMAGE)'],
    ['nginx:$TAG'],
    ['"<your image>"'],
    ['"#{image}#"'],
    ['IMAGE_NAME:latest'],
    ['gcr.io/PROJECT-ID/app:1'],
    ['docker.io/{username}/app'],
    ['ko://example.com/cmd/app'],
    ['registry.../app:v1'],
  ])('%s is left to be filled in', (image) => {
    const text = pod(image, 'tty: true');
    expect(ownLines(text)).toEqual([expect.stringMatching(/^information image-reference-invalid /)]);
    expect(fixTitles(text, 'image-reference-invalid')).toEqual([]);
  });

  it.each([
    ['nginx'],
    ['localhost:5000/a_b/c.d-e:V1.2_3-x'],
    [`nginx:1@sha256:${'0123'.repeat(16)}`],
    ['Registry/app'],
    ['""'],
    ['" nginx"'],
  ])('is silent on %s', (image) => expect(ownCodes(pod(image, 'tty: true'))).toEqual([]));
});

describe('same-server-port', () => {
  const two = (one: string, other: string) => `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  containers:
    - {name: a, ${one}}
    - {name: b, ${other}}
`;

  it.each([
    ['image: nginx', 'image: "nginx:1.27"'],
    ['image: nginx', 'image: httpd'],
    ['image: mysql', 'image: mariadb, env: [{name: MARIADB_ROOT_PASSWORD, value: a}]'],
    ['image: nginx', 'image: nginx, volumeMounts: [{name: v, mountPath: /usr/share/nginx/html}]'],
    ['image: nginx', 'image: nginx, ports: [{containerPort: 8080}]'],
  ])('finds %s and %s', (one, other) => {
    expect(ownCodes(two(one, other))).toEqual(['same-server-port']);
  });

  it.each([
    ['image: nginx', 'image: redis'],
    ['image: nginx', 'image: example.com/nginx'],
    ['image: nginx', 'image: nginx, command: [nginx, -c, /a]'],
    ['image: nginx', 'image: nginx, args: [nginx, -g, "daemon off;"]'],
    ['image: nginx', 'image: nginx, env: [{name: NGINX_PORT, value: "1"}]'],
    ['image: nginx', 'image: nginx, envFrom: [{configMapRef: {name: a}}]'],
    ['image: nginx', 'image: nginx, volumeMounts: [{name: v, mountPath: /etc/nginx/conf.d}]'],
    ['image: nginx', 'image: nginx, volumeMounts: [{name: v, mountPath: /}]'],
    ['image: nginx', 'image: nginx, lifecycle: {postStart: {exec: {command: [a]}}}'],
    ['image: nginx, ports: [{containerPort: 80}]', 'image: nginx, ports: [{containerPort: 80}]'],
  ])('is silent on %s and %s', (one, other) => expect(ownCodes(two(one, other))).toEqual([]));
});

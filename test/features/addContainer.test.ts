import { describe, expect, it } from 'vitest';
import { codeActions } from '../../server/src/service/features/codeActions.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { workloadsOf } from '../../server/src/service/model/index.ts';
import { lines, manifestOf } from '../helpers/manifests.ts';
import { refactoringsAt } from '../helpers/refactorings.ts';

const sidecar = 'Add a log-shipping sidecar container to this pod';
const nativeSidecar = 'Add a native sidecar that ships logs to this pod';
const adapter = 'Add an adapter container that turns logs into JSON to this pod';
const ambassador = 'Add an ambassador container that proxies a service to this pod';
const waitFor = 'Add an init container that waits for a service to this pod';
const clone = 'Add an init container that clones a repository to this pod';
const files = 'Add an init container that prepares files to this pod';
const helper = 'Add a helper container to this pod';
const all = [sidecar, nativeSidecar, adapter, ambassador, waitFor, clone, files, helper];

/** What is offered for a manifest; the cursor is at `‸`, or at the first `image`. */
function offers(marked: string) {
  const text = marked.replace('‸', '');
  const cursor = marked.includes('‸') ? marked.indexOf('‸') : text.indexOf('image');
  return refactoringsAt(text, cursor).filter(({ title }) => title.endsWith('to this pod'));
}

const titles = (marked: string) => offers(marked).map(({ title }) => title);

function added(marked: string, title: string): string {
  const offer = offers(marked).find((each) => each.title === title);
  return offer?.apply() ?? 'not offered';
}

/** Names of the containers by list, of the volumes, and the mounts as `container volume path`. */
function partsOf(text: string) {
  const pods = manifestOf(text).chunks.flatMap(({ chunk }) => workloadsOf(chunk).flatMap(({ pod }) => pod ?? []));
  return pods.map((pod) => ({
    init: pod.initContainers.map(({ name, role }) => (role === 'sidecar' ? `${name} (sidecar)` : name)),
    app: pod.containers.map(({ name }) => name),
    volumes: pod.volumes.map(({ name }) => name),
    mounts: [...pod.initContainers, ...pod.containers].flatMap(({ name, mounts }) =>
      mounts.map((mount) => `${name} ${mount.name} ${mount.mountPath}`),
    ),
  }));
}

const pod = (container: string, rest = '') => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
${container}${rest}`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
      - name: web # the shop
        image: "nginx:1.27"
      # keep
      nodeSelector: {disk: ssd}
`;

const json = `{
  "apiVersion": "v1",
  "kind": "Pod",
  "metadata": { "name": "web" },
  "spec": {
    "containers": [
      { "name": "web", "image": "nginx:1.27" }
    ]
  }
}
`;

const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: web
spec:
  schedule: "0 * * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: web
              image: busybox:1.37
              command: [sh, -c, 'date > /out/date.txt']
              volumeMounts:
                - {name: out, mountPath: /out}
          volumes:
            - name: out
              emptyDir: {}
`;

const styles: Record<string, string> = {
  block: pod('      env:\n        - name: A # why\n          value: "1"\n'),
  'no line break at the end': pod('      workingDir: /srv').trimEnd(),
  'a script at the end': pod(
    "      command:\n        - sh\n        - -c\n        - >-\n          nginx\n          -g 'daemon off;'\n\n",
    '  # below\n  dnsPolicy: Default\n',
  ),
  CRLF: pod('').replaceAll('\n', '\r\n'),
  'unindented lists in a Deployment': deployment,
  flow: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx:1.27}]} # all\n',
  'flow items': pod('').replace('- name: web\n      image: nginx:1.27', '- {name: web, image: nginx:1.27}'),
  JSON: json,
  'JSON on a line': JSON.stringify(JSON.parse(json)),
  'null lists': pod('      volumeMounts:\n', '  initContainers:\n  volumes: # none\n'),
  'empty lists': pod('      volumeMounts: []\n', '  initContainers: []\n  volumes: []\n'),
  'a list item': `apiVersion: v1\nkind: List\nitems:\n  - ${pod('').trimEnd().replaceAll('\n', '\n    ')}\n`,
  'four spaces': `apiVersion: v1
kind: Pod
metadata:
    name: web
spec:
    containers:
        - name: web
          image: nginx:1.27
    dnsPolicy: Default
`,
  'all there': pod(
    '      volumeMounts:\n        - name: logs\n          mountPath: /var/log/app\n',
    '  initContainers:\n    - name: clone\n      image: busybox:1.37\n      command: [date]\n  volumes:\n    - name: logs\n      emptyDir: {}\n',
  ),
};
const everyStyle = Object.entries(styles).map(([name, text]) => ({ name, text }));

describe.each(everyStyle)('in $name', ({ text }) => {
  it('every container can be added, again and again', () => {
    expect(titles(text)).toEqual(all);
    let filled = text;
    for (const title of [...all, ...all]) {
      filled = added(filled, title);
      expect(lines(filled), filled).toEqual(lines(text));
    }
    const [parts] = partsOf(filled);
    expect([parts?.init.length, parts?.app.length]).toEqual([8 + (text.includes('clone') ? 1 : 0), 9]);
    expect(filled.match(/LISTEN:\d+/g)).toEqual(['LISTEN:6379', 'LISTEN:6380']);
  });

  it('what is there stays as it is', () => {
    const manifest = manifestOf(text);
    const start = manifest.document.positionAt(text.indexOf('image'));
    const actions = codeActions(manifest, { start, end: start }, defaultSettings, { only: ['refactor.rewrite'] });
    for (const { edit } of actions.filter(({ title }) => all.includes(title))) {
      for (const { range, newText } of Object.values(edit?.changes ?? {}).flat()) {
        expect(newText).toContain(manifest.document.getText(range));
        expect(newText.replaceAll('\r\n', '')).not.toMatch(text.includes('\r\n') ? '\n' : '\r');
      }
    }
  });
});

it('is written as the file is', () => {
  expect(added(deployment, sidecar)).toBe(
    deployment.replace(
      '      # keep',
      `        volumeMounts:
        - name: logs
          mountPath: /var/log/app
      - name: log-shipper
        image: busybox:1.37
        command:
        - sh
        - -c
        - tail -n +1 -F /var/log/app/app.log
        volumeMounts:
        - name: logs
          mountPath: /var/log/app
          readOnly: true
      volumes:
      - name: logs
        emptyDir: {}
      # keep`,
    ),
  );
  expect(added(json, waitFor)).toBe(
    json.replace(
      '    ]\n',
      `    ],
    "initContainers": [{"name": "wait-for-service", "image": "busybox:1.37", "command": ["sh", "-c", "until nc -z -w 2 db 5432; do echo waiting for db; sleep 2; done"]}]\n`,
    ),
  );
  expect(added(styles.flow ?? '', ambassador)).toBe(
    (styles.flow ?? '').replace(
      'nginx:1.27}',
      `nginx:1.27}, {name: ambassador, image: alpine/socat:1.8.0.3, args: ["TCP4-LISTEN:6379,bind=127.0.0.1,fork,reuseaddr", TCP:redis:6379]}`,
    ),
  );
});

describe('the shared volume', () => {
  const emptyDir = '  volumes:\n    - name: data\n      emptyDir: {}\n';
  const mount = (path: string, more = '') =>
    `      volumeMounts:\n        - name: data\n          mountPath: ${path}\n${more}`;
  const writes = (path: string) => `      command: [sh, -c, 'while true; do date >> ${path}; sleep 5; done']\n`;

  it.each([
    ['a new one where nothing tells', pod(''), 'tail -n +1 -F /var/log/app/app.log', 'logs /var/log/app'],
    ['a new one where the app writes', pod(writes('/log/app.log')), 'tail -n +1 -F /log/app.log', 'logs /log'],
    [
      'a new one where an option says so',
      pod('      args: [--log=/srv/logs/a.log]\n'),
      '-F /srv/logs/a.log',
      'logs /srv/logs',
    ],
    ['the one with the file', pod(writes('/d/x/a.txt') + mount('/d'), emptyDir), '-F /d/x/a.txt', 'data /d'],
    [
      'one that looks like it',
      pod(mount('/var/log/nginx/'), emptyDir),
      '-F /var/log/nginx/app.log',
      'data /var/log/nginx',
    ],
    [
      'one of the node',
      pod(mount('/log'), '  volumes:\n    - name: data\n      hostPath: {path: /a}\n'),
      '-F /log/app.log',
      'data /log',
    ],
    ['not one for other things', pod(mount('/cache'), emptyDir), '-F /var/log/app/app.log', 'logs /var/log/app'],
    [
      'not a part of one',
      pod(mount('/log', '          subPath: a\n'), emptyDir),
      '/var/log/app/app.log',
      'logs /var/log/app',
    ],
    [
      'a new one in an image that has nothing there',
      pod(writes('/out/a.txt')).replace('nginx:1.27', 'busybox:1.37'),
      '-F /out/a.txt',
      'logs /out',
    ],
    ['not a folder with the app in it', pod(writes('/app/a.txt')), '-F /var/log/app/app.log', 'logs /var/log/app'],
    ['not a folder of the system', pod(writes('/etc/a.log')), '-F /var/log/app/app.log', 'logs /var/log/app'],
    [
      'not a ConfigMap',
      pod(mount('/var/log/app'), '  volumes:\n    - name: data\n      configMap: {name: a}\n'),
      '-F /var/log/app-2/app.log',
      'logs /var/log/app-2',
    ],
    [
      'another name where it is taken',
      pod(mount('/cache'), emptyDir).replaceAll('name: data', 'name: logs'),
      '-F /var/log/app/app.log',
      'logs-2 /var/log/app',
    ],
  ])('for logs: %s', (_, text, command, shared) => {
    for (const title of [sidecar, nativeSidecar, adapter]) {
      const after = added(text, title);
      expect(after).toContain(command);
      const container = title === adapter ? 'adapter' : 'log-shipper';
      expect(partsOf(after)[0]?.mounts).toContain(`${container} ${shared}`);
      const [volume, path = ''] = shared.split(' ');
      expect(after.replaceAll('/\n', '\n')).toContain(`- name: ${volume}\n          mountPath: ${path}\n`);
      expect(lines(after)).toEqual(lines(text));
    }
  });

  it.each([
    ['in the folder that nginx serves', pod(''), 'web content /usr/share/nginx/html'],
    [
      'in the folder that httpd serves',
      pod('').replace('nginx:1.27', 'docker.io/library/httpd:2.4'),
      'web content /usr/local/apache2/htdocs',
    ],
    ['in a folder of its own', pod('').replace('nginx:1.27', 'redis:7.4'), 'web content /content'],
    ['in the one that is there', pod(mount('/usr/share/nginx/html'), emptyDir), 'web data /usr/share/nginx/html'],
    ['not in one for other things', pod(mount('/cache'), emptyDir), 'web content /usr/share/nginx/html'],
  ])('for files: %s', (_, text, shared) => {
    for (const title of [clone, files]) expect(partsOf(added(text, title))[0]?.mounts).toContain(shared);
  });

  it('for files: not one that is filled already', () => {
    const [parts] = partsOf(added(added(pod(''), files), clone));
    expect(parts?.volumes).toEqual(['content', 'content-2']);
    expect(parts?.mounts).toContain('web content-2 /usr/share/nginx/html-2');
  });
});

it('a pod that is to end gets native sidecars only', () => {
  expect(titles(cronJob)).toEqual(all.filter((title) => title !== sidecar));
  for (const [title, name] of [
    [nativeSidecar, 'log-shipper'],
    [adapter, 'adapter'],
    [ambassador, 'ambassador'],
    [helper, 'helper'],
  ]) {
    const text = added(cronJob, title ?? '');
    expect(partsOf(text)[0]).toMatchObject({ init: [`${name} (sidecar)`], app: ['web'], volumes: ['out'] });
    expect(lines(text)).toEqual([]);
  }
  expect(added(cronJob, nativeSidecar)).toContain('tail -n +1 -F /out/date.txt');
});

it('the helper asks the port that the app declares', () => {
  expect(added(pod('      ports:\n        - containerPort: 8080\n'), helper)).toContain('http://localhost:8080;');
});

it('gives the container a user where root is not allowed', () => {
  const nonRoot = (user: string) => pod('', `  securityContext: {runAsNonRoot: true${user}}\n`);
  const context = '      securityContext:\n        runAsUser: 65534\n';
  for (const { apply } of offers(nonRoot(''))) expect(apply()).toContain(context);
  for (const { apply } of offers(nonRoot(', runAsUser: 1000'))) expect(apply()).not.toContain('65534');
});

describe('the pod at the cursor', () => {
  const two = `${pod('')}---\n${pod('', '  # the second\n').replaceAll('web', 'api')}`;
  const list = JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [JSON.parse(json), JSON.parse(json.replace('"web"', '"x"'))],
  });
  const inner = pod('', '    - name: log\n      image: busybox:1.37\n      command: [sleep, "5"]\n');

  it.each([
    ['first document', two.replace('spec:', 'sp‸ec:'), 0],
    ['end of the first document', two.replace('\n---', '‸\n---'), 0],
    ['second document', two.replace('name: api\n      im', 'name: ‸api\n      im'), 1],
    ['blank line at the end', `${two}\n\n‸`, 1],
    ['item of a List', list.replace(/"x"(.*"image)/, '"x"$1‸'), 1],
  ])('%s', (_, text, index) => {
    const parts = partsOf(added(text, helper));
    expect(parts.map(({ app }) => app.length)).toEqual(index === 0 ? [2, 1] : [1, 2]);
  });

  it('the app container at the cursor shares the volume, else the first', () => {
    const mounts = (text: string) => partsOf(added(text, files))[0]?.mounts;
    expect(mounts(inner.replace('name: log', 'name: ‸log'))).toContain('log content /content');
    expect(mounts(inner.replace('spec:', '‸spec:'))).toContain('web content /usr/share/nginx/html');
  });

  it.each([
    ['outside of the pod spec', pod('').replace('name: web', 'name: ‸web')],
    ['no pod spec', '‸apiVersion: v1\nkind: Pod\nmetadata:\n  name: image\n'],
    ['no app container', 'apiVersion: v1\nkind: Pod\nspec:\n  ‸initContainers:\n    - name: a\n      image: b:1.0\n'],
    ['another kind', 'apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - name: image\n      port: 80\n'],
    ['YAML that does not parse', pod('      command: [sh\n')],
    ['a Helm template', pod('', '  hostname: {{ .Values.host }}\n')],
    ['a Windows pod', pod('', '  os: {name: windows}\n')],
    ['a Windows container', pod('      securityContext: {windowsOptions: {hostProcess: true}}\n')],
    ['a pod that is used elsewhere', pod('', 'x: *s\n').replace('spec:', 'spec: &s')],
  ])('nothing for %s', (_, text) => {
    expect(titles(text)).toEqual([]);
  });

  it('a list that comes from elsewhere is left alone', () => {
    const merged = pod('').replace('- name: web', '- <<: {volumeMounts: [{name: d, mountPath: /d}]}\n      name: web');
    expect(titles(merged)).toEqual([ambassador, waitFor, helper]);
  });
});

it('is not among what is asked for by another kind', () => {
  const manifest = manifestOf(pod(''));
  const at = { line: 6, character: 8 };
  expect(
    codeActions(manifest, { start: at, end: at }, defaultSettings, { only: ['quickfix', 'source.fixAll'] }),
  ).toEqual([]);
});

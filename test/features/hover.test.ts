import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/service/features/hover.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { duration } from '../../server/src/service/rules/describe.ts';
import { manifestOf } from '../helpers/manifests.ts';

/** The hover at the `‸` of a manifest: what is underlined, and the text. */
function hoverAt(marked: string): { token: string; text: string } | undefined {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error('no cursor');
  const manifest = manifestOf(marked.replace('‸', ''));
  const found = hover(manifest, manifest.document.positionAt(offset), defaultSettings, new Date(0));
  if (!found?.range) return undefined;
  const { contents } = found;
  if (typeof contents !== 'object' || !('value' in contents)) throw new Error('no Markdown');
  return { token: manifest.document.getText(found.range), text: contents.value };
}

/** What a hover says of a role in the pod, without its link, which must be one of the Kubernetes documentation. */
function textAt(marked: string): string {
  const [role = ''] = (hoverAt(marked)?.text ?? '').split('\n\n---\n\n');
  const [link = '', ...rest] = role.split('\n\n').reverse();
  expect(link).toMatch(/^\[[^\]]+\]\(https:\/\/kubernetes\.io\/docs\/[\w/#-]+\)$/);
  return rest.reverse().join('\n\n');
}

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n${spec.replace(/^\n+/, '')}`;
const indent = (text: string, depth: number) => text.replace(/^(?=.)/gm, ' '.repeat(depth));

describe('where there is a hover', () => {
  const spec = `
  initContainers:
    - name: init
      image: busybox
      command: [sleep, "5"]
  containers:
    - name: app
      image: nginx
      args:
        - -g
        - daemon off;
      livenessProbe:
        exec:
          command: [cat, /ready]
      volumeMounts:
        - name: logs
          mountPath: /logs
  volumes:
    - name: logs
      emptyDir: {}
`;
  it.each([
    ['init‸Containers:', 'initContainers'],
    ['initContainers‸:', 'initContainers'],
    ['‸containers:', 'containers'],
    ['na‸me: app', 'name'],
    ['name: ap‸p', 'app'],
    ['name: in‸it', 'init'],
    ['com‸mand: [sleep', 'command'],
    ['[sle‸ep', 'sleep'],
    ['"‸5"', '"5"'],
    ['ar‸gs', 'args'],
    ['- daemon ‸off;', 'daemon off;'],
    ['com‸mand: [cat', 'command'],
    ['[c‸at', 'cat'],
    ['mount‸Path', 'mountPath'],
    ['/lo‸gs', '/logs'],
    ['na‸me: logs\n          mount', 'name'],
    ['name: lo‸gs\n      empty', 'logs'],
  ])('%j', (marked, token) => {
    const plain = marked.replace('‸', '');
    expect(spec.split(plain)).toHaveLength(2);
    const text = pod(spec.replace(plain, marked));
    expect(hoverAt(text)?.token).toBe(token);
    expect(hoverAt(text.replaceAll('\n', '\r\n'))?.token).toBe(token);
  });

  it.each([
    ['ima‸ge: nginx', 'image'],
    ['image: ngi‸nx', 'nginx'],
    ['empty‸Dir', 'emptyDir'],
    ['vol‸umes:', 'volumes'],
    ['volume‸Mounts', 'volumeMounts'],
    ['ki‸nd', 'kind'],
    ['name: we‸b', 'web'],
    ['sp‸ec', 'spec'],
    ['ex‸ec', 'exec'],
  ])('tells of the field alone at %j', (marked, token) => {
    const found = hoverAt(pod(spec).replace(marked.replace('‸', ''), marked));
    expect(found?.token).toBe(token);
    expect(found?.text).not.toContain('---');
  });

  it('tells of the field below what a key does in the pod', () => {
    const [role, field] = (hoverAt(pod(spec).replace('command: [sleep', 'com‸mand: [sleep'))?.text ?? '').split(
      '\n\n---\n\n',
    );
    expect(role).toContain('**What `init` runs**');
    expect(field).toMatch(/^\*\*`command`\*\*: list of strings\n\n/);
  });

  it('leads to a page once', () => {
    const text = hoverAt(pod(spec).replace('initContainers', 'initCon‸tainers'))?.text ?? '';
    const pages = [...text.matchAll(/\]\((https:[^)]+)\)/g)].map(([, url]) => url);
    expect(pages).toEqual([...new Set(pages)]);
    expect(pages.length).toBeGreaterThan(0);
  });

  it('says nothing between tokens', () => {
    expect(hoverAt(pod(spec).replace('    - -g', ' ‸   - -g'))).toBeUndefined();
  });

  it('is the same in every workload, in a List, in flow style and in JSON', () => {
    const containers = '\n  - na‸me: app\n    image: nginx';
    const deployment = `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:${indent(containers, 6)}`;
    const texts = [
      pod(`  containers:${indent(containers, 2)}`),
      deployment,
      `# other\nkind: Service\n---\n${deployment}`,
      `apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:${indent(containers, 10)}`,
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec: {}\n- ${indent(deployment, 2).trim()}`,
      pod('  containers: [{na‸me: app, image: nginx}]'),
      '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"na‸me": "app", "image": "nginx"}]}}',
    ];
    for (const text of texts) expect(textAt(text)).toBe('**`app`**: app container — `nginx`');
  });

  it('takes the first key of a container for its name', () => {
    expect(hoverAt(pod('  containers:\n    - ima‸ge: nginx\n      name: app'))?.token).toBe('image');
    expect(textAt(pod('  containers:\n    - com‸mand: [a]\n      name: app'))).toContain('word by word');
  });

  it.each([
    ['a template', pod('  contai‸ners:\n    - name: {{ .Values.name }}')],
    ['no workload', 'apiVersion: v1\nkind: Service\nspec:\n  contai‸ners: []'],
    ['nothing', '‸'],
    ['no YAML', '‸: : : ['],
    ['a comment', pod('  # contai‸ners\n  containers: []')],
  ])('none in %s', (_, text) => {
    expect(hoverAt(text)).toBeUndefined();
  });

  it.each([
    '  contai‸ners:',
    '  containers:\n  initContai‸ners:\n    -',
    '  containers:\n    - na‸me:',
    '  containers:\n    - na‸me: app\n      volumeMounts:\n        - name: x\n        -\n        - mountPath',
    '  containers:\n    - name: app\n      comm‸and: [sh, -c',
    '  containers:\n    - name: app\n      comm‸and: [sh, -c]\n      args:',
    '  containers:\n    - name: app\n      volumeMounts:\n        - na‸me: x\n  volumes:\n    - name',
    '  containers:\n    - name: app\n      volumeMounts:\n        - name: x\n  volumes:\n    - na‸me: x\n      configMap:',
  ])('stands what is half typed: %j', (spec) => {
    expect(textAt(pod(spec))).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  it.each([
    '  containers:\n    - name: app\n      comm‸and:',
    '  containers:\n    - name: app\n      comm‸and: sleep 5',
    '  containers: [{volumeMounts: [{na‸me: }]}]',
  ])('tells of the field alone where no more is known: %j', (spec) => {
    expect(hoverAt(pod(spec))?.text).toMatch(/^\*\*`(?:command|name)`\*\*: /);
  });
});

describe('containers', () => {
  it('tells who is in the pod and what they share', () => {
    expect(
      textAt(
        pod(`
  con‸tainers:
    - name: app
      image: example.com/app:1
      env: [{name: CACHE, value: "localhost:6379"}]
      ports: [{containerPort: 8080, name: http}, {containerPort: 53, protocol: UDP}]
      volumeMounts: [{name: logs, mountPath: /var/log/app}, {name: own, mountPath: /own}]
    - name: shipper
      image: fluent/fluent-bit:3
      volumeMounts: [{name: logs, mountPath: /logs, readOnly: true}]
    - name: proxy
      image: haproxy
      ports: [{containerPort: 6379}]
  initContainers:
    - {name: mesh, image: envoyproxy/envoy, restartPolicy: Always, ports: [{containerPort: 9901}]}
    - {name: setup, image: busybox, ports: [{containerPort: 1}], volumeMounts: [{name: site, mountPath: /a, subPath: x}]}
    - {name: more, image: busybox, volumeMounts: [{name: site, mountPath: /b}]}
  volumes:
    - name: logs
      emptyDir: {}
    - name: own
    - name: site
      persistentVolumeClaim: {claimName: web}
`),
      ),
    ).toMatchInlineSnapshot(`
      "**In this pod**: one IP address, one localhost, the same volumes.

      - \`app\`: app container 1 of 3, \`example.com/app:1\`
      - \`shipper\`: app container 2 of 3, sidecar, \`fluent/fluent-bit:3\`
      - \`proxy\`: app container 3 of 3, ambassador, \`haproxy\`
      - \`mesh\`: native sidecar, \`envoyproxy/envoy\`
      - \`setup\`: init container 1 of 2, \`busybox\`
      - \`more\`: init container 2 of 2, \`busybox\`

      **Ports on localhost**, shared by all containers:
      - \`app\` \`:8080\` \`http\`
      - \`app\` \`:53\` \`UDP\`
      - \`proxy\` \`:6379\`
      - \`mesh\` \`:9901\`

      **Shared volumes**:
      - \`logs\` (emptyDir): \`app\` at \`/var/log/app\`; \`shipper\` at \`/logs\`, read-only
      - \`site\` (PersistentVolumeClaim \`web\`): \`setup\` at \`/a\`, only \`x\` of it; \`more\` at \`/b\`"
    `);
  });

  it('stays short in a crowd', () => {
    const many = Array.from(
      { length: 50 },
      (_, index) => `{name: a${index}, volumeMounts: [{name: v, mountPath: /v}]}`,
    ).join(', ');
    const text = textAt(pod(`  con‸tainers: [${many}]\n  volumes: [{name: v}]`));
    expect(text).toContain('- … and 30 more');
    expect(text).toContain('; `a5` at `/v`; … and 44 more');
    expect(text).not.toContain('a20');
  });

  it('says that localhost is the node with hostNetwork', () => {
    expect(
      textAt(pod('  hostNetwork: true\n  con‸tainers: [{name: a, ports: [{containerPort: 80}]}]')),
    ).toMatchInlineSnapshot(`
      "**In this pod**: one IP address, one localhost, the same volumes.

      - \`a\`: app container

      **Ports on localhost**, which is the node (hostNetwork):
      - \`a\` \`:80\`"
    `);
  });
});

describe('initContainers', () => {
  const init = (command: string, more = '') =>
    pod(`  init‸Containers:\n    - {name: i, image: tool, command: ${command}${more}}\n  containers: [{name: app}]`);
  const says = (text: string) => /^1\. `i`: (.*)$/m.exec(textAt(text))?.[1];

  it('tells the order, the earliest start and what a failure does', () => {
    expect(
      textAt(
        pod(`
  init‸Containers:
    - {name: wait, image: busybox, command: [sh, -c, "until nslookup db; do sleep 2; done"]}
    - {name: mesh, image: envoyproxy/envoy, restartPolicy: Always}
    - {name: probed, image: envoyproxy/envoy, restartPolicy: Always, startupProbe: {tcpSocket: {port: 1}}}
    - {name: a, image: busybox, command: [sleep, "600"]}
    - {name: b, image: busybox, args: [sleep, "1200"]}
    - {name: c, image: example.com/setup}
  containers:
    - {name: app, image: nginx}
`),
      ),
    ).toMatchInlineSnapshot(`
      "**Before the app**, one after the other:

      1. \`wait\`: waits for service \`db\`
      2. \`mesh\`: native sidecar, keeps running; the next one does not wait
      3. \`probed\`: native sidecar, keeps running; the next one waits only for its startupProbe
      4. \`a\`: sleeps 10 minutes
      5. \`b\`: sleeps 20 minutes
      6. \`c\`: runs what its image starts

      **Start of \`app\`**: after at least 30 minutes.

      **If one fails**: the kubelet starts it again, after 10 s, 20 s, 40 s … up to 5 minutes, until it succeeds (\`Init:CrashLoopBackOff\`)."
    `);
  });

  it.each([
    ['sleeps 10 minutes', '[sleep, "600"]'],
    ['sleeps forever', '[sleep, infinity]'],
    ['runs `sleep $X`', '[sleep, $X]'],
    [
      'waits for service `myservice`',
      '[sh, -c, "until nslookup myservice.$(cat /ns).svc.cluster.local; do echo no; sleep 2; done"]',
    ],
    ['waits for service `db`', '[sh, -c, "until getent hosts db; do sleep 2; done"]'],
    ['waits for host `example.com`', '[sh, -c, "until dig example.com; do sleep 2; done"]'],
    [
      'waits for service `myservice`',
      '[sh, -c, "for i in {1..100}; do sleep 1; if dig myservice; then exit 0; fi; done; exit 1"]',
    ],
    ['waits for `db:5432`', '[sh, -c, "while ! nc -z -w 2 db 5432; do sleep 1; done"]'],
    ['waits for `db:5432`', '[sh, -c, "until (echo > /dev/tcp/db/5432); do sleep 1; done"]'],
    ['waits for `http://web/ready`', '[sh, -c, "until wget -qO- http://web/ready; do sleep 1; done"]'],
    [
      'waits for `http://web/ready`',
      '[sh, -c, "while true; do if curl -sf http://web/ready; then break; fi; sleep 1; done"]',
    ],
    ['waits for the database on `db`', '[sh, -c, "until pg_isready -h db -U me; do sleep 1; done"]'],
    ['waits for file `/work/ready` (volume `v`)', '[sh, -c, "while [ ! -f /work/ready ]; do sleep 1; done"]'],
    ['waits until `custom check` succeeds', '[sh, -c, "until custom check; do sleep 1; done"]'],
    ['waits for `db:5432`', '[./wait-for-it.sh, "db:5432", -t, "60"]'],
    ['clones `https://x/y.git` into `/work` (volume `v`)', '[git, clone, --depth, "1", "https://x/y.git", /work]'],
    ['clones `git@x:y.git`', '[git, clone, "git@x:y.git"]'],
    ['copies `/a /b` to `/work/c` (volume `v`)', '[cp, -r, /a, /b, /work/c]'],
    ['downloads `https://x/y` to `/work/y` (volume `v`)', '[wget, -O, /work/y, "https://x/y"]'],
    ['calls `https://x/y`', '[curl, -X, POST, "https://x/y"]'],
    ['writes `/work/i.html` (volume `v`)', '[sh, -c, "echo hi > /work/i.html; echo ho > /dev/null"]'],
    ['writes `/work/i.html` (volume `v`)', '[sh, -c, "{ echo hi; echo ho; } > /work/i.html"]'],
    ['changes the owner of `/work` (volume `v`)', '[chown, -R, "1:1", /work]'],
    ['migrates the database (`python manage.py migrate`)', '[python, manage.py, migrate]'],
    ['sets kernel parameters', '[sysctl, -w, vm.max_map_count=262144]'],
    ['runs `npm ci`', '[sh, -c, "set -e; cd /app; npm ci"]'],
    [
      'creates `/x`, then sleeps 5 seconds, then runs `a`, then runs `b`, then …',
      '[sh, -c, "mkdir /x && sleep 5; a; b; c"]',
    ],
    ['runs `echo hello`', '[echo, hello]'],
    ['runs `sh -c if broken`', '[sh, -c, "if broken"]'],
  ])('%s', (expected, command) => {
    expect(says(`${init(command, ', volumeMounts: [{name: v, mountPath: /work}]')}\n  volumes: [{name: v}]`)).toBe(
      expected,
    );
  });

  it('names the one that never ends', () => {
    expect(textAt(init('[tail, -f, /dev/null]'))).toContain(
      '**Start of `app`**: never, because `i` does not end on its own.',
    );
    expect(textAt(init('[echo, a]'))).toContain('**Start of `app`**: at once');
    expect(textAt(init('[x]'))).toContain('**Start of `app`**: when all of this has succeeded.');
  });

  it.each([
    ['Pod', 'Always', 'the kubelet starts it again'],
    ['Pod', 'OnFailure', 'the kubelet starts it again'],
    ['Pod', 'Never', 'the pod fails (`restartPolicy: Never`), `Init:Error`, and the app never starts.'],
    ['Job', 'Never', 'the Job starts a new pod, at most 2 times'],
    ['Job', 'OnFailure', 'until it succeeds (`Init:CrashLoopBackOff`). After 2 retries the Job fails'],
  ])('a failure in a %s with %s', (kind, policy, expected) => {
    const spec = `restartPolicy: ${policy}, init‸Containers: [{name: i, command: [x]}], containers: []`;
    const text =
      kind === 'Pod'
        ? `{apiVersion: v1, kind: Pod, spec: {${spec}}}`
        : `{apiVersion: batch/v1, kind: Job, spec: {backoffLimit: 2, template: {spec: {${spec}}}}}`;
    expect(textAt(text)).toContain(`**If one fails**: `);
    expect(textAt(text)).toContain(expected);
  });

  it('counts 6 retries in a CronJob that names none, and is silent about failures of native sidecars', () => {
    const cron =
      '{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {restartPolicy: Never, init‸Containers: [{name: i}]}}}}}}';
    expect(textAt(cron)).toContain('at most 6 times');
    expect(textAt(pod('  init‸Containers: [{name: s, restartPolicy: Always}]'))).not.toContain('If one fails');
  });
});

describe('a container', () => {
  const spec = `
  initContainers:
    - {name: first, image: busybox, command: [sleep, "90"]}
    - {name: mesh, image: envoyproxy/envoy, restartPolicy: Always, startupProbe: {tcpSocket: {port: 1}}}
    - {name: last, image: busybox, command: [tail, -f, /dev/null]}
    - {name: agent, image: agent, restartPolicy: Always}
  containers:
    - {name: app, image: nginx}
    - {name: shipper, image: fluentd, volumeMounts: [{name: logs, mountPath: /logs}]}
  ephemeralContainers:
    - {name: debugger, image: busybox}
`;
  it.each(['first', 'mesh', 'last', 'agent', 'app', 'debugger'])('%s', (name) => {
    expect(textAt(pod(spec.replace(`name: ${name}`, `name: ‸${name}`)))).toMatchSnapshot();
  });

  it.each([
    ['**Sidecar**: reads what `app` writes to volume `v`.', 'image: fluentd, volumeMounts: [{name: v, mountPath: /a}]'],
    [
      '**Sidecar**: writes to volume `v` what `app` reads.',
      'command: [sh, -c, "date > /a/x"], volumeMounts: [{name: v, mountPath: /a}]',
    ],
    [
      '**Adapter**: reads what `app` writes to volume `v` and turns it into another form.',
      'image: log-exporter, volumeMounts: [{name: v, mountPath: /a}]',
    ],
    ['**Adapter**: turns what `app` offers into another form, such as metrics.', 'image: redis-exporter'],
    [
      '**Ambassador**: a proxy; `app` reaches what is outside the pod through `localhost:81` (`DB`).',
      'image: envoyproxy/envoy, ports: [{containerPort: 81}]',
    ],
    [
      '**Ambassador**: a proxy; `app` reaches what is outside the pod through `localhost:82`.',
      'image: envoyproxy/envoy, ports: [{containerPort: 82}]',
    ],
  ])('%s', (expected, helper) => {
    const app =
      '{name: app, env: [{name: DB, value: "localhost:81"}], args: ["localhost:82"], volumeMounts: [{name: v, mountPath: /v}]}';
    expect(textAt(pod(`  containers: [${app}, {na‸me: h, ${helper}}]\n  volumes: [{name: v}]`))).toContain(
      `\n\n${expected}`,
    );
  });
});

describe('command and args', () => {
  const container = (fields: string) =>
    pod(`  containers:\n    - name: app\n      image: nginx\n${indent(fields.trim(), 6)}`);
  it.each([
    ['a plain command', 'comm‸and: [nginx, "-g", "daemon off;"]'],
    ['only args', 'ar‸gs: ["-g", ""]'],
    ['a script', 'command: [sh, -ec]\nargs:\n  - |‸\n    while true; do\n      date\n    done\n  - "0"'],
    ['a missing script', 'comm‸and: [sh, -c]'],
    ['a number', 'comm‸and: [sleep, 600]'],
    [
      'variables',
      'env:\n  - {name: PORT, value: "80"}\n  - {name: PW, valueFrom: {secretKeyRef: {name: db, key: pw}}}\n  - {name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}\n' +
        'comm‸and: [a, "$(PORT)", "$(PW)@$(IP)", "$(NONE)", "$$(PORT)", "$(date)"]',
    ],
    ['variables of envFrom', 'envFrom: [{configMapRef: {name: x}}]\ncomm‸and: [a, "$(NONE)"]'],
    [
      'a probe',
      'env: [{name: A, value: "1"}, {name: B, valueFrom: {}}]\nlivenessProbe: {exec: {comm‸and: [a, "$(A)", "<$(B)>"]}}',
    ],
    ['a hook', 'env: [{name: A, value: "1"}]\nlifecycle: {preStop: {exec: {comm‸and: [sh, -c, "a $(A)"]}}}'],
    ['back ticks', 'comm‸and: [sh, -c, "echo ```date```"]'],
    ['a null', 'comm‸and: [echo, ~]'],
  ])('%s', (_, fields) => {
    expect(textAt(container(fields))).toMatchSnapshot();
  });
});

describe('a volume', () => {
  const mounts =
    'containers: [{name: app, volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /b, subPath: c, readOnly: true}]}, {name: b, volumeMounts: [{name: v}]}]';
  it.each([
    'emptyDir: {}',
    'emptyDir: {medium: Memory}',
    'configMap: {name: conf}',
    'configMap: {}',
    'secret: {secretName: keys}',
    'persistentVolumeClaim: {claimName: data, readOnly: true}',
    'hostPath: {path: /var/run}',
    'nfs: {server: nas, path: /export}',
    'csi: {driver: secrets-store.csi.k8s.io}',
    'image: {reference: "example.com/model:1"}',
    'projected: {sources: [{configMap: {name: a}}, {serviceAccountToken: {path: token}}]}',
    'downwardAPI: {items: []}',
    'ephemeral: {}',
    'iscsi: {}',
    'emptyDir: ~\n      configMap: {name: conf}',
    '<<: {secret: {secretName: keys}}',
    'projected: {sources: [{secret: ~, configMap: {name: a}}, {<<: {secret: {name: b}}}]}',
  ])('%s', (source) => {
    expect(hoverAt(pod(`  ${mounts}\n  volumes:\n    - name: ‸v\n      ${source}`))?.text).toMatchSnapshot();
  });

  it('is the same at its mounts', () => {
    const text = pod('  containers: [{name: app, volumeMounts: [{name: v, mountPath: /a}]}]\n  volumes: [{name: v}]');
    const atVolume = textAt(text.replace('[{name: v}]', '[{na‸me: v}]'));
    for (const place of ['na‸me: v', 'name: ‸v', 'mount‸Path: /a', 'mountPath: ‸/a']) {
      expect(textAt(text.replace(place.replace('‸', ''), place))).toBe(atVolume);
    }
  });

  it('tells of claim templates, volumes that are missing, and those that nobody mounts', () => {
    const set =
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec:\n  volumeClaimTemplates: [{metadata: {na‸me: data}}]\n  template: {spec: {containers: [{name: app, volumeMounts: [{name: data, mountPath: /data}]}]}}';
    expect(textAt(set)).toMatchInlineSnapshot(`
      "**Volume \`data\`**: claim template

      Each pod of the StatefulSet has a claim of its own (\`data-db-0\`, …) that outlives it.

      - \`app\` at \`/data\`"
    `);
    expect(
      textAt(pod('  containers: [{name: app, volumeMounts: [{na‸me: x, mountPath: /a}]}]')),
    ).toMatchInlineSnapshot(`
      "There is no volume \`x\` in \`volumes\` yet.

      - \`app\` at \`/a\`"
    `);
    expect(textAt(pod('  containers: []\n  volumes: [{na‸me: x}]'))).toMatchInlineSnapshot(`
      "**Volume \`x\`**: emptyDir

      Starts empty, outlives the restart of a container, and is gone with the pod.

      No container mounts it."
    `);
  });
});

describe('duration', () => {
  it.each([
    [0, '0 seconds'],
    [0.5, '0.5 seconds'],
    [1, '1 second'],
    [45, '45 seconds'],
    [60, '1 minute'],
    [1800, '30 minutes'],
    [3900, '1 hour 5 minutes'],
    [90061, '1 day 1 hour 1 minute 1 second'],
    [7200, '2 hours'],
    [172800, '2 days'],
  ])('%d: %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

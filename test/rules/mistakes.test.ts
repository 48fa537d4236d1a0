import { describe, expect, it } from 'vitest';
import { codes, podWith } from '../helpers/manifests.ts';

/** What goes wrong, how it is written, and the codes that tell of it. */
type Mistake = readonly [what: string, text: string, ...codes: string[]];

/** A pod whose container runs an image with a shell. */
const busybox = (lines: string, podLines = '') => podWith(lines, podLines).replace('nginx:1.27', 'busybox:1.37');

/** A pod with an init container before the container that it is for. */
const withInit = (lines: string, podLines = '', appLines = 'env: []') =>
  podWith(appLines, `initContainers:\n  - name: init\n    ${lines.replaceAll('\n', '\n    ')}\n${podLines}`);

const deployment = (spec: string, template = '') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  ${spec.replaceAll('\n', '\n  ')}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "nginx:1.27"}]
      ${template}
`;

const job = (pod: string) => `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec:
  template:
    spec:
      ${pod.trim().replaceAll('\n', '\n      ')}
`;

const loop = 'command: [sh, -c, "while true; do date; sleep 5; done"]';

const commands: readonly Mistake[] = [
  ['a command that is one string', busybox('command: sleep 1000'), 'command-not-list'],
  ['args that are one string', podWith('args: -g daemon'), 'command-not-list'],
  ['the command of a probe as one string', podWith('livenessProbe: {exec: {command: cat /x}}'), 'command-not-list'],
  ['exec as a list', podWith('livenessProbe: {exec: [cat, /x]}'), 'exec-not-object'],
  ['a hook as a string', podWith('lifecycle: {preStop: sleep 5}'), 'exec-not-object'],
  ['a whole line in one item', busybox('command: ["sleep 1000"]'), 'command-line-in-one-item'],
  ['shell and flag in one item', busybox('command: ["sh -c", "sleep 9"]'), 'command-line-in-one-item'],
  [
    'shell and flag in one item, by path',
    busybox('command: ["/bin/sh -c"]\nargs: [sleep 9]'),
    'command-line-in-one-item',
  ],
  ['a shell without -c', busybox('command: [sh, "sleep 1000"]'), 'shell-without-c'],
  ['a shell without -c, and args', busybox('command: [sh]\nargs: ["sleep 1000"]'), 'shell-without-c'],
  ['two scripts behind -c', busybox('command: [sh, -c, "sleep 1", "sleep 1000"]'), 'shell-ignored-args'],
  ['several args behind -c', busybox('command: [sh, -c]\nargs: [sleep 1, sleep 1000]'), 'shell-ignored-args'],
  ['-c without a script', busybox('command: [sh, -c]'), 'shell-c-without-script'],
  [
    'shell operators without a shell',
    busybox('command: [sleep, "1", "&&", sleep, "5"]'),
    'container-exits-at-once',
    'shell-syntax-without-shell',
  ],
  [
    'a pipe without a shell',
    busybox('command: [cat, /etc/hosts, "|", wc]'),
    'container-exits-at-once',
    'shell-syntax-without-shell',
  ],
  [
    'a redirection without a shell',
    podWith('lifecycle: {postStart: {exec: {command: [echo, a, ">", /tmp/a]}}}'),
    'shell-syntax-without-shell',
  ],
  [
    'a glob without a shell',
    podWith('lifecycle: {postStart: {exec: {command: [ls, "*.txt"]}}}'),
    'shell-syntax-without-shell',
  ],
  [
    'a command substitution without a shell',
    busybox('command: [echo, "$(date +%s)"]'),
    'container-exits-at-once',
    'shell-syntax-without-shell',
  ],
  [
    'a shell variable without a shell',
    podWith('args: ["--host=$MY_IP"]\nenv: [{name: MY_IP, value: a}]'),
    'variable-without-shell',
  ],
  [
    'a reference to no variable',
    podWith('args: ["--host=$(HOTS)"]\nenv: [{name: HOST, value: a}]'),
    'reference-undefined',
  ],
  ['$$ for the process number', busybox('command: [sh, -c, "echo $$; sleep 1000"]'), 'dollar-collapses'],
  [
    'a reference to a later variable',
    podWith('env: [{name: A, value: $(B)}, {name: B, value: b}]'),
    'reference-before-definition',
  ],
  [
    'a reference in a probe to a value from elsewhere',
    podWith(
      'env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]\nlivenessProbe: {exec: {command: [curl, $(A), "80"]}}',
    ),
    'reference-in-probe',
  ],
  ['options first', busybox('command: ["--port=80"]'), 'command-starts-with-option'],
  ['args for an image without entrypoint', busybox('args: ["--port=80"]'), 'args-without-entrypoint'],
  [
    'a command that skips the entrypoint',
    podWith('command: [postgres]').replace('nginx:1.27', 'postgres:17'),
    'command-skips-entrypoint',
  ],
  ['a number in a list', busybox('command: [sleep, 1000]'), 'command-item-not-string'],
  ['a bool in a list', podWith('args: [serve, true]'), 'command-item-not-string'],
  ['an empty item', busybox('command:\n  - sleep\n  - "9"\n  -'), 'container-exits-at-once', 'command-item-null'],
  ['null in a list', busybox('command: [sleep, "9", null]'), 'container-exits-at-once', 'command-item-null'],
  ['a colon in an item', busybox('command:\n  - sh\n  - -c\n  - echo a: b; sleep 9'), 'command-item-map'],
  ['a colon behind quotes', busybox('command:\n  - sh\n  - -c\n  - echo "a: b"'), 'command-item-map'],
  ['a shell cut by a comment', busybox('args:\n  - sh -c # run'), 'script-cut-by-comment'],
  [
    'a script folded by quotes',
    busybox('command:\n  - sh\n  - -c\n  - "while true; do\n     date\n     done"'),
    'script-folded',
  ],
  [
    'a script folded by >',
    busybox('command:\n  - sh\n  - -c\n  - >\n    while true; do\n    date\n    done'),
    'script-folded',
  ],
  ['a loop without end', busybox('command: [sh, -c, "while true; do date; sleep 1"]'), 'script-unterminated'],
  ['an if without end', busybox('command: [sh, -c, "if true; then sleep 1000"]'), 'script-unterminated'],
  ['typographic quotes', busybox('command: [“sh”, “-c”, “sleep 9”]'), 'smart-quotes', 'smart-quotes', 'smart-quotes'],
  ['bash in busybox', busybox('command: [/bin/bash, -c, "sleep 1000"]'), 'shell-not-in-image'],
  [
    'a shell in an image without any',
    podWith('command: [sh, -c, "sleep 1000"]').replace('nginx:1.27', 'registry.k8s.io/pause:3.10'),
    'shell-not-in-image',
  ],
  ['a directory as command', busybox('command: [/tmp]'), 'command-is-directory'],
  ['a list in a list', busybox('command: [[sleep, "9"]]'), 'command-item-nested'],
  ['a list in a list, in blocks', busybox('command:\n  - - sleep\n    - "9"'), 'command-item-nested'],
  ['a command that is a map', busybox('command: {sleep: "9"}'), 'wrong-type'],
  ['nothing that runs', busybox('env: []'), 'container-exits-at-once'],
  [
    'sleep infinity in an old busybox',
    podWith('command: [sleep, infinity]').replace('nginx:1.27', 'busybox:1.28'),
    'sleep-infinity',
  ],
];

const values: readonly Mistake[] = [
  ['a number as value of a variable', podWith('env: [{name: A, value: 8080}]'), 'env-value-not-string'],
  ['a bool as value of a variable', podWith('env: [{name: A, value: true}]'), 'env-value-not-string'],
  ['yes as value of a variable', podWith('env: [{name: A, value: yes}]'), 'env-value-not-string'],
  ['a version as value of a variable', podWith('env: [{name: A, value: 1.10}]'), 'env-value-not-string'],
  ['env as a map', podWith('env: {A: b}'), 'env-not-list'],
  ['env as a list of maps', podWith('env:\n  - A: b'), 'env-not-list', 'required-field'],
  ['env as a list of assignments', podWith('env:\n  - A=b'), 'env-not-list'],
  ['env as a string', podWith('env: A=b'), 'wrong-type'],
  ['a list as value of a variable', podWith('env: [{name: A, value: [a]}]'), 'env-value-not-string'],
  ['a map as value of a variable', podWith('env: [{name: A, value: {a: b}}]'), 'env-value-not-string'],
  ['a variable twice', podWith('env: [{name: A, value: a}, {name: A, value: b}]'), 'env-name-duplicate'],
  [
    'valueFrom with another name',
    podWith('env: [{name: A, valueFrom: {configMap: {name: a, key: b}}}]'),
    'unknown-field',
    'one-of-missing',
  ],
  [
    'value and valueFrom',
    podWith('env: [{name: A, value: a, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'),
    'env-value-and-value-from',
  ],
  ['a reference without key', podWith('env: [{name: A, valueFrom: {configMapKeyRef: {name: a}}}]'), 'required-field'],
  [
    'a key that the ConfigMap does not have',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: c}\n---\n${podWith('env: [{name: A, valueFrom: {configMapKeyRef: {name: a, key: c}}}]')}`,
    'config-key-not-found',
  ],
  ['envFrom as a map', podWith('envFrom: {configMapRef: {name: a}}'), 'wrong-type'],
  ['a port in quotes', podWith('ports: [{containerPort: "80"}]'), 'wrong-type'],
  ['a pair of ports', podWith('ports: [{containerPort: "8080:80"}]'), 'wrong-type'],
  ['ports as numbers', podWith('ports: [80]'), 'wrong-type'],
  ['ports as a number', podWith('ports: 80'), 'wrong-type'],
  ['ports as a map', podWith('ports: {containerPort: 80}'), 'wrong-type'],
  ['a long name of a port', podWith('ports: [{name: zookeeper-client-port, containerPort: 80}]'), 'port-name-invalid'],
  ['capitals in the name of a port', podWith('ports: [{name: HTTP, containerPort: 80}]'), 'port-name-invalid'],
  ['an underscore in the name of a port', podWith('ports: [{name: my_port, containerPort: 80}]'), 'port-name-invalid'],
  ['the port of a probe in quotes', podWith('livenessProbe: {httpGet: {port: "8080"}}'), 'port-number-in-quotes'],
  ['a probe of no port', podWith('livenessProbe: {httpGet: {port: http}}'), 'probe-port-not-found'],
  [
    'a port in two containers',
    podWith('ports: [{containerPort: 80}]').replace(
      '  containers:\n',
      '  containers:\n    - {name: other, image: example.com/other, ports: [{containerPort: 80}]}\n',
    ),
    'container-port-duplicate',
  ],
  [
    'two servers on one port',
    podWith('env: []').replace('  containers:\n', '  containers:\n    - {name: other, image: "nginx:1.27"}\n'),
    'same-server-port',
  ],
  [
    'a unit behind the seconds of a probe',
    podWith('livenessProbe: {httpGet: {port: 80}, periodSeconds: 5s}'),
    'wrong-type',
  ],
  ['seconds in quotes', podWith('livenessProbe: {httpGet: {port: 80}, periodSeconds: "5"}'), 'wrong-type'],
  ['a grace period with a unit', podWith('env: []', 'terminationGracePeriodSeconds: 30s'), 'wrong-type'],
  ['a bool in quotes', podWith('securityContext: {privileged: "true"}'), 'wrong-type'],
  ['a user by name', podWith('securityContext: {runAsUser: nobody}'), 'wrong-type'],
  ['a user in quotes', podWith('securityContext: {runAsUser: "1000"}'), 'wrong-type'],
  ['capabilities as a list', podWith('securityContext: {capabilities: [NET_ADMIN]}'), 'wrong-type'],
  ['one capability', podWith('securityContext: {capabilities: {add: NET_ADMIN}}'), 'wrong-type'],
  ['memory in MB', podWith('resources: {limits: {memory: 128MB}}'), 'bad-quantity'],
  ['memory with a space', podWith('resources: {limits: {memory: 128 Mi}}'), 'bad-quantity'],
  ['memory in gb', podWith('resources: {limits: {memory: 1gb}}'), 'bad-quantity'],
  ['memory in thousandths of a byte', podWith('resources: {limits: {memory: 512m}}'), 'fractional-bytes'],
  ['memory with a fraction', podWith('resources: {limits: {memory: 1.6Gi}}'), 'fractional-bytes'],
  ['a thousand CPUs', podWith('resources: {requests: {cpu: 1000}}'), 'cpu-looks-like-millis'],
  [
    'a request above its limit',
    podWith('resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}'),
    'resource-request-above-limit',
  ],
  ['a bool in nodeSelector', podWith('env: []', 'nodeSelector: {a: true}'), 'string-not-quoted'],
  [
    'a number as label',
    podWith('env: []').replace('name: app\n', 'name: app\n  labels: {version: 1}\n'),
    'string-not-quoted',
  ],
  ['a space in an image', podWith('env: []').replace('nginx:1.27', 'nginx: latest'), 'yaml-syntax'],
  [
    'an image with a scheme',
    podWith('env: []').replace('nginx:1.27', 'https://example.com/nginx:1.27'),
    'image-reference-invalid',
  ],
  ['an image in capitals', podWith('env: []').replace('nginx:1.27', 'Nginx:1.27'), 'image-reference-invalid'],
  ['a variable in an image', podWith('env: []').replace('nginx:1.27', 'nginx:$TAG'), 'image-reference-invalid'],
  ['a number as image', podWith('env: []').replace('nginx:1.27', '1.2'), 'string-not-quoted'],
  ['an image in parts', podWith('env: []').replace('nginx:1.27', '{repository: nginx}'), 'wrong-type'],
  ['the case of a pull policy', podWith('imagePullPolicy: ifnotpresent'), 'unsupported-value'],
  ['an underscore in a name', podWith('env: []').replace('- name: app', '- name: my_app'), 'container-name-invalid'],
  ['a number as name', podWith('env: []').replace('- name: app', '- name: 1'), 'string-not-quoted'],
  [
    'a mode in decimal',
    podWith('env: []', 'volumes: [{name: a, secret: {secretName: a, defaultMode: 755}}]'),
    'volume-unused',
    'value-out-of-bounds',
  ],
  [
    'a mode in quotes',
    podWith('env: []', 'volumes: [{name: a, secret: {secretName: a, defaultMode: "0755"}}]'),
    'volume-unused',
    'wrong-type',
  ],
  ['a user that cannot be checked', podWith('securityContext: {runAsNonRoot: true}'), 'non-root-user-unknown'],
];

const structure: readonly Mistake[] = [
  [
    'one container without a dash',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    name: a\n    image: b\n',
    'containers-not-list',
  ],
  [
    'containers by name',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    web:\n      image: b\n',
    'containers-not-list',
  ],
  [
    'containers as strings',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [nginx]\n',
    'container-not-object',
  ],
  ['init containers as a map', podWith('env: []', 'initContainers: {name: a, image: b}'), 'containers-not-list'],
  ['init containers in a container', podWith('initContainers: [{name: a, image: b}]'), 'misplaced-field'],
  [
    'volumes in the spec of a Deployment',
    deployment('selector: {matchLabels: {app: web}}\nvolumes: []'),
    'misplaced-field',
  ],
  [
    'init containers in the spec of a Deployment',
    deployment('selector: {matchLabels: {app: web}}\ninitContainers: []'),
    'misplaced-field',
  ],
  ['mounts in a port', podWith('ports:\n  - containerPort: 80\n    volumeMounts: []'), 'misplaced-field'],
  [
    'args in a mount',
    podWith('volumeMounts:\n  - name: a\n    mountPath: /a\n    args: [a]', 'volumes: [{name: a, emptyDir: {}}]'),
    'misplaced-field',
  ],
  ['requests in a container', podWith('requests: {cpu: 1}'), 'misplaced-field'],
  ['volumes in a container', podWith('volumes: []'), 'misplaced-field'],
  ['mounts in the pod', podWith('env: []', 'volumeMounts: []'), 'misplaced-field'],
  ['ports in the pod', podWith('env: []', 'ports: []'), 'misplaced-field'],
  ['env in the pod', podWith('env: []', 'env: []'), 'misplaced-field'],
  ['a misspelt key', podWith('imgae: nginx'), 'unknown-field'],
  ['a key twice', podWith('env: [{name: A, value: a}]\nenv: [{name: B, value: b}]'), 'duplicate-key'],
  ['a tab', podWith('env: []').replace('      env', '\t  env'), 'yaml-syntax'],
  ['lines that do not line up', podWith('env: []').replace('      env', '     env'), 'yaml-syntax'],
  ['no space behind a colon', podWith('imagePullPolicy:Always\nenv: []'), 'yaml-syntax'],
  [
    'a CronJob without jobTemplate',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "* * * * *"\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{name: a, image: b}]\n',
    'containers-missing',
    'misplaced-field',
    'pod-restart-policy',
  ],
  ['a selector without matchLabels', deployment('selector: {app: web}'), 'selector-missing', 'misplaced-field'],
  ['a selector for other pods', deployment('selector: {matchLabels: {app: wbe}}'), 'selector-mismatch'],
  [
    'a Deployment that never restarts',
    deployment('selector: {matchLabels: {app: web}}', 'restartPolicy: Never'),
    'pod-restart-policy',
  ],
  ['a Job that always restarts', job('containers: [{name: a, image: example.com/a}]'), 'pod-restart-policy'],
  ['the case of a restart policy', podWith('env: []', 'restartPolicy: onFailure'), 'pod-restart-policy'],
  [
    'a Deployment of v1',
    deployment('selector: {matchLabels: {app: web}}').replace('apps/v1', 'v1'),
    'unknown-api-version',
  ],
  [
    'a Deployment of extensions/v1beta1',
    deployment('selector: {matchLabels: {app: web}}').replace('apps/v1', 'extensions/v1beta1'),
    'unknown-api-version',
  ],
  [
    'two objects without a line between them',
    `${podWith('env: []')}apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n`,
    'separator-missing',
  ],
  ['a kind in small letters', podWith('env: []').replace('kind: Pod', 'kind: pod'), 'unknown-kind'],
];

const shared = 'volumes: [{name: data, emptyDir: {}}]';

const start: readonly Mistake[] = [
  ['an image that is never pulled', withInit('image: example.com/a\nimagePullPolicy: Never'), 'image-never-pulled'],
  [
    'a volume in memory without a limit',
    podWith('volumeMounts: [{name: a, mountPath: /a}]', 'volumes: [{name: a, emptyDir: {medium: Memory}}]'),
    'memory-volume-unlimited',
  ],
  [
    'a probe of an init container',
    withInit('image: example.com/a\nreadinessProbe: {httpGet: {port: 80}}'),
    'init-container-probe',
  ],
  [
    'a hook of an init container',
    withInit('image: example.com/a\nlifecycle: {preStop: {sleep: {seconds: 5}}}'),
    'init-container-probe',
  ],
  ['a server as init container', withInit('image: nginx:1.27'), 'init-container-never-ends'],
  [
    'tail -f in an init container',
    withInit('image: busybox:1.37\ncommand: [tail, -f, /dev/null]'),
    'init-container-never-ends',
  ],
  ['a loop in an init container', withInit(`image: busybox:1.37\n${loop}`), 'init-container-never-ends'],
  [
    'a sidecar behind the init container that calls it',
    withInit(
      'image: busybox:1.37\ncommand: [sh, -c, "until nc -z localhost 5432; do sleep 1; done"]',
      '  - {name: db, image: "postgres:17", restartPolicy: Always, ports: [{containerPort: 5432}]}',
    ),
    'called-before-start',
  ],
  [
    'a sidecar in a Job',
    job(
      `restartPolicy: Never\ncontainers:\n  - {name: a, image: example.com/a}\n  - name: b\n    image: busybox:1.37\n    ${loop}`,
    ),
    'job-never-completes',
  ],
  [
    'a call to a container that starts later',
    withInit(
      'image: busybox:1.37\ncommand: [sh, -c, "until nc -z localhost 5432; do sleep 1; done"]',
      '',
      'env: []',
    ).replace('nginx:1.27', 'postgres:17'),
    'called-before-start',
  ],
  ['a mount of no volume', podWith('volumeMounts: [{name: dta, mountPath: /data}]', shared), 'mount-volume-not-found'],
  [
    'a file written where nobody sees it',
    withInit(
      'image: busybox:1.37\ncommand: [sh, -c, "echo hello > /work/index.html"]\nvolumeMounts: [{name: data, mountPath: /data}]',
      shared,
      'volumeMounts: [{name: data, mountPath: /work}]',
    ),
    'init-output-not-shared',
  ],
  ['a volume that nobody mounts', podWith('env: []', shared), 'volume-unused'],
  [
    'a volume over the files of the image',
    podWith('volumeMounts: [{name: data, mountPath: /etc/nginx}]', shared),
    'mount-hides-image-files',
  ],
  [
    'a directory over a file',
    podWith(
      'volumeMounts: [{name: conf, mountPath: /etc/nginx/nginx.conf}]',
      'volumes: [{name: conf, configMap: {name: conf}}]',
    ),
    'mount-directory-on-file',
  ],
  [
    'a path mounted twice',
    podWith('volumeMounts: [{name: data, mountPath: /data}, {name: data, mountPath: /data}]', shared),
    'mount-path-duplicate',
  ],
  [
    'a container twice',
    podWith('env: []').replace('  containers:\n', '  containers:\n    - {name: app, image: example.com/other}\n'),
    'container-name-duplicate',
  ],
  [
    'an init container by the name of a container',
    withInit('image: example.com/a').replace('name: init', 'name: app'),
    'container-name-duplicate',
  ],
  [
    'a volume twice',
    podWith(
      'volumeMounts: [{name: data, mountPath: /data}]',
      'volumes: [{name: data, emptyDir: {}}, {name: data, emptyDir: {}}]',
    ),
    'volume-name-duplicate',
  ],
  [
    'nslookup of a new busybox',
    withInit('image: busybox:1.37\ncommand: [sh, -c, "until nslookup db; do sleep 1; done"]'),
    'busybox-nslookup',
  ],
  [
    'dig as condition',
    withInit('image: example.com/dig\ncommand: [sh, -c, "until dig db; do sleep 1; done"]'),
    'dig-always-succeeds',
  ],
  [
    'git in busybox',
    withInit('image: busybox:1.37\ncommand: [git, clone, "https://example.com/a"]'),
    'tool-not-in-image',
  ],
  [
    'curl in a script of busybox',
    withInit('image: busybox:1.37\ncommand: [sh, -c, "curl -o /tmp/a http://example.com"]'),
    'tool-not-in-image',
  ],
  [
    'set -e before a check that fails',
    withInit(
      'image: busybox:1.37\ncommand:\n  - sh\n  - -ec\n  - |\n    while true; do\n      nc -z db 5432\n      if [ $? -eq 0 ]; then break; fi\n      sleep 1\n    done',
    ),
    'script-set-e-loop',
  ],
  [
    'chown as somebody else than root',
    withInit(
      'image: busybox:1.37\ncommand: [chown, "1000", /data]\nvolumeMounts: [{name: data, mountPath: /data}]',
      `${shared}\nsecurityContext: {runAsUser: 1000}`,
      'volumeMounts: [{name: data, mountPath: /data}]',
    ),
    'root-command-as-non-root',
  ],
  [
    'a string as emptyDir',
    podWith('volumeMounts: [{name: data, mountPath: /data}]', 'volumes: [{name: data, emptyDir: ""}]'),
    'wrong-type',
  ],
  [
    'the name of a secret under another key',
    podWith('volumeMounts: [{name: a, mountPath: /a}]', 'volumes: [{name: a, secret: {name: a}}]'),
    'unknown-field',
    'required-field',
  ],
  [
    'the name of a ConfigMap under another key',
    podWith('volumeMounts: [{name: a, mountPath: /a}]', 'volumes: [{name: a, configMap: {configMapName: a}}]'),
    'unknown-field',
    'required-field',
  ],
  [
    'a volume without a source',
    podWith('volumeMounts: [{name: a, mountPath: /a}]', 'volumes: [{name: a}]'),
    'volume-without-source',
  ],
  [
    'a misspelt source of a volume',
    podWith('volumeMounts: [{name: a, mountPath: /a}]', 'volumes: [{name: a, emtpyDir: {}}]'),
    'unknown-field',
  ],
];

/** What looks like a mistake and is none. */
const right: readonly Mistake[] = [
  ['a command with spaces in its path on Windows', podWith("command: ['C:\\Program Files\\app\\app.exe', run]")],
  ['operators behind a shell', busybox('command: [sh, -c, "echo hello && sleep 1000 | cat > /tmp/a; sleep 1000"]')],
  ['operators behind a wrapper and a shell', busybox('command: [env, A=b, sh, -c, "sleep 1 && exec sleep 1000"]')],
  ['operators for a shell in args', busybox('command: [sh]\nargs: [-c, "sleep 1 && sleep 1000"]')],
  [
    'operators behind a shell of Windows',
    podWith('command: [powershell, -Command, "a; b"]').replace('nginx:1.27', 'example.com/a'),
  ],
  ['a semicolon for find', podWith('lifecycle: {postStart: {exec: {command: [find, /tmp, -exec, rm, "{}", ";"]}}}')],
  ['a pipe within JSON', podWith('args: [\'{"a": "b | c > d"}\']').replace('nginx:1.27', 'example.com/a')],
  ['a query with operators', podWith('args: ["--query=a > 1 && b < 2"]').replace('nginx:1.27', 'example.com/a')],
  ['a script that takes its arguments', busybox('command: [sh, -c, "sleep $1", --, "1000"]')],
  ['a script that takes all arguments', busybox('command: [sh, -c, \'exec "$@"\', --, sleep, "1000"]')],
  ['a script that takes its name', busybox('command: [sh, -c, "echo $0; sleep 1000", app]')],
  ['$(date) for a shell', busybox('command: [sh, -c, "echo $(date); sleep 1000"]')],
  ['$(VAR) of a variable', podWith('args: [nginx, "--host=$(HOST)"]\nenv: [{name: HOST, value: a}]')],
  [
    '$(VAR) of variables from elsewhere',
    podWith('args: [nginx, "--host=$(HOST)"]\nenvFrom: [{configMapRef: {name: a}}]'),
  ],
  ['an escaped $$(VAR)', podWith('args: [nginx, "--host=$$(HOST)"]')],
  [
    'bash that alpine gets first',
    podWith('command: [sh, -c, "apk add bash && exec bash -c \'sleep 1000\'"]').replace('nginx:1.27', 'alpine:3.20'),
  ],
  [
    'one port for two protocols',
    podWith('ports: [{name: dns, containerPort: 53, protocol: UDP}, {name: dns-tcp, containerPort: 53}]'),
  ],
  [
    'a port of an init container again',
    withInit('image: example.com/a\nports: [{containerPort: 80}]', '', 'ports: [{containerPort: 81}]'),
  ],
  ['sleep infinity in a new busybox', busybox('command: [sleep, infinity]')],
  [
    'nslookup of an old busybox',
    withInit('image: busybox:1.28\ncommand: [sh, -c, "until nslookup db; do sleep 1; done"]'),
  ],
  ['a native sidecar that never ends', withInit(`image: busybox:1.37\nrestartPolicy: Always\n${loop}`)],
  [
    'a native sidecar in a Job',
    job(
      `restartPolicy: Never\ninitContainers:\n  - name: b\n    image: busybox:1.37\n    restartPolicy: Always\n    ${loop}\ncontainers:\n  - {name: a, image: example.com/a}`,
    ),
  ],
  ['a comment behind an item', busybox('command:\n  - sleep # for a while\n  - "1000" # seconds')],
  ['a folded script that is one line', busybox('command:\n  - sh\n  - -c\n  - >-\n    sleep 1000 &&\n    sleep 1000')],
  [
    'a command that ends, to be run once',
    podWith('command: [echo, a]', 'restartPolicy: OnFailure').replace('nginx:1.27', 'busybox:1.37'),
  ],
  [
    'set -e before a loop that goes on by its condition',
    withInit('image: busybox:1.37\ncommand: [sh, -ec, "until nc -z db 5432; do sleep 1; done"]'),
  ],
];

describe.each([
  ['command and args', commands],
  ['values', values],
  ['structure', structure],
  ['start and volumes', start],
  ['no mistake', right],
])('%s', (_, mistakes) => {
  it.each(mistakes)('%s', (_, text, ...expected) => expect(codes(text)).toEqual(expected));
});

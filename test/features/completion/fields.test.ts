import { describe, expect, it } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { accepted, itemsAt, labelsAt } from '../../helpers/completion.ts';

const container = (lines: string) => `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: nginx:1.27
${lines}`;

describe('fields are offered', () => {
  it('that are not there yet, required ones first, then the common ones in the order in which they are written', () => {
    expect(labelsAt('apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\n¦')).toEqual(['spec']);
    expect(labelsAt(container('      ¦')).slice(0, 4)).toEqual(['imagePullPolicy', 'command', 'args', 'workingDir']);
    expect(labelsAt(container('      env:\n        - value: a\n          ¦'))).toEqual(['name']);
    expect(labelsAt(container('  volumes:\n    - name: data\n      ¦')).slice(0, 3)).toEqual([
      'configMap',
      'secret',
      'emptyDir',
    ]);
  });

  it.each<[string, string, string, string?]>([
    ['inside a word', container('      im¦a'), 'imagePullPolicy'],
    ['behind a word', container('      liven¦'), 'livenessProbe'],
    ['on an empty line at the column of the fields', container('      ¦\n'), 'livenessProbe'],
    ['on an empty line further to the right', container('            ¦'), 'livenessProbe'],
    ['on an empty line between two columns', container('     ¦'), '- name, image'],
    [
      'on an empty line before lines further to the right',
      container('').replace('  containers', '¦\n  containers'),
      'volumes',
    ],
    ['behind a dash', container('      env:\n        -¦'), 'name'],
    ['behind a dash and a blank', container('      env:\n        - ¦'), 'name'],
    ['in braces', container('    - {name: b, ¦}'), 'image'],
    ['in braces, behind a comma', container('    - {name: b,¦}'), 'image'],
    ['in braces, inside a word', container('    - {name: b, im¦: c}'), 'image'],
    ['in quotes', container('      "liven¦"'), 'livenessProbe'],
    ['of the manifest', container('¦'), 'metadata', 'kind: Pod\nspec:\n  containers: []\napiVersion: v1\n¦'],
    ['on the first line, which is empty', '¦\napiVersion: v1\nkind: Pod\nspec:\n  containers: []\n', 'metadata'],
    ['with mistakes elsewhere', container('      command: [sh\n').replace('spec:', 'spec:\n  ¦'), 'volumes'],
    ['with CRLF', container('      ¦').replaceAll('\n', '\r\n'), 'livenessProbe'],
    [
      'in a List',
      `apiVersion: v1\nkind: List\nitems:\n${container('      ¦').replace(/^/gm, '  ').replace('  api', '- api')}`,
      'tty',
    ],
  ])('%s', (_, text, label, other) => {
    expect(labelsAt(other ?? text)).toContain(label);
  });

  it.each([
    ['in comments', container('      # ¦')],
    ['behind values', container('      tty: true # ¦')],
    ['in block scalars', container('      args:\n        - |\n          ¦\n')],
    ['in prose', 'This is a text.\n¦'],
    ['in Helm templates', container('      ¦\n      {{- toYaml . }}\n')],
    ['in other manifests', 'apiVersion: v1\nkind: Service\nspec:\n  ¦'],
    [
      'where a line is in the middle of a block',
      container('').replace('  containers:\n', '  containers:\n ¦\n').replace('¦', '¦x y'),
    ],
    ['behind a word at a column of nothing', container('    imagePu¦')],
    ['behind a word too far to the right', container('        readi¦\n      tty: true')],
    ['in a text behind a key', container('      workingDir: ¦')],
  ])('not %s', (_, text) => expect(labelsAt(text)).toEqual([]));

  it.each<[string, string, string[], number?]>([
    [
      'another member of a union',
      container('      livenessProbe:\n        httpGet: {port: 80}\n        ¦'),
      ['exec', 'tcpSocket'],
    ],
    ['a value beside its source', container('      env:\n        - valueFrom: {}\n          ¦'), ['value']],
    [
      'probes of an init container',
      container('  initContainers:\n    - name: b\n      image: c\n      ¦'),
      ['livenessProbe', 'lifecycle'],
    ],
    [
      'what the server writes',
      container('').replace('name: app\n', 'name: app\n  ¦\n'),
      ['uid', 'creationTimestamp', 'managedFields'],
    ],
    ['status', 'apiVersion: v1\nkind: Pod\n¦', ['status']],
    ['ephemeral containers', container('  ¦'), ['ephemeralContainers']],
    ['fields of later versions', container('  ¦'), ['hostnameOverride', 'resources'], 30],
    ['fields behind a gate that is off', container('  ¦'), ['workloadRef', 'evictionResponders']],
    [
      'fields that are merged in',
      'a: &a {image: x, tty: true}\n'.replace('a: ', 'x-a: ') + container('      <<: *a\n      ¦'),
      ['tty'],
    ],
    ['a policy of a container before 1.35', container('      ¦'), ['restartPolicy', 'restartPolicyRules'], 34],
    [
      'Linux fields where os is windows',
      container('      securityContext:\n        ¦\n  os: {name: windows}'),
      ['runAsUser'],
    ],
  ])('but not %s', (_, text, labels, minor = 37) => {
    const offered = labelsAt(text, { minor });
    expect(offered.length).toBeGreaterThan(0);
    for (const label of labels) expect(offered).not.toContain(label);
  });

  it('of a sidecar with its probes, and its policy in 1.34', () => {
    const init = container('  initContainers:\n    - name: b\n      image: c\n      ¦');
    expect(labelsAt(init, { minor: 34 })).toContain('restartPolicy');
    expect(labelsAt(init.replace('¦', 'restartPolicy: Always\n      ¦'))).toContain('startupProbe');
  });
});

/** The lines that accepting an item adds, those of `before` taken away; tab stops as `‹1:app›`. */
function written(before: string, label: string, minor = 37): string {
  const known = before.replace('¦', '').split(/\r?\n/);
  const lines = accepted(before, label, { minor }).split(/\r?\n/);
  while (known.length > 0 && known[0] === lines[0]) [known.shift(), lines.shift()];
  while (known.length > 0 && known.at(-1) === lines.at(-1)) [known.pop(), lines.pop()];
  return lines.join('\n').replace(/\$\{(\d[^}]*)\}/g, '‹$1›');
}

describe('an accepted field is written', () => {
  it.each([
    ['a scalar', container('      ¦'), 'workingDir', '      workingDir: '],
    ['an object', container('      ¦'), 'securityContext', '      securityContext:\n        '],
    [
      'with what it has to have',
      container('      ¦'),
      'livenessProbe',
      '      livenessProbe:\n        httpGet:\n          path: ‹1:/›\n          port: ‹2:8080›',
    ],
    [
      'with the first port',
      container('      ports:\n        - name: http\n          containerPort: 80\n      ¦'),
      'livenessProbe',
      '      livenessProbe:\n        httpGet:\n          path: ‹1:/›\n          port: ‹2:http›',
    ],
    ['a list', container('      ¦'), 'ports', '      ports:\n        - containerPort: ‹1:8080›'],
    [
      'a list without indentation',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    image: b\n    ¦',
      'env',
      '    env:\n    - name: ‹1:NAME›\n      value: ‹2:value›',
    ],
    [
      'with the indentation of the document',
      'apiVersion: v1\nkind: Pod\nspec:\n    containers: []\n    ¦',
      'volumes',
      '    volumes:\n        - name: ‹1:data›\n          emptyDir: {}',
    ],
    [
      'amounts',
      container('      ¦'),
      'resources',
      '      resources:\n        requests:\n          cpu: ‹1:100m›\n          memory: ‹2:128Mi›\n        limits:\n          memory: ‹3:128Mi›',
    ],
    [
      'mounts of the volumes that there are',
      container('      ¦\n  volumes:\n    - name: a\n      emptyDir: {}\n    - name: b\n      emptyDir: {}\n'),
      'volumeMounts',
      '      volumeMounts:\n        - name: ‹1|a,b|›\n          mountPath: ‹2:/data›',
    ],
    [
      'without content where nothing right is known',
      container('      ¦'),
      'volumeMounts',
      '      volumeMounts:\n        ',
    ],
    [
      'what a mount has to have, before there is a volume',
      container('      volumeMounts:\n        - n¦'),
      'name',
      '        - name: $1\n          mountPath: ‹2:/data›',
    ],
    ['a map', container('').replace('name: app\n', 'name: app\n  ¦\n'), 'labels', '  labels:\n    ‹1:app›: ‹2:app›'],
    [
      'a source of a variable',
      container('      env:\n        - name: A\n          ¦'),
      'valueFrom',
      '          valueFrom:\n            configMapKeyRef:\n              name: ‹1:config›\n              key: ‹2:key›',
    ],
    ['in place of a word', container('      liv¦'), 'tty', '      tty: '],
    ['the key alone where the colon is there', container('      im¦: nginx'), 'workingDir', '      workingDir: nginx'],
    [
      'in flow style',
      container('    - {name: b, image: c, ¦}'),
      'ports',
      '    - {name: b, image: c, ports: [{containerPort: ‹1:8080›}]}',
    ],
    [
      'an object in flow style',
      container('    - {name: b, image: c, ¦}'),
      'securityContext',
      '    - {name: b, image: c, securityContext: {$1}}',
    ],
    [
      'in JSON',
      '{"apiVersion": "v1", "kind": "Pod", "spec": {¦}}',
      'volumes',
      '{"apiVersion": "v1", "kind": "Pod", "spec": {"volumes": [{"name": "‹1:data›", "emptyDir": {}}]}}',
    ],
    [
      'in the quotes of JSON',
      '{"apiVersion": "v1", "kind": "Pod", "spec": {"¦"}}',
      'hostname',
      '{"apiVersion": "v1", "kind": "Pod", "spec": {"hostname": "$1"}}',
    ],
    [
      'before another in JSON',
      '{\n  "apiVersion": "v1",\n  ¦\n  "kind": "Pod"\n}',
      'metadata',
      '  "metadata": {"name": "‹1:name›"},',
    ],
    [
      'before another in braces, behind a blank',
      container('    - {name: b, ¦ image: c}'),
      'ports',
      '    - {name: b, ports: [{containerPort: ‹1:8080›}], image: c}',
    ],
    [
      'the key in JSON',
      '{"apiVersion": "v1", "kind": "Pod", "spec": {"host¦": "a"}}',
      'hostname',
      '{"apiVersion": "v1", "kind": "Pod", "spec": {"hostname": "a"}}',
    ],
    ['where the line is too far right', container('            ¦'), 'tty', '      tty: '],
    ['a new item', container('    ¦'), '- name, image', '    - name: ‹1:app-2›\n      image: ‹2:nginx:1.27›'],
    [
      'a field of a new item with what that has to have',
      container('      env:\n        - ¦'),
      'valueFrom',
      '        - name: ‹1:NAME›\n          valueFrom:\n            configMapKeyRef:\n              name: ‹2:config›\n              key: ‹3:key›',
    ],
    [
      'a list behind its key',
      container('      env: ¦'),
      '- name, value',
      '      env:\n        - name: ‹1:NAME›\n          value: ‹2:value›',
    ],
    [
      'a list right behind its colon',
      container('      env:¦'),
      '- name, value',
      '        - name: ‹1:NAME›\n          value: ‹2:value›',
    ],
    [
      'an item at the column of its key',
      container('      env:\n      ¦'),
      '- name, value',
      '      - name: ‹1:NAME›\n        value: ‹2:value›',
    ],
    ['a key at the column of a list', container('      env:\n      ¦'), 'tty', '      tty: '],
    [
      'the selector of the labels',
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  ¦\n  template:\n    metadata:\n      labels: {a: b}\n',
      'selector',
      '  selector:\n    matchLabels:\n      a: ‹1:b›',
    ],
    [
      'the pods of a Job',
      'apiVersion: batch/v1\nkind: Job\nspec:\n  ¦\n',
      'template',
      '  template:\n    metadata:\n      labels:\n        app: ‹1:app›\n    spec:\n      restartPolicy: ‹2|Never,OnFailure|›\n      containers:\n        - name: ‹3:app›\n          image: ‹4:nginx:1.27›',
    ],
  ])('%s', (_, text, label, lines) => expect(written(text, label)).toBe(lines));

  it('as a snippet only where there are tab stops, and offers values at once where there are some', () => {
    const item = (label: string) => itemsAt(container('      ¦')).find((each) => each.label === label);
    expect(item('workingDir')?.insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect(item('workingDir')?.command).toBeUndefined();
    expect(item('imagePullPolicy')?.command?.command).toBe('editor.action.triggerSuggest');
    expect(item('ports')?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(item('ports')?.command).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { refactorings } from '../../helpers/refactorings.ts';

/** What the roles of the container at `‸` make of a manifest, by title. */
function roles(marked: string): Record<string, string> {
  return Object.fromEntries([...refactorings(marked)].filter(([title]) => title.startsWith('Make ')));
}

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${spec}`;

const web = `    - name: web
      image: nginx:1.27
`;

const log = `
    - name: log
      image: busybox
`;

const cache = `    # fills the cache
    - name: ‸cache # of pages
      image: busybox # small
      args:
        - |
          a

          b
      # ports: []
`;

const app = pod(`  containers:\n${web}${cache}${log}  volumes: [] # none\n`);
const init = pod(`  initContainers:\n${cache}  containers:\n${web}${log}  volumes: [] # none\n`);
const sidecar = init.replace('# small\n', '# small\n      restartPolicy: Always\n');

const json = (init: object[], ...containers: object[]) =>
  JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { ...(init.length > 0 && { initContainers: init }), containers },
    },
    null,
    2,
  );

const [one, other] = [
  { name: '‸one', image: 'a' },
  { name: 'two', image: 'b' },
];

const plain = (text: string) => text.replace('‸', '');

describe('the roles of a container', () => {
  it.each<[string, string, Record<string, string>]>([
    ['of the app', app, { 'Make cache an init container': plain(init), 'Make cache a native sidecar': plain(sidecar) }],
    [
      'an init container in place',
      init,
      { 'Make cache a native sidecar': plain(sidecar), 'Make cache an app container': expect.any(String) },
    ],
    [
      'a native sidecar, the last key of the pod',
      pod(`  containers:\n${web}  initContainers:
  # why
  - restartPolicy: Always
    name: ‸load
    image: busybox
    startupProbe: {tcpSocket: {port: 1}}`),
      {
        'Make load an app container': pod(`  containers:\n${web}    # why
    - name: load
      image: busybox
      startupProbe: {tcpSocket: {port: 1}}`),
        'Make load an init container, without its startupProbe': pod(`  containers:\n${web}  initContainers:
  # why
  - name: load
    image: busybox`),
      },
    ],
    [
      'one of several in flow style',
      pod(
        '  initContainers: [{name: ‸a, image: b, restartPolicy: Always}, {name: c, image: d}]\n  containers: [{name: e, image: f}]',
      ),
      {
        'Make a an app container': pod(
          '  initContainers: [{name: c, image: d}]\n  containers: [{name: e, image: f}, {name: a, image: b}]',
        ),
        'Make a an init container': pod(
          '  initContainers: [{name: a, image: b}, {name: c, image: d}]\n  containers: [{name: e, image: f}]',
        ),
      },
    ],
    [
      'of the app in JSON',
      json([], one, other),
      {
        'Make one an init container': plain(json([one], other)),
        'Make one a native sidecar': plain(json([{ ...one, restartPolicy: 'Always' }], other)),
      },
    ],
    [
      'an init container in JSON',
      json([one], other),
      {
        'Make one an app container': plain(json([], other, one)),
        'Make one a native sidecar': plain(json([{ ...one, restartPolicy: 'Always' }], other)),
      },
    ],
    [
      'with all that an init container cannot have',
      pod(`  containers:
${web}    - name: ‸cache
      image: busybox
      livenessProbe: {tcpSocket: {port: 1}}
      lifecycle:
        preStop: {sleep: {seconds: 1}}
`),
      {
        'Make cache an init container, without its lifecycle, livenessProbe': pod(`  initContainers:
    - name: cache
      image: busybox
  containers:\n${web}`),
        'Make cache a native sidecar': pod(`  initContainers:
    - name: cache
      image: busybox
      restartPolicy: Always
      livenessProbe: {tcpSocket: {port: 1}}
      lifecycle:
        preStop: {sleep: {seconds: 1}}
  containers:\n${web}`),
      },
    ],
  ])('%s', (_, before, after) => expect(roles(before)).toEqual(after));

  it.each([
    ['is the only one of the app', pod('  containers:\n    - {name: ‸a, image: b}\n')],
    ['is an alias', pod('  containers: [&a {name: a, image: b}]\n  initContainers: [*‸a]\n')],
    ['is repeated by an alias', pod('  containers:\n    - &a {name: ‸a, image: b}\n    - *a\n')],
    [
      'is in a pod of which parts are repeated',
      pod(`  containers: &all\n${web}    - {name: ‸a, image: b}\n  x: *all\n`),
    ],
    ['is nowhere', pod(`  containers:\n${web}${web}  volumes‸: []\n`)],
  ])('none where it %s', (_, text) => expect(roles(text)).toEqual({}));

  it('do not make a sidecar of one with restart rules', () => {
    const rules = 'restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]';
    const lines = `    - name: ‸a\n      image: b\n      restartPolicy: Never\n      ${rules}\n`;
    expect(Object.keys(roles(pod(`  containers:\n${web}  initContainers:\n${lines}`)))).toEqual([
      'Make a an app container',
    ]);
  });

  it.each([
    ['in a probe that would go', '      livenessProbe: # alive?\n        tcpSocket: {port: 1}\n', 'an init container'],
    ['behind the list', '', 'an app container'],
  ])('lose no comment %s', (_, lines, role) => {
    const list = lines ? `  containers:\n${web}` : `  containers:\n${web}  initContainers: # these\n`;
    const titles = Object.keys(roles(pod(`${list}    - name: ‸a\n      image: b\n${lines}`)));
    expect(titles.filter((title) => title.includes(role))).toEqual([]);
    expect(titles).toContain('Make a a native sidecar');
  });

  it('lead back to the same containers', () => {
    const back = pod(`  containers:\n${web}${log}\n${cache}  volumes: [] # none\n`);
    expect(roles(init)['Make cache an app container']).toBe(plain(back));
  });
});

import { describe, expect, it } from 'vitest';
import { podWith } from '../../helpers/manifests.ts';
import { refactorings } from '../../helpers/refactorings.ts';

const extracted = (marked: string) => refactorings(marked).get('Move the script to a ConfigMap');

const configMap = (script: string, name = 'app-scripts') => `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  app.sh: |
${script.replace(/^(?=.)/gm, '    ')}
`;

const mounts = `volumeMounts:
  - name: scripts
    mountPath: /scripts`;

const volumes = `volumes:
  - name: scripts
    configMap:
      name: app-scripts`;

describe('a script moves to a ConfigMap', () => {
  it.each<[string, string, string]>([
    [
      'on one line',
      podWith('‸command: ["sh", "-c", "a && b; c"] # why'),
      podWith(`command: ["sh", "/scripts/app.sh"] # why\n${mounts}`, volumes) + configMap('a &&\n  b\nc'),
    ],
    [
      'in a block, behind a wrapper, with options and a comment of its own',
      podWith('command:\n  - tini\n  - --\n  - bash\n  - -euc\n  - |\n    # all\n    a‸ $(date) $$\n\n    b'),
      podWith(`command:\n  - tini\n  - --\n  - bash\n  - -eu\n  - /scripts/app.sh\n${mounts}`, volumes) +
        configMap('# all\na $(date) $\n\nb'),
    ],
    [
      'with arguments',
      podWith("‸command: [sh, -c, 'echo $1', a, b]"),
      podWith(`command: [sh, /scripts/app.sh, b]\n${mounts}`, volumes) + configMap('echo $1'),
    ],
    [
      'in args, to where there is room',
      podWith(
        "command: ['sh', '-c']\nargs: ['cat /scripts‸/a']\nvolumeMounts: [{name: a, mountPath: /scripts-2/b}]",
        'volumes: [{name: a}, {name: scripts}]',
      ),
      podWith(
        "command: ['sh']\nargs: ['/scripts-3/app.sh']\nvolumeMounts: [{name: a, mountPath: /scripts-2/b}, {name: scripts-2, mountPath: /scripts-3}]",
        'volumes: [{name: a}, {name: scripts}, {name: scripts-2, configMap: {name: app-scripts}}]',
      ) + configMap('cat /scripts/a'),
    ],
    [
      'into the volume that is there',
      `${podWith('command: [sh, -c, ‸a]', volumes)}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: app-scripts}\ndata:\n  b.sh: b\n`,
      `${podWith(`command: [sh, /scripts/app.sh]\n${mounts}`, volumes)}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: app-scripts}\ndata:\n  b.sh: b\n  app.sh: |\n    a\n`,
    ],
    [
      'under a name that is free',
      `${podWith('command: [sh, -c, ‸a]')}${configMap('b')}`,
      `${podWith(`command: [sh, /scripts/app.sh]\n${mounts}`, `${volumes}-2`)}${configMap('a', 'app-scripts-2')}${configMap('b')}`,
    ],
    [
      'behind a text without a last line break, in Windows lines',
      podWith('command: [sh, -c, ‸a]').trimEnd().replaceAll('\n', '\r\n'),
      (podWith(`command: [sh, /scripts/app.sh]\n${mounts}`, volumes) + configMap('a'))
        .trimEnd()
        .replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_, before, after) => expect(extracted(before)).toBe(after));

  const env = 'env:\n  - name: host\n    value: a\n';
  it.each([
    ['the kubelet puts a value into it', podWith(`${env}‸command: [sh, -c, echo $(host)]`)],
    ['the kubelet may put one into it', podWith('‸command: [sh, -c, echo $(KUBERNETES_SERVICE_HOST)]')],
    ['variables of a ConfigMap may be in it', podWith('envFrom: [{prefix: a}]\n‸command: [sh, -c, echo $(date)]')],
    ['its name is elsewhere', podWith('‸command: [sh, -c, echo $1]\nargs: [a, b]')],
    ['it looks at its name', podWith('‸command: [sh, -c, echo $0]')],
    ['it is none', podWith('‸command: [a, b]')],
    ['it is a file', podWith('‸command: [sh, a.sh]')],
    ['it is a probe', podWith('livenessProbe:\n  exec:\n    ‸command: [sh, -c, a]')],
    ['the workload has no name', podWith('‸command: [sh, -c, a]').replace('name: app', 'generateName: app-')],
    ['the pod is for Windows', podWith('‸command: [sh, -c, a]', 'os: {name: windows}')],
    ['the list is used elsewhere', podWith('‸command: &c [sh, -c, a]\nargs: *c')],
    ['the mounts come from elsewhere', podWith('‸command: [sh, -c, a]\nvolumeMounts: &m []', 'volumes: *m')],
    ['a comment would be lost', podWith('‸command:\n  - sh\n  - -c # script\n  - a')],
  ])('not where %s', (_, text) => expect(extracted(text)).toBeUndefined());
});

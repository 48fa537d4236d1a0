import { expect, it } from 'vitest';
import { codeActions } from '../../../server/src/service/features/codeActions.ts';
import { defaultSettings } from '../../../server/src/service/features/problems.ts';
import { manifestOf } from '../../helpers/manifests.ts';
import { refactoringsAt } from '../../helpers/refactorings.ts';

const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web # the web
      image: nginx:1.27
      imagePullPolicy: always
      command:
        - nginx
      ports:
        - containerPort: 80
      env:
        - name: LEVEL
          value: debug
    - name: log
      image: busybox
  volumes:
    - name: logs
      emptyDir: {}
`;

const convert = ['Convert to a Deployment', 'Convert to a Job', 'Convert to a CronJob'];
const restrict = 'Add security contexts for the Pod Security level restricted';
const probes = 'Add a liveness and a readiness probe to web';
const ofContainer = [
  'Make web an init container',
  'Make web a native sidecar',
  probes,
  'Add resource requests and limits to web',
  restrict,
  'a container',
];

/** What is offered at an offset, the containers that can be added as one. */
function offeredAt(offset: number): string[] {
  const titles = refactoringsAt(text, offset).map(({ title }) => title);
  return [...new Set(titles.map((title) => (title.endsWith('to this pod') ? 'a container' : title)))];
}

it.each<[string, string, string[]]>([
  ['the kind', 'kind', [...convert, restrict]],
  ['the metadata', '  name: web', [...convert, restrict]],
  ['the spec', 'spec', [...convert, restrict, 'a container']],
  ['the containers', '  containers', ['a container']],
  ['the indentation of a container', '    - name: web', ofContainer],
  ['its dash', '- name: web', ofContainer],
  ['the comment behind it', '# the web', ofContainer],
  ['its image', 'image: nginx', ofContainer],
  ['another field of it', 'always', []],
  ['its command', 'command', ['Write command on one line', 'Run it with a shell: ["sh", "-c", "nginx"]']],
  ['its ports', 'containerPort', [probes]],
  ['the dash of a variable', '- name: LEVEL', ['Move the value of LEVEL to a ConfigMap']],
  ['the volumes', 'emptyDir', []],
])('at %s', (_, place, expected) => expect(offeredAt(text.indexOf(place))).toEqual(expected));

it('goes with a light bulb that a problem has lit', () => {
  const manifest = manifestOf(text);
  const titles = (place: string, end = place) => {
    const range = {
      start: manifest.document.positionAt(text.indexOf(place)),
      end: manifest.document.positionAt(text.indexOf(end)),
    };
    return codeActions(manifest, range, defaultSettings, { triggerKind: 2 }, true).map(({ title }) => title);
  };
  expect(titles('nginx:1.27')).toEqual([]);
  expect(titles('nginx:1.27', 'always')).toContain('Change to Always');
  expect(titles('nginx:1.27', 'always')).toContain('Make web a native sidecar');
});

import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../server/src/service/features/codeLenses.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

/** The lenses of a manifest: the word below, and the text. */
function lenses(text: string): string[] {
  const manifest = manifestOf(text);
  return codeLenses(manifest).map(({ range, command }) => `${manifest.document.getText(range)}: ${command?.title}`);
}

const init = (name: string, seconds: string) => `{name: ${name}, image: busybox, command: [sleep, "${seconds}"]}`;
const sidecar = '{name: log, image: busybox, restartPolicy: Always}';
const app = (name: string) => `{name: ${name}, image: nginx}`;
const pod = (inits: string[], apps: string[]) =>
  `apiVersion: v1\nkind: Pod\nspec:\n  initContainers: [${inits}]\n  containers: [${apps}]\n`;

describe('how a pod starts', () => {
  it.each([
    [
      [init('a', '900'), init('b', '900')],
      ['x', 'y', 'z'],
      '2 init containers, then 3 containers, ready after ≥ 30 minutes',
    ],
    [[init('a', '1')], ['x'], '1 init container, then 1 container, ready after ≥ 1 second'],
    [['{name: a, image: my/tool}'], ['x'], '1 init container, then 1 container'],
    [[sidecar], ['x', 'y'], '1 native sidecar, then 2 containers'],
    [
      [sidecar, init('a', '60'), sidecar],
      ['x'],
      '1 init container and 2 native sidecars, then 1 container, ready after ≥ 1 minute',
    ],
    [[init('a', 'infinity')], ['x'], '1 init container, then 1 container: never ready, because a does not end'],
    [[init('a', '1')], [], '1 init container, then 0 containers, ready after ≥ 1 second'],
  ])('%j, %j', (inits, apps, text) => {
    const written = apps.length === 0 ? [] : apps.map(app);
    const expected = inits.length + apps.length > 1 ? [`initContainers: ${text}`] : [];
    expect(lenses(pod(inits, written))).toEqual(expected);
    expect(lenses(pod(inits, written).replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('is above the list that is written first', () => {
    const text = podWith('', 'initContainers:\n- name: a\n  image: busybox');
    expect(lenses(text)).toEqual(['containers: 1 init container, then 1 container']);
  });

  it('without init containers', () => {
    expect(lenses(`${podWith('')}    - name: other\n      image: nginx\n`)).toEqual([
      'containers: 2 containers, started together',
    ]);
  });

  it('in each pod of a file, in a List and in JSON', () => {
    const object = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a' }, { name: 'b' }] } };
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [object, object] });
    expect(lenses(list)).toEqual(Array(2).fill('"containers": 2 containers, started together'));
    const file = `${pod([sidecar], [app('x')])}---\n${pod([sidecar], [app('x')])}`;
    expect(lenses(file)).toEqual(Array(2).fill('initContainers: 1 native sidecar, then 1 container'));
  });
});

it('has no command', () => {
  const [lens] = codeLenses(manifestOf(pod([sidecar], [app('x')])));
  expect(lens?.command?.command).toBe('');
});

it.each([
  ['a single container', podWith('')],
  ['a template', pod([sidecar], [app('{{ .Values.name }}')])],
  ['another kind', pod([sidecar], [app('x')]).replace('v1', 'example.com/v1')],
  ['no list', pod([], []).replace('[]', '').replace('[]', 'x')],
])('says nothing of %s', (_, text) => {
  expect(lenses(text)).toEqual([]);
});

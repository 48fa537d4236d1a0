import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const code = 'script-not-executable';
const run = `«${code}|/scripts/run.sh»`;
const configMap = 'configMap: {name: c}';

function pod(container: string, source = configMap, mount = 'mountPath: /scripts') {
  return podWith(`${container}\nvolumeMounts: [{name: v, ${mount}}]`, `volumes:\n- name: v\n  ${source}`);
}

describe(code, () => {
  it.each([
    [`command: [${run}]`],
    [`command: ["tini", "--", "${run}", x]`],
    [`command: [sh, -c, "date; exec ${run} x"]`],
    [`lifecycle: {postStart: {exec: {command: [${run}]}}}`],
    [`command:\n- sh\n- -c\n- |\n  if date; then\n    ${run} &\n  fi\n  sleep 1000`],
  ])('is found: %s', (container) => expectMarked(pod(container), undefined, ['program-not-in-image']));

  it.each([
    ['secret: {secretName: s}'],
    ['configMap: {name: c, defaultMode: 0444}'],
    ['configMap: {name: c, defaultMode: 420}'],
    ['configMap: {name: c, defaultMode: 0755, items: [{key: k, path: run.sh, mode: 0600}]}'],
    ['configMap: {name: c, items: [{key: k, path: run.sh}, {key: l, path: b, mode: 0755}]}'],
    ['projected: {sources: [{configMap: {name: c}}, {secret: {name: s}}]}'],
  ])('is found with %s', (source) => expectMarked(pod(`command: [${run}]`, source)));

  it.each([['mountPath: /scripts/run.sh, subPath: run.sh'], ['mountPath: /scripts/, subPath: a'], ['mountPath: /']])(
    'is found with %s',
    (mount) => expect(codes(pod('command: [/scripts/run.sh]', configMap, mount))).toContain(code),
  );

  it('knows the item behind a subPath', () => {
    const source = 'configMap: {name: c, items: [{key: k, path: a/b.sh, mode: 0700}]}';
    expect(codes(pod('command: [/x]', source, 'mountPath: /x, subPath: a/b.sh'))).not.toContain(code);
    expect(codes(pod('command: [/x/b.sh]', source, 'mountPath: /x, subPath: a'))).not.toContain(code);
    expect(codes(pod('command: [/x/c.sh]', source, 'mountPath: /x, subPath: a'))).toContain(code);
  });

  it.each([
    ['command: [sh, /scripts/run.sh]'],
    ['command: [sh, -c, ". /scripts/run.sh; sh /scripts/run.sh; cp /scripts/run.sh /tmp"]'],
    ['command: [sh, -c, "[ -x /scripts/run.sh ] && /scripts/run.sh"]'],
    ['command: [sh, -c, "/scripts/run.sh || sh /scripts/run.sh"]'],
    ['args: [/scripts/run.sh]'],
    ['command: [/run.sh, /scripts/run.sh]'],
    ['command: [/scripts]'],
  ])('is silent on %s', (container) => expect(codes(pod(container))).not.toContain(code));

  it.each([
    ['configMap: {name: c, defaultMode: 0755}'],
    ['configMap: {name: c, defaultMode: 493}'],
    ['configMap: {name: c, defaultMode: 0100}'],
    ['configMap: {name: c, defaultMode: "0755"}'],
    ['projected: {defaultMode: 0555, sources: [{configMap: {name: c}}]}'],
    ['projected: {sources: [{configMap: {name: c, items: [{key: k, path: run.sh, mode: 0755}]}}]}'],
    ['emptyDir: {}'],
    ['hostPath: {path: /x}'],
  ])('is silent with %s', (source) => expect(codes(pod('command: [/scripts/run.sh]', source))).not.toContain(code));

  it('is silent where a volume within has the file', () => {
    const mounts = 'volumeMounts: [{name: v, mountPath: /scripts}, {name: w, mountPath: /scripts/bin}]';
    const volumes = 'volumes: [{name: v, configMap: {name: c}}, {name: w, emptyDir: {}}]';
    expect(codes(podWith(`command: [/scripts/bin/run]\n${mounts}`, volumes))).not.toContain(code);
  });

  it('knows images without an ENTRYPOINT', () => {
    const text = pod('args: [/scripts/run.sh]').replace('nginx:1.27', 'alpine:3.20');
    expect(codes(text)).toContain(code);
  });

  it('tells the mode', () => {
    expect(lines(pod('command: [/scripts/run.sh]', 'secret: {secretName: s, defaultMode: 0400}')).join()).toContain(
      'from the volume `v` has the mode 0400, so nobody can execute it, not even root: permission denied. Set `defaultMode: 0755`',
    );
  });

  it.each([
    [configMap, 'configMap: {name: c, defaultMode: 0755}'],
    ['configMap:\n    name: c # c', 'configMap:\n    name: c # c\n    defaultMode: 0755'],
    ['secret: {secretName: s, defaultMode: 0400}', 'secret: {secretName: s, defaultMode: 0755}'],
    [
      'configMap: {name: c, items: [{key: k, path: run.sh, mode: 0600}]}',
      'configMap: {name: c, items: [{key: k, path: run.sh, mode: 0755}]}',
    ],
    [
      'projected:\n    sources:\n    - configMap: {name: c}',
      'projected:\n    sources:\n    - configMap: {name: c}\n    defaultMode: 0755',
    ],
  ])('%j gets the mode', (before, after) => {
    const container = 'command: [/scripts/run.sh]';
    expect(fixed(pod(container, before), code)).toBe(pod(container, after));
  });

  it('writes a number in JSON', () => {
    const text = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'app' },
      spec: {
        containers: [
          {
            name: 'app',
            image: 'nginx:1.27',
            command: ['/scripts/run'],
            volumeMounts: [{ name: 'v', mountPath: '/scripts' }],
          },
        ],
        volumes: [{ name: 'v', configMap: { name: 'c' } }],
      },
    });
    expect(JSON.parse(fixed(text, code)).spec.volumes[0].configMap).toEqual({ name: 'c', defaultMode: 493 });
  });

  it('hands a script to sh', () => {
    expect(fixed(pod('command: [/scripts/run.sh, -v]'), code, 1)).toBe(pod('command: [sh, /scripts/run.sh, -v]'));
    expect(fixTitles(pod('command: [sh, -c, /scripts/run.sh]'), code)).toEqual(['Set defaultMode: 0755']);
    expect(fixTitles(pod('command: [/scripts/run]'), code)).toEqual(['Set defaultMode: 0755']);
  });
});

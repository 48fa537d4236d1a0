import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const code = 'job-never-completes';
const job = (containers: string, pod = '') => `apiVersion: batch/v1
kind: Job
metadata:
  name: a
spec:
  template:
    spec:
      restartPolicy: Never
${pod}      containers:
${containers}
`;
const main = '      - {name: main, image: example.com/work}';
const tail = `      - name: tail
        image: busybox:1.36
        command: [tail, -f, /dev/null]`;

describe(code, () => {
  it.each([
    ['a server beside the work', job(`${main}\n      - {name: db, image: «${code}|nginx:1.27»}`)],
    ['a helper without end', job(`${main}\n${tail.replace('command', `«${code}|command»`)}`)],
    [
      'a script without end',
      job(
        `${main}\n      - {name: a, image: busybox, command: [sh, -c], «${code}|args»: ["while true; do date; sleep 5; done"]}`,
      ),
    ],
    ['a server alone', job(`      - {name: db, image: «${code}|nginx:1.27»}`)],
    [
      'a CronJob',
      `apiVersion: batch/v1
kind: CronJob
metadata: {name: a}
spec: {schedule: "@daily", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: «${code}|redis:7»}]}}}}}
`,
    ],
  ])('finds %s', (_what, marked) => expectMarked(marked));

  it.each([
    ['a long sleep', job('      - {name: a, image: busybox, command: [sleep, "36000"]}')],
    ['programs that are not known', job(`${main}\n      - {name: b, image: example.com/server}`)],
    [
      'a loop that waits',
      job(`      - {name: a, image: busybox, command: [sh, -c, "until test -f /x; do sleep 1; done"]}`),
    ],
    ['a native sidecar', job(main, '      initContainers: [{name: s, image: nginx, restartPolicy: Always}]\n')],
    ['shared processes', job(`${main}\n${tail}`, '      shareProcessNamespace: true\n')],
    [
      'a helper that is asked to quit',
      job(
        `      - {name: a, image: curlimages/curl, command: [sh, -c, "work; curl -X POST localhost:15020/quitquitquit"]}\n${tail}`,
      ),
    ],
    ['another kind', job(`${main}\n${tail}`).replace(/batch\/v1\nkind: Job/, 'v1\nkind: PodTemplate')],
  ])('is silent for %s', (_what, text) => expect(codes(text).filter((found) => found === code)).toEqual([]));

  it('moves the helper with its comments in front of the app', () => {
    const wrong = job(`      # above\n${tail} # end\n${main}`);
    expect(fixed(wrong, code)).toBe(
      job(
        main,
        `      initContainers:
      # above
      - name: tail
        image: busybox:1.36
        restartPolicy: Always
        command: [tail, -f, /dev/null] # end
`,
      ),
    );
  });

  it('moves it behind the init containers that are there, with their indentation, at the end of the text', () => {
    const inits = '      initContainers:\n        - name: i\n          image: example.com/i\n';
    expect(fixed(job(`${main}\n${tail}`, inits).trimEnd(), code)).toBe(
      job(
        main,
        `${inits}        - name: tail
          image: busybox:1.36
          restartPolicy: Always
          command: [tail, -f, /dev/null]
`,
      ).trimEnd(),
    );
  });

  it('keeps CRLF, flow style and JSON', () => {
    const crlf = job(`${main}\n${tail}`).replaceAll('\n', '\r\n');
    expect(fixed(crlf, code).replaceAll('\r\n', '')).not.toContain('\n');
    const flow = (spec: string) =>
      `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {restartPolicy: Never, ${spec}}}}\n`;
    expect(fixed(flow('containers: [{name: a, image: x}, {name: b, image: nginx}]'), code)).toBe(
      flow('initContainers: [{name: b, image: nginx, restartPolicy: Always}], containers: [{name: a, image: x}]'),
    );
    const json = (spec: string) =>
      `{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "spec": {"template": {"spec": {"restartPolicy": "Never", ${spec}}}}}`;
    expect(fixed(json('"containers": [{"name": "b", "image": "nginx"}, {"name": "a", "image": "x"}]'), code)).toBe(
      json(
        '"initContainers": [{"name": "b", "image": "nginx", "restartPolicy": "Always"}], "containers": [{"name": "a", "image": "x"}]',
      ),
    );
  });

  it('offers no fix where something would be lost', () => {
    expect(fixTitles(job('      - {name: db, image: nginx}'), code)).toEqual([]);
    expect(fixTitles(job(`${main}\n      - name: b\n        image: nginx\n        env: &e []`), code)).toEqual([]);
    expect(fixTitles(job(`${main}\n${tail}`, '      initContainers: []\n'), code)).toEqual([]);
  });
});

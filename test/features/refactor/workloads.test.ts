import { describe, expect, it } from 'vitest';
import { lines } from '../../helpers/manifests.ts';
import { offered, refactored } from '../../helpers/refactorings.ts';

const pod = `# the shop
apiVersion: v1
kind: P‸od # alone
metadata:
  name: web
  annotations:
    prometheus.io/scrape: "true"
  labels:
    app: web # kept
    version: "2"
spec: # what runs
  # above
  containers:
  - name: web
    image: shop:2 # pinned
    command:
    - sh
    - -c
    - |
      echo a

        echo b
  # below

  # further below
# of nobody
---
kind: other
`;

/** Both are taken by the API server. */
function converted(marked: string, title: string): string {
  const after = refactored(marked, title);
  expect(lines(after).filter((line) => line.startsWith('error'))).toEqual([]);
  return after;
}

it('makes a Deployment of a Pod', () => {
  expect(converted(pod, 'Convert to a Deployment')).toBe(`# the shop
apiVersion: apps/v1
kind: Deployment # alone
metadata:
  name: web
  labels:
    app: web # kept
    version: "2"
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        version: "2"
      annotations:
        prometheus.io/scrape: "true"
    spec: # what runs
      # above
      containers:
      - name: web
        image: shop:2 # pinned
        command:
        - sh
        - -c
        - |
          echo a

            echo b
      # below

      # further below
# of nobody
---
kind: other
`);
});

const small = (rest: string) => `apiVersion: v1
kind: Pod
metadata: {name: job‸}
spec:
    containers:
        - {name: job, image: "busybox"}
${rest}`;

it('takes annotations along with their comments', () => {
  const annotations = (indent: string) =>
    `# for whom\nannotations: # two\n  a: b # first\n  # then\n  c: |\n    d\n`.replace(/^/gm, indent).trimEnd();
  const before = small('').replace('metadata: {name: job‸}', `metadata:\n    name: job‸\n${annotations('    ')}`);
  const metadata = `        metadata:\n${annotations('            ')}\n        spec:\n`;
  expect(converted(before, 'Convert to a Job')).toContain(
    `metadata:\n    name: job\nspec:\n    template:\n${metadata}`,
  );
});

it('makes a Job of a Pod', () => {
  expect(converted(small('    # end\n'), 'Convert to a Job')).toBe(`apiVersion: batch/v1
kind: Job
metadata: {name: job}
spec:
    template:
        spec:
            containers:
                - {name: job, image: "busybox"}
            restartPolicy: OnFailure
            # end
`);
});

it.each([
  ['Always # on', 'OnFailure # on'],
  ['OnFailure', 'OnFailure'],
  ["'Never'", "'Never'"],
])('makes a CronJob of a Pod with the restart policy %s', (before, after) => {
  expect(converted(small(`    restartPolicy: ${before}\n`), 'Convert to a CronJob')).toBe(`apiVersion: batch/v1
kind: CronJob
metadata: {name: job}
spec:
    schedule: 0 * * * *
    jobTemplate:
        spec:
            template:
                spec:
                    containers:
                        - {name: job, image: "busybox"}
                    restartPolicy: ${after}
`);
});

it('says what a Deployment has not', () => {
  const text = small('    activeDeadlineSeconds: 60\n    restartPolicy: Never\nstatus: {}\n');
  expect(offered(text, 'Convert')).toEqual([
    'Convert to a Deployment without activeDeadlineSeconds',
    'Convert to a Job',
    'Convert to a CronJob',
  ]);
  expect(converted(text, 'Convert to a Deployment without activeDeadlineSeconds')).toBe(`apiVersion: apps/v1
kind: Deployment
metadata: {name: job}
spec:
    selector:
        matchLabels:
            app: job
    template:
        metadata:
            labels:
                app: job
        spec:
            containers:
                - {name: job, image: "busybox"}
            restartPolicy: Always
`);
});

it('keeps CRLF, a mark at the top and no line break at the end', () => {
  const text = small('    restartPolicy: Never').replaceAll('\n', '\r\n');
  expect(converted(`\ufeff${text}`, 'Convert to a Job')).toBe(
    `\ufeffapiVersion: batch/v1
kind: Job
metadata: {name: job}
spec:
    template:
        spec:
            containers:
                - {name: job, image: "busybox"}
            restartPolicy: Never`.replaceAll('\n', '\r\n'),
  );
});

it('keeps flow style', () => {
  const text =
    'apiVersion: v1\nkind: ‸Pod\nmetadata: {name: web}\nspec: {containers: [{name: web,\n  image: shop}]} # short\n';
  expect(converted(text, 'Convert to a Job')).toBe(
    'apiVersion: batch/v1\nkind: Job\nmetadata: {name: web}\nspec:\n  template:\n    spec: {containers: [{name: web,\n      image: shop}], restartPolicy: OnFailure} # short\n',
  );
  expect(converted(text, 'Convert to a Deployment')).toContain(
    '\n    spec: {containers: [{name: web,\n      image: shop}]} # short\n',
  );
});

it('keeps JSON', () => {
  const containers = '[{"name": "web", "image": "shop"}]';
  const text = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", "annotations": {"a": "b"}}, "spec": {"containers": ${containers}}}`;
  expect(converted(text.replace('kind', 'k‸ind'), 'Convert to a Deployment')).toBe(
    `{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"selector": {"matchLabels": {"app": "web"}}, "template": {"metadata": {"labels": {"app": "web"}, "annotations": {"a": "b"}}, "spec": {"containers": ${containers}}}}}`,
  );
});

it('selects by what an app is called', () => {
  const text = small('').replace(
    '{name: job‸}',
    '{name: job‸, labels: {app.kubernetes.io/name: shop, app.kubernetes.io/version: v1}}',
  );
  expect(converted(text, 'Convert to a Deployment')).toContain(
    '\n    selector:\n        matchLabels:\n            app.kubernetes.io/name: shop\n    template:',
  );
});

describe('offers no other kind', () => {
  it.each([
    ['for what the server knows of it', small('status:\n  phase: Running\n')],
    ['for labels that are no texts', small('').replace('{name: job‸}', '{name: job‸, labels: {app: 1}}')],
    ['within a container', pod.replace('‸', '').replace('sho‸p', 'shop').replace('image', 'im‸age')],
    ['for a spec from elsewhere', 'apiVersion: v1\nkind: ‸Pod\nmetadata: {name: a}\nspec: *spec\n'],
  ])('%s', (_, text) => expect(offered(text, 'Convert')).toEqual([]));

  it('with a name that is too long for it', () => {
    const text = small('').replace('job‸', `${'job'.repeat(19)}‸`);
    expect(offered(text, 'Convert')).toEqual(['Convert to a Deployment', 'Convert to a Job']);
  });
});

const deployment = `apiVersion: apps/v1
kind: Deployment‸
metadata:
  name: web # the shop
  labels:
    app: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
      annotations: {a: b}
    spec: # what runs
      containers:
        - name: web
          image: shop:2 # pinned
          args:
            - |
              a

                b
      # below
  strategy: {type: Recreate}
status: {}
# end
`;

it('makes a Pod of a Deployment', () => {
  expect(converted(deployment, 'Convert to a Pod without replicas, strategy')).toBe(`apiVersion: v1
kind: Pod
metadata:
  name: web # the shop
  labels:
    app: web
    tier: front
  annotations:
    a: b
spec: # what runs
  containers:
    - name: web
      image: shop:2 # pinned
      args:
        - |
          a

            b
  # below
# end
`);
});

it('fills an empty map of labels', () => {
  const text = deployment.replace('labels:\n    app: shop', 'labels: {}');
  expect(converted(text, 'Convert to a Pod without replicas, strategy')).toContain(
    '  labels:\n    app: web\n    tier: front\n',
  );
});

it('makes a Pod of a CronJob', () => {
  const text = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: b‸ackup
spec:
  schedule: "@daily"
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          containers: [{name: backup, image: backup:1,
            args: [all]}]
`;
  expect(converted(text, 'Convert to a Pod without schedule, backoffLimit')).toBe(`apiVersion: v1
kind: Pod
metadata:
  name: backup
spec:
  restartPolicy: Never
  containers: [{name: backup, image: backup:1,
    args: [all]}]
`);
});

it('makes a Pod of a Job in JSON', () => {
  const spec = '{"containers": [{"name": "a", "image": "a"}], "restartPolicy": "Never"}';
  const text = `{"apiVersion": "batch/v1", "kind": "J‸ob", "metadata": {"name": "a"}, "spec": {"template": {"metadata": {"labels": {"a": "b"}}, "spec": ${spec}}}}`;
  expect(converted(text, 'Convert to a Pod')).toBe(
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "labels": {"a": "b"}}, "spec": ${spec}}`,
  );
});

describe('makes no Pod', () => {
  it.each([
    ['that loses a comment', deployment.replace('replicas: 3', 'replicas: 3 # enough')],
    ['of a template from elsewhere', deployment.replace('  template:\n', '  template: *template\n  other:\n')],
    [
      'that lacks its volumes',
      `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ‸db}
spec:
  selector: {matchLabels: {app: db}}
  serviceName: db
  template:
    metadata: {labels: {app: db}}
    spec:
      containers:
        - {name: db, image: postgres, volumeMounts: [{name: data, mountPath: /data}]}
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`,
    ],
  ])('%s', (_, text) => expect(offered(text, 'Convert')).toEqual([]));
});

import { expect, it } from 'vitest';
import { codes } from '../../helpers/manifests.ts';
import { refactored } from '../../helpers/refactorings.ts';

const title = 'Add security contexts for the Pod Security level restricted';

function restricted(text: string): string {
  const after = refactored(text, title);
  const left = codes(after, { podSecurity: 'restricted' }).filter((code) => code.startsWith('pod-security'));
  expect(left).toEqual([]);
  return after;
}

it('restricts the pod and each of its containers', () => {
  expect(
    restricted(`apiVersion: v1
kind: P‸od
metadata:
  name: web
spec:
  initContainers:
    - name: prepare # first
      image: busybox:1.36
  containers:
    - name: web
      image: nginx:1.27
      securityContext: # own
        capabilities:
          add: [NET_BIND_SERVICE]
    # the end
  restartPolicy: Always
`),
  ).toBe(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: prepare # first
      image: busybox:1.36
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL
  containers:
    - name: web
      image: nginx:1.27
      securityContext: # own
        capabilities:
          add: [NET_BIND_SERVICE]
          drop:
            - ALL
        allowPrivilegeEscalation: false
    # the end
  restartPolicy: Always
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
`);
});

it('goes with what is written, in flow style too', () => {
  expect(
    restricted(`apiVersion: batch/v1
kind: Job
metadata: {name: web}
spec:
  template:
    spec:
      # r‸oot is not needed
      securityContext: {runAsNonRoot: false, fsGroup: 1000}
      containers:
        - {name: web, image: busybox, securityContext: {allowPrivilegeEscalation: true}}
        - name: other
          image: busybox
          securityContext:
            seccompProfile: {type: Unconfined} # why?
            capabilities: {drop: [all]}
      restartPolicy: Never
`),
  ).toBe(`apiVersion: batch/v1
kind: Job
metadata: {name: web}
spec:
  template:
    spec:
      # root is not needed
      securityContext: {runAsNonRoot: true, fsGroup: 1000, seccompProfile: {type: RuntimeDefault}}
      containers:
        - {name: web, image: busybox, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}
        - name: other
          image: busybox
          securityContext:
            seccompProfile: {type: RuntimeDefault} # why?
            capabilities: {drop: [ALL]}
            allowPrivilegeEscalation: false
      restartPolicy: Never
`);
});

it('writes JSON', () => {
  const text = (container: string, pod: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"name": "web", "image": "nginx"${container}}]${pod}}}`;
  expect(restricted(text('', '').replace('kind', 'k‸ind'))).toBe(
    text(
      ', "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}',
      ', "securityContext": {"runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}}',
    ),
  );
});

it('changes the pod at the cursor alone', () => {
  const item = (kind: string) =>
    `  - {apiVersion: v1, ${kind}: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: nginx}]}}\n`;
  const after = refactored(`apiVersion: v1\nkind: List\nitems:\n${item('kind')}${item('k‸ind')}`, title);
  expect(after.startsWith(`apiVersion: v1\nkind: List\nitems:\n${item('kind')}`)).toBe(true);
  expect(after).toContain('runAsNonRoot');
});

const pod = (rest: string) => `apiVersion: v1
kind: P‸od
metadata: {name: web}
spec:
  containers:
    - name: web
      image: nginx
      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
${rest}`;

it('takes Windows for what it is', () => {
  expect(restricted(pod('  os: {name: windows}\n'))).not.toContain('seccompProfile');
});

it.each([
  ['what is restricted', '  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}\n'],
  ['a pod that runs as root', '  securityContext: {runAsUser: 0}\n'],
  ['a container that does', '    - {name: other, image: nginx, securityContext: {runAsUser: 0}}\n'],
  ['a container with every right', '    - {name: other, image: nginx, securityContext: {privileged: true}}\n'],
])('leaves alone %s', (_, rest) => {
  expect(refactored(pod(rest), title)).toBe('not offered');
});

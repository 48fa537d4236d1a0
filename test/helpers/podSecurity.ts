import { codes, podWith } from './manifests.ts';

const prefix = 'pod-security-';

/** A container and a pod that comply with `restricted`. */
export const hardened = {
  container: 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}',
  pod: 'securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}',
};

/** The controls that fail, without their prefix. */
export function failing(text: string, podSecurity: 'baseline' | 'restricted', minor = 37): string[] {
  return codes(text, { podSecurity, minor }).flatMap((code) =>
    code.startsWith(prefix) ? [code.slice(prefix.length)] : [],
  );
}

/** The controls of `baseline` that fail for a pod with some lines in it. */
export function atBaseline(container: string, pod = '', minor = 37): string[] {
  return failing(podWith(container || 'tty: true', pod), 'baseline', minor);
}

/** The controls of `restricted` that fail for a pod with some lines in it, the rest of which complies. */
export function atRestricted(container: string, pod = hardened.pod, minor = 37): string[] {
  return failing(podWith(container || 'tty: true', pod), 'restricted', minor);
}

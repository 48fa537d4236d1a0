import { find } from './manifests.ts';

/** The errors of a manifest with the paths of the API server, as `code path`; other severities are left out. */
export function refusals(text: string, minor = 37): string[] {
  return find(text, { minor })
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ problem: { code, serverPath } }) => `${code} ${serverPath}`);
}

/** What the API server says, after the path, for each error of a manifest. */
export function serverWords(text: string, minor = 37): string[] {
  return find(text, { minor }).flatMap(({ problem }) => problem.server ?? []);
}

/** The template of a Deployment with a pod spec; the first line of the spec is indented as the others. */
export function deploymentOf(spec: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec:
${spec.trim().replace(/^/gm, '      ')}
`;
}

/** A StatefulSet with a pod spec, and further lines of its own; the lines are indented to their place. */
export function statefulSetOf(spec: string, own = ''): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
${spec.trim().replace(/^/gm, '      ')}
${own.trim().replace(/^(?=.)/gm, '  ')}`
    .trimEnd()
    .concat('\n');
}

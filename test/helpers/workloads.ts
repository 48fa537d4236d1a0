/** A Deployment with one container; lines of YAML go into its spec, and may take the place of selector and labels. */
export function deploymentWith(specLines: string, labels = 'app: web', selector = 'matchLabels: {app: web}'): string {
  return workload('apps/v1', 'Deployment', `${selector ? `selector: {${selector}}\n` : ''}${specLines}`, labels);
}

/** A workload with a pod template. */
export function workload(
  apiVersion: string,
  kind: string,
  specLines: string,
  labels = 'app: web',
  podLines = '',
): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
spec:
${indented(specLines, 2)}  template:
    metadata:
      labels: {${labels}}
    spec:
${indented(podLines, 6)}      containers:
        - name: web
          image: nginx:1.27
`;
}

/** A Job; a line \`metadata\` may take the place of its name. */
export function jobWith(
  specLines: string,
  metadata = 'name: work',
  podLines = 'restartPolicy: Never',
  labels = '',
): string {
  return `apiVersion: batch/v1
kind: Job
metadata: {${metadata}}
spec:
${indented(specLines, 2)}  template:
    metadata: {labels: {${labels}}}
    spec:
${indented(podLines, 6)}      containers:
        - name: main
          image: busybox:1.37
          command: [make]
`;
}

/** A CronJob; further lines go into its spec, and into that of its Jobs. */
export function cronJobWith(specLines: string, jobLines = '', name = 'nightly'): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata: {name: ${name}}
spec:
${indented(specLines, 2)}  jobTemplate:
    spec:
${indented(jobLines, 6)}      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox:1.37
              command: [make]
`;
}

function indented(block: string, depth: number): string {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `${' '.repeat(depth)}${line}\n`).join('');
}

import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** The init container writes a file to a shared volume, the app serves it. */
export default definePattern({
  name: 'prepare files',
  prefixes: { pod: 'k8s-init-files', item: 'init-files' },
  title: () => l10n.t('Add an init container that prepares files to this pod'),
  description: 'Init container: prepares a file in a volume that the app reads',
  list: 'initContainers',
  values: {
    app: 'app',
    image: 'nginx:1.27',
    name: 'prepare',
    text: 'Hello from the init container',
    file: 'index.html',
    volume: 'content',
    directory: '/usr/share/nginx/html',
  },
  container: ({ name, text, file, volume }) => ({
    name,
    image: 'busybox:1.37',
    command: ['sh', '-c', `echo "${text}" > /work-dir/${file}`],
    volumeMounts: [{ name: volume, mountPath: '/work-dir' }],
  }),
  app: ({ app, image }) => ({ name: app, image, ports: [{ containerPort: 80 }] }),
  mount: ({ volume, directory }) => ({ name: volume, mountPath: directory }),
  shares: 'files',
});

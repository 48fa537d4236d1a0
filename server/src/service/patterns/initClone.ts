import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** The init container clones a repository into a shared volume, the app serves it. It may run again, and then keeps it. */
export default definePattern({
  name: 'clone a repository',
  prefixes: { pod: 'k8s-init-clone', item: 'init-clone' },
  title: () => l10n.t('Add an init container that clones a repository to this pod'),
  description: 'Init container: clones a Git repository into a volume that the app reads',
  list: 'initContainers',
  values: {
    app: 'app',
    image: 'nginx:1.27',
    name: 'clone',
    repository: 'https://github.com/octocat/Spoon-Knife.git',
    volume: 'content',
    directory: '/usr/share/nginx/html',
  },
  container: ({ name, repository, volume }) => ({
    name,
    image: 'alpine/git:v2.47.2',
    command: ['sh', '-c', `test -d /content/.git || git clone --depth=1 ${repository} /content`],
    volumeMounts: [{ name: volume, mountPath: '/content' }],
  }),
  app: ({ app, image }) => ({ name: app, image, ports: [{ containerPort: 80 }] }),
  mount: ({ volume, directory }) => ({ name: volume, mountPath: directory }),
  shares: 'files',
});

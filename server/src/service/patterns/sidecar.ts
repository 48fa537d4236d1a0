import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** The app writes a log file to a shared volume, the sidecar prints it to its own log. */
export default definePattern({
  name: 'sidecar',
  prefixes: { pod: 'k8s-sidecar', item: 'container-sidecar' },
  title: () => l10n.t('Add a log-shipping sidecar container to this pod'),
  description: 'Sidecar: prints the log file that the app writes to a shared volume',
  list: 'containers',
  values: {
    app: 'app',
    image: 'busybox:1.37',
    name: 'log-shipper',
    volume: 'logs',
    directory: '/var/log/app',
    file: 'app.log',
  },
  choices: { directory: ['/log'] },
  container: ({ name, volume, directory, file }) => ({
    name,
    image: 'busybox:1.37',
    // -F waits for a file that is not there yet
    command: ['sh', '-c', `tail -n +1 -F ${directory}/${file}`],
    volumeMounts: [{ name: volume, mountPath: directory, readOnly: true }],
  }),
  app: ({ app, image, directory, file }) => ({
    name: app,
    image,
    command: ['sh', '-c', `while true; do date >> ${directory}/${file}; sleep 5; done`],
  }),
  mount: ({ volume, directory }) => ({ name: volume, mountPath: directory }),
  shares: 'logs',
});

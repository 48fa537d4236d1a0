import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** The app writes lines of its own format to a shared volume, the adapter prints them as JSON. */
export default definePattern({
  name: 'adapter',
  prefixes: { pod: 'k8s-adapter', item: 'container-adapter' },
  title: () => l10n.t('Add an adapter container that turns logs into JSON to this pod'),
  description: 'Adapter: turns the log lines of the app into JSON',
  list: 'containers',
  values: {
    app: 'app',
    image: 'busybox:1.37',
    name: 'adapter',
    volume: 'logs',
    directory: '/var/log/app',
    file: 'app.log',
  },
  choices: { directory: ['/log'] },
  container: ({ name, volume, directory, file }) => ({
    name,
    image: 'busybox:1.37',
    command: [
      'sh',
      '-c',
      `tail -n +1 -F ${directory}/${file} | while read -r level message; do
  printf '{"level": "%s", "message": "%s"}\\n' "$level" "$message"
done
`,
    ],
    volumeMounts: [{ name: volume, mountPath: directory, readOnly: true }],
  }),
  app: ({ app, image, directory, file }) => ({
    name: app,
    image,
    command: ['sh', '-c', `while true; do echo "INFO request served" >> ${directory}/${file}; sleep 5; done`],
  }),
  mount: ({ volume, directory }) => ({ name: volume, mountPath: directory }),
  shares: 'logs',
});

import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** The app starts when a service accepts connections. `nc` finds it by its short name, which a newer nslookup does not. */
export default definePattern({
  name: 'wait for a service',
  prefixes: { pod: 'k8s-init-wait-for', item: 'init-wait-for' },
  title: () => l10n.t('Add an init container that waits for a service to this pod'),
  description: 'Init container: waits until a service accepts connections',
  list: 'initContainers',
  values: { app: 'app', image: 'nginx:1.27', name: 'wait-for-service', service: 'db', port: 5432 },
  choices: { port: [3306, 6379, 27017, 80] },
  container: ({ name, service, port }) => ({
    name,
    image: 'busybox:1.37',
    command: ['sh', '-c', `until nc -z -w 2 ${service} ${port}; do echo waiting for ${service}; sleep 2; done`],
  }),
  app: ({ app, image }) => ({ name: app, image }),
});

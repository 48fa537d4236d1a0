import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** The app talks to localhost, the ambassador passes it on to a service. */
export default definePattern({
  name: 'ambassador',
  prefixes: { pod: 'k8s-ambassador', item: 'container-ambassador' },
  title: () => l10n.t('Add an ambassador container that proxies a service to this pod'),
  description: 'Ambassador: a proxy on localhost through which the app reaches a service',
  list: 'containers',
  values: { app: 'app', image: 'busybox:1.37', name: 'ambassador', localPort: 6379, service: 'redis', port: 6379 },
  container: ({ name, localPort, service, port }) => ({
    name,
    image: 'alpine/socat:1.8.0.3',
    args: [`TCP4-LISTEN:${localPort},bind=127.0.0.1,fork,reuseaddr`, `TCP:${service}:${port}`],
  }),
  app: ({ app, image, localPort }) => ({
    name: app,
    image,
    command: ['sh', '-c', `while true; do echo PING | nc -w 2 localhost ${localPort}; sleep 5; done`],
  }),
});

import * as l10n from '@vscode/l10n';
import { definePattern } from './pattern.ts';

/** Two containers side by side: they share the network, so one reaches the other on localhost. */
export default definePattern({
  name: 'helper',
  prefixes: { pod: 'k8s-multi-container', item: 'container-helper' },
  title: () => l10n.t('Add a helper container to this pod'),
  description: 'Helper: a second container, which reaches the app on localhost',
  list: 'containers',
  values: { app: 'app', image: 'nginx:1.27', name: 'helper', appPort: 80 },
  choices: { image: ['httpd:2.4'] },
  container: ({ name, appPort }) => ({
    name,
    image: 'busybox:1.37',
    command: ['sh', '-c', `while true; do wget -q -T 2 -O - http://localhost:${appPort}; sleep 5; done`],
  }),
  app: ({ app, image, appPort }) => ({ name: app, image, ports: [{ containerPort: appPort }] }),
});

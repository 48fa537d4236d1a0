import * as l10n from '@vscode/l10n';
import { asNativeSidecar, type Pattern } from './pattern.ts';
import sidecar from './sidecar.ts';

/** The log shipper as an init container that keeps running: it is there before the app and does not hold up a Job. */
const nativeSidecar: Pattern = {
  ...sidecar,
  name: 'native sidecar',
  prefixes: { pod: 'k8s-native-sidecar', item: 'init-native-sidecar' },
  title: () => l10n.t('Add a native sidecar that ships logs to this pod'),
  description: 'Native sidecar: an init container with restartPolicy: Always that ships logs; starts before the app',
  list: 'initContainers',
  container: (values) => asNativeSidecar(sidecar.container(values)),
};

export default nativeSidecar;

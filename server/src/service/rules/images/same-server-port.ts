import * as l10n from '@vscode/l10n';
import { type Container, containersOf, defaultPort, imageName, portsOf, titleOf } from '../../model/index.ts';
import { mapsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'same-server-port',
  severity: 'warning',
  check({ pod }, report) {
    const taken = new Map<number, Container>();
    for (const container of pod ? containersOf(pod) : []) {
      const port = portWithoutSettings(container);
      const node = valueAt(container.node, 'image');
      if (port === undefined || !node) continue;
      const other = taken.get(port);
      if (!other) taken.set(port, container);
      if (!other || declareBoth(other, container, port)) continue;
      report({
        node,
        path: `${container.path}.image`,
        message: l10n.t(
          '`{0}` listens on port {1}, as `{2}` does, and the containers of a pod share their ports: the one that starts later ends with "98: Address already in use". Configure another port in one of them.',
          imageName(container.image) ?? '',
          port,
          titleOf(other),
        ),
        related: [
          {
            node: valueAt(other.node, 'image') ?? other.node,
            message: l10n.t('Port {0} is taken here.', port),
          },
        ],
      });
    }
  },
});

const contents =
  /^\/(?:usr\/share\/nginx\/html|usr\/local\/apache2\/(?:htdocs|logs)|usr\/local\/tomcat\/(?:webapps|logs)|usr\/share\/caddy|data|docker-entrypoint-initdb\.d|tmp|var\/(?:lib|log|cache|run|www))(?:\/|$)/;

/** The port of a server that nothing is told: no command, no variables that could say a port, no files but content. */
function portWithoutSettings({ node, image, role, mounts }: Container): number | undefined {
  if (role !== 'app' && role !== 'sidecar') return undefined;
  if (['command', 'args', 'envFrom', 'lifecycle'].some((key) => valueAt(node, key))) return undefined;
  const variables = mapsOf(valueAt(node, 'env')).map((entry) => stringOf(valueAt(entry.node, 'name')) ?? '');
  if (variables.some((name) => /PORT|LISTEN|ADDR|BIND|CONF|OPTS|ARGS|FLAGS/i.test(name))) return undefined;
  return mounts.every(({ mountPath }) => contents.test(mountPath ?? '')) ? defaultPort(image) : undefined;
}

/** Whether both say so in `ports`, which is a matter of its own. */
function declareBoth(one: Container, other: Container, port: number): boolean {
  return [one, other].every((container) => portsOf(container).some((declared) => declared.port === port));
}

import { mapsOf, stringOf, valueAt } from '../yaml/index.ts';
import { defaultPort } from './images.ts';
import type { Container } from './pod.ts';

const contents =
  /^\/(?:usr\/share\/nginx\/html|usr\/local\/apache2\/(?:htdocs|logs)|usr\/local\/tomcat\/(?:webapps|logs)|usr\/share\/caddy|data|docker-entrypoint-initdb\.d|tmp|var\/(?:lib|log|cache|run|www))(?:\/|$)/;

/**
 * The port that a container's server listens on where nothing is told to it: no command, no variables that could say a
 * port, no files but content. Undefined where it is told something, or where the image is not known.
 */
export function portWithoutSettings({ node, image, role, mounts }: Container): number | undefined {
  if (role !== 'app' && role !== 'sidecar') return undefined;
  if (['command', 'args', 'envFrom', 'lifecycle'].some((key) => valueAt(node, key))) return undefined;
  const variables = mapsOf(valueAt(node, 'env')).map((entry) => stringOf(valueAt(entry.node, 'name')) ?? '');
  if (variables.some((name) => /PORT|LISTEN|ADDR|BIND|CONF|OPTS|ARGS|FLAGS/i.test(name))) return undefined;
  return mounts.every(({ mountPath }) => contents.test(mountPath ?? '')) ? defaultPort(image) : undefined;
}

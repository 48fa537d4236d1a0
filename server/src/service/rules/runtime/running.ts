import { type Container, commandFields, keyOrStart } from '../../model/index.ts';
import { type Span, valueAt } from '../../yaml/index.ts';

/** What to underline and where, for what a container runs: the key of its command, or its image where it has none. */
export function runningField(container: Container): { node: Span; path: string } {
  const own = commandFields(container).findLast(({ action }) => action === undefined);
  if (own) return { node: own.pair.key, path: own.path };
  return {
    node: valueAt(container.node, 'image') ?? keyOrStart(container.node, 'image'),
    path: `${container.path}.image`,
  };
}

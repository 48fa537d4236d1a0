import * as l10n from '@vscode/l10n';
import { type Port, portsOf, titleOf } from '../../model/index.ts';
import { pairOf, type Writable } from '../../yaml/index.ts';
import { fieldsBefore } from '../completion/order.ts';
import { isShared, type RefactorContext, type Refactoring } from './refactoring.ts';

/** The probes that the container at the cursor does not have, of the port that it serves. */
export function addProbes({ container, editor, placed: { chunk } }: RefactorContext): Refactoring[] {
  if (container?.role !== 'app' && container?.role !== 'sidecar') return [];
  const { node } = container;
  const port = servedPort(portsOf(container));
  if (!port || isShared(node, chunk)) return [];
  const probe = probeOf(port);
  const add = (field: string) => editor.insertPair(node, field, probe, fieldsBefore('core/v1.Container', field));
  const missing = ['livenessProbe', 'readinessProbe'].filter((field) => !pairOf(node, field));
  const titles: Record<string, string> = {
    livenessProbe: l10n.t('Add a liveness probe to {0}', titleOf(container)),
    readinessProbe: l10n.t('Add a readiness probe to {0}', titleOf(container)),
  };
  const single = missing.map((field) => ({
    title: titles[field] ?? field,
    kind: 'refactor.rewrite',
    edits: add(field),
  }));
  if (missing.length < 2) return single;
  const title = l10n.t('Add a liveness and a readiness probe to {0}', titleOf(container));
  return [{ title, kind: 'refactor.rewrite', edits: missing.flatMap(add) }, ...single];
}

/** The port that tells best whether a container works: one that answers over HTTP, but rather not with metrics alone. */
function servedPort(ports: readonly Port[]): Port | undefined {
  const open = ports.filter(({ protocol }) => protocol === 'TCP');
  return open.find((port) => isHttp(port) && port.name !== 'metrics') ?? open[0];
}

function isHttp({ name, port }: Port): boolean {
  return /^(?:https?(?:-.*)?|web|metrics)$/.test(name ?? '') || [80, 3000, 8000, 8080].includes(port);
}

function probeOf(served: Port): { [key: string]: Writable } {
  const { name } = served;
  const port = name ?? served.port;
  if (!isHttp(served)) return { tcpSocket: { port } };
  const scheme = name?.startsWith('https') ? { scheme: 'HTTPS' } : {};
  return { httpGet: { path: name === 'metrics' ? '/metrics' : '/', port, ...scheme } };
}

import * as l10n from '@vscode/l10n';
import { isShared } from '../../fixes/index.ts';
import { type Port, portsOf, titleOf } from '../../model/index.ts';
import { portName } from '../../schema/formats/index.ts';
import { pairOf, type Writable } from '../../yaml/index.ts';
import { fieldsBefore } from '../completion/order.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';

/** The probes that the container at the cursor does not have, of the port that it serves. */
export function addProbes({ container, field = 'ports', editor }: RefactorContext): Refactoring[] {
  if (container?.role !== 'app' && container?.role !== 'sidecar') return [];
  const { node } = container;
  const port = servedPort(portsOf(container));
  const missing = ['livenessProbe', 'readinessProbe'].filter((probe) => !pairOf(node, probe));
  if (!port || missing.length === 0 || isShared(node) || !/^ports$|Probe$/.test(field)) return [];
  const probe = probeOf(port);
  const edits = missing.flatMap((name) =>
    editor.insertPair(node, name, probe, fieldsBefore('core/v1.Container', name)),
  );
  return [{ title: titleFor(missing, titleOf(container)), kind: 'refactor.rewrite', edits }];
}

function titleFor([first, second]: readonly string[], container: string): string {
  if (second) return l10n.t('Add a liveness and a readiness probe to {0}', container);
  return first === 'livenessProbe'
    ? l10n.t('Add a liveness probe to {0}', container)
    : l10n.t('Add a readiness probe to {0}', container);
}

/** The port that tells best whether a container works: one that answers over HTTP, but rather not with metrics alone. */
function servedPort(ports: readonly Port[]): Port | undefined {
  const open = ports.filter(isOpen);
  return open.find((port) => isHttp(port) && port.name !== 'metrics') ?? open[0];
}

/** Whether a probe can ask a port: over TCP, by a name or number that the API server takes. */
function isOpen({ protocol, port, name }: Port): boolean {
  const isNamed = name === undefined || portName.problems(name).length === 0;
  return protocol === 'TCP' && port > 0 && port < 65_536 && isNamed;
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

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../../schema/object.ts';
import { integerOf, stringOf } from '../../../yaml/index.ts';
import { code, listed } from '../../markdown.ts';
import type { TokenPlace } from '../../place.ts';

const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'];
const handlers = ['httpGet', 'tcpSocket', 'grpc'];

/** Who of the container asks at a port that it says it listens on. */
export function portMeaning({ object }: TokenPlace): string | undefined {
  const { container } = object;
  const asking = probes.filter((probe) =>
    handlers.some((handler) => {
      const action = container?.object(probe)?.object(handler);
      return action !== undefined && isSamePort(action, object);
    }),
  );
  return asking.length > 0 ? l10n.t('Asked by {0}.', listed(asking.map((probe) => code(probe)))) : undefined;
}

/** The port of the container that a probe or hook means. */
export function targetMeaning({ object, token }: TokenPlace): string | undefined {
  const port = object.container?.objects('ports').find((candidate) => isSamePort(object, candidate));
  const number = port?.integer('containerPort');
  const name = port?.string('name');
  if (stringOf(token) !== undefined && number !== undefined)
    return l10n.t('Port {0} of the container.', code(String(number)));
  return integerOf(token) !== undefined && name ? l10n.t('Port {0} of the container.', code(name)) : undefined;
}

function isSamePort(action: ApiObject, port: ApiObject): boolean {
  const wanted = action.string('port') || action.integer('port');
  if (wanted === undefined) return false;
  return typeof wanted === 'number' ? wanted === port.integer('containerPort') : wanted === port.string('name');
}

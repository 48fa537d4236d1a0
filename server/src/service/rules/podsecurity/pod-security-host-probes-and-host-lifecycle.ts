import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineControl, placeOf, setter } from './control.ts';

/** hostProbesAndHostLifecycleV1Dot34. */
export default defineControl<Pair | undefined>({
  code: 'pod-security-host-probes-and-host-lifecycle',
  level: 'baseline',
  check({ containers, level, minor }, report) {
    if (minor < 34) return;
    for (const container of containers) {
      for (const action of handlers(container).flatMap(actions)) {
        const host = action.string('host');
        if (!host) continue;
        report({
          ...placeOf(action, 'host'),
          message: l10n.t(
            'With `host` the kubelet can be made to send requests to any address: a namespace that enforces `{0}` of Kubernetes 1.34 or later refuses such a pod. Remove it to use the IP address of the pod.',
            level,
          ),
          server: [`probe or lifecycle host (${setter(container)} uses probe or lifecycle host "${host}")`],
          data: action.pair('host'),
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});

function handlers(container: ApiObject): (ApiObject | undefined)[] {
  const lifecycle = container.object('lifecycle');
  return [
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((name) => container.object(name)),
    ...['postStart', 'preStop'].map((name) => lifecycle?.object(name)),
  ];
}

function actions(handler: ApiObject | undefined): ApiObject[] {
  return ['httpGet', 'tcpSocket'].flatMap((name) => handler?.object(name) ?? []);
}

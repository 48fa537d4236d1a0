import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import { portName } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { stringOf } from '../../yaml/index.ts';
import { changeFix, setFix } from '../fields.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule } from '../rule.ts';

interface Data {
  action: ApiObject;
  name: string;
  ports: readonly ApiObject[];
}

/** ResolveContainerPort of pkg/probe/util.go: the kubelet looks for the name among the ports of this container only. */
export default defineRule<Data>({
  code: 'probe-port-not-found',
  severity: 'warning',
  whole: true,
  check({ objects, findings }, report) {
    for (const action of objects.of('core/v1.HTTPGetAction', 'core/v1.TCPSocketAction')) {
      const container = action.around('core/v1.Container');
      const name = stringOf(action.value('port'));
      if (!container || !name || portName.problems(name).length > 0) continue;
      if (isMistaken('ports', findings, container.path)) continue;
      const ports = container.objects('ports');
      if (ports.some((port) => (port.string('name') ?? name) === name)) continue;
      report({
        node: action.valueOf('port'),
        path: action.at('port'),
        message: l10n.t(
          'Container `{0}` itself has no port named `{1}`, so this always fails. Give one of its `ports` this name, or write a port number.',
          container.string('name') ?? '',
          name,
        ),
        data: { action, name, ports },
      });
    }
  },
  fix({ data: { action, name, ports } }, editor) {
    const names = ports.flatMap((port) => port.string('name') || []);
    const near = nearest(name, names);
    const [only] = ports.length === 1 ? ports : [];
    const number = only?.integer('containerPort');
    return [
      ...near.map((each) => changeFix(action, 'port', each, editor)),
      ...(only && names.length === 0 ? [setFix(only, 'name', name, editor)] : []),
      ...(near.length === 0 ? names : []).slice(0, 3).map((each) => changeFix(action, 'port', each, editor)),
      ...(number ? [changeFix(action, 'port', number, editor)] : []),
    ];
  },
});

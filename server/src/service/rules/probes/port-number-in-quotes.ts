import * as l10n from '@vscode/l10n';
import { portName } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { stringOf } from '../../yaml/index.ts';
import { defineRule, safe } from '../rule.ts';

interface Data {
  action: ApiObject;
  port: number;
}

/** ValidatePortNumOrName: a text is the name of a port. */
export default defineRule<Data>({
  code: 'port-number-in-quotes',
  severity: 'error',
  check({ objects }, report) {
    for (const action of objects.of('core/v1.HTTPGetAction', 'core/v1.TCPSocketAction')) {
      const text = stringOf(action.value('port'));
      const port = text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
      if (text === undefined || port < 1 || port > 65535) continue;
      report({
        node: action.valueOf('port'),
        path: action.at('port'),
        message: l10n.t(
          'In quotes `{0}` is a port name, which needs at least one letter: the API server refuses it. Write the number without quotes.',
          text,
        ),
        server: portName.problems(text).map((words) => `Invalid value: "${text}": ${words}`),
        data: { action, port },
      });
    }
  },
  fix({ data: { action, port } }, editor) {
    const pair = action.pair('port');
    return pair ? [safe(l10n.t('Remove the quotes'), editor.replaceNode(pair.value, port))] : [];
  },
});

import * as l10n from '@vscode/l10n';
import {
  type CommandField,
  type Container,
  commandFields,
  containersOf,
  environmentOf,
  isWindows,
  readCommandLine,
  wordsOf,
} from '../../model/index.ts';
import { type ScalarNode, stringOf, typeOf } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';
import { type Form, firstLine, formsOf, replaceByList, shown } from './forms.ts';

interface Data {
  node: ScalarNode;
  field: CommandField;
  forms: Form[];
}

export default defineRule<Data>({
  code: 'command-not-list',
  severity: 'error',
  hides: true,
  check({ pod, workload }, report) {
    for (const field of pod ? containersOf(pod).flatMap(commandFields) : []) {
      const { node, path, name } = field;
      if (node.kind !== 'scalar' || node.value.type === 'unsupported') continue;
      const forms = listForms(node, field);
      report({
        node: firstLine(node, workload.chunk),
        path,
        message: l10n.t(
          '`{0}` must be a list of strings, so the API server refuses this: "cannot unmarshal {1} into Go struct field … of type []string". Write {2}.',
          name,
          { boolean: 'bool', number: 'number' }[typeOf(node) as string] ?? 'string',
          forms[0] ? shown(forms[0].words) : l10n.t('a list such as {0}', '["sleep", "1000"]'),
        ),
        data: { node, field, forms },
      });
    }
  },
  fix({ data: { node, field, forms }, workload: { chunk } }, editor) {
    // an alias may use the text elsewhere, where it must stay a text
    if (field.pair.value !== node || node.anchor) return [];
    if (forms.length === 0 && node.text.trim() === '') {
      return removeFix(field.pair, editor);
    }
    return forms.map(({ words, addsShell, sure }, index): Fix => {
      const title = addsShell
        ? l10n.t('Run it with a shell: {0}', shown(words))
        : l10n.t('Change to {0}', shown(words));
      return (sure && index === 0 ? safe : suggestion)(title, replaceByList(editor, chunk, node, words));
    });
  },
});

function listForms(node: ScalarNode, { container, name, action }: CommandField): Form[] {
  const text = stringOf(node);
  if (text === undefined) return [{ words: [node.text], addsShell: false, sure: true }];
  const variables = new Set(environmentOf(container).keys());
  const before = name === 'args' && action === undefined ? commandWords(container, variables) : [];
  return formsOf(text, { field: name, before, variables, windows: isWindows(container.pod) });
}

/** The words of `command`, also where that is a text as well. */
function commandWords(container: Container, variables: ReadonlySet<string>): string[] {
  const command = commandFields(container).find(({ name, action }) => name === 'command' && !action);
  if (!command) return [];
  if (command.node.kind !== 'scalar') return wordsOf(command).map(({ text }) => text);
  const read = readCommandLine(command.node.text, variables);
  return read.kind === 'plain' ? read.words : [command.node.text];
}

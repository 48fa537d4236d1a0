import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { type CommandField, commandFields, containersOf, type PodSpec } from '../../model/index.ts';
import { type ConcreteNode, deref, once, type SeqNode, type YamlNode } from '../../yaml/index.ts';

/** An item of a `command` or `args` list, whatever its type. */
export interface CommandItem {
  field: CommandField;
  list: SeqNode;
  index: number;
  /** As it is written: an alias may stand in the list. */
  written: YamlNode;
  node: ConcreteNode;
  path: string;
}

/** The items of every `command` and `args` list of a pod, those of exec actions included. */
export function commandItems(pod: PodSpec | undefined): readonly CommandItem[] {
  return pod ? itemsOfPod(pod) : [];
}

const itemsOfPod = once((pod: PodSpec): readonly CommandItem[] =>
  containersOf(pod)
    .flatMap(commandFields)
    .flatMap((field) => {
      const list = field.node;
      if (list.kind !== 'seq') return [];
      return list.items.flatMap((written, index) => {
        const node = deref(written);
        return node ? [{ field, list, index, written, node, path: `${field.path}[${index}]` }] : [];
      });
    }),
);

/** Quotes the numbers and booleans of a list that is moved to where strings are wanted. */
export function quotedItems(list: SeqNode, editor: Editor): ChunkEdit[] {
  return list.items.flatMap((item, index) =>
    item.kind === 'scalar' && (item.value.type === 'number' || item.value.type === 'boolean')
      ? (editor.replaceItems(list, index, index, [item.text]) ?? [])
      : [],
  );
}

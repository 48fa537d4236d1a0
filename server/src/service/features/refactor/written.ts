import {
  type Argv,
  argvs,
  type CommandField,
  type Container,
  commandFields,
  type ShellCall,
  shellCall,
} from '../../model/index.ts';
import { type SeqNode, stringOf, type YamlNode } from '../../yaml/index.ts';

/** A command whose words are all texts, written in lists of its own. */
export interface WrittenCommand {
  argv: Argv;
  texts: string[];
  /** Its fields with their lists: `command`, `args` or both. */
  lists: { field: CommandField; list: SeqNode }[];
  /** The shell that it hands a script to. */
  shell: (ShellCall & { script: number; flag: number }) | undefined;
}

/** The command that a field is a part of; undefined where a word of it is no text, or a list is an alias or empty. */
export function writtenCommand(container: Container, action: CommandField['action']): WrittenCommand | undefined {
  const argv = argvs(container).find((each) => each.action === action);
  const fields = commandFields(container).filter((field) => field.action === action);
  const lists = fields.flatMap((field) => {
    const { value } = field.pair;
    return value.kind === 'seq' && value.items.length > 0 ? [{ field, list: value }] : [];
  });
  const isText = (item: YamlNode) => item.kind === 'scalar' && stringOf(item) !== undefined;
  if (!argv || lists.length < fields.length || !lists.every(({ list }) => list.items.every(isText))) return undefined;
  const texts = argv.words.map(({ text }) => text);
  return { argv, texts, lists, shell: argv.entrypoint ? undefined : scriptCall(texts) };
}

function scriptCall(texts: readonly string[]): WrittenCommand['shell'] {
  const call = shellCall(texts);
  if (call?.flag === undefined || call.script === undefined) return undefined;
  return { ...call, flag: call.flag, script: call.script };
}

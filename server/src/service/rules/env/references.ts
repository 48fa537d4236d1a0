import { type Argv, argvs, type Container, isWindows, referencesIn, shellCall } from '../../model/index.ts';
import { type Chunk, type ConcreteNode, once, type Span, stringOf, valueAt } from '../../yaml/index.ts';
import { type Variable, variablesOf } from './variables.ts';

/** A `$(NAME)` in a command, in args, or in the value of a variable. */
export interface WrittenReference {
  name: string;
  span: Span;
  path: string;
  /** The argv that it is a part of; undefined in a variable. */
  argv: Argv | undefined;
  /** Whether a shell takes what Kubernetes leaves for a command to run. */
  inScript: boolean;
  /** The variable whose value it is in; undefined in a command. */
  variable: Variable | undefined;
}

/** Every reference of a container, exec actions included. */
export const referencesOf = once((container: Container): readonly WrittenReference[] => {
  const { chunk } = container.pod.workload;
  const inVariables = variablesOf(container).flatMap((variable) =>
    spansIn(valueAt(variable.node, 'value'), chunk).map((found) => ({
      ...found,
      path: `${variable.path}.value`,
      argv: undefined,
      inScript: false,
      variable,
    })),
  );
  const inCommands = argvs(container).flatMap((argv) => {
    const script = isWindows(container.pod) ? undefined : scriptIndex(argv);
    return argv.words.flatMap((word, index) =>
      spansIn(word.node, chunk).map((found) => ({
        ...found,
        path: word.path,
        argv,
        inScript: index === script,
        variable: undefined,
      })),
    );
  });
  return [...inVariables, ...inCommands];
});

/** The place of the word that a shell runs as a script. */
export function scriptIndex({ words }: Argv): number | undefined {
  const shell = shellCall(words.map(({ text }) => text));
  return shell?.flag === undefined ? undefined : shell.script;
}

/** The references of a text, where they are written. */
function spansIn(node: ConcreteNode | undefined, { text }: Chunk): { name: string; span: Span }[] {
  if (!node || !stringOf(node)?.includes('$(')) return [];
  return referencesIn(text.slice(node.start, node.end)).map(({ name, start, end }) => ({
    name,
    span: { start: node.start + start, end: node.start + end },
  }));
}

/** Variables that the image or the runtime sets: Kubernetes does not know them. */
export const fromImage = /^(?:HOSTNAME|HOME|PATH|PWD|USER)$/;

/** Variables that Kubernetes sets for services. */
export const fromServices = /^\w+_SERVICE_(?:HOST|PORT)(?:_\w+)?$/;

/** Variables that Kubernetes sets for services as old links of Docker did: `DB_PORT`, `DB_PORT_80_TCP_ADDR`. */
export const fromLinks = /^\w+_PORT(?:_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?)?$/;

/** Whether an exec action is that of a hook, in which nothing is replaced. */
export function isHook(action: string | undefined): boolean {
  return action === 'preStop' || action === 'postStart';
}

/** Whether a text in `$( )` looks like a variable, not like a command. */
export function isVariable(name: string): boolean {
  return /^[A-Z_][A-Z0-9_]*$/.test(name);
}

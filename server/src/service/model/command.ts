import { type ConcreteNode, entriesOf, once, type Pair, pairOf, stringOf, valueAt } from '../yaml/index.ts';
import { type Container, containersOf, type PodSpec } from './pod.ts';
import { shellOf, wrapperOf } from './wrappers.ts';

/** One field that holds the words of a command: a container's `command` or `args`, or the `command` of an exec action. */
export interface CommandField {
  container: Container;
  pair: Pair;
  node: ConcreteNode;
  path: string;
  name: 'command' | 'args';
  /** `livenessProbe`, `preStop`, …; undefined for the container's own. */
  action: string | undefined;
}

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const hooks = ['postStart', 'preStop'];

/** Every field of a container that holds a command, exec actions included; null values left out. */
export const commandFields = once((container: Container): readonly CommandField[] => {
  const { node, path } = container;
  const fields: CommandField[] = [];
  const add = (owner: ConcreteNode | undefined, at: string, name: 'command' | 'args', action?: string) => {
    const pair = pairOf(owner, name);
    const value = valueAt(owner, name);
    if (pair && value) fields.push({ container, pair, node: value, path: `${at}.${name}`, name, action });
  };
  add(node, path, 'command');
  add(node, path, 'args');
  for (const probe of probes) add(valueAt(node, probe, 'exec'), `${path}.${probe}.exec`, 'command', probe);
  for (const hook of hooks) {
    add(valueAt(node, 'lifecycle', hook, 'exec'), `${path}.lifecycle.${hook}.exec`, 'command', hook);
  }
  return fields;
});

/** A word of an argv with the node that it is written in. */
export interface Word {
  text: string;
  node: ConcreteNode;
  path: string;
  field: CommandField;
  /** Its index in the list. */
  index: number;
}

/**
 * The words of a list, as the program would get them before `$(VAR)` is resolved. Numbers and booleans, which the API
 * server refuses, count with the text they are written as; lists and maps are left out.
 */
export function wordsOf(field: CommandField): Word[] {
  return entriesOf(field.node).flatMap(({ node, index }) => {
    if (node.kind !== 'scalar') return [];
    const text = stringOf(node) ?? (node.value.type === 'null' ? '' : node.text);
    return [{ text, node, path: `${field.path}[${index}]`, field, index }];
  });
}

/** The words that one process is started with. */
export interface Argv {
  container: Container;
  words: Word[];
  /** The first word is not written but comes from the image: there is only `args`. */
  entrypoint: boolean;
  /** `livenessProbe`, `preStop`, …; undefined for the container itself. */
  action: string | undefined;
  /** Whether every word of it is in `words`: no field has another type than a list of scalars. */
  complete: boolean;
}

/** The argvs that a container's manifest starts: command and args together, then each exec action. */
export const argvs = once((container: Container): readonly Argv[] => {
  const fields = commandFields(container);
  const own = fields.filter(({ action }) => action === undefined);
  const actions = fields.filter(({ action }) => action !== undefined);
  const command = own.find(({ name }) => name === 'command');
  const entrypoint = !command || (command.node.kind === 'seq' && command.node.items.length === 0);
  const argv = (of: CommandField[], entrypoint: boolean, action?: string): Argv => ({
    container,
    words: of.flatMap(wordsOf),
    entrypoint,
    action,
    complete: of.every(
      ({ node }) => node.kind === 'seq' && entriesOf(node).every((entry) => entry.node.kind === 'scalar'),
    ),
  });
  const all = actions.map((field) => argv([field], false, field.action));
  return own.length > 0 ? [argv(own, entrypoint), ...all] : all;
});

/** The argvs of every container of a pod that are written completely, so that what is missing in them is missing. */
export const completeArgvs = once((pod: PodSpec): readonly Argv[] =>
  containersOf(pod)
    .flatMap(argvs)
    .filter(({ complete }) => complete),
);

/** A shell in an argv. */
export interface ShellCall {
  /** The shell's name without its path: `sh`. */
  shell: string;
  /** Index of the shell in the argv. */
  at: number;
  /** Index of the option that holds `c` (`-c`, `-ec`), where there is one. */
  flag: number | undefined;
  /** Index of the script after `-c`, or of the script file without it. */
  script: number | undefined;
}

/** Finds the shell that an argv starts, behind wrappers such as `env` or `tini --`; undefined where it starts none. */
export function shellCall(argv: readonly string[]): ShellCall | undefined {
  const at = wrapperOf(argv[0]) ? argv.findIndex(shellOf) : 0;
  const shell = shellOf(argv[at]);
  if (!shell) return undefined;
  let next = at + 1;
  let flag: number | undefined;
  while (next < argv.length && /^[-+]./.test(argv[next] ?? '')) {
    const option = argv[next] ?? '';
    if (option === '--') {
      next++;
      break;
    }
    if (/^-[a-zA-Z]*c[a-zA-Z]*$/.test(option)) flag ??= next;
    next += /^(?:[-+][a-zA-Z]*[oO]|--(?:rcfile|init-file))$/.test(option) ? 2 : 1;
  }
  return { shell, at, flag, script: next < argv.length ? next : undefined };
}

const interpreters =
  /^(?:sh|bash|ash|dash|zsh|ksh|fish|csh|tcsh|cmd|powershell|pwsh|awk|gawk|mawk|nawk|sed|perl|python[\d.]*|ruby|node|deno|bun|php|lua|tclsh|expect|jq|yq|envsubst|gomplate|su|runuser|ssh|xargs|parallel|watch|flock|make|psql|mysql|mongo|mongosh|sqlite3|redis-cli|docker|kubectl)$/i;

/**
 * Whether one of the words starts a shell or another program that reads its arguments as a script or a template, to
 * which operators and `$VAR` mean something.
 */
export function startsInterpreter(words: readonly string[]): boolean {
  return words.some((word) => interpreters.test(word.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '')));
}

/** Whether the containers of a pod run on Windows, where command lines, paths and shells are others. */
export function isWindows({ node }: PodSpec): boolean {
  const names = [valueAt(node, 'os', 'name'), valueAt(node, 'nodeSelector', 'kubernetes.io/os')];
  return names.some((name) => stringOf(name) === 'windows');
}

/** The name in `image: registry/library/name:tag@digest`, without registry, tag and digest. */
export function imageName(image: string | undefined): string | undefined {
  if (!image) return undefined;
  const name = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return name.replace(
    /^(?:(?:docker\.io|index\.docker\.io|public\.ecr\.aws\/docker|mirror\.gcr\.io)\/)?(?:library\/)?/,
    '',
  );
}

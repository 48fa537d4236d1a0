import { itemsOf, type Pair, pairOf, stringOf, valueAt, type YamlNode } from '../yaml/index.ts';
import type { Container } from './pod.ts';

type Concrete = Exclude<YamlNode, { kind: 'alias' }>;

/** One field that holds the words of a command: a container's `command` or `args`, or the `command` of an exec action. */
export interface CommandField {
  container: Container;
  pair: Pair;
  node: Concrete;
  path: string;
  name: 'command' | 'args';
  /** `livenessProbe`, `preStop`, …; undefined for the container's own. */
  action: string | undefined;
}

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const hooks = ['postStart', 'preStop'];

/** Every field of a container that holds a command, exec actions included; null values left out. */
export function commandFields(container: Container): CommandField[] {
  const { node, path } = container;
  const fields: CommandField[] = [];
  const add = (owner: Concrete | undefined, at: string, name: 'command' | 'args', action?: string) => {
    const pair = pairOf(owner, name);
    const value = valueAt(owner, name);
    if (pair && value) fields.push({ container, pair, node: value, path: `${at}.${name}`, name, action });
  };
  add(node, path, 'command');
  add(node, path, 'args');
  for (const probe of probes) add(valueAt(valueAt(node, probe), 'exec'), `${path}.${probe}.exec`, 'command', probe);
  const lifecycle = valueAt(node, 'lifecycle');
  for (const hook of hooks) {
    add(valueAt(valueAt(lifecycle, hook), 'exec'), `${path}.lifecycle.${hook}.exec`, 'command', hook);
  }
  return fields;
}

/** A word of an argv with the node that it is written in. */
export interface Word {
  text: string;
  node: Concrete;
  path: string;
}

/** The words of a list as far as they are strings, as the program would get them before `$(VAR)` is resolved. */
export function wordsOf(field: CommandField): Word[] {
  return itemsOf(field.node).flatMap((node, index) => {
    const text = stringOf(node) ?? (node.kind === 'scalar' && node.value.type === 'null' ? '' : undefined);
    return text === undefined ? [] : [{ text, node, path: `${field.path}[${index}]` }];
  });
}

/**
 * The argvs that a container's manifest starts: command and args together, then each exec action.
 * `entrypoint` tells that the first word is not written but comes from the image (there is only `args`).
 */
export function argvs(container: Container): { words: Word[]; entrypoint: boolean; action: string | undefined }[] {
  const fields = commandFields(container);
  const own = fields.filter(({ action }) => action === undefined);
  const all = fields
    .filter(({ action }) => action !== undefined)
    .map((field) => ({ words: wordsOf(field), entrypoint: false, action: field.action }));
  if (own.length === 0) return all;
  const command = own.find(({ name }) => name === 'command');
  const hasCommand = command !== undefined && itemsOf(command.node).length > 0;
  return [{ words: own.flatMap(wordsOf), entrypoint: !hasCommand, action: undefined }, ...all];
}

const shells = /^(?:\/(?:usr\/)?(?:local\/)?bin\/)?(sh|bash|ash|dash|zsh|ksh)$/;
const wrappers = /^(?:.*\/)?(?:env|tini|dumb-init|exec|nice|nohup|setsid|su-exec|gosu|chroot|timeout|sudo)$/;

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
  let at = 0;
  if (wrappers.test(argv[0] ?? '')) {
    at = argv.findIndex((word) => shells.test(word));
    if (at < 0) return undefined;
  }
  const shell = shells.exec(argv[at] ?? '')?.[1];
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
    next += /^[-+][a-zA-Z]*[oO]$/.test(option) ? 2 : 1;
  }
  return { shell, at, flag, script: next < argv.length ? next : undefined };
}

/** Whether an argv starts a shell or another interpreter of scripts, to which operators and `$VAR` mean something. */
export function startsInterpreter(argv: readonly string[]): boolean {
  const program = argv[0]?.split('/').at(-1) ?? '';
  return (
    shellCall(argv) !== undefined ||
    wrappers.test(program) ||
    /^(?:cmd|powershell|pwsh|awk|sed|perl|python[\d.]*|ruby|node|busybox)(?:\.exe)?$/i.test(program)
  );
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

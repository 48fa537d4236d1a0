import {
  type Argv,
  argvs,
  type Command,
  type Container,
  callOf,
  childrenOf,
  environmentOf,
  isWindows,
  type Loop,
  type Statement,
  shellCall,
  shellOf,
  type Word,
} from '../../model/index.ts';
import { type Chunk, mapsOf, type Span, stringOf, valueAt } from '../../yaml/index.ts';

/** A program that a script calls. */
export interface Called {
  /** As it is written, with its path. */
  program: string;
  words: readonly string[];
  /** Whether the script has a way out for when it is not there: `git … || wget …`. */
  optional: boolean;
  /** Files that its output goes to. */
  outputs: readonly string[];
}

/** The programs of an argv in the order in which they are written, those of its script where it starts a shell with one. */
export function programsOf({ container, words }: Argv): readonly Called[] {
  const texts = words.map(({ text }) => text);
  const { script } = callOf(texts, environmentOf(container));
  if (!script) return called(texts, false, []);
  const functions = new Set(script.flatMap(functionsIn));
  return script.flatMap((statement) => calledIn(statement, false)).filter(({ program }) => !functions.has(program));
}

function functionsIn(statement: Statement): string[] {
  return [...(statement.kind === 'function' ? [statement.name] : []), ...childrenOf(statement).flatMap(functionsIn)];
}

function calledIn(statement: Statement, optional: boolean): Called[] {
  const inner = childrenOf(statement).flatMap((each) => {
    const hasWayOut = statement.kind === 'or' && each === statement.left && !givesUp(statement.right);
    return calledIn(each, optional || hasWayOut);
  });
  if (statement.kind === 'command') return [...inner, ...called(statement.words, optional, statement.outputs)];
  const outputs = 'outputs' in statement ? statement.outputs : [];
  return inner.map((call) => ({ ...call, outputs: [...call.outputs, ...outputs] }));
}

/**
 * The commands that have to succeed for a loop of an argv's script to end: those of `until A && B`, `while ! A`, but not
 * where it is left another way.
 */
export function awaitedIn({ container, words }: Argv): Command[] {
  const { script } = callOf(
    words.map(({ text }) => text),
    environmentOf(container),
  );
  return (script ?? []).flatMap(loopsIn).flatMap(({ until, condition, body }) => {
    if (body.some(leaves)) return [];
    const last = condition.at(-1);
    if (until) return allOf(last);
    return last?.kind === 'not' ? allOf(last.body) : [];
  });
}

function loopsIn(statement: Statement): Loop[] {
  return [...(statement.kind === 'loop' ? [statement] : []), ...childrenOf(statement).flatMap(loopsIn)];
}

/** Whether a statement may end the loop that it is in, and not by a failure of the whole script. */
function leaves(statement: Statement): boolean {
  if (statement.kind !== 'command') return childrenOf(statement).some(leaves);
  const [program = '', status = '0'] = statement.words;
  return /^(?:break|return)$/.test(program) || (program === 'exit' && status === '0');
}

function allOf(statement: Statement | undefined): Command[] {
  if (statement?.kind === 'and') return [...allOf(statement.left), ...allOf(statement.right)];
  return statement?.kind === 'command' ? [statement] : [];
}

function called(words: readonly string[], optional: boolean, outputs: readonly string[]): Called[] {
  const call = callOf(words);
  const program = words.at(-call.words.length);
  // behind `chroot` and `nsenter` it is a program of another file system
  if (call.words.length === 0 || program === undefined || words.some((word) => /(?:^|\/)chroot$/.test(word))) return [];
  const own = { program, words: call.words, optional, outputs };
  return [own, ...(call.script ?? []).flatMap((statement) => calledIn(statement, optional))];
}

/** Whether what follows `||` does nothing in place of the program: `exit 1`, `true`. */
function givesUp(statement: Statement): boolean {
  if (statement.kind === 'group') return statement.body.every(givesUp);
  return (
    statement.kind === 'command' && /^(?:exit|true|false|:|echo|return|sleep|break)$/.test(statement.words[0] ?? '')
  );
}

const installers =
  /^(?:apk|apt|apt-get|aptitude|dpkg|rpm|yum|dnf|microdnf|tdnf|zypper|pacman|pip3?|npm|gem|go|cargo|eval|alias|source|\.|nsenter)$/;

/** Whether a program that an image lacks may be there after a call: it installs, puts something into a folder of programs, or runs a file. */
export function mayInstall({ program, words, outputs }: Called): boolean {
  const name = program.split('/').at(-1) ?? '';
  const call = shellOf(program) ? shellCall(words) : undefined;
  const runsFile = call !== undefined && call.flag === undefined;
  const isOwn = program.includes('/') && !/^\/(?:usr\/)?(?:local\/)?s?bin\//.test(program);
  return (
    installers.test(name) || runsFile || isOwn || [...words.slice(1), ...outputs].some((word) => /\bbin\b/.test(word))
  );
}

const programFolders = ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];

/** Whether a container can have other programs than its image has: by a volume, another PATH, or Windows. */
export function hasMore(container: Container): boolean {
  const { mounts, node, pod } = container;
  const holdsPrograms = (path: string) =>
    programFolders.some((folder) => `${folder}/`.startsWith(`${path}/`) || `${path}/`.startsWith(`${folder}/`));
  return (
    isWindows(pod) ||
    mounts.some(({ mountPath }) => mountPath !== undefined && holdsPrograms(mountPath.replace(/\/+$/, ''))) ||
    mapsOf(valueAt(node, 'env')).some((entry) => stringOf(valueAt(entry.node, 'name')) === 'PATH') ||
    argvs(container).some(({ words }) => words.some(({ text }) => /\bPATH=/.test(text)))
  );
}

/** Whether what the container itself starts may install programs, which are there for its probes and hooks then. */
export function installsForActions(container: Container): boolean {
  const main = argvs(container).find(({ action }) => action === undefined);
  return main !== undefined && (!main.complete || programsOf(main).some(mayInstall));
}

/** Where an item of a list has some words; undefined where they are not found as they are. */
export function spanOf({ node }: Word, words: string, { text }: Chunk): Span | undefined {
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '[ \\t]+');
  const found = new RegExp(`(?<![\\w./-])${escaped}(?![\\w./-])`).exec(text.slice(node.start, node.end));
  const start = node.start + (found?.index ?? 0);
  return found ? { start, end: start + found[0].length } : undefined;
}

import { booleanOf, integerOf, once, valueAt } from '../yaml/index.ts';
import { type Call, callOf, durationOf } from './call.ts';
import { isPlainImage, isServerImage } from './images.ts';
import type { Container, PodSpec } from './pod.ts';
import { programOf } from './program.ts';
import type { Command, Loop, Statement } from './script.ts';
import { shellOf } from './wrappers.ts';

/** How long a program runs, as far as its words tell. */
export interface RunTime {
  /** The seconds it runs before it can end with success; infinite where it is endless. */
  atLeast: number;
  /** Whether it takes no longer than that: nothing in it takes a time that cannot be told. */
  exact: boolean;
  /** Whether it never ends on its own: a server, `sleep infinity`, `tail -f`, a loop without a way out. */
  endless: boolean;
}

const instant: RunTime = { atLeast: 0, exact: true, endless: false };
const unknown: RunTime = { atLeast: 0, exact: false, endless: false };
const forever: RunTime = { atLeast: Number.POSITIVE_INFINITY, exact: true, endless: true };

/**
 * How long a container runs from its start, by its `command` and `args`, or by its image where that is well known.
 * What is not understood takes no time and is not exact; `endless` is given only where it is sure.
 */
export function runTime(container: Container): RunTime {
  const { argv, script } = programOf(container);
  if (script) return timeOf(script);
  if (isServerImage(container.image) && areSettings(argv)) return forever;
  return argv.length === 0 && isPlainImage(container.image) && !waitsForInput(container) ? instant : unknown;
}

/** Whether what reads its standard input, such as a shell, waits there: on a terminal also where nobody can type into it. */
export function waitsForInput({ node }: Container): boolean {
  return ['stdin', 'tty'].some((key) => booleanOf(valueAt(node, key)) === true);
}

/** A script that stays the same is added up once. */
const timeOf = once((script: readonly Statement[]): RunTime => new Clock().run(script));

/**
 * The seconds that a container surely spends before its script starts the first program that may serve; 0 where it starts
 * none, or none that is known to come.
 */
export function startDelay(container: Container): number {
  return new Clock().delay(programOf(container).script ?? []);
}

/** Whether words after a server's ENTRYPOINT only set something, so that it still serves. */
function areSettings(args: readonly string[]): boolean {
  const [first] = args;
  return (
    first === undefined ||
    (first.startsWith('-') &&
      !args.some((word) => /^-(?:[hvVt]$|-?(?:help|version|validate|check|dry-?run)\b)/.test(word)))
  );
}

export interface EarliestStart extends RunTime {
  /** The init container that never ends, where there is one. */
  endlessAt: Container | undefined;
}

/**
 * When the app containers of a pod can start, counted from the start of its first init container. Native sidecars hold
 * up the start only until their startupProbe succeeds.
 */
export function earliestStart(pod: PodSpec): EarliestStart {
  const start: EarliestStart = { ...instant, endlessAt: undefined };
  for (const container of pod.initContainers) {
    const time = container.role === 'sidecar' ? untilStarted(container) : runTime(container);
    start.atLeast += time.atLeast;
    start.exact &&= time.exact;
    start.endless ||= time.endless;
    if (time.endless) start.endlessAt ??= container;
  }
  return start;
}

function untilStarted(sidecar: Container): RunTime {
  const probe = valueAt(sidecar.node, 'startupProbe');
  return probe ? { ...unknown, atLeast: Math.max(0, integerOf(valueAt(probe, 'initialDelaySeconds')) ?? 0) } : instant;
}

/** The time of a statement and where the script goes on after it. */
interface Flow extends RunTime {
  /** Whether what follows is left out: by `exit`, `exec`, `return`, `break` or `continue`. */
  leaves: 'never' | 'maybe' | 'always';
  /** Whether it leaves the script and not just a loop or function. */
  exits: boolean;
  /** Whether it may end the script with a failure; what it takes until then does not count. */
  fails: boolean;
}

const stays = { leaves: 'never', exits: false, fails: false } as const;
const nothing: Flow = { ...instant, ...stays };

/** A sleep of a year or more is meant to have no end. */
const longestSleep = 365 * 86400;

/** Adds up the time of a script. */
class Clock {
  private readonly functions = new Map<string, Flow>();
  private background: Flow[] = [];

  run(script: readonly Statement[]): RunTime {
    const { atLeast, exact, endless } = this.sequence(script);
    return { atLeast, exact, endless };
  }

  /** The time up to the first statement that takes one that cannot be told; 0 where there is none. */
  delay(script: readonly Statement[]): number {
    let seconds = 0;
    for (const statement of script.flatMap(links)) {
      const flow = this.flow(statement);
      if (statement.kind === 'background' || flow.endless || (!flow.exact && flow.atLeast === 0)) return seconds;
      if (!flow.exact || flow.leaves !== 'never') return 0;
      seconds += flow.atLeast;
    }
    return 0;
  }

  private sequence(statements: readonly Statement[]): Flow {
    return statements.reduce((flow, statement) => then(flow, this.flow(statement)), nothing);
  }

  private flow(statement: Statement): Flow {
    switch (statement.kind) {
      case 'command':
        return this.command(statement);
      case 'pipeline':
        return this.pipeline(statement.parts);
      case 'and': {
        const [left, right] = [this.flow(statement.left), this.flow(statement.right)];
        return then(left, isCondition(statement.left) ? optional(right) : right);
      }
      case 'or':
        return then(this.flow(statement.left), optional(this.flow(statement.right)));
      case 'not':
        return this.flow(statement.body);
      case 'background':
        this.background.push(this.flow(statement.body));
        return nothing;
      case 'group': {
        const flow = this.sequence(statement.body);
        return statement.subshell ? { ...flow, ...stays, fails: flow.fails } : flow;
      }
      case 'function':
        this.functions.set(statement.name, this.flow(statement.body));
        return nothing;
      case 'loop':
        return this.loop(statement);
      case 'for':
        return this.forLoop(statement.words, statement.forever, this.sequence(statement.body));
      case 'branches': {
        const branches = statement.branches.map((branch) => this.sequence(branch));
        const conditions = this.sequence(statement.conditions);
        const first = {
          ...conditions,
          ...(branches.length > 1 ? { exact: conditions.exact && conditions.atLeast === 0 } : {}),
        };
        return then(first, oneOf(statement.complete ? branches : [...branches, nothing]));
      }
    }
  }

  private command({ words, substitutions }: Command): Flow {
    const before = substitutions.map((script) => ({ ...this.sequence(script), ...stays }));
    return [...before, this.call(callOf(words))].reduce(then, nothing);
  }

  private call({ words, script, limit, exec }: Call): Flow {
    const flow = script ? { ...this.sequence(script), ...stays } : this.program(words);
    const limited = limit === undefined ? flow : cut(flow, limit);
    return exec && words.length > 0 ? { ...limited, leaves: 'always', exits: true } : limited;
  }

  private program(words: readonly string[]): Flow {
    const [name = '', ...args] = words;
    const defined = this.functions.get(name);
    if (defined) return defined.exits ? defined : { ...defined, leaves: 'never' };
    if (name === 'wait') return this.wait(args);
    if (name === 'exit') {
      const fails = /^[1-9]/.test(args[0] ?? '');
      return { ...instant, leaves: 'always', exits: true, fails };
    }
    if (/^(?:return|break|continue)$/.test(name)) return { ...instant, ...stays, leaves: 'always' };
    return { ...programTime(name, args), ...stays };
  }

  private wait(args: readonly string[]): Flow {
    const ends =
      args.length === 0
        ? this.background.every(({ endless }) => !endless)
        : !this.background.every(({ endless }) => endless);
    if (!ends && this.background.length > 0) return { ...forever, ...stays };
    return { ...unknown, ...stays, exact: this.background.length === 0 };
  }

  /** All parts run at once; a part that never ends counts where the last one reads all that it writes. */
  private pipeline(parts: readonly Statement[]): Flow {
    const flows = parts.map((part) => this.flow(part));
    const last = parts.at(-1);
    const readsAll = last?.kind === 'loop' || (last?.kind === 'command' && /^(?:tee|cat)$/.test(last.words[0] ?? ''));
    const counted = flows.filter((flow, index) => readsAll || !flow.endless || index === flows.length - 1);
    return {
      atLeast: Math.max(...counted.map(({ atLeast }) => atLeast)),
      exact: counted.length === flows.length && flows.every(({ exact }) => exact),
      endless: counted.some(({ endless }) => endless),
      ...stays,
    };
  }

  private loop({ until, condition, body }: Loop): Flow {
    const flow = then(this.sequence(condition), this.sequence(body));
    if (truth(condition) === !until) return repeated(flow);
    return { ...unknown, ...stays, leaves: flow.exits ? 'maybe' : 'never', exits: flow.exits, fails: flow.fails };
  }

  private forLoop(words: readonly string[], endless: boolean, body: Flow): Flow {
    if (endless) return repeated(body);
    const times = words.some((word) => /[$`*?{]/.test(word)) || body.leaves !== 'never' ? undefined : words.length;
    if (times === undefined)
      return { ...unknown, ...stays, leaves: body.exits ? 'maybe' : 'never', exits: body.exits, fails: body.fails };
    if (times === 0) return nothing;
    return { ...body, atLeast: body.atLeast * times };
  }
}

/** The parts of `a && b && c`. */
function links(statement: Statement): Statement[] {
  return statement.kind === 'and' ? [...links(statement.left), ...links(statement.right)] : [statement];
}

function then(first: Flow, second: Flow): Flow {
  if (first.endless || first.leaves === 'always') return first;
  const both = { exits: first.exits || second.exits, fails: first.fails || second.fails };
  if (first.leaves === 'maybe') {
    const exact = first.exact && second.exact && second.atLeast === 0;
    return {
      ...both,
      atLeast: first.atLeast,
      exact,
      endless: false,
      leaves: second.leaves === 'always' ? 'always' : 'maybe',
    };
  }
  return {
    ...both,
    atLeast: first.atLeast + second.atLeast,
    exact: first.exact && second.exact,
    endless: second.endless,
    leaves: second.leaves,
  };
}

/** A statement that runs or not. */
function optional(flow: Flow): Flow {
  return oneOf([flow, nothing]);
}

/** One of several branches; those that end in a failure do not count. */
function oneOf(branches: readonly Flow[]): Flow {
  const good = branches.filter(({ leaves, fails }) => !(leaves === 'always' && fails));
  const fails = branches.some((branch) => branch.fails);
  const [first] = good;
  if (!first) return { ...(branches[0] ?? nothing), fails };
  const same = good.every(({ leaves }) => leaves === first.leaves);
  const atLeast = Math.min(...good.map((branch) => branch.atLeast));
  return {
    atLeast,
    exact: good.every((branch) => branch.exact && branch.atLeast === atLeast),
    endless: good.every(({ endless }) => endless) && !fails,
    leaves: same ? first.leaves : 'maybe',
    exits: good.some(({ exits }) => exits),
    fails,
  };
}

/** A loop that only its body can leave. */
function repeated(body: Flow): Flow {
  if (body.endless || (body.leaves === 'never' && !body.fails)) return { ...forever, ...stays };
  return { ...unknown, leaves: body.exits ? 'maybe' : 'never', exits: body.exits, fails: body.fails };
}

function cut(flow: Flow, limit: number): Flow {
  if (Number.isNaN(limit) || limit === 0) return { ...flow, ...unknown };
  if (flow.endless) return { ...flow, atLeast: limit, exact: true, endless: false };
  return { ...flow, atLeast: Math.min(flow.atLeast, limit) };
}

/** Whether a command is one whose failure is an answer and no mistake. */
function isCondition(statement: Statement): boolean {
  if (statement.kind === 'not') return true;
  if (statement.kind === 'and' || statement.kind === 'or')
    return isCondition(statement.left) || isCondition(statement.right);
  if (statement.kind === 'pipeline') return statement.parts.slice(-1).some(isCondition);
  return (
    statement.kind === 'command' &&
    /^(?:\[\[?|test|grep|command|which|type|false|cmp|diff|pgrep|nc|ping)$/.test(statement.words[0] ?? '')
  );
}

/** What the condition of a loop always comes to; undefined where it may change. */
function truth(condition: readonly Statement[]): boolean | undefined {
  const [only] = condition;
  if (condition.length !== 1 || !only) return undefined;
  if (only.kind === 'group') return truth(only.body);
  if (only.kind === 'not') {
    const inner = truth([only.body]);
    return inner === undefined ? undefined : !inner;
  }
  if (only.kind !== 'command' || only.substitutions.length > 0) return undefined;
  const text = only.words.join(' ');
  if (/^(?:true|:|1|\[\[? (?:1|true) \]\]?|test (?:1|true)|\[\[? 1 (?:=|==|-eq) 1 \]\]?)$/.test(text)) return true;
  if (text === 'false') return false;
  return only.words[0] === 'sleep' && !Number.isNaN(durationOf(only.words.slice(1))) ? true : undefined;
}

const quick = new Set(
  `: [ [[ alias basename cat cd chgrp chmod chown command cp cut date declare dirname echo env export expr false grep
  head hostname id kill let ln local ls mkdir mktemp mv printenv printf pwd read readonly realpath rm rmdir sed seq set
  shift shopt sort stat sync sysctl tail tee test touch tr trap true tty type typeset ulimit umask uname uniq unset wc
  which whoami`.split(/\s+/),
);

/** Programs that serve until they are stopped, by how they are called. */
const servers: Readonly<Record<string, RegExp>> = {
  'apache2-foreground': /^/,
  apache2ctl: /FOREGROUND/,
  apachectl: /FOREGROUND/,
  caddy: /^run\b/,
  cloud_sql_proxy: /^/,
  'cloud-sql-proxy': /^/,
  cron: /(?:^| )-\w*f/,
  crond: /(?:^| )-\w*f/,
  dnsmasq: /(?:^| )(?:-k|--keep-in-foreground)\b/,
  envoy: /^/,
  etcd: /^/,
  filebeat: /^(?!(?:export|keystore|modules|setup|test|version)\b)/,
  flask: /(?:^| )run\b/,
  gunicorn: /^(?!.*--(?:check-config|daemon))/,
  haproxy: /(?:^| )-db\b/,
  httpd: /FOREGROUND|(?:^| )-\w*f(?: |$)(?!.*\.conf)/,
  'httpd-foreground': /^/,
  kubectl: /^(?:proxy|port-forward)\b/,
  lighttpd: /(?:^| )-\w*D/,
  memcached: /^(?!.*(?:^| )-\w*d)/,
  mongod: /^(?!.*--fork)/,
  mysqld: /^(?!.*(?:--initialize|--daemonize|--verbose|-D))/,
  'nats-server': /^/,
  nginx: /\bdaemon off\b/,
  pause: /^/,
  'php-fpm': /(?:^| )(?:-F|--nodaemonize)\b/,
  postgres: /^(?!.*(?:--single|--boot|--check|--describe-config|(?:^| )-C ))/,
  prometheus: /^/,
  'rabbitmq-server': /^(?!.*-detached)/,
  'redis-server': /^(?!.*--daemonize yes)/,
  rsyslogd: /(?:^| )-\w*n/,
  socat: /LISTEN:\S*\bfork\b/,
  sshd: /(?:^| )-\w*D/,
  supervisord: /(?:^| )(?:-n|--nodaemon)\b/,
  uvicorn: /^/,
  vault: /^(?:agent|server)\b(?!.*-exit-after-auth)/,
  yes: /^/,
};

function programTime(name: string, args: readonly string[]): RunTime {
  if (name === '') return instant;
  if (name === 'sleep') return sleepTime(args);
  if (
    name === 'tail' &&
    args.some((word) => /^(?:-\w*[fF]|--follow|--retry$)/.test(word) && !word.startsWith('--pid'))
  ) {
    return args.some((word) => word.startsWith('--pid')) ? unknown : forever;
  }
  const line = args.join(' ');
  const isPython = /^python[\d.]*$/.test(name);
  const serves = isPython
    ? /^(?:-u )?-m (?:http\.server|SimpleHTTPServer)\b/
    : Object.hasOwn(servers, name)
      ? servers[name]
      : undefined;
  if (serves?.test(line) && !/(?:^| )-(?:[hvVtT]|s|-help|-version|-mode validate)(?: |$)/.test(line)) return forever;
  if (shellOf(name) && args.length === 0) return instant;
  return quick.has(name) && !args.some(isEndlessFile) ? instant : unknown;
}

/** Devices and kernel logs that one can read from for ever. */
function isEndlessFile(word: string): boolean {
  return /^\/dev\/(?!null$|std|fd\/)|^\/proc\/kmsg$|trace_pipe$/.test(word);
}

function sleepTime(words: readonly string[]): RunTime {
  const seconds = durationOf(words);
  if (seconds === undefined) return unknown;
  if (Number.isNaN(seconds)) return instant;
  return seconds >= longestSleep ? forever : { ...instant, atLeast: seconds };
}

import * as l10n from '@vscode/l10n';
import {
  type Command,
  type Container,
  callOf,
  commandsIn,
  durationOf,
  isServerImage,
  programOf,
  type Statement,
  usesOf,
} from '../../model/index.ts';
import { duration } from '../../rules/describe.ts';
import { code } from '../markdown.ts';

const mostPhrases = 4;

/** What a container does, as far as its command tells: `clones … into volume `site``, `sleeps 10 minutes`. */
export function does(container: Container): string {
  const { script, argv } = programOf(container);
  if (!script) {
    if (argv.length > 0) return l10n.t('starts the program of its image with {0}', code(argv.join(' ')));
    return isServerImage(container.image)
      ? l10n.t('runs the server of its image')
      : l10n.t('runs what its image starts');
  }
  const phrases = [...new Set(new Narrator(container).tell(script))];
  if (phrases.length === 0) return l10n.t('runs {0}', code(argv.join(' ')));
  const told = phrases.slice(0, mostPhrases);
  return [...told, ...(phrases.length > mostPhrases ? ['…'] : [])].join(l10n.t(', then '));
}

class Narrator {
  constructor(private readonly container: Container) {}

  tell(statements: readonly Statement[]): string[] {
    return statements.flatMap((statement) => this.statement(statement));
  }

  private statement(statement: Statement): string[] {
    const steps = this.steps(statement);
    const isRedirected = statement.kind !== 'command' && 'outputs' in statement;
    return isRedirected ? [...steps, ...this.writes(statement.outputs)] : steps;
  }

  private steps(statement: Statement): string[] {
    switch (statement.kind) {
      case 'command':
        return this.command(statement);
      case 'pipeline':
        return this.tell(statement.parts);
      case 'and':
      case 'or':
        return this.tell([statement.left, statement.right]);
      case 'not':
      case 'background':
      case 'function':
        return this.statement(statement.body);
      case 'group':
        return this.tell(statement.body);
      case 'branches':
        return statement.branches.flatMap((branch) => this.tell(branch));
      case 'for':
        return this.waiting(commandsIn(statement.body).filter(isCheck)) ?? this.tell(statement.body);
      case 'loop': {
        const isWait =
          statement.until ||
          statement.condition[0]?.kind === 'not' ||
          /^\[|^test$/.test(firstWord(statement.condition));
        const waits = isWait ? this.waiting(commandsIn(statement.condition)) : undefined;
        if (waits) return waits;
        const leaves = commandsIn(statement.body).some(({ words }) => words[0] === 'break' || words[0] === 'exit');
        const inside = leaves ? this.waiting(commandsIn(statement.body).filter(isCheck)) : undefined;
        return inside ?? this.tell(statement.body);
      }
    }
  }

  /** What a loop waits for, by the commands that tell whether it is there. */
  private waiting(commands: readonly Command[]): string[] | undefined {
    for (const command of commands) {
      const target = this.target(command);
      if (target) return [l10n.t('waits for {0}', target)];
    }
    const first = commands.find(
      ({ words }) => words.length > 0 && !/^(?:echo|printf|sleep|true|:)$/.test(words[0] ?? ''),
    );
    return first && [l10n.t('waits until {0} succeeds', code(first.words.join(' '), 50))];
  }

  private target({ words: [program = '', ...args], outputs }: Command): string | undefined {
    const plain = args.filter((word) => !word.startsWith('-'));
    const socket = /^\/dev\/tcp\/([^/]+)\/(\w+)/.exec(outputs[0] ?? '');
    if (socket) return code(`${socket[1]}:${socket[2]}`);
    switch (program) {
      case 'nslookup':
      case 'dig':
      case 'host':
      case 'getent': {
        const host = plain.find((word) => !/^(?:hosts|ahosts|@|\+)/.test(word));
        return host && hostText(host);
      }
      case 'nc':
      case 'netcat':
      case 'ncat':
      case 'telnet': {
        const [host, port] = plain.slice(-2);
        return host && port ? code(`${host}:${port}`) : undefined;
      }
      case 'wget':
      case 'curl': {
        const url = args.find((word) => /:\/\//.test(word)) ?? plain.at(-1);
        return url && code(url);
      }
      case '[':
      case '[[':
      case 'test': {
        const file = args[args.findIndex((word) => /^-[defsS]$/.test(word)) + 1];
        return file?.includes('/') ? l10n.t('file {0}', this.place(file)) : undefined;
      }
      default: {
        const host = optionOf(args, '-h', '--host');
        return host && isCheck({ words: [program] }) ? l10n.t('the database on {0}', code(host)) : undefined;
      }
    }
  }

  private command({ words: written, outputs, substitutions }: Command): string[] {
    const { words, script } = callOf(written);
    if (script) return this.tell(script);
    const [program = '', ...args] = words;
    const told = this.program(program, args);
    const writes = this.writes([...outputs, ...(program === 'tee' ? args : [])]);
    return [...substitutions.flatMap((inner) => this.tell(inner)).slice(0, 1), ...(told ? [told] : writes)];
  }

  private writes(files: readonly string[]): string[] {
    return files
      .filter((file) => file.startsWith('/') && !/^\/(?:dev|proc)\//.test(file))
      .map((file) => l10n.t('writes {0}', this.place(file)));
  }

  private program(name: string, args: readonly string[]): string | undefined {
    const plain = args.filter((word) => !word.startsWith('-'));
    const target = plain.at(-1) ?? '';
    if (silent.has(name)) return undefined;
    switch (name) {
      case 'sleep': {
        const seconds = durationOf(args);
        if (seconds === undefined || Number.isNaN(seconds))
          return l10n.t('runs {0}', code(['sleep', ...args].join(' ')));
        return Number.isFinite(seconds) ? l10n.t('sleeps {0}', duration(seconds)) : l10n.t('sleeps forever');
      }
      case 'tail':
        if (!args.some((word) => /^-\w*[fF]|^--follow/.test(word))) break;
        return target === '/dev/null'
          ? l10n.t('does nothing, forever')
          : l10n.t('prints {0} as it grows', this.place(target));
      case 'git': {
        const url = args.findIndex((word) => /:\/\/|^git@|\.git$/.test(word));
        if (!args.includes('clone') || url < 0) break;
        const directory = args.slice(url + 1).find((word) => !word.startsWith('-'));
        return directory
          ? l10n.t('clones {0} into {1}', code(args[url] ?? ''), this.place(directory))
          : l10n.t('clones {0}', code(args[url] ?? ''));
      }
      case 'cp':
      case 'rsync':
        if (plain.length > 1)
          return l10n.t('copies {0} to {1}', code(plain.slice(0, -1).join(' '), 40), this.place(target));
        break;
      case 'wget':
      case 'curl': {
        const url = args.find((word) => /:\/\//.test(word)) ?? target;
        const file = optionOf(args, ...(name === 'wget' ? ['-O', '-P'] : ['-o', '--output']));
        return file?.startsWith('/')
          ? l10n.t('downloads {0} to {1}', code(url), this.place(file))
          : l10n.t('calls {0}', code(url));
      }
      case 'tar':
      case 'unzip': {
        const directory = optionOf(args, name === 'tar' ? '-C' : '-d');
        return directory ? l10n.t('unpacks files into {0}', this.place(directory)) : undefined;
      }
      case 'chown':
        return l10n.t('changes the owner of {0}', this.place(target));
      case 'chmod':
        return l10n.t('changes the permissions of {0}', this.place(target));
      case 'mkdir':
      case 'touch':
        return l10n.t('creates {0}', this.place(target));
      case 'sysctl':
        return l10n.t('sets kernel parameters');
      case 'wait-for-it.sh':
      case 'wait-for-it':
      case 'wait-for':
      case 'wait-for.sh':
      case 'wait4x':
        if (plain.length > 0) return l10n.t('waits for {0}', code(plain.find((word) => word.includes(':')) ?? target));
        break;
      case 'kubectl':
        if (args.includes('wait')) return l10n.t('waits: {0}', code(['kubectl', ...args].join(' ')));
    }
    const line = [name, ...args].join(' ');
    if (/\bmigrate\b|\balembic upgrade\b/.test(line)) return l10n.t('migrates the database ({0})', code(line, 50));
    return l10n.t('runs {0}', code(line, 50));
  }

  /** A path as what it is in this container: in a volume, or in the container alone. */
  private place(path: string): string {
    const { pod } = this.container;
    const volume = pod.volumes.find(({ name }) =>
      usesOf(pod, name ?? '').some(
        (use) =>
          use.container === this.container &&
          use.path !== undefined &&
          `${path}/`.startsWith(`${use.path.replace(/\/$/, '')}/`),
      ),
    );
    return volume?.name === undefined ? code(path) : l10n.t('{0} (volume {1})', code(path), code(volume.name));
  }
}

/** Commands that say little about what a script is for. */
const silent = new Set(
  ': . [ [[ alias break cat cd continue date echo env eval exit export false grep hash head id local ls printf pwd read readonly return set shift source stat sync tee test trap true type ulimit umask unset wait whoami'.split(
    ' ',
  ),
);

const checks = new Set(
  'nslookup dig host getent nc netcat ncat telnet wget curl [ [[ test pg_isready mysqladmin mysql mariadb-admin redis-cli psql mongo mongosh'.split(
    ' ',
  ),
);

function isCheck({ words }: Pick<Command, 'words'>): boolean {
  return checks.has(words[0] ?? '');
}

function firstWord(statements: readonly Statement[]): string {
  return commandsIn(statements)[0]?.words[0] ?? '';
}

/** The name of a Service, or a host: `db`, `db.default.svc.cluster.local`, `example.com`. */
function hostText(host: string): string {
  const [service = ''] = host.split('.');
  const isService = /^[a-z][a-z0-9-]*$/.test(service) && (!host.includes('.') || /\.svc\b|[.$]$|\$/.test(host));
  return isService ? l10n.t('service {0}', code(service)) : l10n.t('host {0}', code(host));
}

/** The value of an option: `-h db`, `-hdb`, `--host=db`. */
function optionOf(args: readonly string[], ...names: string[]): string | undefined {
  for (const [index, word] of args.entries()) {
    for (const name of names) {
      if (word === name) return args[index + 1];
      if (word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (name.length === 2 && word.startsWith(name)) return word.slice(2);
    }
  }
  return undefined;
}

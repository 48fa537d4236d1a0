import * as l10n from '@vscode/l10n';
import {
  type Argv,
  argvWithEntrypoint,
  type Container,
  commandFields,
  completeArgvs,
  imageName,
  isWithin,
  writtenUser,
} from '../../model/index.ts';
import { mapsOf, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';

/** What the ENTRYPOINT of an image reads before it starts the server, and whether the server refuses to run as root. */
interface Server {
  program: RegExp;
  variables: RegExp;
  folders: readonly string[];
  refusesRoot?: boolean;
}

const initdb = ['/docker-entrypoint-initdb.d'];

/**
 * Images whose docker-entrypoint.sh makes the database and gives up root, or fills in templates, only when it is what runs.
 * Source: the script of each image in docker-library, MariaDB/mariadb-docker and nginxinc/docker-nginx; `check_root` of
 * PostgreSQL and `check_user` of MySQL, which refuse root.
 */
const servers: Readonly<Record<string, Server>> = {
  mariadb: { program: /^(?:mariadbd|mysqld)$/, variables: /^(?:MARIADB|MYSQL)_/, folders: initdb, refusesRoot: true },
  mongo: { program: /^mongod$/, variables: /^MONGO_INITDB_/, folders: initdb },
  mysql: { program: /^mysqld$/, variables: /^MYSQL_/, folders: initdb, refusesRoot: true },
  nginx: {
    program: /^nginx$/,
    variables: /^NGINX_(?:ENTRYPOINT|ENVSUBST)_/,
    folders: ['/docker-entrypoint.d', '/etc/nginx/templates'],
  },
  postgres: { program: /^postgres$/, variables: /^POSTGRES_/, folders: initdb, refusesRoot: true },
};

/** What the tools that are the ENTRYPOINT of an image are told first. */
const subcommands: Readonly<Record<string, RegExp>> = {
  aws: /^(?:configure|ec2|ecr|eks|s3|s3api|secretsmanager|ssm|sts)$/,
  flyway: /^(?:baseline|clean|info|migrate|repair|validate)$/,
  git: /^(?:add|checkout|clone|commit|config|fetch|init|log|ls-remote|pull|push|remote|reset|submodule)$/,
  kubectl: /^(?:annotate|apply|create|delete|describe|get|label|logs|patch|rollout|scale|wait)$/,
};

/** All first words that are looked at. */
const looked = new RegExp(
  [...Object.values(servers).map(({ program }) => program), ...Object.values(subcommands)]
    .map(({ source }) => source)
    .join('|'),
);

export default defineRule<Container>({
  code: 'command-skips-entrypoint',
  severity: 'information',
  check({ pod }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      const { container, words, entrypoint, action } = argv;
      const [first] = words;
      if (!first || entrypoint || action !== undefined || !looked.test(first.text)) continue;
      const name = imageName(container.image) ?? '';
      const tool = argvWithEntrypoint(container.image, [])?.[0] ?? '';
      if (Object.hasOwn(subcommands, tool) && subcommands[tool]?.test(first.text)) {
        const message = l10n.t(
          '`command` replaces the ENTRYPOINT of `{0}`, which is `{1}`, so this is taken as the program: exec: "{2}": executable file not found in $PATH. Write it as `args`.',
          name,
          tool,
          first.text,
        );
        report({ node: first.node, path: first.path, severity: 'warning', message, data: container });
        continue;
      }
      const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
      if (!server?.program.test(first.text)) continue;
      const lost = [
        ...variablesOf(container).filter((variable) => server.variables.test(variable)),
        ...container.mounts.flatMap(
          ({ mountPath = '' }) => server.folders.find((path) => isWithin(mountPath, path)) ?? [],
        ),
      ];
      if (lost.length === 0 && !(server.refusesRoot && startsAsRoot(argv))) continue;
      report({ node: first.node, path: first.path, message: explain(name, lost, server), data: container });
    }
  },
  fix({ data: container }, editor) {
    const command = pairOf(container.node, 'command');
    const args = commandFields(container).find(({ name, action }) => name === 'args' && action === undefined);
    if (!command || args) return [];
    return [suggestion(l10n.t('Rename to {0}', 'args'), editor.renameKey(command, 'args'))];
  },
});

function explain(image: string, lost: readonly string[], { folders }: Server): string {
  if (lost.length === 0) {
    return l10n.t(
      '`command` replaces the ENTRYPOINT of `{0}`, which creates the database and starts the server as its own user: now it is started as root and refuses to run. Write it as `args`.',
      image,
    );
  }
  return folders === initdb
    ? l10n.t(
        '`command` replaces the ENTRYPOINT of `{0}`, which creates the database from {1} and starts the server as its own user: now nothing reads {1}, and as root the server may refuse to start. Write it as `args`.',
        image,
        listed(lost),
      )
    : l10n.t(
        '`command` replaces the ENTRYPOINT of `{0}`, so nothing reads {1} before the server starts. Write it as `args`.',
        image,
        listed(lost),
      );
}

/** Options with which the servers run as root: they name another user, or only tell something. */
const allowsRoot = /^(?:--user\b.*|-u.*|--help|-\?|--version|-V|-C|--describe-config|--bootstrap)$/;

function startsAsRoot({ container, words }: Argv): boolean {
  const { runAsUser, runAsNonRoot } = writtenUser(container);
  return (runAsUser ?? 0) === 0 && !runAsNonRoot && !words.some(({ text }) => allowsRoot.test(text));
}

function variablesOf({ node }: Container): string[] {
  return mapsOf(valueAt(node, 'env')).flatMap((entry) => stringOf(valueAt(entry.node, 'name')) ?? []);
}

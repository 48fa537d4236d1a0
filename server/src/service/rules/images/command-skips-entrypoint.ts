import * as l10n from '@vscode/l10n';
import { type Container, commandFields, completeArgvs, imageName } from '../../model/index.ts';
import { mapsOf, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';

/**
 * Images whose docker-entrypoint.sh makes the database from variables and gives up root, both only when it is what runs.
 * Source: the script of each image in docker-library and MariaDB/mariadb-docker.
 */
const servers: Readonly<Record<string, { program: RegExp; variables: RegExp }>> = {
  mariadb: { program: /^(?:mariadbd|mysqld)$/, variables: /^(?:MARIADB|MYSQL)_/ },
  mongo: { program: /^mongod$/, variables: /^MONGO_INITDB_/ },
  mysql: { program: /^mysqld$/, variables: /^MYSQL_/ },
  postgres: { program: /^postgres$/, variables: /^POSTGRES_/ },
};

export default defineRule<Container>({
  code: 'command-skips-entrypoint',
  severity: 'information',
  check({ pod }, report) {
    for (const { container, words, entrypoint, action } of pod ? completeArgvs(pod) : []) {
      const [first] = words;
      const name = imageName(container.image) ?? '';
      const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
      if (!server || !first || entrypoint || action !== undefined || !server.program.test(first.text)) continue;
      const lost = variablesOf(container).filter((variable) => server.variables.test(variable));
      if (lost.length === 0) continue;
      report({
        node: first.node,
        path: first.path,
        message: l10n.t(
          '`command` takes the place of the ENTRYPOINT of `{0}`, which makes the database from {1} and starts the server as its own user: now nothing reads them, and as root the server may refuse to start. Write this as `args`.',
          name,
          listed(lost),
        ),
        data: container,
      });
    }
  },
  fix({ data: container }, editor) {
    const command = pairOf(container.node, 'command');
    const args = commandFields(container).find(({ name, action }) => name === 'args' && action === undefined);
    if (!command || args) return [];
    return [suggestion(l10n.t('Rename to {0}', 'args'), editor.renameKey(command, 'args'))];
  },
});

function variablesOf({ node }: Container): string[] {
  return mapsOf(valueAt(node, 'env')).flatMap((entry) => stringOf(valueAt(entry.node, 'name')) ?? []);
}

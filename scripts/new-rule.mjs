// Starts a rule: its file, its page and its test, and its place in the list of rules.
//   node scripts/new-rule.mjs CODE FOLDER      such as port-name-invalid containers
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from './load.mjs';

const [code = '', folder = ''] = process.argv.slice(2);
if (!/^[a-z]+(?:-[a-z]+)*$/.test(code) || !/^[a-z]+$/.test(folder)) {
  console.error(
    'usage: node scripts/new-rule.mjs CODE FOLDER, a code in kebab-case and a folder of server/src/service/rules',
  );
  process.exit(2);
}
const name = code.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const files = {
  [`server/src/service/rules/${folder}/${code}.ts`]: `import * as l10n from '@vscode/l10n';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: '${code}',
  severity: 'warning',
  check({ objects }, report) {
    for (const container of objects.of('core/v1.Container')) {
      if (container.string('name') !== '${code}') continue;
      report({
        node: container.valueOf('name'),
        path: container.at('name'),
        message: l10n.t('What is wrong: why. What to do.'),
      });
    }
  },
});
`,
  [`docs/rules/${code}.md`]: `# ${code}

**warning**, no fix: say why

What is wrong, why, and what one sees when it runs.

## Wrong

${example(code)}
## Right

${example('app')}
## When not

When to leave it.
`,
  [`test/rules/${code}.test.ts`]: `import { expect, it } from 'vitest';
import { codes, podWith } from '../helpers/manifests.ts';

it('is silent on a sound pod', () => {
  expect(codes(podWith('tty: true'))).not.toContain('${code}');
});

it.todo('finds the mistake, in every list of containers and through workloads');
`,
};

for (const path of Object.keys(files)) {
  if (!existsSync(fromRoot(path))) continue;
  console.error(`${path} is there already`);
  process.exit(1);
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(fromRoot(path)), { recursive: true });
  writeFileSync(fromRoot(path), text);
  console.log(path);
}
register();

/** Puts the rule into the list, which is sorted by file. */
function register() {
  const index = fromRoot('server/src/service/rules/index.ts');
  const text = readFileSync(index, 'utf8');
  const imported = /^import (?:type )?(?:\{.*\}|\w+) from '(\.\/.*)';$/gm;
  const imports = [...text.matchAll(imported)].map(([line, path]) => ({ line, path }));
  imports.push({ line: `import ${name} from './${folder}/${code}.ts';`, path: `./${folder}/${code}.ts` });
  imports.sort((a, b) => (a.path < b.path ? -1 : 1));
  const names = imports.flatMap(({ line }) => /^import (\w+) from/.exec(line)?.[1] ?? []);
  const list = `export const rules: readonly Rule[] = [\n${names.map((rule) => `  ${rule},\n`).join('')}];`;
  const rest = text
    .replace(imported, '')
    .replace(/^\n+/, '')
    .replace(/export const rules[^;]*;/, () => list);
  writeFileSync(index, `${imports.map(({ line }) => line).join('\n')}\n\n${rest}`);
}

function example(container) {
  return `\`\`\`yaml
apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: ${container}
      image: nginx:1.27
\`\`\`
`;
}

// What Kubernetes' documentation says of its types, fields and values, taken from npm packages when something is bundled or
// tested. It is one string of JSON, imported as `podsmith:prose`, so that nothing of it is read before somebody asks.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toMarkdown, toMeaning } from './markdown.mjs';

const specifier = 'podsmith:prose';
const require = createRequire(import.meta.url);
const folderOf = (name) => dirname(require.resolve(`${name}/package.json`));
const models = folderOf('kubernetes-models');
const machinery = folderOf('@kubernetes-models/apimachinery');
const fieldsFile = fileURLToPath(new URL('../server/src/service/schema/fields.json', import.meta.url));

/** For esbuild. */
export const prosePlugin = {
  name: 'prose',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${specifier}$`) }, ({ path }) => ({ path, namespace: 'prose' }));
    build.onLoad({ filter: /.*/, namespace: 'prose' }, () => ({ contents: proseText(), loader: 'text' }));
  },
};

/** For Vite. */
export const viteProsePlugin = {
  name: 'prose',
  resolveId: (id) => (id === specifier ? `\0${id}` : undefined),
  load: (id) => (id === `\0${specifier}` ? `export default ${JSON.stringify(proseText())}` : undefined),
};

let text;
function proseText() {
  text ??= JSON.stringify(readProse());
  return text;
}

/** Descriptions as Markdown: of types by name, of fields by type and name, of values by type, field and value. */
export function readProse() {
  const known = JSON.parse(readFileSync(fieldsFile, 'utf8')).types;
  const prose = { types: {}, fields: {}, values: {} };
  for (const [type, fields] of Object.entries(known)) {
    const declared = readInterface(type);
    if (!declared) continue;
    prose.types[type] = toMarkdown(declared.description, type.replace(/^.*\./, ''));
    for (const [name, field] of Object.entries(fields)) {
      const { description, values } = splitValues(declared.fields.get(name) ?? '');
      if (description) (prose.fields[type] ??= {})[name] = toMarkdown(description, name, field.enum);
      for (const [value, meaning] of values) ((prose.values[type] ??= {})[name] ??= {})[value] = toMeaning(meaning);
    }
  }
  return prose;
}

/** The comments of the interface of a type; undefined for one that is newer or older than the packages. */
function readInterface(type) {
  const [, group, version, name] = /^(\w+)\/(\w+)\.(\w+)$/.exec(type);
  const folder = group === 'meta' ? join(machinery, 'apis/meta') : group === 'core' ? models : join(models, group);
  const file = join(folder, version, `${name}.d.ts`);
  if (!existsSync(file)) return undefined;
  const [, description, body] =
    /(?:\/\*\*\n((?: \*.*\n)*?) \*\/\n)?export interface I\w+[^{]*\{([\s\S]*?)\n\}/.exec(readFileSync(file, 'utf8')) ??
    [];
  const members = body.matchAll(/ {4}\/\*\*\n((?: {5}\*.*\n)*?) {5}\*\/\n {4}"(\w+)"\??:/g);
  return {
    description: textOf(description),
    fields: new Map([...members].map(([, comment, member]) => [member, textOf(comment)])),
  };
}

function textOf(comment) {
  return comment
    .replace(/^ *\* ?/gm, '')
    .replace(/\\([[\]*_`\\])/g, '$1')
    .trim();
}

/** Takes the part on the values of a field off: ` - "Always" means that …`. */
function splitValues(comment) {
  const [description, list = ''] = comment.split(/\n*Possible enum values:\n/);
  const values = [...list.matchAll(/^ - `"(.*?)"` ?(.*)$/gm)].flatMap(([, value, meaning]) =>
    meaning ? [[value, meaning]] : [],
  );
  return { description, values };
}

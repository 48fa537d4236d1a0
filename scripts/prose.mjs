// What Kubernetes' documentation says of its types and fields, taken from npm packages when something is bundled or
// tested. It is one string of JSON, imported as `podsmith:prose`, so that nothing of it is read before somebody asks.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toMarkdown } from './markdown.mjs';

const specifier = 'podsmith:prose';
const require = createRequire(import.meta.url);

/** The packages that the text is taken from. */
export const prosePackages = ['kubernetes-models', '@kubernetes-models/apimachinery'];
const [models, machinery] = prosePackages.map((name) => dirname(require.resolve(`${name}/package.json`)));
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

/** Descriptions as Markdown: of types by name, of fields by type and name. */
function readProse() {
  const known = Object.entries(JSON.parse(readFileSync(fieldsFile, 'utf8')).types);
  const declared = known.flatMap(([type, fields]) => {
    const found = readInterface(type);
    return found ? [{ type, fields: Object.entries(fields), ...found }] : [];
  });
  const ofTypes = (proseOf) => Object.fromEntries(declared.map((one) => [one.type, proseOf(one)]));
  return {
    types: ofTypes(({ type, comment }) => toMarkdown(comment, type.replace(/^.*\./, ''))),
    fields: ofTypes(({ fields, comments }) =>
      Object.fromEntries(
        fields.flatMap(([name, { enum: values }]) => {
          // the meaning of each value is told in our own words
          const [description] = (comments.get(name) ?? '').split(/\n*Possible enum values:\n/);
          return description ? [[name, toMarkdown(description, name, values)]] : [];
        }),
      ),
    ),
  };
}

/** The comments of the interface of a type; undefined for one that is newer or older than the packages. */
function readInterface(type) {
  const [, group, version, name] = /^(\w+)\/(\w+)\.(\w+)$/.exec(type);
  const folder = group === 'meta' ? join(machinery, 'apis/meta') : group === 'core' ? models : join(models, group);
  const file = join(folder, version, `${name}.d.ts`);
  if (!existsSync(file)) return undefined;
  const [, comment, body] =
    /(?:\/\*\*\n((?: \*.*\n)*?) \*\/\n)?export interface I\w+[^{]*\{([\s\S]*?)\n\}/.exec(readFileSync(file, 'utf8')) ??
    [];
  const members = body.matchAll(/ {4}\/\*\*\n((?: {5}\*.*\n)*?) {5}\*\/\n {4}"(\w+)"\??:/g);
  return {
    comment: textOf(comment),
    comments: new Map([...members].map(([, text, member]) => [member, textOf(text)])),
  };
}

function textOf(comment) {
  return comment
    .replace(/^ *\* ?/gm, '')
    .replace(/\\([[\]*_`\\])/g, '$1')
    .trim();
}

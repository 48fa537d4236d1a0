import * as l10n from '@vscode/l10n';
import { type ChunkEdit, type Editor, isShared } from '../../fixes/index.ts';
import {
  type Container,
  commandFields,
  environmentOf,
  expand,
  isWindows,
  referencesIn,
  untaken,
} from '../../model/index.ts';
import { pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { append } from '../addContainer.ts';
import { stored } from './documents.ts';
import { scriptLines } from './layout.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';
import { type WrittenCommand, writtenCommand } from './written.ts';

/** Moves the script of the command at the cursor into a ConfigMap of the file, mounted where the shell reads it. */
export function extractScript(context: RefactorContext): Refactoring[] {
  const { container, offset, editor, pod } = context;
  const field = container && commandFields(container).find(({ pair }) => pair.start <= offset && offset <= pair.end);
  const command = field && field.action === undefined ? writtenCommand(container, undefined) : undefined;
  if (!container || !command || command.lists.some(({ list }) => isShared(list))) return [];
  const script = scriptOf(command);
  if (script === undefined || isWindows(pod)) return [];
  const file = `${/^[a-z\d-]+$/.test(container.name ?? '') ? container.name : 'run'}.sh`;
  const folder = untaken('/scripts', takenFolders(container, script));
  const text = scriptLines(script, ' '.repeat(editor.style.indent));
  const configMap = stored({ kind: 'ConfigMap', suffix: 'scripts', texts: { [file]: text } }, context);
  if (!configMap) return [];
  const volume = volumeOf(configMap.name, context);
  const parts = [
    callFile(command, `${folder}/${file}`, editor),
    append(editor, container.node, 'volumeMounts', { name: volume.name, mountPath: folder }),
    volume.edits,
    configMap.edits,
  ];
  if (parts.some((edits) => edits?.length === 0)) return [];
  const edits = parts.flatMap((each) => each ?? []);
  return [{ title: l10n.t('Move the script to a ConfigMap'), kind: 'refactor.extract', edits }];
}

/** The volume of a ConfigMap, with the edits that add it where it is not there yet. */
function volumeOf(configMap: string, { pod, editor }: RefactorContext): { name: string; edits?: ChunkEdit[] } {
  const known = pod.volumes.find(({ node }) => {
    const source = valueAt(node, 'configMap');
    return stringOf(valueAt(source, 'name')) === configMap && !pairOf(source, 'items');
  });
  if (known?.name) return { name: known.name };
  const name = untaken(
    'scripts',
    pod.volumes.map((volume) => volume.name),
  );
  return { name, edits: append(editor, pod.node, 'volumes', { name, configMap: { name: configMap } }) };
}

/** The script as the shell gets it; undefined where it is none in a file, or the kubelet puts values into it. */
function scriptOf({ argv: { container }, texts, shell }: WrittenCommand): string | undefined {
  const script = texts[shell?.script ?? -1];
  // in a file `$0` is another
  if (script === undefined || /\$\{?0/.test(script)) return undefined;
  const variables = environmentOf(container);
  const others = pairOf(container.node, 'envFrom') ? /^[-\w.]+$/ : /^[A-Z][A-Z0-9_]*$/;
  const mayBeReplaced = referencesIn(script).some(({ name }) => variables.has(name) || others.test(name));
  return mayBeReplaced ? undefined : expand(script, () => undefined);
}

/** The folders that something is mounted in, or that the script speaks of. */
function takenFolders({ mounts }: Container, script: string): string[] {
  const paths = [...mounts.map(({ mountPath }) => mountPath ?? ''), ...(script.match(/\/[\w.-]+/g) ?? [])];
  return paths.map((path) => `/${path.split('/')[1]}`);
}

/** Hands the shell a file in place of a script and its `$0`: `sh -ec 'echo $1' sh a` becomes `sh -e file a`. */
function callFile({ argv, shell }: WrittenCommand, file: string, editor: Editor): ChunkEdit[] {
  const [flag, script] = [argv.words[shell?.flag ?? -1], argv.words[shell?.script ?? -1]];
  const name = argv.words[(shell?.script ?? -1) + 1] ?? script;
  const [options, command] = [flag?.field.node, script?.field.node];
  if (options?.kind !== 'seq' || command?.kind !== 'seq' || !flag || !script || name?.field !== script.field) return [];
  const option = flag.text.replace('c', '');
  const kept = option === '-' ? [] : [option];
  if (options === command && script.index === flag.index + 1) {
    return editor.replaceItems(options, flag.index, name.index, [...kept, file]) ?? [];
  }
  const called = editor.replaceItems(command, script.index, name.index, [file]) ?? [];
  const changed = kept.length > 0 ? editor.replaceItems(options, flag.index, flag.index, kept) : undefined;
  return called.length > 0 ? [...(changed ?? editor.removeItem(options, flag.index)), ...called] : [];
}

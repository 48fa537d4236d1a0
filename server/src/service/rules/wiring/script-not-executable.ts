import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import {
  type Argv,
  completeArgvs,
  fileSources,
  hasEntrypoint,
  isWindows,
  type Volume,
  type Word,
} from '../../model/index.ts';
import { type ConcreteNode, integerOf, mapsOf, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { programsOf, spanOf } from '../images/programs.ts';
import { defineRule, suggestion } from '../rule.ts';
import { useAt } from './wiring.ts';

interface Data {
  /** The program, where it stands in a list and not in a script. */
  program: Word | undefined;
  mode: Mode;
}

/** Where the mode of a file is written, or goes. */
interface Mode {
  owner: ConcreteNode | undefined;
  field: 'defaultMode' | 'mode';
}

/**
 * A file of a ConfigMap, Secret and the like that is started as a program, though nobody may execute it: not even root, to
 * whom one `x` would be enough. The mode is that of the item, else that of the volume, else 0644; `fsGroup` adds no `x`.
 * Sources: pkg/volume/configmap, pkg/volume/util/atomic_writer.go, pkg/volume/volume_linux.go.
 */
export default defineRule<Data>({
  code: 'script-not-executable',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    const volumes = pod && !isWindows(pod) ? pod.volumes.filter(({ source }) => fileSources.has(source)) : [];
    if (!pod || volumes.length === 0) return;
    for (const argv of completeArgvs(pod)) {
      for (const path of programsIn(argv)) {
        const use = useAt(argv.container, path);
        const volume = volumes.find(({ name }) => name === use?.volume);
        const word = argv.words.find(({ text }) => text.includes(path));
        const span = word && spanOf(word, path, chunk);
        if (!use?.path || !volume || !word || !span || valueAt(use.node, 'subPathExpr')) continue;
        const file = `${use.subPath ?? ''}${path.slice(use.path.replace(/\/+$/, '').length)}`.replace(/^\//, '');
        const found = modeOf(volume, file);
        if (file === '' || found.value === undefined || (found.value & 0o111) !== 0) continue;
        report({
          node: span,
          path: word.path,
          message: l10n.t(
            '`{0}` from the volume `{1}` has the mode {2}, so nobody can execute it, not even root: permission denied. Set `{3}: 0755`, or run it with a shell.',
            path,
            use.volume,
            `0${found.value.toString(8)}`,
            found.mode.field,
          ),
          data: { program: word === argv.words[0] && word.text === path ? word : undefined, mode: found.mode },
        });
      }
    }
  },
  fix({ data: { program, mode } }, editor) {
    const list = program?.field.node;
    const fixes = [suggestion(l10n.t('Set {0}: {1}', mode.field, '0755'), executable(mode, editor))];
    if (list?.kind !== 'seq' || !program?.text.endsWith('.sh')) return fixes;
    return [...fixes, suggestion(l10n.t('Insert {0}', 'sh'), editor.insertItems(list, 0, ['sh']))];
  },
});

/** The files that an argv surely starts; none where a script looks first whether it may. */
function programsIn(argv: Argv): string[] {
  const { container, words, entrypoint } = argv;
  if (entrypoint && hasEntrypoint(container.image) !== false) return [];
  if (words.some(({ text }) => /(?:\[|test) +-x /.test(text))) return [];
  const programs = programsOf(argv).filter(({ program, optional }) => program.startsWith('/') && !optional);
  return [...new Set(programs.map(({ program }) => program))];
}

/** The mode of a file in a volume; no value where it is no number. */
function modeOf({ node, source }: Volume, file: string): { value: number | undefined; mode: Mode } {
  const content = valueAt(node, source);
  const lists =
    source === 'projected'
      ? mapsOf(valueAt(content, 'sources')).flatMap((entry) =>
          ['configMap', 'secret', 'downwardAPI'].map((kind) => valueAt(entry.node, kind, 'items')),
        )
      : [valueAt(content, 'items')];
  const item = lists.flatMap(mapsOf).find((entry) => stringOf(valueAt(entry.node, 'path')) === file)?.node;
  const mode: Mode =
    item && pairOf(item, 'mode') ? { owner: item, field: 'mode' } : { owner: content, field: 'defaultMode' };
  const written = valueAt(mode.owner, mode.field);
  return { value: written ? integerOf(written) : 0o644, mode };
}

/** Writes the mode 0755, in JSON as the number that it is. */
function executable({ owner, field }: Mode, editor: Editor): ChunkEdit[] {
  const pair = pairOf(owner, field);
  const mode = editor.isJson ? String(0o755) : '0755';
  if (pair) return [editor.replace(pair.value, mode)];
  if (owner?.kind !== 'map') return [];
  const edits = editor.insertPair(owner, field, 0o755, ['name', 'secretName', 'items', 'sources']);
  return edits.map((edit) => ({ ...edit, text: edit.text.replace(String(0o755), mode) }));
}

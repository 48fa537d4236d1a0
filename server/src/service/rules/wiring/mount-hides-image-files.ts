import * as l10n from '@vscode/l10n';
import {
  type Container,
  containersOf,
  contentAt,
  fileSources,
  imageName,
  isWindows,
  isWithin,
  programOf,
  usesOf,
  writtenKeys,
} from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';
import { useAt } from './wiring.ts';

/** Volumes that are empty at first, or hold only what the manifest's author wrote. */
const sources = new Set(['emptyDir', ...fileSources]);

/**
 * A volume in place of a folder whose files the container needs: a folder of the system, one in which a known image
 * keeps its own files, or that of the program it runs. Nothing is said where another container, or the container's own command, may fill it.
 */
export default defineRule({
  code: 'mount-hides-image-files',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    if (!pod || isWindows(pod)) return;
    const volumes = new Map(pod.volumes.map(({ name, source }) => [name, source]));
    for (const container of containersOf(pod)) {
      for (const { node, path, name = '', mountPath = '' } of container.mounts) {
        const source = volumes.get(name) ?? '';
        const content = contentAt(container.image, mountPath);
        const program = source === 'emptyDir' ? programBelow(container, mountPath) : undefined;
        if (!(content || program) || !sources.has(source) || writtenKeys(node).some((key) => key.startsWith('subPath')))
          continue;
        // a ConfigMap may bring all that an image needs there
        if (!program && content === 'image' && (source !== 'emptyDir' || hasOwnCommand(container))) continue;
        if (isFilledByOther(container, name) || bringsProgram(container, source, mountPath)) continue;
        if (isTwice(container, mountPath)) continue;
        report({
          node: valueAt(node, 'mountPath') ?? node,
          path: `${path}.mountPath`,
          message: program ? explainProgram(program) : explain(content, mountPath, container),
        });
      }
    }
  },
});

function hasOwnCommand({ node }: Container): boolean {
  return ['command', 'args', 'lifecycle'].some((key) => valueAt(node, key) !== undefined);
}

/** Whether the container runs a file that lies in the volume: its author knows what is hidden. */
function bringsProgram(container: Container, source: string, path: string): boolean {
  const [program = ''] = programOf(container).argv;
  return source !== 'emptyDir' && path !== '/' && isWithin(program, path);
}

const interpreters = /^(?:.*\/)?(?:ash|bash|dash|node|perl|php|python[\d.]*|ruby|sh)$/;

/** The program below a path that a container starts, or the file there that it hands to an interpreter. */
function programBelow(container: Container, path: string): string | undefined {
  const { argv, entrypoint } = programOf(container);
  const [program = '', first, second] = argv;
  if (entrypoint) return undefined;
  const file = interpreters.test(program) ? first : program === 'java' && first === '-jar' ? second : undefined;
  const folder = path.replace(/\/+$/, '');
  return [program, file].find((each) => each?.startsWith(`${folder}/`) && useAt(container, each)?.path === path);
}

function isFilledByOther(container: Container, volume: string): boolean {
  return usesOf(container.pod, volume).some((use) => use.container !== container && !use.readOnly);
}

/** Whether the path is refused, which mount-path-duplicate tells. */
function isTwice({ mounts }: Container, path: string): boolean {
  return mounts.filter(({ mountPath }) => mountPath === path).length > 1;
}

function explainProgram(program: string): string {
  return l10n.t(
    'The volume is empty and hides `{0}`, which this container runs, so the container does not start. Mount the volume elsewhere, or let an init container fill it.',
    program,
  );
}

function explain(content: 'system' | 'image' | undefined, path: string, { image }: Container): string {
  return content === 'system'
    ? l10n.t(
        'This mount hides everything that the image has in `{0}`, such as programs and settings that it needs. Mount the volume at its own directory, or single files with `subPath`.',
        path,
      )
    : l10n.t(
        'The volume is empty and hides what `{0}` has in `{1}`, and no other container writes to it. Mount it elsewhere, or let an init container fill it.',
        imageName(image) ?? '',
        path,
      );
}

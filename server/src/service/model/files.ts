import type { Command } from './script.ts';

/** A path that a command writes to. */
export interface WrittenPath {
  path: string;
  /** Whether it is surely a folder, or surely a file; undefined where it may be either. */
  isFolder: boolean | undefined;
}

/** An option whose value a program writes to. */
interface Output {
  letter?: string;
  name?: string;
  isFolder: boolean;
}

const outputOptions: Readonly<Record<string, readonly Output[]>> = {
  cp: [{ letter: 't', name: '--target-directory', isFolder: true }],
  curl: [{ letter: 'o', name: '--output', isFolder: false }],
  mv: [{ letter: 't', name: '--target-directory', isFolder: true }],
  openssl: [
    { name: '-out', isFolder: false },
    { name: '-keyout', isFolder: false },
  ],
  tar: [{ letter: 'C', name: '--directory', isFolder: true }],
  unzip: [{ letter: 'd', isFolder: true }],
  wget: [
    { letter: 'O', name: '--output-document', isFolder: false },
    { letter: 'P', name: '--directory-prefix', isFolder: true },
  ],
};

/** Where a command writes, as it is written: `> FILE`, `cp … PATH`, `wget -O FILE`, `git clone … FOLDER` and the like. */
export function pathsWritten({ words: [program = '', ...args], outputs }: Command): WrittenPath[] {
  const redirected = outputs.map((path) => ({ path, isFolder: false }));
  const options = (outputOptions[program] ?? []).flatMap((output) =>
    valuesOf(args, output).map((path) => ({ path, isFolder: output.isFolder })),
  );
  const isUnpacked = program !== 'tar' || args.some((word) => /^(?:-?[a-zA-Z]*x|--(?:extract|get)$)/.test(word));
  const all = [...redirected, ...(isUnpacked ? options : []), ...operandsWritten(program, args)];
  return all.filter(({ path }) => !/^(?:\/dev\/|\/proc\/|&|-?$|\d+$)/.test(path));
}

function operandsWritten(program: string, args: readonly string[]): WrittenPath[] {
  const words = args.filter((word) => !word.startsWith('-'));
  const last = words.slice(1).slice(-1);
  switch (program) {
    case 'tee':
    case 'touch':
      return words.map((path) => ({ path, isFolder: false }));
    case 'mkdir':
      return words.filter((word) => !/^\d+$/.test(word)).map((path) => ({ path, isFolder: true }));
    case 'chmod':
    case 'chown':
      return words.slice(1).map((path) => ({ path, isFolder: undefined }));
    case 'cp':
    case 'install':
    case 'mv':
    case 'rsync':
      return last.map((path) => ({ path, isFolder: undefined }));
    case 'aws':
    case 'gsutil':
      return /^(?:cp|sync|rsync)$/.test(words[1] ?? '') ? last.map((path) => ({ path, isFolder: undefined })) : [];
    case 'git':
      // what follows the address; options of it may have a value of their own
      return words[0] === 'clone' && /^(?:\/|\.)/.test(args.at(-1) ?? '') && words.length > 2
        ? last.map((path) => ({ path, isFolder: true }))
        : [];
    default:
      return [];
  }
}

/** The values of an option: `-O x`, `-qO x`, `-Ox`, `--output x`, `--output=x`. */
function valuesOf(args: readonly string[], { letter, name }: Output): string[] {
  return args.flatMap((word, index) => {
    const short = letter === undefined ? undefined : new RegExp(`^-[a-zA-Z]*${letter}(.*)$`).exec(word)?.[1];
    const long =
      word === name ? '' : name !== undefined && word.startsWith(`${name}=`) ? word.slice(name.length + 1) : undefined;
    const value = short ?? long;
    return value === undefined ? [] : value || (args[index + 1] ?? []);
  });
}

/** Whether a shell would replace something in a path: a variable, a pattern. */
export function isReplaced(path: string): boolean {
  return /[$`*?[\]{}~]/.test(path);
}

/** Whether a path is another one, or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const top = folder.replace(/\/+$/, '');
  return path === top || path.startsWith(`${top}/`);
}

/** A program that starts another one. */
export interface Wrapper {
  name: string;
  /** The letters of its options that take a value. */
  valued: string;
  /** How many words of its own stand in front of the program. */
  first?: number;
}

const wrappers: Readonly<Record<string, Omit<Wrapper, 'name'>>> = {
  busybox: { valued: '' },
  catatonit: { valued: '' },
  chroot: { valued: '', first: 1 },
  'dumb-init': { valued: 'r' },
  env: { valued: 'uC' },
  exec: { valued: 'a' },
  gosu: { valued: '', first: 1 },
  ionice: { valued: 'cn' },
  nice: { valued: 'n' },
  nohup: { valued: '' },
  setpriv: { valued: '' },
  setsid: { valued: '' },
  stdbuf: { valued: 'ioe' },
  'su-exec': { valued: '', first: 1 },
  sudo: { valued: 'ugC' },
  time: { valued: '' },
  timeout: { valued: 'sk', first: 1 },
  tini: { valued: 'pe' },
};

/** The wrapper that a word names, with or without its path; undefined where it is none. */
export function wrapperOf(word: string | undefined): Wrapper | undefined {
  const name = word?.split('/').at(-1) ?? '';
  const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
  return wrapper && { name, ...wrapper };
}

/** The shell that a word names, alone or by an absolute path: `sh` of `/bin/sh`; undefined where it is none. */
export function shellOf(word: string | undefined): string | undefined {
  return /^(?:\/(?:.*\/)?)?(sh|bash|ash|dash|zsh|ksh)$/.exec(word ?? '')?.[1];
}

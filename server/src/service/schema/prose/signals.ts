import * as l10n from '@vscode/l10n';

/** What the signals ask of a process, by signal(7). */
export const signals = (): Readonly<Record<string, string>> => ({
  SIGABRT: l10n.t('Abort: ends the process, with a core dump.'),
  SIGALRM: l10n.t('A timer has run out.'),
  SIGBUS: l10n.t('Bad memory access: ends the process, with a core dump.'),
  SIGCHLD: l10n.t('A child process has stopped or ended. It is ignored by default, and so stops nothing.'),
  SIGCLD: l10n.t('The same as `SIGCHLD`.'),
  SIGCONT: l10n.t('Go on, after a stop. It ends nothing.'),
  SIGFPE: l10n.t('Wrong arithmetic: ends the process, with a core dump.'),
  SIGHUP: l10n.t('The terminal is gone. Many servers read their configuration anew.'),
  SIGILL: l10n.t('Illegal instruction: ends the process, with a core dump.'),
  SIGINT: l10n.t('Interrupt, as Ctrl+C sends it.'),
  SIGIO: l10n.t('Input or output is possible now.'),
  SIGIOT: l10n.t('The same as `SIGABRT`.'),
  SIGKILL: l10n.t('Kills the process at once. It cannot be caught, so nothing is cleaned up.'),
  SIGPIPE: l10n.t('Nobody reads the pipe that is written to.'),
  SIGPOLL: l10n.t('The same as `SIGIO`.'),
  SIGPROF: l10n.t('A timer for profiling has run out.'),
  SIGPWR: l10n.t('Power failure.'),
  SIGQUIT: l10n.t('Quit, as Ctrl+\\ sends it. nginx and others finish their requests first.'),
  SIGSEGV: l10n.t('Bad memory address: ends the process, with a core dump.'),
  SIGSTKFLT: l10n.t('Stack fault of a coprocessor, which nothing sends today.'),
  SIGSTOP: l10n.t('Stops the process, but does not end it. It cannot be caught.'),
  SIGSYS: l10n.t('Bad system call: ends the process, with a core dump.'),
  SIGTERM: l10n.t('Asks the process to end, and lets it clean up: the usual signal.'),
  SIGTRAP: l10n.t('A trap of a debugger.'),
  SIGTSTP: l10n.t('Stop, as Ctrl+Z sends it. It ends nothing.'),
  SIGTTIN: l10n.t('A process in the background wants to read from the terminal.'),
  SIGTTOU: l10n.t('A process in the background wants to write to the terminal.'),
  SIGURG: l10n.t('Urgent data on a socket. It is ignored by default, and so stops nothing.'),
  SIGUSR1: l10n.t('A signal that means what the program says.'),
  SIGUSR2: l10n.t('A signal that means what the program says.'),
  SIGVTALRM: l10n.t('A timer of processor time has run out.'),
  SIGWINCH: l10n.t('The size of the terminal has changed. Apache httpd stops gracefully.'),
  SIGXCPU: l10n.t('More processor time was used than allowed.'),
  SIGXFSZ: l10n.t('A file got larger than allowed.'),
  SIGRTMIN: l10n.t('The first of the signals that mean what the program says.'),
  ...Object.fromEntries(counted('SIGRTMIN+', 15)),
  ...Object.fromEntries(counted('SIGRTMAX-', 14)),
  SIGRTMAX: l10n.t('The last of the signals that mean what the program says.'),
});

function counted(prefix: string, last: number): [string, string][] {
  const meaning = l10n.t('One of the signals that mean what the program says.');
  return Array.from({ length: last }, (_, index) => [`${prefix}${index + 1}`, meaning]);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a process in a group of its own, which the end of the lifetime stops as a whole.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(lifetime, command, args, options) {
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, { detached: grouped, ...options });
  let running = true;
  const closed = once(child, 'close')
    .catch(() => {})
    .then(() => {
      running = false;
    });
  const kill = (signal) => {
    try {
      process.kill(grouped ? -child.pid : child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  lifetime.defer(async () => {
    if (!running || child.pid === undefined) return;
    kill('SIGTERM');
    const impatience = setTimeout(() => kill('SIGKILL'), 3000);
    await closed;
    clearTimeout(impatience);
  });
  return child;
}

/**
 * Runs a command to its end, with its output on the terminal.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function run(lifetime, command, args, options) {
  const child = start(lifetime, command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} failed`);
}

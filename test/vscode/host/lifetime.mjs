import { constants } from 'node:os';

/**
 * What a run has started, to be undone in reverse order when it ends, whichever way it ends: Ctrl-C included.
 */
export class Lifetime {
  #steps = [];
  #ended;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, async () => {
        await this.end();
        process.exit(128 + constants.signals[signal]);
      });
    }
  }

  get over() {
    return this.#ended !== undefined;
  }

  /** @param {() => unknown} undo */
  defer(undo) {
    if (this.over) undo();
    else this.#steps.push(undo);
  }

  end() {
    this.#ended ??= this.#undo();
    return this.#ended;
  }

  async #undo() {
    for (const undo of this.#steps.reverse()) {
      try {
        await undo();
      } catch (error) {
        console.error(`While cleaning up: ${error.message}`);
      }
    }
  }
}

/** Something the user can act on: printed without a stack. */
export class HostError extends Error {}

export class UsageError extends Error {}

/**
 * Runs a script's main function.
 * @param {(lifetime: Lifetime) => Promise<number>} main resolves with the exit code
 */
export async function runScript(main) {
  forgetOuterVSCode();
  const lifetime = new Lifetime();
  let code = 1;
  try {
    code = await main(lifetime);
  } catch (error) {
    if (lifetime.over) return;
    console.error(error instanceof HostError || error instanceof UsageError ? error.message : error);
    if (error instanceof UsageError) code = 2;
  }
  await lifetime.end();
  process.exit(code);
}

/** A terminal inside VS Code sets these for itself; a VS Code started from there must not see them. */
function forgetOuterVSCode() {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('ELECTRON_') || (name.startsWith('VSCODE_') && name !== 'VSCODE_PATH'))
      delete process.env[name];
  }
}

import { once } from '../yaml/index.ts';
import { callOf, commandsIn } from './call.ts';
import { argvs } from './command.ts';
import { environmentOf, expand } from './expand.ts';
import { argvWithEntrypoint } from './images.ts';
import type { Container } from './pod.ts';
import { type Command, commandOf, type Statement } from './script.ts';
import type { Variables } from './scriptTokens.ts';

/** What a container starts. */
export interface Program {
  /** The words of `command` and `args`, `$(VAR)` resolved. */
  argv: string[];
  /** Whether the image's ENTRYPOINT stands before them. */
  entrypoint: boolean;
  /** The same as a script of one or more statements; undefined where the image decides what runs. */
  script: readonly Statement[] | undefined;
}

/** Reads what a container starts from its `command`, `args` and `env`, and from its image where that is well known. */
export const programOf = once((container: Container): Program => {
  const variables = environmentOf(container);
  const own = argvs(container).find(({ action }) => action === undefined);
  const argv = own?.words.map(({ text }) => expand(text, (name) => variables.get(name))) ?? [];
  const entrypoint = own?.entrypoint ?? true;
  const whole = entrypoint && argv.length > 0 ? argvWithEntrypoint(container.image, argv) : argv;
  return { argv, entrypoint, script: whole && whole.length > 0 ? statementsOf(whole, variables) : undefined };
});

/** The statements that an argv runs: those of its script where it starts a shell with one, else itself. */
function statementsOf(argv: string[], variables: Variables): readonly Statement[] {
  const { script, limit } = callOf(argv, variables);
  return script && limit === undefined ? script : [commandOf(argv)];
}

/** Every command of what a container starts; none where the image decides what runs. */
export const commandsOf = once((container: Container): readonly Command[] =>
  commandsIn(programOf(container).script ?? []),
);

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineControl, placeOf, securityContexts, setter } from './control.ts';
import { pruneFix, standardFixes } from './fixes.ts';

/** seLinuxOptions1_31. */
export default defineControl<Pair | undefined>({
  code: 'pod-security-se-linux-options',
  level: 'baseline',
  check(pod, report) {
    for (const { owner, security } of securityContexts(pod)) {
      const options = security.object('seLinuxOptions');
      if (!options) continue;
      for (const { name, message, words } of mistakes(options, pod.level)) {
        report({
          ...placeOf(options, name),
          message,
          server: [`seLinuxOptions (${setter(owner)} set forbidden securityContext.seLinuxOptions: ${words})`],
          data: options.pair(name),
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    if (!pair) return [];
    return pair.key.text === 'type' ? standardFixes(pair, 'container_t', editor) : [pruneFix(pair, editor)];
  },
});

const types = ['', 'container_t', 'container_init_t', 'container_kvm_t'];

function mistakes(options: ApiObject, level: string): { name: string; message: string; words: string }[] {
  const type = options.string('type') ?? '';
  const allowed = options.minor >= 31 ? [...types, 'container_engine_t'] : types;
  const wrong = ['user', 'role'].filter((name) => options.string(name));
  return [
    ...(allowed.includes(type)
      ? []
      : [{ name: 'type', message: messageOfType(type, level, allowed), words: `type "${type}"` }]),
    ...wrong.map((name) => ({ name, message: messageOf(name, level), words: `${name} may not be set` })),
  ];
}

function messageOfType(type: string, level: string, allowed: readonly string[]): string {
  return l10n.t(
    'The SELinux type `{0}` may not keep the container apart from others: a namespace that enforces `{1}` refuses such a pod. Use {2}, or remove it to use the default of the runtime.',
    type,
    level,
    listed(allowed.filter(Boolean)),
  );
}

function messageOf(name: string, level: string): string {
  return l10n.t(
    'An SELinux `{0}` may give the container more rights: a namespace that enforces `{1}` refuses such a pod. Remove it to use the default of the runtime.',
    name,
    level,
  );
}

import * as l10n from '@vscode/l10n';
import { sysctlName } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { removeEntry, removeFix } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  sysctl: ApiObject;
  /** The field of the pod that shares the namespace. */
  field: string;
}

/** ValidateHostSysctl */
export default defineRule<Data>({
  code: 'sysctl-host-namespace',
  severity: 'error',
  check({ objects }, report) {
    for (const sysctl of objects.of('core/v1.Sysctl')) {
      const name = sysctl.string('name') ?? '';
      const field = sharingFieldOf(name);
      const spec = sysctl.around('core/v1.PodSpec');
      // a name that is wrong is told as such
      if (!field || !spec?.boolean(field) || sysctlName.problems(name).length > 0) continue;
      report({
        node: sysctl.valueOf('name'),
        path: sysctl.at('name'),
        message: l10n.t(
          'With `{0}` the kernel parameter `{1}` belongs to the node, so the pod may not change it: the API server refuses it. Remove one of them.',
          field,
          name,
        ),
        server: [`Invalid value: ${JSON.stringify(name)}: may not be specified when '${field}' is true`],
        related: [{ node: spec.keyOf(field), message: l10n.t('The other: `{0}`', field) }],
        data: { sysctl, field },
      });
    }
  },
  fix({ data: { sysctl, field } }, editor) {
    const name = sysctl.string('name') ?? '';
    return [
      suggestion(l10n.t('Remove {0}', name), removeEntry(sysctl, editor)),
      ...removeFix(sysctl.around('core/v1.PodSpec')?.pair(field), editor),
    ];
  },
});

const ofIpc = new Set([
  'sem',
  'shmall',
  'shmmax',
  'shmmni',
  'shm_rmid_forced',
  'shm',
  'msgmax',
  'msgmnb',
  'msgmni',
  'msg',
]);

/** The field of a pod that makes a kernel parameter that of the node (GetNamespace). */
function sharingFieldOf(name: string): string | undefined {
  const dotted = normalized(name);
  if (dotted.startsWith('net.')) return 'hostNetwork';
  if (dotted.startsWith('fs.mqueue.')) return 'hostIPC';
  return dotted.startsWith('kernel.') && ofIpc.has(dotted.slice('kernel.'.length)) ? 'hostIPC' : undefined;
}

/** `net/ipv4/conf/eno2.100` and `net.ipv4.conf.eno2/100` are the same: the first separator counts (NormalizeName). */
function normalized(name: string): string {
  if (/[./]/.exec(name)?.[0] !== '/') return name;
  return name.replace(/[./]/g, (separator) => (separator === '.' ? '/' : '.'));
}

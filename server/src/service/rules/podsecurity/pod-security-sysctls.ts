import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { suggestion } from '../rule.ts';
import { defineControl, placeOf } from './control.ts';

/** The sysctls that are allowed, and the first minor version that allows them; 0 where all do. */
const allowed: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

/** sysctlsV1Dot29, sysctlsV1Dot32, sysctlsV1Dot37. */
export default defineControl<{ sysctl: ApiObject; meant: string | undefined }>({
  code: 'pod-security-sysctls',
  level: 'baseline',
  check({ spec, level, minor }, report) {
    const isAllowed = (name: string) => minor >= (allowed[name] ?? Number.POSITIVE_INFINITY);
    const sysctls = spec.object('securityContext')?.objects('sysctls') ?? [];
    const names = sysctls.map((sysctl) => sysctl.string('name'));
    for (const [index, sysctl] of sysctls.entries()) {
      const name = names[index];
      if (!name || isAllowed(name)) continue;
      const dotted = name.replaceAll('/', '.');
      const meant = isAllowed(dotted) && !names.includes(dotted) ? dotted : undefined;
      report({
        ...placeOf(sysctl, 'name'),
        message: messageOf(name, level, minor, meant),
        server: [`forbidden sysctls (${name})`],
        data: { sysctl, meant },
      });
    }
  },
  fix({ data: { sysctl, meant } }, editor) {
    const { node } = sysctl;
    const pair = sysctl.pair('name');
    const change =
      meant && pair ? [suggestion(l10n.t('Change to {0}', meant), editor.replaceNode(pair.value, meant))] : [];
    if (node?.parent?.kind !== 'seq') return change;
    const remove = editor.pruneItems(node.parent, [node.parent.items.indexOf(node)]) ?? [];
    return [...change, suggestion(l10n.t('Remove the sysctl'), remove)];
  },
});

function messageOf(name: string, level: string, minor: number, dotted: string | undefined): string {
  if (dotted) {
    return l10n.t(
      'Pod Security knows the sysctl `{0}` only with dots: a namespace that enforces `{1}` refuses such a pod. Write `{2}`.',
      name,
      level,
      dotted,
    );
  }
  const since = allowed[name];
  return since
    ? l10n.t(
        'The sysctl `{0}` is allowed from Kubernetes 1.{1} on: a namespace that enforces `{2}` of 1.{3} refuses such a pod. Remove it.',
        name,
        since,
        level,
        minor,
      )
    : l10n.t(
        'The sysctl `{0}` may affect the whole node: a namespace that enforces `{1}` refuses such a pod. Remove it.',
        name,
        level,
      );
}

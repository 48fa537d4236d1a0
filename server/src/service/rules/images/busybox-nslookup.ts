import * as l10n from '@vscode/l10n';
import { busyboxMinor, type Container, completeArgvs, type PodSpec } from '../../model/index.ts';
import { namespaceOf } from '../../model/names/index.ts';
import { type Span, stringOf, valueAt } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { awaitedIn, spanOf } from './programs.ts';

interface Data {
  container: Container;
  name: string;
  span: Span;
  /** Whether it is the short name that makes it fail. */
  endless: boolean;
}

/**
 * Busybox has a nslookup of its own since 1.29. That of 1.29 and 1.30 ends with 0 whatever the answer is. Since 1.31 it
 * ends with 1 as soon as one answer is NXDOMAIN: a name without dots it looks up in every search domain, of which one
 * only has it, and one with dots it looks up as it is. Source: networking/nslookup.c of the versions up to 1.38; that of
 * 1.35 has been run against a name server with the search domains of a pod.
 */
export default defineRule<Data>({
  code: 'busybox-nslookup',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const argv of pod && hasClusterDns(pod) ? completeArgvs(pod) : []) {
      const minor = busyboxMinor(argv.container.image);
      if (minor === undefined || minor < 29 || minor > 38) continue;
      const endless = minor >= 31;
      for (const { words } of awaitedIn(argv)) {
        const name = words.slice(1).find((word) => !word.startsWith('-'));
        if (words[0] !== 'nslookup' || name === undefined || (endless && !isShort(name, argv.container.pod))) continue;
        const word = argv.words.find(({ text }) => text.includes('nslookup'));
        const span = word && (spanOf(word, name, chunk) ?? spanOf(word, 'nslookup', chunk));
        if (!word || !span) continue;
        report({
          node: span,
          path: word.path,
          message: endless
            ? l10n.t(
                'The nslookup of busybox 1.31 and newer fails for a short name such as `{0}` even if the Service exists, as it needs an answer from every search domain: this loop never ends. Write the full name ({0}.NAMESPACE.svc.cluster.local), or wait with `nc -z`.',
                name.split('.')[0] ?? '',
              )
            : l10n.t(
                'The nslookup of busybox 1.29 and 1.30 exits with 0 even if the name does not exist, so this loop does not wait. Use busybox:1.28, or a newer version with the full name of the Service.',
              ),
          data: { container: argv.container, name, span, endless },
        });
      }
    }
  },
  fix({ data: { container, name, span, endless }, workload }, editor) {
    const fixes: Fix[] = [];
    const namespace = namespaceOf(workload.root);
    const isWritten = editor.text.slice(span.start, span.end) === name;
    if (endless && namespace && isWritten && !name.includes('.')) {
      const full = `${name}.${namespace}.svc.cluster.local`;
      fixes.push(suggestion(l10n.t('Change to {0}', full), [editor.replace(span, full)]));
    }
    const image = valueAt(container.node, 'image');
    if (image)
      fixes.push(suggestion(l10n.t('Change image to {0}', 'busybox:1.28'), editor.replaceNode(image, 'busybox:1.28')));
    return fixes;
  },
});

/** Whether a pod has the search domains of the cluster. */
function hasClusterDns({ node }: PodSpec): boolean {
  const policy = stringOf(valueAt(node, 'dnsPolicy'));
  if (valueAt(node, 'dnsConfig')) return false;
  return (
    policy === 'ClusterFirstWithHostNet' ||
    ((policy ?? 'ClusterFirst') === 'ClusterFirst' && !valueAt(node, 'hostNetwork'))
  );
}

/** Whether a name is found only with a search domain: `db`, and `db.default` or `db.default.svc`. */
function isShort(name: string, { workload }: PodSpec): boolean {
  if (!/^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*$/.test(name) || name === 'localhost') return false;
  const [, ...rest] = name.split('.');
  const namespaces = ['default', 'kube-system', namespaceOf(workload.root)];
  return (
    rest.length === 0 || (rest.length === 2 && rest[1] === 'svc') || (rest.length === 1 && namespaces.includes(rest[0]))
  );
}

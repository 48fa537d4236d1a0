import * as l10n from '@vscode/l10n';
import { needsNameservers } from '../../schema/overlay/pod.ts';
import { defineRule } from '../rule.ts';

/** validatePodDNSConfig */
export default defineRule({
  code: 'dns-servers-missing',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const config = spec.object('dnsConfig');
      if (!needsNameservers(spec) || (!config && spec.has('dnsConfig'))) continue;
      const [object, name] = config ? [config, 'nameservers'] : [spec, 'dnsConfig'];
      report({
        node: spec.valueOf('dnsPolicy'),
        path: object.at(name),
        message: l10n.t(
          'With `dnsPolicy: None` the pod gets no name servers from the cluster, and `dnsConfig` has none either: the API server refuses it. Add `dnsConfig.nameservers`.',
        ),
        server: [
          config
            ? 'Required value: must provide at least one DNS nameserver when `dnsPolicy` is None'
            : 'Required value: must provide `dnsConfig` when `dnsPolicy` is None',
        ],
      });
    }
  },
});

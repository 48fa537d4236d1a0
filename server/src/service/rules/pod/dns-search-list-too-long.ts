import * as l10n from '@vscode/l10n';
import { byteLength } from '../../schema/formats/format.ts';
import { stringOf } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';

const most = 2048;

/** validatePodDNSConfig: the domains make one line of `resolv.conf`, with a blank between two. */
export default defineRule({
  code: 'dns-search-list-too-long',
  severity: 'error',
  check({ objects }, report) {
    for (const config of objects.of('core/v1.PodDNSConfig')) {
      if (config.isIgnored('searches')) continue;
      const domains = config.values('searches').map(({ node }) => stringOf(node) ?? '');
      const length = byteLength(domains.join(' '));
      if (length <= most) continue;
      report({
        node: config.keyOf('searches'),
        path: config.at('searches'),
        message: l10n.t(
          'The domains in `searches` have {0} characters in total, including the spaces between them, but the API server accepts at most {1}. Remove some.',
          length,
          most,
        ),
        server: [`Invalid value: must not have more than ${most} characters (including spaces) in the search list`],
      });
    }
  },
});

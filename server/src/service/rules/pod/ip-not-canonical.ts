import * as l10n from '@vscode/l10n';
import { parseAddress, writeAddress } from '../../schema/formats/network.ts';
import type { ApiObject, Value } from '../../schema/object.ts';
import { deref, type Span, stringOf, type YamlNode } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  written: YamlNode;
  instead: string;
}

/** GetWarningsForIP, since 1.33; from 1.36 on what is not standard is refused. */
export default defineRule<Data>({
  code: 'ip-not-canonical',
  severity: 'warning',
  general: true,
  check({ objects, minor }, report) {
    for (const { text, node, path, written } of objects.of('core/v1.PodSpec').flatMap(addressesOf)) {
      const address = parseAddress(text);
      if (!address || !written) continue;
      const instead = writeAddress(address);
      const isOdd = address.padded || address.mapped;
      if (instead === text || (!isOdd && minor < 33)) continue;
      report({ node, path, ...told(text, instead, isOdd, minor), data: { written, instead } });
    }
  },
  fix({ data: { written, instead } }, editor) {
    return [suggestion(l10n.t('Change to {0}', instead), editor.replaceNode(written, instead))];
  },
});

function told(text: string, instead: string, isOdd: boolean, minor: number): { message: string; server: string[] } {
  if (!isOdd) {
    return {
      message: l10n.t(
        '`{0}` is not the standard way to write this address, so tools that compare strings take it for another one, and the API server warns. Write `{1}`.',
        text,
        instead,
      ),
      server: [
        `IPv6 address ${JSON.stringify(text)} should be in RFC 5952 canonical format (${JSON.stringify(instead)})`,
      ],
    };
  }
  const verdict = minor >= 36 ? 'is invalid' : 'will be considered invalid in a future Kubernetes release';
  const words = `non-standard IP address ${JSON.stringify(text)} ${verdict}: use ${JSON.stringify(instead)}`;
  return {
    message: l10n.t(
      'Kubernetes reads `{0}` as `{1}`, but other programs may read another address or none, and Kubernetes 1.36 refuses it. Write `{1}`.',
      text,
      instead,
    ),
    server: minor >= 33 ? [words] : [],
  };
}

interface Written {
  text: string;
  node: Span;
  path: string;
  written: YamlNode | undefined;
}

/** The name servers and host aliases of a pod. */
function addressesOf(spec: ApiObject): Written[] {
  const servers = spec.object('dnsConfig')?.values('nameservers') ?? [];
  const aliases = spec.objects('hostAliases').map((alias) => ({
    text: alias.string('ip') ?? '',
    node: alias.valueOf('ip'),
    path: alias.at('ip'),
    written: deref(alias.pair('ip')?.value),
  }));
  return [...servers.map(ofValue), ...aliases];
}

function ofValue({ node, span, path }: Value): Written {
  return { text: stringOf(node) ?? '', node: span, path, written: node };
}

import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { quantityOf, quantityText } from '../../schema/quantity.ts';
import { listed } from '../describe.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const forCpu = ['1m', '1'];
const forBytes = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

interface Resource {
  divisors: readonly string[];
  /** What the server calls it. */
  words: string;
}

interface Data {
  selector: ApiObject;
  resource: Resource;
}

/** validateContainerResourceDivisor. */
export default defineRule<Data>({
  code: 'downward-api-divisor',
  severity: 'error',
  check({ objects }, report) {
    for (const selector of objects.of('core/v1.ResourceFieldSelector')) {
      const name = selector.string('resource') ?? '';
      const resource = resourceOf(name);
      if (!resource || takesDivisor(selector, name)) continue;
      report({
        node: selector.valueOf('divisor'),
        path: selector.at('divisor'),
        message: l10n.t(
          'For `{0}` the API server accepts only these values of `divisor`: {1}. Change it.',
          name,
          listed(resource.divisors),
        ),
        server: [
          `Invalid value: ${JSON.stringify(name)}: only divisor's values ${worded(resource)} are supported with the ${resource.words} resource`,
        ],
        data: { selector, resource },
      });
    }
  },
  fix({ data: { selector, resource } }, editor) {
    const usual = [1, resource.divisors === forCpu ? '1m' : '1Mi'];
    return usual.map((divisor) => changeFix(selector, 'divisor', divisor, editor));
  },
});

/** Whether the divisor of a selector, if it has one, goes with a resource. */
export function takesDivisor(selector: ApiObject, name: string): boolean {
  const divisor = divisorOf(selector);
  return divisor === undefined || divisor === '0' || resourceOf(name)?.divisors.includes(divisor) !== false;
}

function resourceOf(name: string): Resource | undefined {
  const kind = /^(?:limits|requests)\.(cpu$|memory$|ephemeral-storage$|hugepages-)/.exec(name)?.[1];
  const words = {
    cpu: 'cpu',
    memory: 'memory',
    'ephemeral-storage': 'local ephemeral storage',
    'hugepages-': 'hugepages',
  }[kind ?? ''];
  return words === undefined ? undefined : { divisors: kind === 'cpu' ? forCpu : forBytes, words };
}

/** The divisor as the server writes it, in which 1024Ki is 1Mi. */
function divisorOf(selector: ApiObject): string | undefined {
  const node = selector.value('divisor');
  const quantity = node && quantityOf(node);
  return quantity && quantityText(quantity);
}

/** The divisors in the server's words. */
function worded({ divisors }: Resource): string {
  return divisors === forCpu ? divisors.join(' and ') : divisors.join(', ');
}

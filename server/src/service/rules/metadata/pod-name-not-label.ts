import * as l10n from '@vscode/l10n';
import { dnsLabel, dnsSubdomain } from '../../schema/formats/index.ts';
import type { YamlNode } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

/** The kinds whose strategies warn; of the others the API server refuses such a name, or does not care. */
const kinds = new Set([
  'core/v1.Pod',
  'core/v1.ReplicationController',
  'apps/v1.Deployment',
  'apps/v1.ReplicaSet',
  'batch/v1.Job',
  'batch/v1.CronJob',
]);

interface Data {
  written: YamlNode | undefined;
  text: string;
}

/** WarningsOnCreate of the strategies in pkg/registry */
export default defineRule<Data>({
  code: 'pod-name-not-label',
  severity: 'warning',
  general: true,
  check({ objects }, report) {
    for (const metadata of objects.of('meta/v1.ObjectMeta')) {
      const owner = metadata.parent;
      if (!owner || owner.parent || !kinds.has(owner.type)) continue;
      const field = metadata.isEmpty('name') ? 'generateName' : 'name';
      const text = metadata.string(field) ?? '';
      const name = field === 'name' ? text : `${text.slice(0, longestBase)}x`;
      const problems = dnsLabel.problems(name);
      // what is no name at all is refused
      if (text === '' || problems.length === 0 || dnsSubdomain.problems(name).length > 0) continue;
      const isPod = owner.type === 'core/v1.Pod';
      report({
        node: metadata.valueOf(field),
        path: metadata.at('name'),
        message: name.includes('.') ? ofDots(text, isPod) : ofLength(isPod),
        server: [`${isPod ? ofPod : ofOthers}; a DNS label is recommended: [${problems.join(' ')}]`],
        data: { written: metadata.pair(field)?.value, text },
      });
    }
  },
  fix({ data: { written, text } }, editor) {
    const mended = text.replaceAll('.', '-');
    if (!written || mended === text) return [];
    return [suggestion(l10n.t('Change to {0}', mended), editor.replaceNode(written, mended))];
  },
});

/** What `generateName` is cut to in front of the five characters that are added (simpleNameGenerator). */
const longestBase = 58;

const surprise = 'which can result in surprising behavior';
const ofPod = `this is used in the Pod's hostname, ${surprise}`;
const ofOthers = `this is used in Pod names and hostnames, ${surprise}`;

function ofDots(text: string, isPod: boolean): string {
  return isPod
    ? l10n.t(
        'The pod gets `{0}` as its hostname, and programs take the part after a dot as a domain. Use `-` instead of dots.',
        text,
      )
    : l10n.t(
        'Names and hostnames of the pods begin with `{0}`, and programs take the part after a dot as a domain. Use `-` instead of dots.',
        text,
      );
}

function ofLength(isPod: boolean): string {
  return isPod
    ? l10n.t('A hostname has at most 63 characters, so the pod gets one that is cut off. Use a shorter name.')
    : l10n.t(
        'Names and hostnames of the pods begin with this name and have at most 63 characters, so it is cut off in them. Use a shorter name.',
      );
}

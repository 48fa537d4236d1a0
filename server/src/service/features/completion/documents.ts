import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { patterns } from '../../patterns/index.ts';
import { podSnippet } from '../../patterns/snippets.ts';
import { type Fields, linked, type Skeleton, stop } from './skeleton.ts';
import { type Provider, SnippetLines, type Suggestion } from './suggestion.ts';

const name = linked('name', 'app');
const labels: Fields = { app: name };
const containers: Skeleton = [{ name: linked('container', 'app'), image: stop('nginx:1.27') }];
const ending: Fields = {
  restartPolicy: stop('Never', 'OnFailure'),
  containers: [
    { name: linked('container', 'app'), image: stop('busybox:1.37'), command: ['sh', '-c', stop('echo done')] },
  ],
};
const template: Fields = { metadata: { labels }, spec: { containers } };
const selected: Fields = { selector: { matchLabels: labels }, template };

/** What a whole manifest has at the least, by its head. */
const specs: Readonly<Record<string, Fields>> = {
  'v1 Pod': { containers },
  'apps/v1 Deployment': { replicas: stop(1), ...selected },
  'apps/v1 StatefulSet': { serviceName: name, replicas: stop(1), ...selected },
  'apps/v1 DaemonSet': selected,
  'batch/v1 Job': { template: { spec: ending } },
  'batch/v1 CronJob': {
    schedule: stop('*/5 * * * *'),
    jobTemplate: { spec: { template: { spec: ending } } },
  },
};

/** Whole manifests, also one of each pattern, where a document is empty or a word in it is all there is. */
export const documents: Provider = ({ token, column, hasColon }, expected) => {
  if (expected.kind !== 'head' || column > 0 || hasColon) return [];
  const { root, pair } = expected;
  if (root?.flow || (root && (root.pairs.length > 1 || pair?.key !== token))) return [];
  return [...kinds(), ...ofPatterns()];
};

const firstRank = 100;

function kinds(): Suggestion[] {
  return Object.entries(specs).map(([head, spec], index) => {
    const [apiVersion = '', kind = ''] = head.split(' ');
    return {
      label: kind,
      kind: CompletionItemKind.Struct,
      write: { apiVersion, kind, metadata: { name }, spec },
      detail: l10n.t('a whole manifest'),
      rank: firstRank + index,
    };
  });
}

function ofPatterns(): Suggestion[] {
  return patterns.map((pattern, index) => ({
    label: pattern.prefixes.pod,
    kind: CompletionItemKind.Snippet,
    write: new SnippetLines(podSnippet(pattern)),
    detail: l10n.t('a whole Pod'),
    documentation: pattern.description,
    rank: 2 * firstRank + index,
  }));
}

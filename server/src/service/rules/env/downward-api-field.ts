import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { unsupported } from '../../schema/serverWords.ts';
import { listed } from '../describe.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { conversionProblem, forFiles, forVariables, isInVolume, maps, subscriptIn, versionOf } from './field-path.ts';

interface Data {
  selector: ApiObject;
  path: string;
}

/** validateObjectFieldSelector. */
export default defineRule<Data>({
  code: 'downward-api-field',
  severity: 'error',
  check({ objects }, report) {
    for (const selector of objects.of('core/v1.ObjectFieldSelector')) {
      const path = selector.string('fieldPath');
      const server = path && versionOf(selector) === 'v1' ? refusal(path, takenAt(selector)) : undefined;
      if (!path || !server) continue;
      report({
        node: selector.valueOf('fieldPath'),
        path: selector.at('fieldPath'),
        message: explain(path, selector),
        server: [server],
        data: { selector, path },
      });
    }
  },
  fix({ data: { selector, path } }, editor) {
    return nearest(path, takenAt(selector)).map((field) => changeFix(selector, 'fieldPath', field, editor));
  },
});

function takenAt(selector: ApiObject): readonly string[] {
  return isInVolume(selector) ? forFiles : forVariables;
}

function refusal(path: string, taken: readonly string[]): string | undefined {
  const problem = conversionProblem('v1', path);
  if (problem) return `Invalid value: ${JSON.stringify(path)}: error converting fieldPath: ${problem}`;
  // the old name of a field
  const name = path === 'spec.host' ? 'spec.nodeName' : path;
  if (subscriptIn(path) || taken.includes(name)) return undefined;
  return unsupported(name, [...taken].sort());
}

function explain(path: string, selector: ApiObject): string {
  const list = listed(takenAt(selector));
  if (isInVolume(selector)) {
    return forVariables.includes(path)
      ? l10n.t(
          'A file of a volume cannot hold `{0}`: the API server refuses it. Read it into an environment variable, or use one of {1}.',
          path,
          list,
        )
      : l10n.t('A file of a volume cannot hold `{0}`: the API server refuses it. It accepts {1}.', path, list);
  }
  return maps.includes(path)
    ? l10n.t(
        "An environment variable can hold only one entry of `{0}`: the API server refuses it. Name the key, as in `{0}['app']`, or put all of them into a file of a `downwardAPI` volume.",
        path,
      )
    : l10n.t('An environment variable cannot hold `{0}`: the API server refuses it. It accepts {1}.', path, list);
}

import * as l10n from '@vscode/l10n';
import { labelValue, qualifiedName } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { unsupported } from '../../schema/serverWords.ts';
import type { Pair } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type Annotation, annotationsOf, annotationsPath } from './annotations.ts';

const annotationKey = 'scheduler.alpha.kubernetes.io/tolerations';

/** Where the API server finds a mistake, and what it says. */
interface Mistake {
  path: string;
  server: string;
}

/** ValidateTolerationsInPodAnnotations: nothing has read the annotation since 1.6, but it is still validated. */
export default defineRule<Pair>({
  code: 'tolerations-annotation',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const annotation = annotationsOf(spec).find(({ key }) => key === annotationKey);
      if (!annotation?.value) continue;
      for (const { path, server } of mistakesIn(annotation, spec)) {
        report({
          node: annotation.span,
          path,
          message: l10n.t(
            '`{0}` must be a list of tolerations in JSON, or the API server refuses it, although nothing reads it any more. Remove it, and write `tolerations` in the pod spec.',
            annotationKey,
          ),
          server: [server],
          data: annotation.pair,
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return [suggestion(l10n.t('Remove the annotation'), editor.removePair(pair))];
  },
});

function mistakesIn({ value, dotted }: Annotation, spec: ApiObject): Mistake[] {
  const tolerations = parse(value);
  if (!tolerations) {
    return [{ path: annotationsPath(spec), server: `Invalid value: ${JSON.stringify(annotationKey)}` }];
  }
  return tolerations.flatMap((toleration, index) =>
    problemsOf(toleration).map(([field, server]) => ({ path: `${dotted}[${index}].${field}`, server })),
  );
}

interface Toleration {
  key: string;
  operator: string;
  value: string;
  effect: string;
  tolerationSeconds: number | undefined;
}

/** Reads JSON as Go does: null is nothing, and case does not count in the names of fields. */
function parse(text: string): Toleration[] | undefined {
  const json = jsonOf(text);
  if (json === null) return [];
  if (!Array.isArray(json)) return undefined;
  const tolerations = json.map(toleration);
  return tolerations.every((each) => each !== undefined) ? tolerations : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toleration(json: unknown): Toleration | undefined {
  if (typeof json !== 'object' || Array.isArray(json)) return undefined;
  const written = Object.entries(json ?? {}).filter(([, value]) => value !== null);
  const fields = new Map<string, unknown>(written.map(([name, value]) => [name.toLowerCase(), value]));
  const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) => fields.get(name) ?? '');
  const tolerationSeconds = fields.get('tolerationseconds');
  const isText = (text: unknown): text is string => typeof text === 'string';
  if (!isText(key) || !isText(operator) || !isText(value) || !isText(effect)) return undefined;
  if (tolerationSeconds !== undefined && !isInteger(tolerationSeconds)) return undefined;
  return { key, operator, value, effect, tolerationSeconds };
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** ValidateTolerations */
function problemsOf({
  key,
  operator,
  value,
  effect,
  tolerationSeconds,
}: Toleration): [field: string, server: string][] {
  const invalid = (text: string, words: string) => `Invalid value: ${JSON.stringify(text)}: ${words}`;
  const found: [string, string][] = [];
  if (key !== '')
    found.push(...qualifiedName.problems(key).map((words): [string, string] => ['key', invalid(key, words)]));
  if (key === '' && operator !== 'Exists') {
    const words = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
    found.push(['operator', invalid(operator, words)]);
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    found.push(['effect', invalid(effect, "effect must be 'NoExecute' when `tolerationSeconds` is set")]);
  }
  if (operator === 'Equal' || operator === '') {
    const problems = labelValue.problems(value);
    if (problems.length > 0) found.push(['operator', invalid(value, problems.join(';'))]);
  } else if (operator !== 'Exists') {
    found.push(['operator', unsupported(operator, ['Equal', 'Exists'])]);
  } else if (value !== '') {
    found.push(['operator', invalid(value, "value must be empty when `operator` is 'Exists'")]);
  }
  if (effect !== '' && !effects.includes(effect)) found.push(['effect', unsupported(effect, effects)]);
  return found;
}

import * as l10n from '@vscode/l10n';
import { qualifiedName } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { invalid } from '../../schema/serverWords.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { maps, subscriptIn, versionOf } from './field-path.ts';

interface Data {
  selector: ApiObject;
  map: string;
  key: string;
}

/** validateObjectFieldSelector: the key of a label or annotation; upper case does not matter in that of an annotation. */
export default defineRule<Data>({
  code: 'downward-api-key',
  severity: 'error',
  check({ objects }, report) {
    for (const selector of objects.of('core/v1.ObjectFieldSelector')) {
      const { map, key } = subscriptIn(selector.string('fieldPath') ?? '') ?? {};
      if (map === undefined || key === undefined || !maps.includes(map) || versionOf(selector) !== 'v1') continue;
      const compared = map === 'metadata.annotations' ? key.toLowerCase() : key;
      const problems = qualifiedName.problems(compared);
      if (problems.length === 0) continue;
      report({
        node: selector.valueOf('fieldPath'),
        path: selector.path,
        message: l10n.t(
          '`{0}` is not a valid key of a label or annotation, so the API server refuses it. Write the key as it is in `metadata`.',
          key,
        ),
        server: invalid(compared, problems),
        data: { selector, map, key },
      });
    }
  },
  fix({ data: { selector, map, key } }, editor) {
    const mended = qualifiedName.mend?.(key);
    if (!mended || qualifiedName.problems(mended).length > 0) return [];
    const path = `${map}['${mended}']`;
    return [changeFix(selector, 'fieldPath', path, editor)];
  },
});

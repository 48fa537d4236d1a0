import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix } from '../fields.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule } from '../rule.ts';
import { volumesOf } from '../volumes/volumes.ts';

interface Data {
  selector: ApiObject;
  name: string;
  /** Volumes that would do. */
  names: string[];
}

/** validateFileKeyRefVolumes. */
export default defineRule<Data>({
  code: 'file-key-volume',
  severity: 'error',
  check({ objects, findings }, report) {
    if (isMistaken('volumes', findings)) return;
    for (const selector of objects.of('core/v1.FileKeySelector')) {
      const spec = selector.around('core/v1.PodSpec');
      const name = selector.string('volumeName');
      if (!spec || !name) continue;
      const volumes = [...volumesOf(spec).values()];
      const volume = volumes.find((each) => each.name === name);
      if (volume && (!volume.sources || volume.sources.includes('emptyDir'))) continue;
      const names = volumes.filter(({ sources }) => sources?.includes('emptyDir')).map((each) => each.name);
      const quoted = JSON.stringify(name);
      report({
        node: selector.valueOf('volumeName'),
        path: selector.at('volumeName'),
        message: volume
          ? l10n.t(
              'A variable can only be read from a file of an `emptyDir` volume, and `{0}` is of another type: the API server refuses it. Let an init container write the file into an `emptyDir`.',
              name,
            )
          : l10n.t(
              'The pod has no volume `{0}` to read the variable from: the API server refuses it. Add an `emptyDir` volume of that name.',
              name,
            ),
        server: [
          volume ? `Invalid value: ${quoted}: referenced volume must be of type emptyDir` : `Not found: ${quoted}`,
        ],
        data: { selector, name, names },
      });
    }
  },
  fix({ data: { selector, name, names } }, editor) {
    const near = nearest(name, names);
    const meant = near.length > 0 ? near : names.length === 1 ? names : [];
    return meant.map((each) => changeFix(selector, 'volumeName', each, editor));
  },
});

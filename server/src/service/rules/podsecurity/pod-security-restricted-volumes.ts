import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineControl, placeOf } from './control.ts';
import { replaceSource } from './volumes.ts';

const allowed = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** restrictedVolumes_1_0, which has no say where one of several sources is allowed. */
export default defineControl<{ volume: ApiObject; source: string }>({
  code: 'pod-security-restricted-volumes',
  level: 'restricted',
  check({ spec }, report) {
    for (const volume of spec.objects('volumes')) {
      const sources = volume.members();
      const [source] = sources;
      if (!source || sources.some((each) => allowed.includes(each))) continue;
      report({
        ...placeOf(volume, source),
        message: l10n.t(
          '`restricted` does not allow volumes of the type `{0}`: a namespace that enforces it refuses such a pod. Use another type, such as `persistentVolumeClaim`.',
          source,
        ),
        server: [
          `restricted volume types (volume "${volume.string('name') ?? ''}" uses restricted volume type "${source}")`,
        ],
        data: { volume, source },
      });
    }
  },
  fix: ({ data: { volume, source } }, editor) => replaceSource(volume, source, editor),
});

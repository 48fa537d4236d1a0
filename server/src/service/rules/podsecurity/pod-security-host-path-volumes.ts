import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineControl, placeOf } from './control.ts';
import { replaceSource } from './volumes.ts';

/** hostPathVolumes_1_0; restrictedVolumes_1_0 takes its place. */
export default defineControl<ApiObject>({
  code: 'pod-security-host-path-volumes',
  level: 'baseline',
  check({ spec, level }, report) {
    if (level === 'restricted') return;
    for (const volume of spec.objects('volumes')) {
      if (!volume.has('hostPath')) continue;
      report({
        ...placeOf(volume, 'hostPath'),
        message: l10n.t(
          'A `hostPath` volume gives the pod access to files of its node: a namespace that enforces `baseline` refuses such a pod. Use another type of volume.',
        ),
        server: [`hostPath volumes (volume "${volume.string('name') ?? ''}")`],
        data: volume,
      });
    }
  },
  fix: ({ data: volume }, editor) => replaceSource(volume, 'hostPath', editor),
});

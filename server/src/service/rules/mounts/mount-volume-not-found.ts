import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import { dnsLabel } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { Writable } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, suggestion } from '../rule.ts';
import { fits, volumesOf } from '../volumes/volumes.ts';

interface Data {
  /** The mount, or the device. */
  entry: ApiObject;
  spec: ApiObject;
  name: string;
  meant: string[];
}

/** ValidateVolumeMounts, ValidateVolumeDevices. */
export default defineRule<Data>({
  code: 'mount-volume-not-found',
  severity: 'error',
  whole: true,
  check({ objects, findings }, report) {
    // a list of volumes that is not understood is the mistake to mend
    if (isMistaken('volumes', findings)) return;
    for (const entry of objects.of('core/v1.VolumeMount', 'core/v1.VolumeDevice')) {
      const spec = entry.around('core/v1.PodSpec');
      const name = entry.string('name');
      const volumes = spec && volumesOf(spec);
      if (!name || !volumes || volumes.has(name)) continue;
      const near = nearest(name, volumes.keys()).flatMap((each) => volumes.get(each) ?? []);
      const meant = near.filter((volume) => fits(entry, volume)).map((volume) => volume.name);
      report({
        node: entry.valueOf('name'),
        path: entry.at('name'),
        message: meant[0]
          ? l10n.t(
              'The pod has no volume `{0}`: the API server refuses this mount. Did you mean `{1}`?',
              name,
              meant[0],
            )
          : l10n.t(
              'The pod has no volume `{0}`: the API server refuses this mount. Add a volume of that name to `{1}`.',
              name,
              spec.at('volumes'),
            ),
        server: [`Not found: ${JSON.stringify(name)}`],
        data: { entry, spec, name, meant },
      });
    }
  },
  fix({ data: { entry, spec, name, meant } }, editor) {
    const pair = entry.pair('name');
    const pod = spec.node;
    if (!pair || !pod) return [];
    const order = ['containers', 'initContainers', 'ephemeralContainers'];
    // a volume of another name would be refused itself
    const kinds = dnsLabel.problems(name).length > 0 ? [] : Object.entries(sourcesFor(name, spec));
    return [
      ...meant.map((volume) => suggestion(l10n.t('Change to {0}', volume), editor.replaceNode(pair.value, volume))),
      ...kinds.map(([kind, source]) =>
        suggestion(
          l10n.t('Add {0} volume {1}', kind, name),
          editor.appendTo(pod, 'volumes', { name, [kind]: source }, order),
        ),
      ),
    ].filter(({ edits }) => edits.length > 0);
  },
});

/** What a volume that is added may be made of: of a claim only, where it is a raw device. */
function sourcesFor(name: string, spec: ApiObject): Record<string, Writable> {
  const containers = containersIn(spec);
  const devices = containers.flatMap((container) => container.objects('volumeDevices'));
  const claim = { persistentVolumeClaim: { claimName: name } };
  return devices.some((device) => device.string('name') === name)
    ? claim
    : { emptyDir: {}, configMap: { name }, secret: { secretName: name }, ...claim };
}

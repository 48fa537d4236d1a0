import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { containersIn } from '../containers/containers.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Conflict {
  object: ApiObject;
  field: string;
  path: string;
}

interface Data extends Conflict {
  spec: ApiObject;
}

export default defineRule<Data>({
  code: 'host-users-conflict',
  severity: 'error',
  check({ objects, minor }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      if (spec.boolean('hostUsers') !== false) continue;
      for (const { object, field, path } of hostUsersConflicts(spec)) {
        report({
          node: object.keyOf(field),
          path,
          message: l10n.t(
            '`{0}` needs rights on the node that the users of a pod with `hostUsers: false` do not have: the API server refuses both together. Remove one of them.',
            field,
          ),
          server: [`Forbidden: when \`${minor >= 34 ? 'hostUsers' : 'pod.Spec.HostUsers'}\` is false`],
          related: [{ node: spec.valueOf('hostUsers'), message: l10n.t('The pod has its own users') }],
          data: { spec, object, field, path },
        });
      }
    }
  },
  fix({ data: { spec, object, field } }, editor) {
    const own = needsUsers(spec) ? undefined : spec.pair('hostUsers');
    return [object.pair(field), own].flatMap((pair) => removeFix(pair, editor));
  },
});

/** Whether a container is refused without users of the pod's own, as `proc-mount-unmasked` tells. */
function needsUsers(spec: ApiObject): boolean {
  return containersIn(spec).some((each) => each.object('securityContext')?.string('procMount') === 'Unmasked');
}

/** What a pod may not have beside `hostUsers: false` (validateHostUsers). */
export function hostUsersConflicts(spec: ApiObject): Conflict[] {
  // two of the paths are misspelled by the API server
  const paths = { hostNetwork: 'hostNetwork', hostPID: 'HostPID', hostIPC: 'HostIPC' };
  const shared = Object.entries(paths).flatMap(([field, name]) =>
    spec.boolean(field) ? [{ object: spec, field, path: spec.at(name) }] : [],
  );
  if (spec.minor < 34) return shared;
  const withDevices = containersIn(spec).filter((container) => !container.isEmpty('volumeDevices'));
  const devices = withDevices.map((object) => ({ object, field: 'volumeDevices', path: object.at('volumeDevices') }));
  return [...shared, ...devices];
}

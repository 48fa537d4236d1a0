import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { isNull, type Pair } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const ofLinux = {
  pod: ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'],
  podContext: [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'fsGroup',
    'fsGroupChangePolicy',
    'sysctls',
    'runAsUser',
    'runAsGroup',
    'supplementalGroups',
    'supplementalGroupsPolicy',
    'seLinuxChangePolicy',
  ],
  context: [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
    'allowPrivilegeEscalation',
    'procMount',
    'runAsUser',
    'runAsGroup',
  ],
};
const ofWindows = { pod: [], podContext: ['windowsOptions'], context: ['windowsOptions'] };

/** validateLinux, validateWindows */
export default defineRule<Pair>({
  code: 'field-not-for-os',
  severity: 'error',
  check({ objects }, report) {
    for (const os of objects.of('core/v1.PodOS')) {
      const spec = os.around('core/v1.PodSpec');
      const name = os.string('name');
      if (!spec || (name !== 'linux' && name !== 'windows')) continue;
      for (const { object, field, pair } of foreignFields(spec, name === 'linux' ? ofWindows : ofLinux)) {
        report({
          node: pair.key,
          path: object.at(field),
          message:
            name === 'linux'
              ? l10n.t(
                  '`{0}` is for Windows, and `os` says `linux`: the API server refuses both together. Remove it.',
                  field,
                )
              : l10n.t(
                  '`{0}` is for Linux, and `os` says `windows`: the API server refuses both together. Remove it.',
                  field,
                ),
          server: [
            name === 'linux'
              ? 'Forbidden: windows options cannot be set for a linux pod'
              : 'Forbidden: cannot be set for a windows pod',
          ],
          related: [{ node: os.valueOf('name'), message: l10n.t('The operating system') }],
          data: pair,
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});

/** Whether a pod has fields that the API server refuses where its `os` is a system. */
export function isRefusedBySystem(spec: ApiObject, system: string): boolean {
  return foreignFields(spec, system === 'linux' ? ofWindows : ofLinux).length > 0;
}

/** Whether the API server refuses a field of a security context in a pod whose `os` is another system. */
export function isForOtherSystem(context: ApiObject, field: string): boolean {
  const system = context.around('core/v1.PodSpec')?.object('os')?.string('name');
  if (system !== 'linux' && system !== 'windows') return false;
  const { context: ofContainer, podContext } = system === 'linux' ? ofWindows : ofLinux;
  return (context.type === 'core/v1.PodSecurityContext' ? podContext : ofContainer).includes(field);
}

interface Foreign {
  object: ApiObject;
  field: string;
  pair: Pair;
}

function foreignFields(spec: ApiObject, fields: typeof ofLinux | typeof ofWindows): Foreign[] {
  const contexts = containersIn(spec).map((container) => container.object('securityContext'));
  return [
    ...written(spec.object('securityContext'), fields.podContext),
    ...written(spec, fields.pod),
    ...contexts.flatMap((context) => written(context, fields.context)),
  ];
}

function written(object: ApiObject | undefined, fields: readonly string[]): Foreign[] {
  if (!object) return [];
  return fields.flatMap((field) => {
    const pair = object.pair(field);
    return pair && !isNull(pair.value) && isSet(object, field) ? [{ object, field, pair }] : [];
  });
}

/** Whether the API server sees a value; a `procMount` that it does not take yet becomes another. */
function isSet(object: ApiObject, field: string): boolean {
  if (field === 'hostPID' || field === 'hostIPC') return object.boolean(field) === true;
  if (field === 'sysctls') return !object.isEmpty(field);
  return object.has(field) || (field === 'procMount' && object.isDropped(field));
}

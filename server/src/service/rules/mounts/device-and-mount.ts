import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Span } from '../../yaml/index.ts';
import { allContainers } from '../containers/containers.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** ValidateVolumeMounts and ValidateVolumeDevices, which both tell of it. */
export default defineRule<ApiObject>({
  code: 'device-and-mount',
  severity: 'error',
  check({ objects }, report) {
    for (const { entry, field, value, words, other } of allContainers({ objects }).flatMap(conflicts)) {
      report({
        node: entry.valueOf(field),
        path: entry.at(field),
        message:
          field === 'name'
            ? l10n.t(
                'The volume `{0}` is both mounted and used as a raw device in this container, but it can only be one of them: the API server refuses it. Remove one.',
                value,
              )
            : l10n.t(
                'A mount and a raw device of this container are both at `{0}`: the API server refuses it. Give one of them another path.',
                value,
              ),
        server: [`Invalid value: ${JSON.stringify(value)}: ${words}`],
        related: [{ node: other, message: l10n.t('The other `{0}`', value) }],
        data: entry,
      });
    }
  },
  fix({ data: entry }, editor) {
    return [suggestion(l10n.t('Remove this entry'), removeEntry(entry, editor))];
  },
});

interface Conflict {
  /** The mount or device. */
  entry: ApiObject;
  field: string;
  value: string;
  words: string;
  other: Span;
}

function conflicts(container: ApiObject): Conflict[] {
  const mounts = container.objects('volumeMounts');
  const devices = container.objects('volumeDevices');
  if (mounts.length === 0 || devices.length === 0) return [];
  return [
    ...conflictsOf(mounts, 'mountPath', devices, 'devicePath', 'volumeDevices'),
    ...conflictsOf(devices, 'devicePath', mounts, 'mountPath', 'volumeMounts'),
  ];
}

function conflictsOf(
  entries: readonly ApiObject[],
  path: string,
  others: readonly ApiObject[],
  otherPath: string,
  list: string,
): Conflict[] {
  // of several entries for one volume the server knows the last only
  const byName = new Map(others.map((other) => [other.string('name'), other]));
  const byPath = new Map([...byName.values()].map((other) => [other.string(otherPath), other]));
  return entries.flatMap((entry) => {
    const [name, at] = [entry.string('name'), entry.string(path)];
    const [sameName, samePath] = [byName.get(name), byPath.get(at)];
    return [
      ...(name && sameName
        ? [
            {
              entry,
              field: 'name',
              value: name,
              words: `must not already exist in ${list}`,
              other: sameName.valueOf('name'),
            },
          ]
        : []),
      ...(at && samePath
        ? [
            {
              entry,
              field: path,
              value: at,
              words: `must not already exist as a path in ${list}`,
              other: samePath.valueOf(otherPath),
            },
          ]
        : []),
    ];
  });
}

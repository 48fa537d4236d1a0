import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Workload } from '../../model/index.ts';
import { policiesOf } from '../../rules/pod/pod-restart-policy.ts';
import { type FieldPlace, typeText } from '../field/facts.ts';
import { allowedValues, defaultOf, usualValues } from './allowed.ts';
import { isConflict } from './conflicts.ts';
import type { Cursor } from './cursor.ts';
import type { AskedField, Expected } from './expected.ts';
import type { Suggestion } from './suggestion.ts';

/** The values that a field takes, or those most often meant where it takes any. */
export function values(cursor: Cursor, expected: Expected): Suggestion[] {
  if (cursor.hasColon || !('known' in expected) || expected.kind === 'entryKey' || expected.kind === 'entryValue')
    return [];
  const { object, name, known, workload, kind } = expected;
  const { field } = known;
  if (field.map || (field.list && kind !== 'item' && kind !== 'value')) return [];
  const place = placeOf(expected);
  const given = defaultOf(place);
  const isWhole = field.list && kind === 'value';
  return valuesAt(place, workload)
    .filter((value) => !isPresent(expected, value) && !isConflict(object, name, value))
    .map((value, rank) => ({
      label: `${isWhole ? '- ' : ''}${value}`,
      kind: CompletionItemKind.Value,
      write: isWhole ? [value] : value,
      detail: value === given ? l10n.t('default') : typeText({ ...field, list: false }),
      rank,
      filter: String(value),
      about: { type: object.type, field: name, value: String(value), minor: object.minor },
    }));
}

/** Whether there are values to be offered for a field. */
export function hasValues(object: FieldPlace['object'], name: string, workload: Workload): boolean {
  const known = object.facts.fields.get(name);
  if (!known) return false;
  return referring.has(`${object.type}.${name}`) || valuesAt({ object, name, ...known }, workload).length > 0;
}

function placeOf({ object, name, known: { field, limits } }: AskedField): FieldPlace {
  return { object, name, field, limits };
}

function valuesAt(place: FieldPlace, workload: Workload): readonly (string | number | boolean)[] {
  const { object, name, field } = place;
  if (object.type === 'core/v1.PodSpec' && name === 'restartPolicy') return policiesOf(workload);
  if (field.type === 'boolean') return [true, false];
  const allowed = allowedValues(place);
  if (allowed.length > 0) return allowed;
  const usual = usualNumbers[`${object.type}.${name}`] ?? usualValues(place);
  const given = defaultOf(place);
  return given === undefined || given === '' || given === 0 || usual.includes(given) ? usual : [given, ...usual];
}

/** Whether a list has a value already. */
function isPresent({ object, name, known: { field } }: AskedField, value: string | number | boolean): boolean {
  return field.list === true && object.strings(name).includes(String(value));
}

/** Fields whose values are names that are defined elsewhere, or well known. */
const referring = new Set([
  'core/v1.ConfigMapEnvSource.name',
  'core/v1.ConfigMapKeySelector.key',
  'core/v1.ConfigMapKeySelector.name',
  'core/v1.ConfigMapProjection.name',
  'core/v1.ConfigMapVolumeSource.name',
  'core/v1.HTTPGetAction.port',
  'core/v1.KeyToPath.key',
  'core/v1.PersistentVolumeClaimVolumeSource.claimName',
  'core/v1.PodAffinityTerm.topologyKey',
  'core/v1.PodSpec.serviceAccountName',
  'core/v1.ResourceFieldSelector.containerName',
  'core/v1.SecretEnvSource.name',
  'core/v1.SecretKeySelector.key',
  'core/v1.SecretKeySelector.name',
  'core/v1.SecretProjection.name',
  'core/v1.SecretVolumeSource.secretName',
  'core/v1.TCPSocketAction.port',
  'core/v1.TopologySpreadConstraint.topologyKey',
  'core/v1.VolumeDevice.name',
  'core/v1.VolumeMount.name',
]);

/** The numbers most often meant. */
const usualNumbers: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  'core/v1.ContainerPort.containerPort': [80, 443, 8080],
  'batch/v1.JobSpec.backoffLimit': [6, 0],
};

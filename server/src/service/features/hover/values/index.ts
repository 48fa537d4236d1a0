import { fieldsOf, workloadTypes } from '../../../schema/index.ts';
import type { ApiObject } from '../../../schema/object.ts';
import { describeType, describeValue } from '../../../schema/prose.ts';
import { bullets } from '../../markdown.ts';
import { isMode } from '../../modes.ts';
import type { TokenPlace } from '../../place.ts';
import { imageMeaning } from './image.ts';
import { keyMeaning } from './label.ts';
import { modeMeaning } from './mode.ts';
import { percentMeaning } from './percent.ts';
import { portMeaning, targetMeaning } from './port.ts';
import { probeReading } from './probe.ts';
import { quantityMeaning } from './quantity.ts';
import { scheduleMeaning } from './schedule.ts';
import { secondsMeaning } from './seconds.ts';
import {
  affinityTermReading,
  labelSelectorReading,
  labelsReading,
  nodeSelectorReading,
  nodeTermReading,
  preferredTermReading,
  requirementReading,
  spreadReading,
  weightedTermReading,
} from './selector.ts';
import { tolerationReading } from './toleration.ts';
import { idMeaning } from './user.ts';
import { fieldPathMeaning, variableMeaning } from './variable.ts';

/** What a value means; undefined where it says all there is to say. */
type Meaning = (place: TokenPlace, now: Date) => string | undefined;

/** By the name of the field, whatever type has it. */
const byName: Readonly<Record<string, Meaning>> = {
  annotations: keyMeaning,
  fieldPath: fieldPathMeaning,
  fsGroup: idMeaning,
  key: keyMeaning,
  labels: keyMeaning,
  matchLabels: keyMeaning,
  maxSurge: percentMeaning,
  maxUnavailable: percentMeaning,
  nodeSelector: keyMeaning,
  port: targetMeaning,
  reference: imageMeaning,
  runAsGroup: idMeaning,
  runAsUser: idMeaning,
  schedule: scheduleMeaning,
  supplementalGroups: idMeaning,
  topologyKey: keyMeaning,
};

/** By type and field. */
const byField: Readonly<Record<string, Meaning>> = {
  'core/v1.Container.image': imageMeaning,
  'core/v1.ContainerPort.containerPort': portMeaning,
  'core/v1.ContainerPort.name': portMeaning,
  'core/v1.EnvVar.value': variableMeaning,
  'core/v1.EphemeralContainer.image': imageMeaning,
};

/** What the value at a place means, or the entry of a map; undefined where it says all there is to say. */
export function meaningOf(place: TokenPlace, now: Date): string | undefined {
  const { object, name, known, token, entry } = place;
  if (!known) return undefined;
  const own = (byField[`${object.type}.${name}`] ?? byName[name] ?? meaningByType(place))?.(place, now);
  const text = entry ?? (token.value.type === 'boolean' ? String(token.value.value) : token.text);
  return own ?? describeValue(object.type, name, text);
}

function meaningByType({ object, name, known, part }: TokenPlace): Meaning | undefined {
  if (name === 'kind' && object.parent === undefined) return kindMeaning;
  if (known?.field.type === 'Quantity' && part !== 'entryKey') return quantityMeaning;
  if (known?.limits && isMode(known.limits)) return modeMeaning;
  return /Seconds(?:After|$)/.test(name) ? secondsMeaning : undefined;
}

const kindMeaning: Meaning = ({ token }) => {
  const type = Object.values(workloadTypes).find((each) => each.endsWith(`.${token.text}`));
  return type && describeType(type)?.split('\n\n')[0];
};

/** Objects that can be read aloud, by type. */
const readings: Readonly<Record<string, (object: ApiObject) => string | undefined>> = {
  'core/v1.NodeSelector': nodeSelectorReading,
  'core/v1.NodeSelectorRequirement': requirementReading,
  'core/v1.NodeSelectorTerm': nodeTermReading,
  'core/v1.PodAffinityTerm': affinityTermReading,
  'core/v1.PreferredSchedulingTerm': preferredTermReading,
  'core/v1.Probe': probeReading,
  'core/v1.Toleration': tolerationReading,
  'core/v1.TopologySpreadConstraint': spreadReading,
  'core/v1.WeightedPodAffinityTerm': weightedTermReading,
  'meta/v1.LabelSelector': labelSelectorReading,
  'meta/v1.LabelSelectorRequirement': requirementReading,
};

/** What is below a field read aloud, else the object that it belongs to. */
export function readingOf({ object, name, known }: TokenPlace): string | undefined {
  if (['nodeSelector', 'selector'].includes(name) && known?.field.map) return labelsReading(object, name);
  const below = object.objects(name).flatMap((each) => readings[each.type]?.(each) ?? []);
  if (below.length > 0) return below.length > 1 ? bullets(below) : below[0];
  return known && fieldsOf(known.field.type) ? undefined : readings[object.type]?.(object);
}

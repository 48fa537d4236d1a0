import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ApiObject } from '../../schema/object.ts';
import { compare, parseQuantity, quantityOf } from '../../schema/quantity.ts';
import type { ConcreteNode } from '../../yaml/index.ts';
import type { Cursor } from './cursor.ts';
import type { Expected } from './expected.ts';
import { stop } from './skeleton.ts';
import type { Suggestion } from './suggestion.ts';

const usual: Readonly<Record<string, readonly string[]>> = {
  cpu: ['100m', '250m', '500m', '1', '2'],
  memory: ['64Mi', '128Mi', '256Mi', '512Mi', '1Gi', '2Gi'],
  'ephemeral-storage': ['1Gi', '2Gi', '5Gi', '10Gi'],
  storage: ['1Gi', '5Gi', '10Gi', '50Gi', '100Gi'],
};

/** The resources that can be asked for, and amounts of them that are no more than the limit, nor less than the request. */
export function quantities(cursor: Cursor, expected: Expected): Suggestion[] {
  if (cursor.hasColon || !('known' in expected) || !expected.known.field.map) return [];
  const { object, name, known } = expected;
  if (known.field.type !== 'Quantity') return [];
  const about = { type: object.type, field: name, minor: object.minor };
  if (expected.kind === 'entryKey') {
    return resourcesOf(object, name).map((resource, rank) => ({
      label: resource,
      kind: CompletionItemKind.Property,
      // nothing is an amount of 0
      write: { [resource]: stop(...likelyAmounts(object, name, resource)) },
      rank,
      about,
    }));
  }
  if (expected.kind !== 'entryValue') return [];
  return amountsOf(object, name, expected.entry).map((amount, rank) => ({
    label: amount,
    kind: CompletionItemKind.Value,
    write: amount,
    rank,
    about,
  }));
}

/** The resources that an object can ask for and does not yet. */
function resourcesOf(object: ApiObject, name: string): string[] {
  const written = object.values(name).map(({ key }) => key);
  const names =
    object.type === 'core/v1.VolumeResourceRequirements'
      ? ['storage']
      : object.parent?.type === 'core/v1.Container' || object.parent?.type === 'core/v1.EphemeralContainer'
        ? ['cpu', 'memory', 'ephemeral-storage']
        : ['cpu', 'memory'];
  return names.filter((each) => !written.includes(each));
}

function likelyAmounts(object: ApiObject, name: string, resource: string): readonly string[] {
  const amounts = amountsOf(object, name, resource);
  const given = otherAmount(object, name, resource);
  return amounts.length === 0 && given?.kind === 'scalar' ? [given.text] : amounts;
}

/** What the limit is for a request, and the request for a limit. */
function otherAmount(object: ApiObject, name: string, resource: string): ConcreteNode | undefined {
  return object.values(name === 'limits' ? 'requests' : 'limits').find(({ key }) => key === resource)?.node;
}

function amountsOf(object: ApiObject, name: string, resource: string): readonly string[] {
  const amounts = usual[resource] ?? [];
  // the amounts of a pod as a whole and those of its containers have to go together
  if (object.around('core/v1.PodSpec')?.has('resources')) return [];
  const other = otherAmount(object, name, resource);
  const bound = other && quantityOf(other);
  if (!bound || (name !== 'limits' && name !== 'requests')) return amounts;
  const direction = name === 'limits' ? 1 : -1;
  return amounts.filter((amount) => {
    const quantity = parseQuantity(amount);
    return quantity !== undefined && compare(quantity, bound) * direction >= 0;
  });
}

import { isFraction, parseQuantity, type Quantity } from '../../schema/quantity.ts';
import type { Written } from './checked.ts';

/** Whether a resource is counted in bytes. */
export function isInBytes(name: string): boolean {
  return name === 'memory' || name === 'ephemeral-storage' || name === 'storage';
}

/** What is meant by thousandths of a byte: `100m` -> `100Mi`, `100M`. */
export function bytesMeant({ name, text }: Written): Quantity[] {
  const number = isInBytes(name) ? /^([\d.]+)m$/.exec(text)?.[1] : undefined;
  if (!number) return [];
  return [`${number}Mi`, `${number}M`]
    .flatMap((meant) => parseQuantity(meant) ?? [])
    .filter((meant) => !isFraction(meant));
}

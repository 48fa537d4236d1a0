import { isFraction, isMultiple, parseQuantity, type Quantity } from '../../schema/quantity.ts';

/** The size in `hugepages-2Mi`; undefined where it is none. */
export function pageSize(name: string): Quantity | undefined {
  const size = parseQuantity(name.slice('hugepages-'.length));
  return size && size.digits > 0n && !isFraction(size) ? size : undefined;
}

/** Whether an amount is whole pages of the size that a name says (IsHugePageResourceValueDivisible). */
export function isInPages(name: string, quantity: Quantity): boolean {
  const size = pageSize(name);
  return size !== undefined && isMultiple(quantity, size);
}

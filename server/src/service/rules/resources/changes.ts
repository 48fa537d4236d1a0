import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import { compare, isFraction, isNegative, type Quantity, quantityText, roundedUp } from '../../schema/quantity.ts';
import { isExtended, isHugePages, mayOvercommit } from '../../schema/resourceNames.ts';
import { type Fix, suggestion } from '../rule.ts';
import { isInBytes } from './bytes.ts';
import { type Written, writtenOf } from './checked.ts';
import { isInPages } from './pages.ts';

/**
 * Gives a resource another amount, and the same to its request or limit where that has the same mistake; nothing where
 * another mistake would come of it.
 */
export function changeTo(amount: Written, to: Quantity, editor: Editor, title?: string): Fix[] {
  const other = counterpart(amount);
  const isInOrder = !other || inOrder(amount, to, other.quantity);
  const isEqual = other !== undefined && compare(other.quantity, amount.quantity) === 0;
  if (!isSound(amount.name, to) || !(isInOrder || isEqual)) return [];
  const isWrongToo = isEqual && (!isInOrder || !isSound(amount.name, other.quantity));
  const changed = isWrongToo && other.pair !== amount.pair ? [amount, other] : [amount];
  return [suggestion(title ?? l10n.t('Change to {0}', quantityText(to)), rewritten(changed, to, editor))];
}

/** Edits that give several resources one amount. */
export function rewritten(amounts: readonly Written[], to: Quantity, editor: Editor) {
  const pairs = new Set(amounts.map(({ pair }) => pair));
  return [...pairs].flatMap(({ value }) => editor.replaceNode(value, writable(to)));
}

/** The limit of a request, the request of a limit, where it is written. */
export function counterpart({ in: checked, list, name }: Written): Written | undefined {
  const other = list === 'limits' ? 'requests' : 'limits';
  return writtenOf(checked, other, checked[other].get(name));
}

/** Whether the API server takes an amount of a resource, and without a warning. */
export function isSound(name: string, amount: Quantity): boolean {
  const quantity = roundedUp(amount);
  if (isNegative(quantity) || (isHugePages(name) && !isInPages(name, quantity))) return false;
  return !(isExtended(name) || isInBytes(name)) || !isFraction(quantity);
}

function inOrder({ list, name }: Written, to: Quantity, other: Quantity): boolean {
  const order = compare(to, other);
  return mayOvercommit(name) ? (list === 'requests' ? order <= 0 : order >= 0) : order === 0;
}

/** A whole number is written as a number. */
export function writable(quantity: Quantity): string | number {
  const text = quantityText(quantity);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

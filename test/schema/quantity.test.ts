import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  isFraction,
  isMultiple,
  multipleAbove,
  parseQuantity,
  type Quantity,
  quantityProblem,
  quantityText,
  roundedUp,
} from '../../server/src/service/schema/quantity.ts';

const read = (text: string): Quantity => {
  const quantity = parseQuantity(text);
  if (!quantity) throw new Error(`${text} is no quantity`);
  return quantity;
};

// as `kubectl get -o yaml` shows them, checked against apimachinery itself
describe('the text of a quantity', () => {
  it.each([
    ['0', '0'],
    ['00', '0'],
    ['-', '0'],
    ['1', '1'],
    ['+5', '+5'],
    ['05', '05'],
    ['0.5', '500m'],
    ['1.50', '1500m'],
    ['1000', '1k'],
    ['1500', '1500'],
    ['2000M', '2G'],
    ['1024Mi', '1Gi'],
    ['1000Mi', '1000Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['1023', '1023'],
    ['1e3', '1e3'],
    ['12e1', '120'],
    ['0.1m', '1m'],
    ['-0.1m', '-1m'],
    ['1n', '1m'],
    ['1e-10', '1e-3'],
    ['9Ei', '9223372036854775807'],
    ['-1.5Gi', '-1536Mi'],
    ['12345678901234567890', '12345678901234567890'],
    ['1000E', '1'],
  ])('of %s is %s', (text, expected) => expect(quantityText(roundedUp(read(text)))).toBe(expected));
});

it.each([
  ['', 'format'],
  ['half', 'format'],
  ['1 Gi', 'format'],
  ['.e-10', 'format'],
  ['128MB', 'format'],
  ['1gi', 'format'],
  ['100mi', 'suffix'],
  ['5-3', 'suffix'],
  ['1e', 'suffix'],
  ['1e99999999999999999999', 'suffix'],
  ['.', undefined],
  ['1.', undefined],
  [' 1Gi ', undefined],
  ['1e999999999', undefined],
])('%j: %s', (text, problem) => expect(quantityProblem(text)).toBe(problem));

it('is read in time that grows with the text', () => {
  expect(quantityProblem(`${'1'.repeat(100_000)}x`)).toBe('format');
  expect(compare(read(`1e${'9'.repeat(9)}`), read('1'))).toBe(1);
});

it('compares across suffixes', () => {
  expect(compare(read('1Gi'), read('1024Mi'))).toBe(0);
  expect(compare(read('1G'), read('1Gi'))).toBe(-1);
  expect(compare(read('0.5'), read('499m'))).toBe(1);
  expect(compare(read('-1'), read('0'))).toBe(-1);
});

it('adds, and keeps the way of writing of the first that is not 0', () => {
  expect(quantityText(add(read('500m'), read('1.5')))).toBe('2');
  expect(quantityText(add(read('0'), read('1Gi')))).toBe('1Gi');
  expect(quantityText(add(read('1Gi'), read('512M')))).toBe('1548576Ki');
  expect(quantityText(add(read('9E'), read('9E')))).toBe('18E');
});

it('knows fractions, also where the server counts them wrong', () => {
  expect(isFraction(read('100m'))).toBe(true);
  expect(isFraction(read('1000m'))).toBe(false);
  expect(isFraction(read('1.5Gi'))).toBe(false);
  expect(isFraction(roundedUp(read('12345678901234567890')))).toBe(true);
});

it('knows multiples', () => {
  expect(isMultiple(read('4Mi'), read('2Mi'))).toBe(true);
  expect(isMultiple(read('3Mi'), read('2Mi'))).toBe(false);
  expect(isMultiple(read('4Mi'), read('0'))).toBe(false);
  expect(quantityText(multipleAbove(read('3Mi'), read('2Mi')))).toBe('4Mi');
  expect(quantityText(multipleAbove(read('1500m'), read('1')))).toBe('2');
  expect(quantityText(multipleAbove(read('0'), read('2Mi')))).toBe('2Mi');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keepsPlace, neighboursOf, ORDERS, ordersOfNeighbours, type SortablePage } from '../../src/affected/order.ts';

const anyPlace = fc.record({
  title: fc.constantFrom('a', 'b', 'c', ''),
  date: fc.constantFrom('', '2024-01-01T00:00:00', '2024-01-02T00:00:00'),
  weight: fc.constantFrom(undefined, 1, 2),
});
const anyPage: fc.Arbitrary<SortablePage> = fc
  .tuple(fc.constantFrom('p', 'q', 'r', 's', 't'), anyPlace)
  .map(([key, place]) => ({ key, ...place }));
const anyOthers = fc.uniqueArray(anyPage, { selector: ({ key }) => key });

test('a page keeps its place exactly where sorting everything anew leaves it there', () => {
  fc.assert(
    fc.property(anyOthers, anyPlace, anyPlace, (others, was, is) => {
      const [before, after] = [was, is].map((place) => ({ key: 'own', ...place })) as [SortablePage, SortablePage];
      const placeOf = (page: SortablePage, compare: (typeof ORDERS)[number]['compare']): number =>
        [...others, page].sort(compare).indexOf(page);
      assert.equal(
        keepsPlace({ before, after }, others),
        ORDERS.every(({ compare }) => placeOf(before, compare) === placeOf(after, compare)),
      );
    }),
  );
});

const row = (...keys: readonly string[]): SortablePage[] =>
  keys.map((key, index) => ({ key, title: key, date: '', weight: index + 1 }));
const byWeight = ORDERS.filter(({ name }) => name === 'weight');

test('neighbours are the pages before and after, and nobody at an end', () => {
  const pages = row('c', 'a', 'b');
  const of = (at: number): string[] => neighboursOf(pages[at]!, pages, byWeight);
  assert.deepEqual(
    [of(0), of(1), of(2)],
    [
      ['', 'a'],
      ['c', 'b'],
      ['a', ''],
    ],
  );
});

test('previous and next follow the order in which pages link to each other, and any order when none stands out', () => {
  const pages = row('c', 'a', 'd', 'b');
  const place = new Map(pages.map(({ key }, index) => [key, index]));
  const adjacent = (from: string, to: string): boolean => Math.abs(place.get(from)! - place.get(to)!) === 1;
  assert.deepEqual(
    ordersOfNeighbours(pages, adjacent).map(({ name }) => name),
    ['weight', 'weight, path'],
  );
  assert.deepEqual(
    ordersOfNeighbours(pages, () => false),
    ORDERS,
  );
  assert.deepEqual(ordersOfNeighbours(pages.slice(0, 2), adjacent), ORDERS);
});

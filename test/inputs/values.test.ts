import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf, parseDuration, parseExtraPath, parseKey, parseSize } from '../../src/inputs/values.ts';

test('times are taken in seconds, minutes, hours and days', () => {
  assert.deepEqual(
    ['90', '90s', '5m', '12h', '7d', '1.5h', '2 m', '5M'].map(parseDuration),
    [90_000, 90_000, 300_000, 43_200_000, 604_800_000, 5_400_000, 120_000, 300_000],
  );
});

test('sizes are taken in decimal and binary units, in any case', () => {
  assert.deepEqual(['1B', '1kB', '1KB', '500MB', '2 GB', '1KiB', '500mib', '1.5GiB'].map(parseSize), [
    1,
    1000,
    1000,
    500e6,
    2e9,
    1024,
    500 * 1024 ** 2,
    1.5 * 1024 ** 3,
  ]);
});

test('no text is taken for an amount that is not a positive whole number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[\d.eE]{0,12} ?[a-zA-Z]{0,4}$/)), (text) => {
      for (const amount of [parseDuration(text), parseSize(text)])
        if (amount !== undefined) assert.ok(Number.isSafeInteger(amount) && amount > 0, String(amount));
    }),
    { numRuns: 2000 },
  );
});

test('a path that is taken stays inside the site, and outside of what git and GitHub read', () => {
  const segment = fc.oneof(
    fc.constantFrom('..', '.', '.git', '.GitHub', 'git~1', '.git ', 'a', '.gitignore', 'github', ''),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
      const path = parseExtraPath(segments.join('/'));
      if (path === undefined) return;
      const parts = path.split('/');
      assert.ok(!parts.includes('..') && !path.startsWith('/') && path !== '');
      assert.ok(
        parts.every((part) => !/^(?:\.git|\.github|git~\d+)[. ]*$/i.test(part)),
        path,
      );
    }),
    { numRuns: 2000 },
  );
  assert.equal(parseExtraPath('.gitignore.d/github/x'), '.gitignore.d/github/x');
});

test('lines are trimmed, and blank ones are none', () => {
  assert.deepEqual(linesOf(' a \r\n\n\tb\n  '), ['a', 'b']);
});

test('a key fits into what stores take, with room for what we append', () => {
  assert.equal(parseKey('x'.repeat(400))?.length, 400);
  for (const bad of ['', 'x'.repeat(401), 'a,b', 'a b', 'a\nb']) assert.equal(parseKey(bad), undefined);
});

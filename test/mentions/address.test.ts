import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkResolver } from '../../src/mentions/address.ts';

const FILES = new Set([
  'index.html',
  'a/index.html',
  'a/b/index.html',
  'plain.html',
  'optics-&-glass/index.html',
  'c++/index.html',
  '100%/index.html',
  'café/index.html',
  'assets/x.css',
]);
const resolve = linkResolver(['https://example.org/docs'], FILES);

const LINKS: readonly (readonly [link: string, page: string, target: string | undefined])[] = [
  ['https://example.org/docs/a/', 'index.html', 'a/index.html'],
  ['https://example.org/docs', 'a/index.html', 'index.html'],
  ['https://example.org/docs/', 'a/index.html', 'index.html'],
  ['/docs/a/b/', 'index.html', 'a/b/index.html'],
  ['/a/', 'a/b/index.html', 'a/index.html'],
  ['/', 'a/b/index.html', 'index.html'],
  ['/a', 'index.html', 'a/index.html'],
  ['/plain', 'index.html', 'plain.html'],
  ['/plain.html', 'index.html', 'plain.html'],
  ['b/', 'a/index.html', 'a/b/index.html'],
  ['../', 'a/b/index.html', 'a/index.html'],
  ['../../assets/x.css', 'a/b/index.html', 'assets/x.css'],
  ['/a/?q=1#part', 'index.html', 'a/index.html'],
  ['/a/#x?y', 'index.html', 'a/index.html'],
  ['#part', 'a/index.html', undefined],
  ['?q', 'a/index.html', undefined],
  ['', 'a/index.html', undefined],
  ['/optics-%26-glass/', 'index.html', 'optics-&-glass/index.html'],
  ['/optics-&amp;-glass/', 'index.html', 'optics-&-glass/index.html'],
  ['/c%2B%2B/', 'index.html', 'c++/index.html'],
  ['/c++/', 'index.html', 'c++/index.html'],
  ['/100%/', 'index.html', '100%/index.html'],
  ['/caf%C3%A9/', 'index.html', 'café/index.html'],
  ['/café/', 'index.html', 'café/index.html'],
  [' /a/ ', 'index.html', 'a/index.html'],
  ['https://elsewhere.org/docs/a/', 'index.html', undefined],
  ['https://example.org/other/a/', 'index.html', undefined],
  ['https://example.org/docsite/a/', 'index.html', undefined],
  ['//example.org/a/', 'index.html', undefined],
  ['mailto:a@example.org', 'index.html', undefined],
  ['javascript:void(0)', 'index.html', undefined],
  ['/missing/', 'index.html', undefined],
];

for (const [link, page, target] of LINKS)
  test(`on ${page}, ${JSON.stringify(link)} is ${target ?? 'no file of the site'}`, () =>
    assert.equal(resolve(link, page), target));

test('without a base, paths from the root are all there is', () => {
  const bare = linkResolver(['', '/'], FILES);
  assert.equal(bare('/a/', 'index.html'), 'a/index.html');
  assert.equal(bare('https://example.org/docs/a/', 'index.html'), undefined);
});

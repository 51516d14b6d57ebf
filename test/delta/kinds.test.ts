import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressOf, spellingsOf } from '../../src/delta/address.ts';
import { literalIn, mayHoldNoise, NOISE_RULES, withoutNoise } from '../../src/delta/noise.ts';
import { outputKind, type OutputKind } from '../../src/delta/output-kind.ts';
import { readRedirects } from '../../src/delta/redirects.ts';
import { lineOfKey } from '../../src/delta/vanished.ts';

test('an output is a page, data beside one, about the whole site, an asset, or something else', () => {
  const outputs = ['a/index.html', 'b.html', 'index.html'];
  const kinds: readonly [string, OutputKind][] = [
    ['a/index.html', 'page'],
    ['b.html', 'page'],
    ['404.html', 'site-wide'],
    ['a/index.json', 'page-data'],
    ['a/index.txt', 'page-data'],
    ['a/index.md', 'page-data'],
    ['b.json', 'page-data'],
    ['a.md', 'page-data'],
    ['index.json', 'site-wide'],
    ['index.md', 'page-data'],
    ['sitemap.xml', 'site-wide'],
    ['sitemap-2.xml', 'site-wide'],
    ['rss.xml', 'site-wide'],
    ['robots.txt', 'site-wide'],
    ['llms-full.txt', 'site-wide'],
    ['.well-known/content-signals.json', 'site-wide'],
    ['_redirects', 'site-wide'],
    ['graph/graph.json', 'site-wide'],
    ['assets/css/style.6e2232af.css', 'asset'],
    ['a/photo.JPG', 'asset'],
    ['a/paper.pdf', 'other'],
  ];
  for (const [path, kind] of kinds)
    assert.equal(
      outputKind(path, (name) => outputs.includes(name)),
      kind,
      path,
    );
});

test('an address has every spelling under which a cache may hold it', () => {
  assert.deepEqual(spellingsOf('a b/index.html'), ['/a%20b/', '/a%20b/index.html', '/a%20b']);
  assert.deepEqual(spellingsOf('index.html'), ['/', '/index.html']);
  assert.deepEqual(spellingsOf('é.html'), ['/%C3%A9.html', '/%C3%A9']);
  assert.deepEqual(spellingsOf('style.css'), ['/style.css']);
});

test('no name of a file can end an address, a line or a link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      for (const address of [addressOf(name), ...spellingsOf(name)]) assert.match(address, /^\/[\w.%/-]*$/);
    }),
  );
});

test('every rule of noise has its evidence, and takes away what it is about', () => {
  for (const rule of NOISE_RULES) assert.ok(rule.evidence !== '' && rule.files.length > 0, rule.name);
  const page = (hash: string, text: string): string =>
    `<meta name="bengal:content-hash" content="${hash}"><p>${text}</p>`;
  const plain = (text: string): string => withoutNoise('a/index.html', text);
  assert.equal(plain(page('f4a095944b149b14', 'x')), plain(page('0000000000000000', 'x')));
  assert.notEqual(plain(page('f4a095944b149b14', 'x')), plain(page('f4a095944b149b14', 'y')));
  assert.equal(
    withoutNoise('graph/graph.json', '{"edges":[{"source":"b","target":"a"}]}'),
    withoutNoise('graph/graph.json', '{"edges":[{"target":"b","source":"a"}]}'),
  );
});

test('a pattern is looked for wherever it could be found', () => {
  const patterns = ['ab?c', 'a{0,2}bc', 'x(a|bb)*yz', 'a|b', 'a(b(c)?d)?e', '[a(]bc+', '\\d+\\(ab', '(?:ab)?c{3}d'];
  for (const pattern of [...patterns, ...NOISE_RULES.flatMap((rule) => rule.pattern ?? [])])
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern)), (text) => text.includes(literalIn(pattern))),
      { numRuns: 30 },
    );
  assert.equal(literalIn('<p at 0x[0-9a-f]{4}>'), '<p at 0x');
});

test('noise is taken from any text without an error, whatever the file is called', () => {
  const path = fc.constantFrom(
    'index.html',
    'graph/graph.json',
    'xref.json',
    'a/index.json',
    'changelog.json',
    'index.json.hash',
    'rss.xml',
  );
  const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom('{"edges":[1,null,{"source":1}]}', '['.repeat(50_000)));
  fc.assert(
    fc.property(path, text, (name, content) => typeof withoutNoise(name, content) === 'string' && mayHoldNoise(name)),
  );
});

test('an address that a file of redirects leads on from is not lost', () => {
  const leads = readRedirects(
    '# moved\n/old/ /new/ 301\n/blog/* /news/:splat\n/:lang/docs /docs\n/gone /x 404\nbad line\n',
  );
  for (const address of ['/old/', '/old', '/old/index.html', '/blog/', '/blog/a/b/', '/en/docs/'])
    assert.ok(leads(address), address);
  for (const address of ['/', '/older/', '/gone', '/a/b/docs/']) assert.ok(!leads(address), address);
});

test('the line of a source is that of the key that decides its address', () => {
  assert.equal(lineOfKey('---\ntitle: A\nslug: b\n---\n', ['slug', 'title']), 3);
  assert.equal(lineOfKey('+++\ntitle = "A"\n+++\n', ['slug', 'title']), 2);
  assert.equal(lineOfKey('slug: no front matter', ['slug']), 1);
  assert.equal(lineOfKey('---\nslugs: [a]\n---\n', ['slug']), 1);
});

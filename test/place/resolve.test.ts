import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkoutOf, resolvePlace } from '../../src/place/resolve.ts';
import { siteRig } from '../support/site-rig.ts';

interface Row {
  readonly what: string;
  /** Link -> target, relative to the link. */
  readonly links: Readonly<Record<string, string>>;
  readonly path?: string;
  /** Where it lies, relative to the checkout; or a part of why it is refused. */
  readonly expected: { readonly at: string; readonly kind: 'plain' | 'linked' } | { readonly why: RegExp };
}

const ROWS: readonly Row[] = [
  { what: 'a folder is where it is', links: {}, path: 'out/deep', expected: { kind: 'plain', at: 'site/out/deep' } },
  { what: 'so is one that is not there', links: {}, path: 'none/x', expected: { kind: 'plain', at: 'site/none/x' } },
  { what: 'a link within the site', links: { public: 'out' }, expected: { kind: 'linked', at: 'site/out' } },
  { what: 'a link within the checkout', links: { public: '../www' }, expected: { kind: 'linked', at: 'www' } },
  { what: 'a link to what is not there yet', links: { public: '../new/x' }, expected: { kind: 'linked', at: 'new/x' } },
  {
    what: 'a link to a link',
    links: { public: 'second', second: '../www' },
    expected: { kind: 'linked', at: 'www' },
  },
  {
    what: 'a folder behind a link within the site',
    links: { link: 'out' },
    path: 'link/deep',
    expected: { kind: 'linked', at: 'site/out/deep' },
  },
  {
    what: 'a folder behind a link that leaves the site',
    links: { link: '../www' },
    path: 'link/work',
    expected: { why: /^"link" in the site is a symbolic link that leads out of the site$/ },
  },
  {
    what: 'a link that leaves the checkout',
    links: { public: '../../elsewhere' },
    expected: { why: /^"public" in the site is a symbolic link that leads out of the checkout$/ },
  },
  { what: 'an absolute one', links: { public: '/usr' }, expected: { why: /leads out of the checkout/ } },
  { what: 'one to the site', links: { public: '.' }, expected: { why: /that holds the site/ } },
  { what: 'one to a folder above', links: { public: '..' }, expected: { why: /that holds the site/ } },
  { what: 'one to the repository', links: { public: '../.git/objects' }, expected: { why: /leads into .git/ } },
  {
    what: 'one to sources',
    links: { public: 'content' },
    expected: { why: /leads into content, which holds sources/ },
  },
  { what: 'a circle', links: { public: 'second', second: 'public' }, expected: { why: /in a circle/ } },
  { what: 'a file on the way', links: {}, path: 'file/x', expected: { why: /^"file" in the site is no folder$/ } },
];

for (const { what, links, path = 'public', expected } of ROWS) {
  test(`${what} ${'why' in expected ? 'is refused' : `is ${expected.kind}`}`, async () => {
    await using rig = await siteRig({ 'out/deep/a': 'x', 'content/a.md': 'x', file: 'x' });
    await rig.write('../.git/objects/x', 'x');
    await rig.write('../www/a', 'x');
    for (const [link, target] of Object.entries(links)) await rig.link(link, target);
    const place = resolvePlace(rig.path, path);
    if ('why' in expected) assert.match(place.kind === 'refused' ? place.why : place.at, expected.why);
    else assert.deepEqual(place, { kind: expected.kind, at: join(realpathSync(rig.path), '..', expected.at) });
  });
}

test('without a repository the site is all that there is', async () => {
  await using rig = await siteRig();
  assert.equal(checkoutOf(rig.path), rig.path);
  await rig.link('public', '../www');
  assert.equal(resolvePlace(rig.path, 'public').kind, 'refused');
});

import assert from 'node:assert/strict';
import { appendFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { headerFor, type PythonMinor } from '../../src/bengal/envelope.ts';
import { digestOfStateContent } from '../../src/bengal/state-digest.ts';
import { jsonTextOf, lighthouseRig, siteRig, zstd, type SiteRig } from '../support/site-rig.ts';

let rig: SiteRig;
let original: string;
before(async () => {
  rig = await lighthouseRig();
  original = await digestOf(rig);
});
after(() => rig[Symbol.asyncDispose]());

function digestOf(site: SiteRig): Promise<string> {
  return digestOfStateContent(site.path, 'public');
}

/** Changes a file of the site, says whether the digest is another one then, and puts the file back. */
async function matters(path: string, change: (text: string) => string): Promise<boolean> {
  const compressed = path.endsWith('.zst');
  const text = compressed ? await jsonTextOf(rig, path.replace('.bengal/', '')) : await rig.read(path);
  const changed = change(text);
  assert.notEqual(changed, text, `${path} is not changed at all`);
  const write = async (content: string): Promise<void> =>
    compressed
      ? rig.write(path, Buffer.concat([headerFor('3.14' as PythonMinor), await zstd(content)]))
      : rig.write(path, content);
  await write(changed);
  const differs = (await digestOf(rig)) !== original;
  await write(text);
  assert.equal(await digestOf(rig), original, 'the digest depends on nothing else');
  return differs;
}

const json = (change: (value: Record<string, never>) => void) => (text: string) => {
  const value = JSON.parse(text) as Record<string, never>;
  change(value);
  return JSON.stringify(value, null, 3);
};

const NO_MATTER: readonly (readonly [what: string, path: string, change: (text: string) => string])[] = [
  ['when it was built', '.bengal/cache.json.zst', (text) => text.replace(/("last_build": ?")[^"]+/, '$12030-01-01')],
  ['times of sources', '.bengal/cache.json.zst', (text) => text.replace(/"mtime_ns": ?\d+/g, '"mtime_ns":1')],
  [
    'when the build began',
    '.bengal/provenance/index.json',
    (text) => text.replace(/("last_build_time_ns": ?)\d+/, '$17'),
  ],
  [
    'the order of effects',
    '.bengal/effects.json',
    json((value: Record<string, unknown[]>) => value['effects']?.reverse()),
  ],
  ['white space in JSON', '.bengal/effects.json', json(() => undefined)],
  [
    'when pages were noted',
    '.bengal/page_metadata.json.zst',
    (text) => text.replaceAll(/("cached_at": ?")[^"]+/g, '$1x'),
  ],
  [
    'hashes of pages in their own head',
    'public/about/index.html',
    (text) => text.replace(/(content-hash" content=")\w+/, '$10'),
  ],
  [
    'when assets were written',
    'public/asset-manifest.json',
    (text) => text.replace(/("generated_at": ?")[^"]+/, '$1x'),
  ],
  ['which build was before', 'public/changelog.json', (text) => text.replace(/("build_id": ?")[^"]+/, '$1x')],
  [
    'when the source was written',
    'public/about/index.json',
    (text) => text.replace(/("last_modified": ?")[^"]+/, '$1x'),
  ],
  ['the hash of the whole index', 'public/index.json.hash', () => '0'.repeat(64)],
];
for (const [what, path, change] of NO_MATTER) {
  test(`it does not matter: ${what}`, async () => {
    assert.equal(await matters(path, change), false);
  });
}

const MATTERS: readonly (readonly [what: string, path: string, change: (text: string) => string])[] = [
  ['one letter of a page', 'public/about/index.html', (text) => text.replace('keepers', 'keeper5')],
  ['one letter of a data file', 'public/about/index.json', (text) => text.replace('keepers', 'keeper5')],
  ['a blank in a text', 'public/robots.txt', (text) => `${text} `],
  [
    'the order of a published list',
    'public/index.json',
    json((value: Record<string, unknown[]>) => value['pages']?.reverse()),
  ],
  [
    'which pages there are',
    'public/changelog.json',
    (text) => text.replace(/"page_hashes": ?\{/, '"page_hashes": {"/new/": "0",'),
  ],
  ['the hash of a source', '.bengal/cache.json.zst', (text) => text.replace(/"hash": ?"\w{8}/, '"hash":"00000000')],
  ['the configuration', '.bengal/cache.json.zst', (text) => text.replace(/("config_hash": ?")\w/, '$1x')],
  [
    'a record that is gone',
    '.bengal/provenance/index.json',
    (text) => text.replace(/"content\/about.md": ?"\w+",/, ''),
  ],
  ['a template that a page used', '.bengal/effects.json', (text) => text.replace('base.html', 'basic.html')],
  ['a tag', '.bengal/taxonomy_index.json.zst', (text) => text.replaceAll('routine', 'routines')],
];
for (const [what, path, change] of MATTERS) {
  test(`it matters: ${what}`, async () => {
    assert.equal(await matters(path, change), true);
  });
}

test('files that come or go matter, in the state and in the output', async () => {
  for (const path of ['.bengal/of-a-later-version.json', 'public/new.html']) {
    await rig.write(path, '{}');
    assert.notEqual(await digestOf(rig), original, path);
    await rig.remove(path);
  }
  assert.equal(await digestOf(rig), original);
});

test('times of files, logs, locks and what nothing refers to do not', async () => {
  await utimes(join(rig.path, 'public/about/index.html'), 1, 1);
  await rig.write('.bengal/logs/build.log', 'x');
  await rig.write('.bengal/cache.json.lock', '');
  await rig.write('.bengal/cache/kida/x.pyc', 'x');
  await rig.write('.bengal/provenance/records/0123456789abcdef.json', '{}');
  await rig.write('.bengal/ci-manifest.json.zst', 'x');
  assert.equal(await digestOf(rig), original);
  await rm(join(rig.path, '.bengal/ci-manifest.json.zst'));
});

test('a tag that is called like a time is a tag', async () => {
  await using site = await siteRig({ '.bengal/tags.json': '{"tag_to_pages":{"mtime":["a"]}}' });
  const one = await digestOf(site);
  await site.write('.bengal/tags.json', '{"tag_to_pages":{"mtime":["a","b"]}}');
  assert.notEqual(await digestOf(site), one);
});

test('what is damaged, or no JSON, is taken as it is', async () => {
  await using site = await siteRig({ '.bengal/effects.json': '{"a":', 'public/index.json': '{{' });
  const one = await digestOf(site);
  await appendFile(join(site.path, '.bengal/effects.json'), ' ');
  const two = await digestOf(site);
  await appendFile(join(site.path, 'public/index.json'), ' ');
  assert.equal(new Set([one, two, await digestOf(site)]).size, 3);
});

test('a site without state and output has a digest as well', async () => {
  await using site = await siteRig();
  assert.match(await digestOf(site), /^[0-9a-f]{64}$/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOutputs, type OutputCheck } from '../../src/changes/changed-outputs.ts';
import { LAYOUT, siteRig, type SiteRig } from '../support/site-rig.ts';
import { manifestOf, outputCheck, recordedContent } from '../support/recorded.ts';

function check(
  rig: SiteRig,
  recorded: Readonly<Record<string, string>> | undefined,
  pages: readonly string[] = [],
): OutputCheck {
  const outputs = new Map(Object.entries(recorded ?? {}).map(([path, content]) => [path, recordedContent(content)]));
  return checkOutputs({
    site: rig.path,
    outputDir: LAYOUT.outputDir,
    manifest: recorded && manifestOf({ outputs }),
    pages: pages as never,
  });
}

test('with a manifest every file is compared byte for byte', async () => {
  await using rig = await siteRig({
    'public/same': 'same',
    'public/size': 'longer',
    'public/bytes': 'xyz',
    'public/new': '',
  });
  assert.deepEqual(
    check(rig, { same: 'same', size: 'long', bytes: 'abc', gone: 'x' }),
    outputCheck({
      present: new Set(['bytes', 'new', 'same', 'size']),
      missing: ['gone'],
      damaged: ['bytes', 'size'],
      unexpected: ['new'],
    }),
  );
});

test('an output that became a link or a folder is missing, not looked through', async () => {
  await using rig = await siteRig({ 'public/folder/x': 'x', secret: 'same' });
  await rig.link('public/link', '../secret');
  const found = check(rig, { link: 'same', folder: 'x', 'folder/x': 'x' });
  assert.deepEqual([found.missing, found.damaged], [['folder', 'link'], []]);
  assert.deepEqual(found.obstructed, ['folder', 'link']);
});

test('an output directory that is missing, or a link that leads out of the checkout, does not exist', async () => {
  await using rig = await siteRig();
  await rig.write('../elsewhere/a', 'a');
  assert.equal(check(rig, { a: 'a' }).exists, false);
  await rig.link('public', '../elsewhere');
  assert.deepEqual(check(rig, { a: 'a' }), outputCheck({ exists: false, missing: ['a'] }));
});

test('an output directory that is a link within the checkout is what it leads to', async () => {
  await using rig = await siteRig({ 'www/a': 'a' });
  await rig.link('public', 'www');
  assert.deepEqual(check(rig, { a: 'a' }), outputCheck({ present: new Set(['a']) }));
});

test('outputs in folders of any name are seen: a cache that leaves them out must not look whole', async () => {
  await using rig = await siteRig({ 'public/assets/node_modules/a.js': 'x', 'public/__pycache__/a.html': 'x' });
  assert.deepEqual(check(rig, {}).unexpected, ['__pycache__/a.html', 'assets/node_modules/a.js']);
});

const MANIFEST_OF_ASSETS = JSON.stringify({
  version: 1,
  assets: { 'css/a.css': { output_path: 'assets/css/a.123.css' }, bad: { output_path: '../../etc/passwd' } },
});

test('without a manifest the recorded pages and the assets that Bengal lists have to be there', async () => {
  await using rig = await siteRig({ 'public/asset-manifest.json': MANIFEST_OF_ASSETS, 'public/a/index.html': 'x' });
  assert.deepEqual(check(rig, undefined, ['a/index.html', 'b/index.html']).missing, [
    'assets/css/a.123.css',
    'b/index.html',
  ]);
});

test('without a readable list of assets that list is what is missing', async () => {
  await using rig = await siteRig({ 'public/a': 'x' });
  assert.deepEqual(check(rig, undefined).missing, ['asset-manifest.json']);
  for (const content of ['', '[', '{"assets":', '{}', '{"assets":[]}']) {
    await rig.write('public/asset-manifest.json', content);
    assert.deepEqual(check(rig, undefined).missing, ['asset-manifest.json'], content);
  }
  await rig.write('public/asset-manifest.json', '{"assets":{}}');
  assert.deepEqual(check(rig, undefined).missing, []);
});

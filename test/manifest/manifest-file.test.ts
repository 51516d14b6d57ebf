import assert from 'node:assert/strict';
import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { digestOfState, MANIFEST_PATH, readManifest, writeManifest } from '../../src/manifest/manifest-file.ts';
import { manifestOf, recordedContent } from '../support/recorded.ts';
import { lighthouseRig, siteRig, zstd, type SiteRig } from '../support/site-rig.ts';

async function recordedSite(): Promise<SiteRig> {
  const rig = await siteRig({ '.bengal/cache.json': '{"version":8}', '.bengal/provenance/index.json': '{}' });
  await writeManifest(
    rig.path,
    manifestOf({ stateDigest: digestOfState(rig.path), sources: new Map([['a', recordedContent('a')]]) }),
  );
  return rig;
}

async function whyUnusable(rig: SiteRig): Promise<string> {
  const outcome = await readManifest(rig.path);
  return outcome.kind === 'unusable' ? outcome.why : outcome.kind;
}

test('what is written is read, while the state beside it stays', async () => {
  await using rig = await recordedSite();
  const outcome = await readManifest(rig.path);
  assert.equal(outcome.kind, 'read');
  assert.deepEqual(outcome.manifest.sources, new Map([['a', recordedContent('a')]]));
});

test('a later build makes the manifest unusable, whichever file of the state it writes', async () => {
  for (const path of ['cache.json', 'cache.json.zst', 'provenance/index.json']) {
    await using rig = await recordedSite();
    await rig.write(`.bengal/${path}`, '{"version":8,"last_build":"later"}');
    assert.equal(await whyUnusable(rig), 'a later build changed the state without recording it', path);
    await rig.remove(`.bengal/${path}`);
    if (path !== 'cache.json.zst')
      assert.equal(await whyUnusable(rig), 'a later build changed the state without recording it');
  }
});

test('files that skipped and dry runs write too do not make it unusable', async () => {
  await using rig = await lighthouseRig();
  await writeManifest(rig.path, manifestOf({ stateDigest: digestOfState(rig.path) }));
  for (const name of ['page_metadata.json.zst', 'taxonomy_index.json.zst', 'logs/build.log', 'cache.json.lock'])
    await rig.write(`.bengal/${name}`, 'anything');
  assert.equal((await readManifest(rig.path)).kind, 'read');
});

test('no manifest is absent; damage has its reason', async () => {
  await using rig = await recordedSite();
  const bytes = (await stat(join(rig.path, MANIFEST_PATH))).size;
  await truncate(join(rig.path, MANIFEST_PATH), bytes - 1);
  assert.equal(await whyUnusable(rig), 'truncated zstd frame');
  await rig.write(MANIFEST_PATH, '');
  assert.equal(await whyUnusable(rig), 'no zstd frame');
  await rig.write(MANIFEST_PATH, await zstd('{"schemaVersion":'));
  assert.match(await whyUnusable(rig), /JSON/);
  await rig.write(MANIFEST_PATH, await zstd('[]'));
  assert.equal(await whyUnusable(rig), 'schema version missing, this tool reads 4');
  await rig.remove(MANIFEST_PATH);
  assert.deepEqual(await readManifest(rig.path), { kind: 'absent' });
  await rig.write(`${MANIFEST_PATH}/x`, '');
  assert.equal(await whyUnusable(rig), 'not a regular file of a sane size');
});

test('a link in place of the manifest is not followed', async () => {
  await using rig = await recordedSite();
  await rig.write('elsewhere', await zstd('{}'));
  await rig.remove(MANIFEST_PATH);
  await rig.link(MANIFEST_PATH, '../elsewhere');
  assert.equal(await whyUnusable(rig), 'not a regular file of a sane size');
});

test('writing again replaces it, and leaves no temporary file', async () => {
  await using rig = await recordedSite();
  await writeManifest(rig.path, manifestOf({ stateDigest: digestOfState(rig.path), build: 'partial' }));
  const outcome = await readManifest(rig.path);
  assert.equal(outcome.kind === 'read' && outcome.manifest.build, 'partial');
  assert.deepEqual((await readdir(join(rig.path, '.bengal'))).sort(), [
    'cache.json',
    'ci-manifest.json.zst',
    'provenance',
  ]);
});

test('a write that fails leaves neither a temporary file nor a changed manifest', async () => {
  await using rig = await siteRig({ [`${MANIFEST_PATH}/in-the-way`]: '' });
  assert.equal((await writeManifest(rig.path, manifestOf())).kind, 'failed');
  assert.deepEqual(await readdir(join(rig.path, '.bengal')), ['ci-manifest.json.zst']);
});

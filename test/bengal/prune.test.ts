import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestStateFiles, listStateFiles } from '../../src/bengal/prune.ts';
import { forgetPages } from '../../src/bengal/repair.ts';
import { sha256 } from '../../src/core/digest.ts';
import { lighthouseState, siteRig, stateOf } from '../support/site-rig.ts';

const RECORD = '.bengal/provenance/records/0123456789abcdef.json';
const INDEX = '.bengal/provenance/index.json';
const SHARD = '.bengal/page-artifacts/0f.json';
const SHARDS = '.bengal/page-artifacts/manifest.json';

test('a record that no page refers to does not travel, and every other one does', async () => {
  await using rig = await lighthouseState();
  const before = listStateFiles(rig.path);
  assert.equal(before.filter((path) => path.includes('/records/')).length, 20);
  await rig.write(RECORD, '{}');
  assert.deepEqual(listStateFiles(rig.path), before);
  const index = JSON.parse(await rig.read(INDEX)) as { pages: Record<string, string> };
  index.pages['content/new.md'] = '0123456789abcdef';
  await rig.write(INDEX, JSON.stringify(index));
  assert.deepEqual(listStateFiles(rig.path), [...before, RECORD].sort());
});

test('an artifact that the list does not name does not travel', async () => {
  await using rig = await siteRig({ [SHARD]: '{}', [SHARDS]: '{"version":1,"records":{"content/a.md":"0e"}}' });
  assert.deepEqual(listStateFiles(rig.path), [SHARDS]);
  await rig.write(SHARDS, '{"version":1,"records":{"content/a.md":"0f"}}');
  assert.deepEqual(listStateFiles(rig.path), [SHARD, SHARDS]);
});

test('where the lists are missing, damaged or of another version, everything travels', async () => {
  const files = { [SHARD]: '{}', [RECORD]: '{}' };
  for (const lists of [
    {},
    { [INDEX]: '{', [SHARDS]: '{' },
    { [INDEX]: '{"pages":[]}', [SHARDS]: '{"version":2,"records":{}}' },
    { [INDEX]: '{}', [SHARDS]: '{"version":1,"records":7}' },
  ]) {
    await using rig = await siteRig({ ...files, ...lists });
    const listed = listStateFiles(rig.path);
    assert.ok(listed.includes(RECORD as never) && listed.includes(SHARD as never), JSON.stringify(lists));
  }
});

test('our own files are none of Bengal’s', async () => {
  await using rig = await siteRig({
    '.bengal/effects.json': '{}',
    '.bengal/ci-manifest.json.zst': 'x',
    '.bengal/stages/tests.stage': 'x',
    '.bengal/logs/build.log': 'x',
  });
  assert.deepEqual([...digestStateFiles(rig.path)], [['.bengal/effects.json', sha256('{}')]]);
});

test('forgotten pages are gone from the index, and their records travel no more', async () => {
  await using rig = await lighthouseState();
  const before = await stateOf(rig);
  const files = listStateFiles(rig.path).length;
  assert.equal(forgetPages(rig.path, new Set(['content/lamps/oil.md', 'content/unknown.md'])), 1);
  assert.equal(listStateFiles(rig.path).length, files - 1);
  const after = await stateOf(rig);
  assert.deepEqual([after.lastBuildNs, after.doubts], [before.lastBuildNs, []]);
});

test('an index that cannot be read is left as it is', async () => {
  await using rig = await siteRig({ [INDEX]: '{' });
  assert.equal(forgetPages(rig.path, new Set(['content/a.md'])), 0);
  assert.equal(await rig.read(INDEX), '{');
});

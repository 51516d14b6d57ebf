import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestStateFiles, listStateFiles } from '../../src/bengal/prune-state.ts';
import { sha256 } from '../../src/core/digest.ts';
import { lighthouseState, siteRig } from '../support/site-rig.ts';

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

test('the record of what pages read travels with the state, and is checked with it', async () => {
  await using rig = await siteRig({ '.bengal/trace.zst': 'x', '.bengal/other.zst': 'x' });
  assert.deepEqual([...digestStateFiles(rig.path)], [['.bengal/trace.zst', sha256('x')]]);
});

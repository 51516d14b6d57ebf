import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetPages } from '../../src/bengal/forget-pages.ts';
import { listStateFiles } from '../../src/bengal/prune-state.ts';
import { lighthouseRig, lighthouseState, siteRig, stateOf } from '../support/site-rig.ts';

const INDEX = '.bengal/provenance/index.json';
const OIL = 'content/lamps/oil.md';

test('forgotten pages are gone from the index, and their records travel no more', async () => {
  await using rig = await lighthouseState();
  const before = await stateOf(rig);
  const files = listStateFiles(rig.path).length;
  assert.equal(forgetPages(rig.path, new Set([OIL, 'content/unknown.md'])), 1);
  assert.equal(listStateFiles(rig.path).length, files - 1);
  const after = await stateOf(rig);
  assert.deepEqual([after.lastBuildNs, after.doubts], [before.lastBuildNs, []]);
});

test('everything else is as it was, to the last digit', async () => {
  await using rig = await lighthouseRig();
  const before = await rig.read(INDEX);
  const time = /"last_build_time_ns": (\d+)/.exec(before)?.[1];
  assert.ok(time !== undefined && !Number.isSafeInteger(Number(time)), 'the time is too long for a number');
  assert.equal(forgetPages(rig.path, new Set([OIL])), 1);
  const after = await rig.read(INDEX);
  assert.equal(/"last_build_time_ns":\s*(\d+)/.exec(after)?.[1], time);
  const expected = JSON.parse(before) as { pages: Record<string, string>; input_paths?: Record<string, unknown> };
  const without = (table: object): object => Object.fromEntries(Object.entries(table).filter(([key]) => key !== OIL));
  const tables = { pages: without(expected.pages), input_paths: without(expected.input_paths ?? {}) };
  assert.deepEqual(JSON.parse(after), { ...expected, ...tables });
});

test('nothing to leave out leaves the bytes alone', async () => {
  await using rig = await lighthouseState();
  const before = await rig.read(INDEX);
  assert.equal(forgetPages(rig.path, new Set()), 0);
  assert.equal(await rig.read(INDEX), before);
});

test('an index that cannot be read is left as it is', async () => {
  await using rig = await siteRig({ [INDEX]: '{' });
  assert.equal(forgetPages(rig.path, new Set(['content/a.md'])), 0);
  assert.equal(await rig.read(INDEX), '{');
});

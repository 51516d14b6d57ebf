import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { repairState } from '../../src/bengal/repair.ts';
import { lighthouseRig, siteRig, stateOf } from '../support/site-rig.ts';
import { join } from 'node:path';

const INDEX = '.bengal/provenance/index.json';
const OIL = 'content/lamps/oil.md';

test('the named pages have no record any more, and everything else is as it was, to the last digit', async () => {
  await using rig = await lighthouseRig();
  const before = await rig.read(INDEX);
  const time = /"last_build_time_ns": (\d+)/.exec(before)?.[1];
  assert.ok(time !== undefined && !Number.isSafeInteger(Number(time)), 'the time is too long for a number');
  const recorded = await stateOf(rig);
  const outcome = repairState({ site: rig.path, invalidate: [OIL, 'content/unknown.md'], outputs: [] });
  assert.deepEqual(outcome, { kind: 'done', invalidated: 1, removed: 0 });
  const after = await rig.read(INDEX);
  assert.equal(/"last_build_time_ns":\s*(\d+)/.exec(after)?.[1], time);
  const expected = JSON.parse(before) as { pages: Record<string, string>; input_paths?: Record<string, unknown> };
  const without = (table: object): object => Object.fromEntries(Object.entries(table).filter(([key]) => key !== OIL));
  const tables = { pages: without(expected.pages), input_paths: without(expected.input_paths ?? {}) };
  assert.deepEqual(JSON.parse(after), { ...expected, ...tables });
  const now = await stateOf(rig);
  assert.equal(now.pages.size, recorded.pages.size);
  assert.equal(now.lastBuildNs, recorded.lastBuildNs);
});

test('nothing to leave out leaves the bytes alone', async () => {
  await using rig = await lighthouseRig();
  const before = await rig.read(INDEX);
  assert.deepEqual(repairState({ site: rig.path, invalidate: [], outputs: [] }), {
    kind: 'done',
    invalidated: 0,
    removed: 0,
  });
  assert.equal(await rig.read(INDEX), before);
});

test('kept HTML goes with the record', async () => {
  const store = { [OIL]: { html: 'old' }, 'content/about.md': { html: 'kept', time: 1.5 } };
  await using rig = await siteRig({
    [INDEX]: JSON.stringify({ pages: { [OIL]: 'x' } }),
    '.bengal/stores/rendered_output.json': JSON.stringify(store),
  });
  repairState({ site: rig.path, invalidate: [OIL], outputs: [] });
  assert.deepEqual(JSON.parse(await rig.read('.bengal/stores/rendered_output.json')), {
    'content/about.md': { html: 'kept', time: 1.5 },
  });
});

test('outputs go with the folders that they leave empty, and with nothing else', async () => {
  await using rig = await siteRig({
    [INDEX]: '{}',
    'public/a/b/c/index.html': 'x',
    'public/a/b/c/index.json': 'x',
    'public/a/keep': 'x',
  });
  const outputs = ['public/a/b/c/index.html', 'public/a/b/c/index.json', 'public/missing/index.html'];
  assert.deepEqual(repairState({ site: rig.path, invalidate: [], outputs }), {
    kind: 'done',
    invalidated: 0,
    removed: 2,
  });
  assert.deepEqual([existsSync(join(rig.path, 'public/a/b')), await rig.read('public/a/keep')], [false, 'x']);
});

test('a link is neither removed nor followed', async () => {
  await using rig = await siteRig({ [INDEX]: '{}', 'secret/x': 'kept' });
  await rig.link('public/link.html', '../secret/x');
  await rig.link('public/folder', '../secret');
  const outcome = repairState({ site: rig.path, invalidate: [], outputs: ['public/link.html', 'public/folder/x'] });
  assert.equal(await rig.read('secret/x'), 'kept');
  assert.equal(outcome.kind === 'done' ? outcome.removed : -1, 0);
});

test('an index that cannot be read is left as it is, and nothing is removed', async () => {
  await using rig = await siteRig({ [INDEX]: '{"pages":', 'public/a/index.html': 'x' });
  const outcome = repairState({ site: rig.path, invalidate: [OIL], outputs: ['public/a/index.html'] });
  assert.match(outcome.kind === 'failed' ? outcome.why : outcome.kind, /provenance\/index\.json/);
  assert.deepEqual([await rig.read(INDEX), await rig.read('public/a/index.html')], ['{"pages":', 'x']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readManifest } from '../../src/manifest/manifest-file.ts';
import { reportJson } from '../../src/report/report.ts';
import { flowRig, runJob } from '../support/flow-rig.ts';

test('the report tells how long the cache and the analysis took, the latter with all that came before', async () => {
  await using rig = await flowRig();
  // Half a second before the restore, two for it, and one after.
  const marks = [500, 2500, 3500];
  const { report } = await rig.prepare({ elapsed: () => marks.shift() ?? Number.NaN });
  assert.deepEqual(report.times, { restoreMs: 2000, analysisMs: 1500 });
});

test('without a clock the same site gives the same bytes', async () => {
  await using rig = await flowRig();
  const [first, second] = [await rig.prepare(), await rig.prepare()];
  assert.equal(first.report.times, undefined);
  assert.equal(reportJson(first.report), reportJson(second.report));
});

test('what was restored is told with the size of its archive', async () => {
  await using rig = await flowRig();
  const saved = await runJob(rig);
  await rig.checkOut();
  const { report } = await rig.prepare();
  assert.ok(saved.kind === 'saved' && report.cache.kind === 'exact');
  assert.equal(report.cache.archiveBytes, saved.archiveBytes);
  assert.equal(report.cache.bytes, saved.bytes);
});

test('how long a full build took is still known after a build of another kind', async () => {
  await using rig = await flowRig();
  await runJob(rig);
  await rig.checkOut();
  await rig.write('content/about.md', `${await rig.read('content/about.md')}\nMore.\n`);
  const prepared = await rig.prepare();
  const full = prepared.report.gate.fullBuildSeconds;
  assert.ok(typeof full === 'number' && full > 0);
  rig.build();
  const job = { inputs: { saveAlways: true }, jobStatus: 'failure' } as const;
  assert.equal((await rig.persist(prepared, job)).kind, 'saved');
  const found = await readManifest(rig.path);
  assert.ok(found.kind === 'read');
  assert.equal(found.manifest.build, 'partial');
  assert.equal(found.manifest.circumstances?.fullBuildSeconds, full);
});

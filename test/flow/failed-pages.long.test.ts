import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveSummary, type SaveReport } from '../../src/report/save-words.ts';
import type { Report } from '../../src/report/report.ts';
import { flowRig, type FlowRig } from '../support/flow-rig.ts';

const FOG = 'content/weather/fog.md';
const MESSAGE = 'Object of type PosixPath is not JSON serializable';

interface Job {
  readonly report: Report;
  readonly saved: SaveReport;
}

/** A job whose build exits with 0 and writes no HTML for a page; `log` is what Bengal logs about it. */
async function losingJob(rig: FlowRig, log: string, edit?: string): Promise<Job> {
  await rig.checkOut();
  if (edit !== undefined) await rig.write(FOG, edit);
  const prepared = await rig.prepare();
  rig.build();
  await rig.remove('public/weather/fog/index.html');
  await rig.write('.bengal/logs/build.log', `${log}\n`);
  return { report: prepared.report, saved: await rig.persist(prepared) };
}

const parsingFailed = (rig: FlowRig): string =>
  JSON.stringify({
    level: 'ERROR',
    event_type: 'parsing_failed',
    context: { page: `${rig.path}/${FOG}`, error: MESSAGE, error_type: 'TypeError' },
  });

const DEADLINE = JSON.stringify({
  level: 'WARNING',
  event_type: 'work_scope_deadline_expired',
  context: { scope: 'Render', completed: 2, remaining: 1 },
});

function keyEnd({ saved }: Job): string {
  return `${saved.kind} ${saved.key.split('/').at(-1) ?? ''}`;
}

test('a build that lost a page is no full one, and the summary names the page and the message once', async () => {
  await using rig = await flowRig();
  const job = await losingJob(rig, parsingFailed(rig));
  assert.equal(keyEnd(job), 'saved partial');
  const summary = saveSummary(job.saved);
  assert.equal(summary.split('content/weather/fog.md').length, 2, summary);
  assert.equal(summary.split('Object of type PosixPath is not JSON serializable').length, 2, summary);
});

test('a page that fails alike in two builds of the same source does not lead to full builds for ever', async () => {
  await using rig = await flowRig();
  const first = await losingJob(rig, parsingFailed(rig));
  const second = await losingJob(rig, parsingFailed(rig));
  assert.equal(second.report.gate.mode, 'full');
  assert.match(
    second.report.gate.reasons[0]?.detail ?? '',
    /^the last build failed on 1 page: content\/weather\/fog\.md/,
  );
  assert.deepEqual([keyEnd(first), keyEnd(second)], ['saved partial', 'saved failing']);
  await rig.checkOut();
  const { report } = await rig.prepare();
  assert.equal(report.gate.mode, 'skip', JSON.stringify(report.gate.reasons));
  assert.ok(report.warnings.some((warning) => warning.includes(FOG) && warning.includes(MESSAGE)));
});

test('the same state recorded twice is one build, not two', async () => {
  await using rig = await flowRig();
  await rig.checkOut();
  const prepared = await rig.prepare();
  rig.build();
  await rig.remove('public/weather/fog/index.html');
  await rig.write('.bengal/logs/build.log', `${parsingFailed(rig)}\n`);
  await rig.persist(prepared);
  const again = await rig.persist(prepared, { inputs: { key: 'another' } });
  assert.equal(again.kind === 'saved' && again.build, 'partial');
});

for (const [what, log] of [
  ['ran out of time', DEADLINE],
  ['went missing without a word in the log', ''],
] as const) {
  test(`a page that ${what} leads to a full build each time, for the next may do better`, async () => {
    await using rig = await flowRig();
    await losingJob(rig, log);
    const second = await losingJob(rig, log);
    assert.equal(second.report.gate.mode, 'full');
    assert.equal(second.saved.failedPages?.[0]?.page, FOG);
    await rig.checkOut();
    assert.equal((await rig.prepare()).report.gate.mode, 'full');
  });
}

test('a page about an error in the place of a page keeps a build from counting as full', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  const overlay =
    '<!doctype html>\n<html lang="en" data-bengal-overlay="1">\n<h1 class="title">Template &lt;x&gt; failed</h1></html>';
  await rig.write('public/weather/fog/index.html', overlay);
  const saved = await rig.persist(prepared);
  assert.equal(saved.kind === 'saved' && saved.build, 'partial');
  assert.deepEqual(
    saved.failedPages?.map(({ page, how, message }) => [page, how, message]),
    [[FOG, 'error-page', 'Template <x> failed']],
  );
});

test('a log that speaks of a page which was written all the same is not believed', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  await rig.write('.bengal/logs/build.log', `${parsingFailed(rig)}\n`);
  const saved = await rig.persist(prepared);
  assert.equal(saved.kind === 'saved' && saved.build, 'full');
});

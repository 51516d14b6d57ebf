import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NO_TIMES } from '../../src/changes/source-times.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { applyRepair } from '../../src/flow/repair.ts';
import type { Report } from '../../src/report/report.ts';
import { report, TYPICAL_REPORTS } from '../support/reports.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

// Bengal counts --clean-output as configuration of every page: an incremental build after it renders all of them again.

const full = TYPICAL_REPORTS['full']!;
const apply = (
  rig: SiteRig,
  given: Report,
  { outputDir = 'public', recorded = ['a.html'], authored = [''] } = {},
): Report =>
  applyRepair(
    {
      report: given,
      times: NO_TIMES,
      clearing: { recorded, sources: ['content'], authored: () => new Set(authored.filter((path) => path !== '')) },
    },
    rig.path,
    outputDir as SitePath,
  );
const hasOutput = (rig: SiteRig): boolean => existsSync(join(rig.path, 'public'));

test('before a full build the old output goes, and Bengal need not be told to remove it', async () => {
  await using rig = await siteRig({ 'public/a.html': 'x' });
  assert.deepEqual(full.gate.buildArgs, ['--no-incremental', '--clean-output']);
  assert.deepEqual(apply(rig, full).gate, { ...full.gate, buildArgs: ['--no-incremental'] });
  assert.equal(hasOutput(rig), false);
});

test('an output that no state belongs to is not ours to remove, and Bengal is told', async () => {
  await using rig = await siteRig({ 'public/CNAME': 'example.org' });
  const absent = { ...full, state: { ...full.state, status: 'absent' } } as const;
  assert.deepEqual(apply(rig, absent), absent);
  assert.equal(hasOutput(rig), true);
});

test('sources are never cleared away, and Bengal is not told to, which would do it', async () => {
  for (const outputDir of ['content', 'docs']) {
    await using rig = await siteRig({ 'content/a.md': 'x', 'docs/a.html': 'x' });
    await rig.link('docs/content', '../content');
    const given = { outputDir, recorded: ['a.md', 'a.html', 'content/a.md'] };
    const applied = apply(rig, full, given);
    if (outputDir === 'content') assert.deepEqual(applied.gate.buildArgs, ['--no-incremental']);
    assert.equal(existsSync(join(rig.path, 'content/a.md')), true);
  }
});

test('what nobody recorded stays, and Bengal is told to clean', async () => {
  await using rig = await siteRig({ 'public/a.html': 'x', 'public/notes.txt': 'x' });
  assert.deepEqual(apply(rig, full).gate.buildArgs, ['--no-incremental', '--clean-output']);
  assert.equal(existsSync(join(rig.path, 'public/notes.txt')), true);
});

test('what the repository keeps in the output stays, whatever was recorded, and Bengal is not told to remove it', async () => {
  await using rig = await siteRig({ 'public/a.html': 'x', 'public/CNAME': 'x', 'public/b.html': 'x' });
  const applied = apply(rig, full, { recorded: ['a.html', 'CNAME'], authored: ['CNAME'] });
  assert.deepEqual(applied.gate.buildArgs, ['--no-incremental']);
  assert.match(applied.warnings.at(-1) ?? '', /holds files that the repository keeps \(public\/CNAME\)/);
  assert.deepEqual(readdirSync(join(rig.path, 'public')).sort(), ['CNAME', 'b.html']);
});

test('a build that is skipped keeps its output', async () => {
  await using rig = await siteRig({ 'public/a.html': 'x' });
  assert.deepEqual(apply(rig, report()), report());
  assert.equal(hasOutput(rig), true);
});

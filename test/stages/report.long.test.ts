import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { analyse } from '../../src/flow/analyse.ts';
import { reportPage } from '../../src/render/report-page.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSummary } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/text.ts';
import { checkStage } from '../../src/stages/check.ts';
import { markDone } from '../../src/stages/mark-done.ts';
import { defineStage } from '../../src/stages/stage-definition.ts';
import { STAGES_FILE } from '../../src/stages/stages-file.ts';
import { siteInputs } from '../support/inputs.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';

const NOON = Date.UTC(2026, 10, 21, 12);

const STAGES = `stages:
  words:
    inputs: content/about.md
  links:
    inputs: content/**
    needs: words
`;

async function reportOn({ path: site }: SiteRig): Promise<Report> {
  const [inputs, cache] = [siteInputs({ site }), { kind: 'not-asked' } as const];
  const options = { inputs, variables: {}, policy: 'auto', unprepared: undefined, cache, warnings: [] } as const;
  return (await analyse({ ...options, now: NOON })).report;
}

async function withStages(text: string): Promise<SiteRig> {
  const rig = await lighthouseRig();
  await rig.write(STAGES_FILE, text);
  return rig;
}

async function succeed({ path: root }: SiteRig, name: string, inputs: readonly string[]): Promise<void> {
  const context = { root, variables: {}, now: () => NOON - 7_200_000 };
  const done = await markDone(await checkStage(defineStage({ name, inputs }), context));
  assert.equal(done.kind, 'recorded');
}

describe('the report says of each stage whether it would run', () => {
  test('as data: the verdict, the reasons, the age, and no files', async () => {
    await using rig = await withStages(STAGES);
    await succeed(rig, 'words', ['content/about.md']);
    assert.deepEqual((await reportOn(rig)).stages, [
      { name: 'words', verdict: 'skip', reasons: [], age: 7200, needs: [] },
      {
        name: 'links',
        verdict: 'run',
        reasons: [{ kind: 'never-recorded', detail: 'no success of it is recorded' }],
        age: null,
        needs: ['words'],
      },
    ]);
  });

  test('in the log, in the summary and on the page, those that run first', async () => {
    await using rig = await withStages(STAGES);
    await succeed(rig, 'words', ['content/about.md']);
    const report = await reportOn(rig);
    assert.match(
      reportText(report),
      /^Stages {2}1 to run, 1 to skip\n {2}run {3}links {2}no success of it is recorded\n {2}skip {2}words {2}nothing changed since its last success 2 h ago$/m,
    );
    assert.match(
      reportSummary(report, ''),
      /^### Stages \(2\)\n\n- run \*\*links\*\*: no success of it is recorded\n- skip \*\*words\*\*: nothing changed since its last success 2 h ago$/m,
    );
    assert.match(
      reportPage(report),
      /<summary>Stages \(2\)<\/summary>\n<ul><li><span class="name">run links: no success of it is recorded/,
    );
  });

  test('an edit makes the stage run that reads the file, and the one that needs it', async () => {
    await using rig = await withStages(STAGES);
    await succeed(rig, 'words', ['content/about.md']);
    await rig.write('content/about.md', 'edited\n');
    const { stages = [] } = await reportOn(rig);
    assert.deepEqual(
      stages.map(({ name, reasons }) => [name, reasons.map(({ detail }) => detail)]),
      [
        ['words', ['its inputs changed: changed content/about.md']],
        ['links', ['it needs words, which runs', 'no success of it is recorded']],
      ],
    );
  });

  test('a build that can be skipped is told in one line only while no stage runs', async () => {
    await using rig = await withStages('stages:\n  words:\n    inputs: content/about.md\n');
    const skip: Report = { ...(await reportOn(rig)), warnings: [] };
    const gate = { ...skip.gate, mode: 'skip', reasons: [{ kind: 'proven', detail: 'nothing changed' }] } as const;
    const told = { ...skip, gate: gate as unknown as Report['gate'] };
    assert.match(reportSummary(told, ''), /^### Stages \(1\)$/m);
    assert.doesNotMatch(reportSummary({ ...told, stages: [] }, ''), /\n./);
  });
});

describe('a site without usable stages', () => {
  test('has no stages in its report, and no word about them', async () => {
    await using rig = await lighthouseRig();
    const report = await reportOn(rig);
    assert.equal('stages' in report, false);
    for (const text of [reportText(report), reportSummary(report, ''), reportPage(report)])
      assert.doesNotMatch(text, /stages/i);
  });

  const BAD: readonly (readonly [string, string, string])[] = [
    ['a file that is none', 'stages: [', 'The stages are left out: bengal-cache.stages.yaml:1: '],
    [
      'two mistakes',
      'stages:\n  a b:\n    inputs: x\n  c:\n    inputs: y\n    ttl: soon\n',
      'The stages are left out: bengal-cache.stages.yaml:2: ',
    ],
  ];
  for (const [what, text, warning] of BAD) {
    test(`is told with one warning: ${what}`, async () => {
      await using rig = await withStages(text);
      const report = await reportOn(rig);
      assert.equal(report.stages, undefined);
      const told = report.warnings.filter((each) => each.startsWith(warning));
      assert.equal(told.length, 1, report.warnings.join('\n'));
      assert.equal(report.warnings.filter((each) => each.includes('stages')).length, 1);
      if (what === 'two mistakes') assert.match(told[0] ?? '', / \(1 more problem\)$/);
    });
  }

  test('a file of stages that is a link is not read', async () => {
    await using rig = await lighthouseRig();
    await rig.link(STAGES_FILE, '/dev/zero');
    const { warnings, stages } = await reportOn(rig);
    assert.equal(stages, undefined);
    assert.ok(warnings.includes('The stages are left out: bengal-cache.stages.yaml: it is no regular file'));
  });

  test('a link where records should be is told, and nothing is written through it', async () => {
    await using rig = await withStages(STAGES);
    await rig.write('../elsewhere/keep', '');
    await rig.link('.bengal/stages', '../../elsewhere');
    const { warnings } = await reportOn(rig);
    assert.match(warnings.join('\n'), /^The stages are left out: .*\.bengal\/stages is a symbolic link$/m);
    assert.equal(existsSync(`${rig.path}/../elsewhere/words.input.stat`), false);
  });
});

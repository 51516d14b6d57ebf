import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse, type Analysis } from '../../src/flow/analyse.ts';
import { drawRun } from '../../src/flow/run-picture.ts';
import { graphBuilder, type Graph } from '../../src/graph/model.ts';
import { saveGraph } from '../../src/graph/persist.ts';
import { AFFECTED_OUTLINE } from '../../src/render/palette.ts';
import { STAGES_FILE } from '../../src/stages/stages-file.ts';
import { assertInertSvg, nodesIn } from '../render/inert-svg.ts';
import { flowRig, runJob } from '../support/flow-rig.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { siteInputs } from '../support/inputs.ts';
import { report, reportSaying } from '../support/reports.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';

async function analysed({ path: site }: SiteRig): Promise<Analysis> {
  const [inputs, cache] = [siteInputs({ site }), { kind: 'not-asked' } as const];
  return await analyse({ inputs, variables: {}, policy: 'auto', unprepared: undefined, cache, warnings: [], now: 0 });
}

async function drawn(run: Parameters<typeof drawRun>[0], site: string): Promise<Document> {
  const picture = await drawRun(run, site);
  if (picture.kind === 'failed') assert.fail(picture.why);
  return assertInertSvg(picture.svg);
}

/** What the picture says of its nodes that are drawn with the outline of affected ones. */
function outlined(document: Document): string[] {
  const outline = AFFECTED_OUTLINE.toLowerCase();
  return [...nodesIn(document)].flatMap(([title, node]) =>
    node.querySelector(`[stroke="${outline}"]`) === null ? [] : [title],
  );
}

describe('the picture of a run', () => {
  test('outlines the pages that an edit affects, and no others', async () => {
    await using rig = await flowRig();
    await runJob(rig);
    await rig.checkOut();
    await rig.write('content/about.md', `${await rig.read('content/about.md')}\nOne more paragraph at the end.\n`);
    const run = await rig.prepare();
    const { all, pages } = run.report.affected;
    assert.equal(all, false);
    const document = await drawn(run, rig.path);
    const expected = pages.map(({ source }) => `page ${source ?? ''}: stale, affected: has to be built`);
    assert.deepEqual(outlined(document).sort(), expected.sort());
    assert.ok(expected.includes('page content/about.md: stale, affected: has to be built'));
    assert.match(document.documentElement.textContent, /affected: has to be built/);
  });

  test('outlines nothing where nothing changed', async () => {
    await using rig = await flowRig();
    await runJob(rig);
    await rig.checkOut();
    const run = await rig.prepare();
    assert.equal(run.report.gate.mode, 'skip');
    const document = await drawn(run, rig.path);
    assert.deepEqual(outlined(document), []);
    assert.ok(nodesIn(document).size > 10);
  });

  test('says why every page may be affected', async () => {
    await using rig = await lighthouseRig();
    await rig.remove('.bengal');
    const document = await drawn(await analysed(rig), rig.path);
    assert.match(document.documentElement.textContent, /Every page may be affected: /);
  });

  test('holds the stages of the site', async () => {
    await using rig = await lighthouseRig();
    await rig.write(STAGES_FILE, 'stages:\n  words:\n    inputs: [content/about.md]\n');
    const titles = [...nodesIn(await drawn(await analysed(rig), rig.path)).keys()];
    assert.ok(titles.includes('stage words: missing'), titles.join('\n'));
  });

  test('runs nothing and loads nothing, whatever names there are', async () => {
    await using rig = await lighthouseRig();
    const builder = graphBuilder();
    for (const name of HOSTILE_NAMES)
      builder.depends(builder.node('page', name, { output: name }), builder.node('source', `${name}.md`));
    const [run, graph] = [await analysed(rig), builder.build()];
    for (const name of ['a.md', ...HOSTILE_NAMES.slice(0, 2)])
      assert.ok(nodesIn(await drawn({ ...run, graph, report: reportSaying(name) }, rig.path)).size > 0);
  });

  test('of a graph that is too large to go through shows what changed and what that affects', async () => {
    await using rig = await lighthouseRig();
    const run = await analysed(rig);
    const graph: Graph = { ...run.graph, edgeCount: 1_000_000, usesOf: () => assert.fail('gone through') };
    for (const name of HOSTILE_NAMES.slice(-20)) {
      const document = await drawn({ ...run, graph, report: reportSaying(name) }, rig.path);
      assert.match(document.documentElement.textContent, /Only what changed and what it affects/);
      assert.ok(outlined(document).length > 0);
    }
  });

  test('that cannot be drawn is one sentence', async () => {
    await using rig = await lighthouseRig();
    const run = await analysed(rig);
    const graph: Graph = { ...run.graph, size: Number.NaN, ofKind: () => assert.fail('broken') };
    const picture = await drawRun({ ...run, graph, report: report() }, rig.path);
    assert.deepEqual(picture, { kind: 'failed', why: 'The dependency graph could not be drawn: broken' });
  });

  test('reads nothing outside the site, whatever a kept graph names', async () => {
    await using rig = await lighthouseRig();
    const folder = join(rig.path, '.bengal/ci-graph');
    mkdirSync(folder, { recursive: true });
    const builder = graphBuilder();
    // Whoever reads this one does not come back.
    for (const name of ['/dev/zero', '/proc/kcore', '../../../../../../../../../../proc/kcore'])
      builder.depends(builder.node('function', `read("${name}")`), builder.node('source', name), { kind: 'reads' });
    saveGraph(join(folder, `graph-${'1'.repeat(32)}.json`), builder.build());
    const titles = [...nodesIn(await drawn(await analysed(rig), rig.path)).keys()];
    assert.ok(
      titles.some((title) => /^function .*: stale$/.test(title)),
      titles.join('\n'),
    );
  });

  test('leaves out a kept graph that is damaged', async () => {
    await using rig = await lighthouseRig();
    const folder = join(rig.path, '.bengal/ci-graph');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `graph-${'0'.repeat(32)}.json`), 'nonsense');
    const builder = graphBuilder();
    builder.depends(builder.node('function', 'parse("a")'), builder.node('source', 'content/about.md'));
    saveGraph(join(folder, `graph-${'1'.repeat(32)}.json`), builder.build());
    const titles = [...nodesIn(await drawn(await analysed(rig), rig.path)).keys()];
    assert.ok(
      titles.some((title) => title.startsWith('function parse')),
      titles.join('\n'),
    );
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { closeExchange } from '../../src/companion/exchange.ts';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import { digestOfPlan, type BuildPlan } from '../../src/companion/plan.ts';
import { analyse, type Analysis } from '../../src/flow/analyse.ts';
import { clearUp, planBuild, type PlannedBuild } from '../../src/preparation/plan-build.ts';
import { record } from '../../src/record/record.ts';
import type { Policy } from '../../src/gate/decision.ts';
import type { SitePath } from '../../src/core/paths.ts';
import type { SiteInputs } from '../../src/inputs/inputs.ts';
import { readManifest } from '../../src/manifest/manifest-file.ts';
import { siteInputs } from '../support/inputs.ts';
import { endBuild, leaveAccount } from '../support/journals.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';

// What the build is told that it may keep. The site and its state are real; the companion's part is stood in for.

const NOW = Date.UTC(2026, 10, 22, 8);

interface Given {
  readonly inputs?: Partial<SiteInputs>;
  readonly policy?: Policy;
}

async function recorded({ traced = true } = {}): Promise<SiteRig> {
  const rig = await lighthouseRig();
  if (traced) leaveAccount(rig.path);
  await recordAt(rig, '2026-11-21T08:00:00Z');
  return rig;
}

async function recordAt({ path: site }: SiteRig, now: string): Promise<void> {
  const outcome = await record({ inputs: siteInputs({ site }), variables: {}, commit: undefined, now });
  assert.equal(outcome.kind, 'recorded');
}

async function analysed({ path: site }: SiteRig, { inputs, policy = 'auto' }: Given): Promise<Analysis> {
  const cache = { kind: 'not-asked' } as const;
  const options = { variables: {}, policy, unprepared: undefined, cache, warnings: [], now: NOW };
  return await analyse({ ...options, inputs: siteInputs({ site, ...inputs }) });
}

async function planned(rig: SiteRig, given: Given = {}): Promise<PlannedBuild & { readonly told: BuildPlan }> {
  const outcome = planBuild(await analysed(rig, given), {});
  const text = await rig.read('.bengal-cache/plan.json');
  assert.equal(outcome.plan, digestOfPlan(text));
  assert.equal(outcome.report.prepared, true);
  return { ...outcome, told: JSON.parse(text) as BuildPlan };
}

const edit = (rig: SiteRig): Promise<void> => rig.write('content/about.md', '---\ntitle: New\n---\nText');

describe('the plan of a build', () => {
  test('that may keep pages: the output is aside, and the trace is vouched for', async () => {
    await using rig = await recorded();
    await edit(rig);
    const { report, told, variables } = await planned(rig);
    const { previous, journal } = exchangePaths(rig.path);
    assert.equal(report.gate.mode, 'incremental');
    assert.deepEqual(report.gate.buildArgs, ['--no-incremental']);
    assert.deepEqual([told.mode, told.trace, told.keepAssets, told.render], ['incremental', true, true, []]);
    assert.deepEqual([told.site, told.output], [rig.path, join(rig.path, 'public')]);
    assert.deepEqual([told.previous, told.journal], [previous, journal]);
    assert.deepEqual([told.sample, told.verify, told.bytecode], [8, 'sample', false]);
    assert.equal(existsSync(join(previous, 'index.html')), true);
    assert.equal(existsSync(join(rig.path, 'public/index.html')), false);
    assert.equal(variables.get('SITE_CACHE_PLAN'), exchangePaths(rig.path).plan);
    assert.match(await rig.read('.bengal-cache/build.env'), /^export PYTHONPATH='/);
  });

  test('without a record of what pages read: full, and assets are kept', async () => {
    await using rig = await recorded({ traced: false });
    await edit(rig);
    const { report, told } = await planned(rig);
    assert.deepEqual([report.gate.mode, told.mode, told.trace, told.keepAssets], ['full', 'full', false, true]);
    assert.deepEqual(report.gate.buildArgs, ['--no-incremental']);
  });

  test('that is not needed: there is none, and nothing moves', async () => {
    await using rig = await recorded();
    const outcome = planBuild(await analysed(rig, {}), {});
    assert.deepEqual([outcome.report.gate.mode, outcome.plan, outcome.variables.size], ['skip', undefined, 0]);
    assert.equal(existsSync(join(rig.path, 'public/index.html')), true);
    assert.equal(existsSync(exchangePaths(rig.path).plan), false);
  });

  test('that may use nothing: nothing is set aside, and the recorded output is cleared away', async () => {
    await using rig = await recorded();
    const { report, told } = await planned(rig, { policy: 'always-full' });
    assert.deepEqual([told.mode, told.previous, told.keepAssets, told.trace], ['full', null, false, false]);
    assert.deepEqual(report.gate.buildArgs, ['--no-incremental']);
    assert.equal(existsSync(join(rig.path, 'public/index.html')), false);
  });

  test('that audits the cache has everything to compare with, and processes assets', async () => {
    await using rig = await recorded();
    const { report, told } = await planned(rig, { inputs: { verify: 'full' } });
    assert.equal(report.gate.mode, 'incremental');
    assert.deepEqual([told.verify, told.mode, told.trace, told.keepAssets], ['all', 'incremental', true, false]);
    assert.notEqual(told.previous, null);
  });

  test('of a site without a state: nothing to keep, and still a plan, since it records for the next one', async () => {
    await using rig = await recorded();
    await rig.remove('.bengal');
    const { told } = await planned(rig);
    assert.deepEqual([told.mode, told.previous, told.keepAssets], ['full', null, false]);
    assert.deepEqual(told.earlier, {});
  });

  test('lists damaged and missing pages to render, and keeps no asset where one is damaged', async () => {
    await using rig = await recorded();
    await rig.write('public/about/index.html', 'x');
    await rig.remove('public/lamps/index.html');
    const pages = await planned(rig);
    assert.deepEqual([...pages.told.render].sort(), ['about/index.html', 'lamps/index.html']);
    assert.equal(pages.told.keepAssets, true);
    await clearUp(rig.path, 'public' as SitePath);
    await rig.write('public/sitemap.xml', '');
    assert.equal((await planned(rig)).told.keepAssets, false);
  });

  test('sets nothing aside that is not what was recorded, whatever kind of output it is, so that nothing takes it over', async () => {
    await using rig = await recorded();
    const damaged = ['about/index.html', 'about/index.json', 'sitemap.xml'].filter((path) =>
      existsSync(join(rig.path, 'public', path)),
    );
    assert.ok(damaged.length >= 2);
    for (const path of damaged) await rig.write(`public/${path}`, 'not what a build wrote');
    await planned(rig);
    const { previous } = exchangePaths(rig.path);
    assert.ok(existsSync(join(previous, 'index.html')));
    for (const path of damaged)
      assert.deepEqual([existsSync(join(previous, path)), existsSync(join(rig.path, 'public', path))], [false, false]);
  });

  test('keeps no asset where anything else than its source may decide what becomes of it', async () => {
    for (const inputs of [{ environment: 'preview' }, { buildFlags: ['--drafts'] }, { bengalVersion: '0.5.2' }]) {
      await using rig = await recorded();
      const { told } = await planned(rig, { inputs });
      assert.equal(told.keepAssets, false, JSON.stringify(inputs));
    }
  });

  test('carries the earlier builds and the line of builds that kept pages, into the manifest of the next', async () => {
    await using rig = await recorded();
    await edit(rig);
    const { told } = await planned(rig);
    assert.ok((told.earlier.full ?? 0) > 0);
    assert.deepEqual(told.earlier.lineage, { renderedAt: '2026-11-21T08:00:00Z', keptBuilds: 0 });
    await clearUp(rig.path, 'public' as SitePath);
    await planned(rig);
    // What the companion leaves of a build that took over all outputs.
    const { previous } = exchangePaths(rig.path);
    rmSync(join(rig.path, 'public'), { recursive: true, force: true });
    renameSync(previous, join(rig.path, 'public'));
    endBuild(rig.path, { journal: { pages: { kept: ['index.html'], rendered: [] } } });
    await recordAt(rig, '2026-11-22T08:00:00Z');
    const found = await readManifest(rig.path);
    assert.ok(found.kind === 'read');
    assert.deepEqual(found.manifest.lineage, { renderedAt: '2026-11-21T08:00:00Z', keptBuilds: 1 });
    assert.equal(found.manifest.circumstances?.fullBuildSeconds, told.earlier.full);
    assert.notEqual(found.manifest.trace, undefined);
  });
});

describe('Bengal is never told to remove the output folder', () => {
  const bare = async (rig: SiteRig): Promise<void> => {
    await rig.remove('.bengal');
    assert.deepEqual((await analysed(rig, {})).report.gate.buildArgs, ['--no-incremental', '--clean-output']);
  };

  test('where a link stands for it, upon which Bengal would fail, whether the build is prepared or not', async () => {
    await using rig = await lighthouseRig();
    await bare(rig);
    renameSync(join(rig.path, 'public'), join(rig.path, 'www'));
    await rig.link('public', 'www');
    assert.deepEqual((await analysed(rig, {})).report.gate.buildArgs, ['--no-incremental']);
    const { report } = await planned(rig);
    assert.deepEqual(report.gate.buildArgs, ['--no-incremental']);
    assert.match(report.warnings.join('\n'), /^What no build is known to have written stays in the output/);
  });

  test('where the repository keeps files in it', async () => {
    await using rig = await lighthouseRig();
    await bare(rig);
    for (const args of [
      ['init', '--quiet'],
      ['add', '--force', 'public/about/index.html'],
    ])
      assert.equal(spawnSync('git', args, { cwd: rig.path }).status, 0);
    assert.deepEqual((await analysed(rig, {})).report.gate.buildArgs, ['--no-incremental']);
    assert.deepEqual((await planned(rig)).report.gate.buildArgs, ['--no-incremental']);
    assert.equal(existsSync(join(rig.path, 'public/about/index.html')), true);
  });

  test('where nothing lies in it', async () => {
    await using rig = await lighthouseRig();
    await bare(rig);
    await rig.remove('public');
    assert.deepEqual((await planned(rig)).report.gate.buildArgs, ['--no-incremental']);
  });
});

describe('a build that cannot be prepared', () => {
  test('is a plain full build with the old output where it was, and says why', async () => {
    await using rig = await recorded();
    await edit(rig);
    closeExchange(rig.path);
    await rig.remove('.bengal-cache');
    await rig.write('.bengal-cache/plan.json', 'what the repository holds');
    const { report, plan, variables } = planBuild(await analysed(rig, {}), {});
    assert.deepEqual([report.gate.mode, report.prepared, plan, variables.size], ['full', false, undefined, 0]);
    assert.deepEqual(report.gate.buildArgs, ['--no-incremental', '--clean-output']);
    assert.equal(report.gate.reasons[0]?.kind, 'no-trace');
    assert.match(report.warnings.at(-1) ?? '', /^The build could not be prepared, so it is a plain full build: /);
    assert.equal(existsSync(join(rig.path, 'public/index.html')), true);
    assert.equal(await rig.read('.bengal-cache/plan.json'), 'what the repository holds');
  });

  test('in the middle of it puts the output back', async () => {
    await using rig = await recorded();
    await edit(rig);
    const analysis = await analysed(rig, {});
    await planned(rig);
    await clearUp(rig.path, 'public' as SitePath);
    await rig.write('.bengal-cache/plan.json/in the way', 'x');
    const { report, plan } = planBuild(analysis, {});
    assert.deepEqual([report.gate.mode, plan], ['full', undefined]);
    assert.equal(existsSync(join(rig.path, 'public/index.html')), true);
    assert.equal(existsSync(exchangePaths(rig.path).previous), false);
  });
});

test('a preparation that no build followed is undone by the next, which prepares the same', async () => {
  await using rig = await recorded();
  await edit(rig);
  const first = await planned(rig);
  const left = await clearUp(rig.path, 'public' as SitePath);
  assert.equal(left.kind, 'put-back');
  const second = await planned(rig);
  assert.deepEqual(second.report, first.report);
  assert.notEqual(second.told.id, first.told.id);
});

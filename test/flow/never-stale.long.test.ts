import assert from 'node:assert/strict';
import { stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../src/flow/analyse.ts';
import { record } from '../../src/record/record.ts';
import type { Policy } from '../../src/gate/decision.ts';
import type { SiteInputs } from '../../src/inputs/inputs.ts';
import type { Report } from '../../src/report/report.ts';
import { siteInputs } from '../support/inputs.ts';
import { leaveAccount } from '../support/journals.ts';
import { lighthouseRig, type SiteRig } from '../support/site-rig.ts';

// The promise of the whole: a doubt never becomes a wrong page. A real site with its real state is recorded as Bengal
// left it, and is proven unchanged; then something happens to it.

interface Run {
  readonly policy?: Policy;
  readonly unprepared?: string;
  readonly inputs?: Partial<SiteInputs>;
  readonly variables?: Readonly<Record<string, string>>;
}

function inputsOf(rig: SiteRig, overrides: Partial<SiteInputs> = {}): SiteInputs {
  return siteInputs({ site: rig.path, ...overrides });
}

/** With a record of what its pages read, as the companion leaves one, or without. */
async function recordedLighthouse({ traced = false } = {}): Promise<SiteRig> {
  const rig = await lighthouseRig();
  if (traced) leaveAccount(rig.path);
  const recorded = await record({
    inputs: inputsOf(rig),
    variables: {},
    commit: undefined,
    now: '2026-11-21T08:00:00Z',
  });
  assert.deepEqual([recorded.kind, recorded.kind === 'recorded' && recorded.build], ['recorded', 'full']);
  return rig;
}

async function reportOf(
  rig: SiteRig,
  { policy = 'auto', unprepared, inputs, variables = {} }: Run = {},
): Promise<Report> {
  const { report } = await analyse({
    inputs: inputsOf(rig, inputs),
    variables,
    policy,
    unprepared,
    // The morning after it was recorded.
    now: Date.UTC(2026, 10, 22, 8),
    cache: { kind: 'not-asked' },
    warnings: [],
  });
  return report;
}

test('a site on which nothing happened is skipped', async () => {
  for (const traced of [false, true]) {
    await using rig = await recordedLighthouse({ traced });
    assert.equal((await reportOf(rig)).gate.mode, 'skip');
    // Nothing has to be kept for a build that is not made.
    assert.equal((await reportOf(rig, { unprepared: 'it is not prepared' })).gate.mode, 'skip');
  }
});

test('the same site gives the same report, byte for byte', async () => {
  await using rig = await recordedLighthouse();
  await rig.write('content/lamps/oil.md', '---\ntitle: New\n---\nText');
  assert.equal(JSON.stringify(await reportOf(rig)), JSON.stringify(await reportOf(rig)));
});

/** A comment in the configuration, a checkout at another time: nothing that a build could show. */
test('what no build could show does not cost the skip', async () => {
  await using rig = await recordedLighthouse();
  const path = 'config/_default/site.yaml';
  await rig.write(path, `# a comment\n${await rig.read(path)}`);
  await utimes(join(rig.path, 'content/about.md'), 1, 1);
  await rig.write('readme.md', 'outside of every source folder');
  const report = await reportOf(rig, { variables: { CI: 'true' } });
  assert.deepEqual([report.gate.mode, report.changes.touched], ['skip', 2 - 1]);
});

/** Real builds of this site with and without these files differ in nothing but the times that they state. */
test('files that nothing leads to do not cost the skip, and the proof names them', async () => {
  await using rig = await recordedLighthouse();
  const added = ['content/lamps/lonely.png', 'data/crew/grace.yaml', 'data/more.yaml', 'static/extra.txt'];
  for (const path of added) await rig.write(path, 'x: 1');
  const { gate, changes } = await reportOf(rig);
  assert.deepEqual([gate.mode, changes.added], ['skip', added]);
  for (const path of added)
    assert.ok(
      gate.reasons.some(({ detail }) => detail.startsWith(`${path} differs: no source names `)),
      path,
    );
});

test('where a template reads files by their names, no build is skipped, since nobody records which', async () => {
  await using rig = await lighthouseRig();
  await rig.write('templates/notice.html', "{{ read_file('LICENSE') }}");
  // It was there when the site was built.
  await utimes(join(rig.path, 'templates/notice.html'), 1, 1);
  leaveAccount(rig.path);
  const recorded = await record({
    inputs: inputsOf(rig),
    variables: {},
    commit: undefined,
    now: '2026-11-21T08:00:00Z',
  });
  assert.equal(recorded.kind === 'recorded' && recorded.build, 'full');
  const { gate } = await reportOf(rig);
  assert.equal(gate.mode, 'incremental');
  assert.deepEqual(
    gate.reasons.map(({ kind }) => kind),
    ['unrecorded'],
  );
});

type Happening = (rig: SiteRig) => Promise<unknown>;

const replace =
  (path: string, from: string | RegExp, to: string): Happening =>
  async (rig) => {
    const text = await rig.read(path);
    const changed = text.replace(from, to);
    assert.notEqual(changed, text, `${path} holds no ${String(from)}`);
    await rig.write(path, changed);
  };

/**
 * How little may be built: everything, whatever is recorded; or whatever the record does not prove, with no page named for
 * certain; or at least these pages are named.
 */
type Least = 'full' | 'any' | readonly string[];

/** What happened to the site, and the least that has to be built. */
const HAPPENINGS: readonly (readonly [what: string, happen: Happening, least: Least])[] = [
  [
    'a page was edited at the same size and time',
    async (rig) => {
      const path = join(rig.path, 'content/about.md');
      const { atimeMs, mtimeMs } = await stat(path);
      await replace('content/about.md', /\.\n$/, '!\n')(rig);
      await utimes(path, atimeMs / 1000, mtimeMs / 1000);
    },
    ['about/index.html'],
  ],
  [
    'a title was edited',
    replace('content/lamps/oil.md', 'title: ', 'title: Old '),
    ['lamps/index.html', 'lamps/oil/index.html', 'tags/fuel/index.html', 'tags/routine/index.html'],
  ],
  [
    'a page was added',
    (rig) => rig.write('content/lamps/new.md', '---\ntitle: New\n---\n'),
    ['lamps/new/index.html', 'lamps/index.html'],
  ],
  ['a page was deleted', (rig) => rig.remove('content/about.md'), ['index.html']],
  [
    'a notebook was added',
    (rig) => rig.write('content/lamps/new.ipynb', '{}'),
    ['lamps/new/index.html', 'lamps/index.html'],
  ],
  [
    'a text file that Bengal takes for a page was added',
    (rig) => rig.write('content/lamps/new.txt', 'x'),
    ['lamps/new/index.html', 'lamps/index.html'],
  ],
  [
    'a template of pages was edited',
    (rig) => rig.write('templates/watch.html', 'changed'),
    ['keepers/duties/index.html', 'keepers/relief/index.html'],
  ],
  [
    'a template of listings was edited',
    (rig) => rig.write('templates/tag.html', 'changed'),
    ['tags/fuel/index.html', 'tags/watch/index.html'],
  ],
  ['a template was added', (rig) => rig.write('templates/fresh.html', 'x'), 'any'],
  [
    'data was edited',
    (rig) => rig.write('data/watches.yaml', 'x: 1'),
    ['keepers/duties/index.html', 'keepers/relief/index.html'],
  ],
  ['data was added under a name that a template has', (rig) => rig.write('data/watches.json', '{}'), []],
  ['an asset was added', (rig) => rig.write('assets/a.css', 'x'), 'any'],
  ['an asset was added in a folder named like a tool', (rig) => rig.write('assets/node_modules/a.css', 'x'), 'any'],
  ['a picture was added beside the pages', (rig) => rig.write('content/a.png', 'x'), []],
  ['a translation was added', (rig) => rig.write('i18n/de.yaml', 'x: y'), 'any'],
  ['the settings of a theme were added', (rig) => rig.write('themes/mine/theme.yaml', 'x: y'), 'any'],
  ['a linked folder appeared among the pages', (rig) => rig.link('content/shared', '/tmp'), 'any'],
  ['a linked page appeared', (rig) => rig.link('content/linked.md', '../content/about.md'), ['linked/index.html']],
  ['a linked folder appeared in place of the assets', (rig) => rig.link('assets', '/tmp'), 'any'],
  ['a setting was edited', replace('config/_default/site.yaml', 'Lighthouse Handbook', 'Other'), 'any'],
  ['a setting was added', (rig) => rig.write('config/_default/zzz.yaml', 'params: { version: 1 }'), 'any'],
  [
    'the settings of the environment appeared',
    (rig) => rig.write('config/environments/production.yaml', 'x: 1'),
    'any',
  ],
  ['a _default folder in the root took over', (rig) => rig.write('_default/site.yaml', 'x: 1'), 'any'],
  ['a page of the output is missing', (rig) => rig.remove('public/about/index.html'), ['about/index.html']],
  ['another form of a page is missing', (rig) => rig.remove('public/about/index.json'), 'any'],
  ['a page of the output was changed', (rig) => rig.write('public/about/index.html', 'x'), ['about/index.html']],
  ['a file of the whole site was emptied', (rig) => rig.write('public/sitemap.xml', ''), 'any'],
  [
    'a page became a link',
    async (rig) => {
      await rig.write('copy', await rig.read('public/about/index.html'));
      await rig.remove('public/about/index.html');
      await rig.link('public/about/index.html', '../../copy');
    },
    ['about/index.html'],
  ],
  ['the output is gone', (rig) => rig.remove('public'), 'full'],
  ['a file nobody built is in the output', (rig) => rig.write('public/left/index.html', 'x'), []],
  ['a file nobody built is in a folder named like a tool', (rig) => rig.write('public/node_modules/x.html', 'x'), []],
  ['the state is gone', (rig) => rig.remove('.bengal'), 'full'],
  ['the main file of the state is gone', (rig) => rig.remove('.bengal/cache.json.zst'), 'full'],
  ['the manifest is gone', (rig) => rig.remove('.bengal/ci-manifest.json.zst'), 'full'],
  [
    'another build wrote the state',
    replace('.bengal/provenance/index.json', /"last_build_time_ns": \d/, '"last_build_time_ns": 9'),
    'full',
  ],
  ['the effects are gone', (rig) => rig.remove('.bengal/effects.json'), 'any'],
  ['the effects are of another shape', (rig) => rig.write('.bengal/effects.json', '{}'), 'any'],
  ['the records are gone', (rig) => rig.remove('.bengal/provenance/records'), 'any'],
  ['the page metadata are damaged', (rig) => rig.write('.bengal/page_metadata.json.zst', 'x'), 'any'],
];

for (const [what, happen, least] of HAPPENINGS) {
  test(`${what}: never skipped, and built in full where nobody recorded what pages read`, async () => {
    await using rig = await recordedLighthouse();
    await happen(rig);
    const { gate } = await reportOf(rig);
    assert.equal(gate.mode, 'full', JSON.stringify(gate.reasons));
  });

  test(`${what}: with a record of what pages read, never skipped, and enough of it announced`, async () => {
    await using rig = await recordedLighthouse({ traced: true });
    await happen(rig);
    const { gate, affected } = await reportOf(rig);
    assert.equal(gate.mode, least === 'full' ? 'full' : 'incremental', JSON.stringify(gate.reasons));
    if (affected.all || least === 'full' || least === 'any') return;
    const outputs = new Set(affected.pages.map((page) => page.output));
    for (const output of least) assert.ok(outputs.has(output), `${output} is not among ${[...outputs].join(', ')}`);
  });
}

/** The companion holds the settings that a page read, and versions, against the present ones itself. */
const RUNS: readonly (readonly [what: string, run: Run, mode: 'full' | 'incremental'])[] = [
  ['another Bengal', { inputs: { bengalVersion: '0.5.2' } }, 'full'],
  ['other arguments of the build', { inputs: { buildFlags: ['--drafts'] } }, 'full'],
  ['a Bengal that nobody told', { inputs: { bengalVersion: undefined } }, 'incremental'],
  ['another Python', { inputs: { pythonVersion: '3.13' } }, 'full'],
  ['a Python that nobody told', { inputs: { pythonVersion: undefined } }, 'incremental'],
  ['another environment', { inputs: { environment: 'preview' } }, 'incremental'],
  ['a profile', { inputs: { profile: 'writer' } }, 'incremental'],
  ['another configuration file', { inputs: { configFile: 'config/_default/site.yaml' as never } }, 'incremental'],
  ["another hash of Bengal's own", { inputs: { configHash: 'f'.repeat(16) } }, 'incremental'],
  ['another output directory', { inputs: { outputDir: 'elsewhere' as never } }, 'full'],
  ['a variable of Bengal', { variables: { BENGAL_DRAFTS: '1' } }, 'incremental'],
  ['the wish to build everything', { policy: 'always-full' }, 'full'],
];

for (const [what, run, mode] of RUNS) {
  test(`a run with ${what} is not skipped, but ${mode}`, async () => {
    await using rig = await recordedLighthouse({ traced: true });
    assert.equal((await reportOf(rig, run)).gate.mode, mode);
  });
}

test('an edit of one body announces its page, and of all others only those that link to it', async () => {
  await using rig = await recordedLighthouse({ traced: true });
  await rig.write('content/weather/fog.md', `${await rig.read('content/weather/fog.md')}\nMore.\n`);
  const report = await reportOf(rig);
  assert.ok(report.affected.pages.some((page) => page.output === 'weather/fog/index.html'));
  assert.equal(report.affected.all, false);
  for (const page of report.affected.pages.filter(({ output }) => output !== 'weather/fog/index.html'))
    assert.ok((await rig.read(`public/${page.output}`)).includes('/weather/fog/'), page.output);
});

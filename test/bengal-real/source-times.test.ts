import assert from 'node:assert/strict';
import { lstatSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readState, type BengalState } from '../../src/bengal/state.ts';
import { readPresentTree } from '../../src/changes/present.ts';
import { planSourceTimes, setSourceTimes, type TimePlan } from '../../src/changes/source-times.ts';
import { LAYOUT } from '../support/site-rig.ts';
import { builtSite, layLighthouse, whyNoBengal, type BuiltSite } from '../support/built-by-bengal.ts';

const ABOUT = 'content/about.md';

describe('modification times after a checkout', { skip: whyNoBengal() }, () => {
  let site: BuiltSite;
  before(async () => {
    site = await builtSite(layLighthouse);
    site.build('--no-incremental');
    site.keep('built');
  });
  after(() => site[Symbol.asyncDispose]());

  async function plan(): Promise<{ state: BengalState; times: TimePlan }> {
    const outcome = await readState({ site: site.path, outputDir: 'public' });
    assert.ok(outcome.kind === 'read');
    const { state } = outcome;
    const present = readPresentTree({
      site: site.path,
      layout: { ...LAYOUT, configFiles: [] },
      recorded: state.files.values(),
      alsoLookAt: [],
    });
    return { state, times: planSourceTimes({ ...state, manifest: undefined, present }) };
  }

  function sources(): string[] {
    return ['content', 'templates', 'data'].flatMap((folder) =>
      readdirSync(join(site.path, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
  }

  test('are the recorded ones again for all that did not change, and Bengal skips the build', async () => {
    site.restore('built');
    const now = Date.now() / 1000;
    for (const path of sources()) utimesSync(path, now, now);
    const { state, times } = await plan();
    assert.ok(times.unchanged.length >= 20);
    assert.deepEqual(times.changed, []);
    const set = setSourceTimes(site.path, times);
    assert.equal(set.kind === 'done' && set.restored, times.unchanged.length);
    const began = state.lastBuildNs ?? 0n;
    for (const { path } of times.unchanged)
      assert.ok(lstatSync(join(site.path, path), { bigint: true }).mtimeNs < began, path);
    assert.match(site.build('--incremental'), /build skipped/);
  });

  /** Bengal takes a page whose sources are all older than the last build for unchanged. */
  test('show Bengal an edit that brought an old time along, which it misses by itself', async () => {
    const edit = (): void => {
      site.restore('built');
      const path = join(site.path, ABOUT);
      writeFileSync(path, `${readFileSync(path, 'utf8')}\nWith an old time.\n`);
      utimesSync(path, 1_000_000_000, 1_000_000_000);
    };
    const shows = (): boolean =>
      readFileSync(join(site.path, 'public/about/index.html'), 'utf8').includes('With an old time.');
    edit();
    assert.match(site.build('--incremental'), /build skipped/);
    assert.equal(shows(), false);
    edit();
    const { times } = await plan();
    assert.deepEqual(
      times.changed.map(({ path }) => path),
      [ABOUT],
    );
    assert.equal(setSourceTimes(site.path, times).kind, 'done');
    assert.match(site.build('--incremental'), /1 page/);
    assert.equal(shows(), true);
  });
});

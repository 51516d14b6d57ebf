import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { digestOfStateContent } from '../../src/bengal/state-digest.ts';
import { listStateFiles } from '../../src/bengal/prune-state.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { restoreState, saveState } from '../../src/transfer/transfer.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { builtSite, layLighthouse, whyNoBengal, type BuiltSite } from '../support/built-by-bengal.ts';

const FOG = 'content/weather/fog.md';

describe('a state that was pruned, saved and restored', { skip: whyNoBengal() }, () => {
  let site: BuiltSite;
  before(async () => {
    site = await builtSite(layLighthouse);
    site.build('--no-incremental');
    site.keep('first');
  });
  after(() => site[Symbol.asyncDispose]());

  /** Saves and restores as two jobs would, into an empty place. */
  async function travel(): Promise<number> {
    const store = directoryStore({ root: join(site.path, '..', `store-${String(Math.random())}`) });
    const options = { store, site: site.path, outputDir: 'public' as SitePath, keys: { key: 'k', restoreKeys: [] } };
    assert.equal((await saveState(options)).kind, 'saved');
    for (const folder of ['.bengal', 'public']) rmSync(join(site.path, folder), { recursive: true });
    const restored = await restoreState(options);
    assert.ok(restored.kind === 'exact', JSON.stringify(restored));
    return restored.files;
  }

  const records = (): string[] => readdirSync(join(site.path, '.bengal/provenance/records'));

  test('is one upon which Bengal finds nothing to do', async () => {
    site.restore('first');
    assert.match(site.build('--incremental'), /build skipped/);
    await site.record();
    const before = site.output();
    await travel();
    assert.match(site.build('--incremental'), /build skipped/);
    assert.deepEqual(site.output(), before);
  });

  test('has no record of edits long past, and Bengal goes on from it as from the whole one', async () => {
    site.restore('first');
    for (const round of [1, 2, 3]) {
      appendFileSync(join(site.path, 'content/about.md'), `\nEdit ${String(round)}.\n`);
      site.build('--incremental');
    }
    const grown = records().length;
    assert.equal(listStateFiles(site.path).filter((path) => path.includes('/records/')).length, grown - 3);
    await site.record();
    await travel();
    assert.equal(records().length, grown - 3);
    assert.match(site.build('--incremental'), /build skipped/);
    appendFileSync(join(site.path, 'content/about.md'), '\nEdit 4.\n');
    assert.match(site.build('--incremental'), /1 page/);
    const incremental = site.output();
    site.build('--no-incremental', '--clean-output');
    for (const [path, content] of site.output())
      if (path.startsWith('about/')) assert.equal(incremental.get(path), content, path);
  });

  test('has no trace of a page that is gone, and its build counts as a full one', async () => {
    site.restore('first');
    const withFog = records().length;
    rmSync(join(site.path, FOG));
    site.build('--no-incremental', '--clean-output');
    const recorded = await site.record();
    assert.deepEqual([recorded.kind, recorded.kind === 'recorded' && recorded.build], ['recorded', 'full']);
    const index = readFileSync(join(site.path, '.bengal/provenance/index.json'), 'utf8');
    assert.equal(index.includes(FOG), false);
    writeFileSync(join(site.path, 'public/rss.xml'), '');
    await site.record();
    await travel();
    assert.ok(records().length < withFog + 5, 'records of the first build that changed are gone as well');
    assert.match(site.build('--incremental'), /build skipped/);
    site.build('--no-incremental');
    assert.equal(existsSync(join(site.path, 'public/weather/fog/index.html')), false);
  });

  test('builds a page that comes back', async () => {
    site.restore('first');
    const text = readFileSync(join(site.path, FOG));
    rmSync(join(site.path, FOG));
    site.build('--no-incremental', '--clean-output');
    await site.record();
    await travel();
    writeFileSync(join(site.path, FOG), text);
    site.build('--incremental');
    assert.equal(existsSync(join(site.path, 'public/weather/fog/index.html')), true);
  });

  test('leaves out what a page left in the output that is gone', async () => {
    site.restore('first');
    rmSync(join(site.path, FOG));
    // Without it the build would be skipped, and the output be that of the last build still.
    appendFileSync(join(site.path, 'content/about.md'), '\nEdit.\n');
    site.build('--incremental');
    assert.equal(existsSync(join(site.path, 'public/weather/fog/index.html')), true, 'Bengal 0.5.1 leaves it');
    const recorded = await site.record();
    assert.equal(recorded.kind === 'recorded' && recorded.build, 'partial');
    await travel();
    for (const form of ['html', 'json', 'txt', 'md'])
      assert.equal(existsSync(join(site.path, `public/weather/fog/index.${form}`)), false, form);
  });

  test('digests the same after every full build of the same sources, and differently after an edit', async () => {
    site.restore('first');
    const first = await digestOfStateContent(site.path, 'public');
    site.build('--no-incremental');
    assert.equal(await digestOfStateContent(site.path, 'public'), first);
    appendFileSync(join(site.path, 'content/about.md'), '\nEdit.\n');
    site.build('--no-incremental');
    assert.notEqual(await digestOfStateContent(site.path, 'public'), first);
  });
});

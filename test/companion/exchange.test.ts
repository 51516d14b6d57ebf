import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  closeExchange,
  openExchange,
  ownsExchange,
  recoverOutput,
  writeExchangeFile,
  type Recovery,
} from '../../src/companion/exchange.ts';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const recover = ({ path: site }: SiteRig, recorded: readonly string[] = ['index.html', 'a/index.html']): Recovery =>
  recoverOutput({ site, outputDir: 'public' as SitePath, recorded });

/** A site whose output was set aside for a build. */
async function setAside(): Promise<SiteRig> {
  const rig = await siteRig({});
  openExchange(rig.path);
  await rig.write('.bengal-cache/previous/index.html', 'home');
  await rig.write('.bengal-cache/previous/a/index.html', 'a');
  return rig;
}

describe('the folder of the exchange', () => {
  test('ignores itself, and its files are whole', async () => {
    await using rig = await siteRig({});
    const { plan } = exchangePaths(rig.path);
    writeExchangeFile(rig.path, plan, 'one');
    writeExchangeFile(rig.path, plan, 'two');
    assert.equal(await rig.read('.bengal-cache/plan.json'), 'two');
    assert.equal(await rig.read('.bengal-cache/.gitignore'), '*\n');
    assert.equal(ownsExchange(rig.path), true);
  });

  test('is closed without a trace of the build, and can be opened again', async () => {
    await using rig = await setAside();
    for (const path of ['plan.json', 'journal.json', 'build.env']) await rig.write(`.bengal-cache/${path}`, 'x');
    closeExchange(rig.path);
    for (const path of ['plan.json', 'journal.json', 'build.env', 'previous'])
      assert.equal(existsSync(join(rig.path, '.bengal-cache', path)), false, path);
    closeExchange(rig.path);
    openExchange(rig.path);
  });

  test('that came with a repository is neither read, written nor cleared', async () => {
    await using rig = await siteRig({ '.bengal-cache/previous/index.html': 'x', '.bengal-cache/plan.json': '{}' });
    assert.equal(ownsExchange(rig.path), false);
    assert.deepEqual(recover(rig), { kind: 'nothing' });
    closeExchange(rig.path);
    assert.equal(await rig.read('.bengal-cache/plan.json'), '{}');
    assert.equal(await rig.read('.bengal-cache/previous/index.html'), 'x');
    assert.throws(() => writeExchangeFile(rig.path, exchangePaths(rig.path).plan, 'x'), /was not made by this tool/);
  });

  test('that is a link leads nobody out of the site', async () => {
    await using rig = await siteRig({ '../elsewhere/previous/x': 'kept', '../elsewhere/plan.json': 'kept' });
    await rig.link('.bengal-cache', '../elsewhere');
    assert.deepEqual(recover(rig), { kind: 'nothing' });
    closeExchange(rig.path);
    assert.throws(() => openExchange(rig.path));
    assert.equal(await rig.read('../elsewhere/previous/x'), 'kept');
    assert.equal(await rig.read('../elsewhere/plan.json'), 'kept');
  });
});

describe('an output that was set aside', () => {
  test('is put back where the build never ran', async () => {
    await using rig = await setAside();
    assert.deepEqual(recover(rig), { kind: 'put-back', files: 2 });
    assert.equal(await rig.read('public/a/index.html'), 'a');
    assert.deepEqual(recover(rig), { kind: 'nothing' });
  });

  test('is not put back over what a build began', async () => {
    await using rig = await setAside();
    await rig.write('.bengal-cache/journal.json', '{"status":"began"}');
    await rig.write('public/index.html', 'new');
    assert.deepEqual(recover(rig), { kind: 'broken-off' });
    assert.equal(await rig.read('public/index.html'), 'new');
    assert.equal(existsSync(join(rig.path, 'public/a/index.html')), false);
  });

  test('replaces nothing that stands in its place, and nothing comes back that nobody recorded', async () => {
    await using rig = await setAside();
    await rig.write('public/index.html', 'new');
    assert.deepEqual(recover(rig), { kind: 'broken-off' });
    assert.equal(await rig.read('public/index.html'), 'new');
    await using other = await setAside();
    assert.deepEqual(recover(other, []), { kind: 'broken-off' });
    assert.equal(existsSync(join(other.path, 'public')), false);
  });

  test('is nothing where none was', async () => {
    await using rig = await siteRig({ 'public/index.html': 'x' });
    assert.deepEqual(recover(rig), { kind: 'nothing' });
  });
});

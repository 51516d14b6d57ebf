import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SitePath } from '../../src/core/paths.ts';
import { closeExchange, recoverOutput } from '../../src/companion/exchange.ts';
import { setAsideOutput } from '../../src/output/set-aside.ts';
import { registerOf } from '../../src/place/register.ts';
import { findWorkFolder, openWorkFolder } from '../../src/place/work-folder.ts';
import { readTree } from '../archive/tree.ts';
import { siteRig } from '../support/site-rig.ts';

const PUBLIC = 'public' as SitePath;
const forget = (site: string): void => registerOf(site).drop('work-folder');

test('our folder is made once, found again, and no commit takes it along', async () => {
  await using rig = await siteRig();
  assert.equal(findWorkFolder(rig.path), undefined);
  const { path } = openWorkFolder(rig.path);
  assert.equal(path, join(rig.path, '.bengal-cache'));
  assert.deepEqual([openWorkFolder(rig.path).path, findWorkFolder(rig.path)?.path], [path, path]);
  assert.equal(readFileSync(join(path, '.gitignore'), 'utf8'), '*\n');
  forget(rig.path);
});

test('a folder of that name that came with the repository is not ours: it stays, and there is none of ours', async () => {
  const files = { '.bengal-cache/previous/a.html': 'theirs', '.bengal-cache/owner': 'x', 'public/a.html': 'x' };
  await using rig = await siteRig(files);
  const before = await readTree(rig.path);
  recoverOutput({ site: rig.path, outputDir: PUBLIC, recorded: ['a.html'] });
  assert.deepEqual(await readTree(rig.path), before);
  assert.throws(() => openWorkFolder(rig.path), /was not made by this tool on this machine/);
  assert.equal(findWorkFolder(rig.path), undefined);
  assert.equal(await rig.read('.bengal-cache/previous/a.html'), 'theirs');
  forget(rig.path);
});

test('a copy of our folder is not ours, and neither is one of another installation', async () => {
  await using rig = await siteRig();
  const { path } = openWorkFolder(rig.path);
  renameSync(path, join(rig.path, 'moved'));
  cpSync(join(rig.path, 'moved'), path, { recursive: true });
  assert.equal(findWorkFolder(rig.path), undefined);
  forget(rig.path);
  assert.equal(findWorkFolder(rig.path), undefined);
});

test('what was set aside for a build that never ran is put back; after another build it is cleared away', async () => {
  for (const recorded of [['a.html'], undefined]) {
    await using rig = await siteRig({ 'public/a.html': 'old' });
    const { previous } = openWorkFolder(rig.path);
    const output = { site: rig.path, outputDir: PUBLIC, sources: [], authored: new Set<string>() };
    setAsideOutput({ ...output, recorded: ['a.html'] }, { kind: 'kept', folder: previous });
    assert.equal(existsSync(join(rig.path, 'public/a.html')), false);
    recoverOutput({ site: rig.path, outputDir: PUBLIC, recorded: recorded ?? [] });
    closeExchange(rig.path);
    assert.equal(existsSync(join(rig.path, 'public/a.html')), recorded !== undefined);
    assert.equal(existsSync(previous), false);
    forget(rig.path);
  }
});

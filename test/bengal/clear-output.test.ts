import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clearOutput, type ClearOutcome } from '../../src/bengal/clear-output.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const clear = (rig: SiteRig, outputDir = 'public'): ClearOutcome =>
  clearOutput({ site: rig.path, outputDir, keep: ['content', '.git'] });
const isThere = (rig: SiteRig, path: string): boolean => existsSync(join(rig.path, path));

test('the output goes, and nothing else', async () => {
  await using rig = await siteRig({ 'public/a/index.html': 'x', 'public/.well-known/b': 'x', 'content/a.md': 'x' });
  assert.deepEqual(clear(rig), { kind: 'cleared' });
  assert.deepEqual([isThere(rig, 'public'), isThere(rig, 'content/a.md')], [false, true]);
});

test('an output that holds sources is left alone', async () => {
  await using rig = await siteRig({ 'content/out/a.md': 'x', 'x/content/a.md': 'x' });
  assert.deepEqual(clear(rig, 'content'), { kind: 'left', why: 'it holds content' });
  assert.deepEqual(isThere(rig, 'content/out/a.md'), true);
  assert.deepEqual(clear(rig, 'content/out'), { kind: 'cleared' });
});

test('what is no folder is left alone: a build would follow a link', async () => {
  await using rig = await siteRig({ 'elsewhere/a': 'x' });
  assert.deepEqual(clear(rig), { kind: 'left', why: 'it is no folder' });
  await rig.link('public', 'elsewhere');
  assert.deepEqual(clear(rig), { kind: 'left', why: 'it is no folder' });
  assert.deepEqual(isThere(rig, 'elsewhere/a'), true);
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkStage, computeKey, invalidateStage } from '../../src/stages/check.ts';
import { markDone } from '../../src/stages/mark-done.ts';
import { defineStage } from '../../src/stages/stage-definition.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a stage can be recorded without a look before, under an ending of its own', async () => {
  await using folder = await temporaryFolder();
  const context = { root: folder.path, variables: {}, entries: '_build/.cache', ending: 'hash' };
  mkdirSync(join(folder.path, 'in'));
  writeFileSync(join(folder.path, 'in/a'), 'a');
  const stage = defineStage({ name: 'docs', inputs: ['in/*'] });
  const key = await computeKey(stage, context);
  assert.equal((await markDone(stage, context)).kind, 'recorded');
  assert.ok(existsSync(join(folder.path, '_build/.cache/docs.hash')));
  const { verdict } = await checkStage(stage, context);
  assert.deepEqual([verdict.kind, verdict.key], ['skip', key]);
  assert.equal(invalidateStage('docs', context), true);
  assert.equal((await checkStage(stage, context)).verdict.kind, 'run');
});

test('a stage whose input is missing has no key, and neither has one without inputs', async () => {
  await using folder = await temporaryFolder();
  const context = { root: folder.path, variables: {} };
  assert.equal(await computeKey(defineStage({ name: 'docs', inputs: ['none.txt'] }), context), undefined);
  assert.equal(await computeKey(defineStage({ name: 'docs' }), context), undefined);
});

test('a name or an ending that is none is refused', async () => {
  await using folder = await temporaryFolder();
  assert.throws(() => invalidateStage('../docs', { root: folder.path }), /expected a name/);
  for (const ending of ['files', 'stat', 'a/b', '']) {
    assert.throws(() => invalidateStage('docs', { root: folder.path, ending }), /expected letters and digits such as/);
  }
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

test('action-types.yml tells the types of every input and output of each action', () => {
  const script = join(import.meta.dirname, '../../scripts/action-types.ts');
  const ran = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
});

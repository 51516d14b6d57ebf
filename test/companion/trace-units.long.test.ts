import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { BENGAL_PYTHON } from '../../scripts/audit.ts';

const folder = resolve(import.meta.dirname, '../../companion/tests');
const SUITES = ['test_trace_values', 'test_trace_file', 'test_trace_recorder', 'test_trace_unseen', 'test_trace_toys'];

function whyNot(): string | false {
  return existsSync(BENGAL_PYTHON) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

describe('the recorder of the companion', { skip: whyNot() }, () => {
  for (const suite of SUITES)
    test(`keeps the laws of ${suite}`, () => {
      assert.ok(existsSync(join(folder, `${suite}.py`)));
      const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
      const args = ['-m', 'unittest', '-b', suite];
      const { status, stderr } = spawnSync(BENGAL_PYTHON, args, { cwd: folder, encoding: 'utf8', env });
      assert.equal(status, 0, stderr.slice(-4000));
    });
});

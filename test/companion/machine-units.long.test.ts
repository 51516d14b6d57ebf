import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { BENGAL_PYTHON } from '../../scripts/audit.ts';

const companion = resolve(import.meta.dirname, '../../companion');
const SUITES = [
  'test_plan',
  'test_journal',
  'test_kept_files',
  'test_hooks',
  'test_sample',
  'test_shortcuts',
  'test_versions',
];

function whyNot(): string | false {
  return existsSync(BENGAL_PYTHON) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

describe('the machine of the companion', { skip: whyNot() }, () => {
  for (const suite of SUITES)
    test(`keeps the laws of ${suite}`, () => {
      const env = { ...process.env, PYTHONPATH: companion, PYTHONDONTWRITEBYTECODE: '1' };
      const cwd = resolve(companion, 'tests');
      const { status, stderr } = spawnSync(BENGAL_PYTHON, ['-m', 'unittest', '-b', suite], {
        cwd,
        encoding: 'utf8',
        env,
      });
      assert.equal(status, 0, stderr.slice(-4000));
    });
});

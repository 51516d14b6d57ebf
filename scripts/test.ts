/**
 * `npm test`, or `npm test -- FILE...`: runs the tests, as many files at a time as there are cores (left to itself, the
 * test runner leaves one idle).
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const chosen = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    `--test-concurrency=${String(availableParallelism())}`,
    '--import',
    './test/support/fixed-seed.ts',
    ...(chosen.length > 0 ? chosen : ['test/**/*.test.ts']),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;

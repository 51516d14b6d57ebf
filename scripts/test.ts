/**
 * Runs tests, and says in the last line how many passed and failed.
 *
 *   npm test                what matters, in about three minutes of processor time: all but `*.long.test.ts`
 *   npm run test:long       the others
 *   npm test -- FILE...     these
 *
 * A test is long that starts browsers, servers or many programs, or that goes through many cases; `.long` in its name
 * says so. As many files run at a time as there are cores (left to itself, the test runner leaves one idle).
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { dot, spec, type TestEvent } from 'node:test/reporters';

const root = join(import.meta.dirname, '..');
const LONG = '.long.test.ts';
const LONG_ALONE = '--long';
const SLOWEST_NAMED = 3;

const given = process.argv.slice(2);
const patterns = given.filter((word) => word !== LONG_ALONE);
const chosen = patterns.length > 0;
const quick = given.length === 0;
const found = globSync(chosen ? patterns : ['test/**/*.test.ts'], { cwd: root })
  .filter((file) => !file.split(/[\\/]/).includes('node_modules'))
  .sort();
const files = chosen ? found : found.filter((file) => file.endsWith(LONG) !== quick);
if (files.length === 0) {
  process.stderr.write(`test: there is no file ${patterns.join(' ')}\n`);
  process.exit(2);
}

let totals = { passed: 0, failed: 0, skipped: 0 };
const seconds = new Map<string, number>();
process.chdir(root);
const tests = run({
  files: files.map((file) => resolve(file)),
  concurrency: availableParallelism(),
  execArgv: ['--import', './test/support/fixed-seed.ts'],
});
tests.on('test:summary', ({ file, counts, duration_ms }) => {
  if (file !== undefined) seconds.set(relative(root, file), duration_ms / 1000);
  else {
    const skipped = counts.skipped + counts.todo;
    totals = { passed: counts.passed, failed: counts.tests - counts.passed - skipped, skipped };
  }
});
/** The reporter, as its type wants to be called. */
function dots(events: AsyncIterable<TestEvent>): AsyncIterable<string> {
  return dot(
    (async function* () {
      yield* events;
    })(),
  );
}

// A dot for each test, or its name; both tell failures in full.
await pipeline(tests, quick ? dots : new spec(), process.stdout, { end: false });

if (quick) {
  const slowest = [...seconds].toSorted(([, left], [, right]) => right - left).slice(0, SLOWEST_NAMED);
  const names = slowest.map(([file, time]) => `${file} ${time.toFixed(1)} s`).join(', ');
  console.log(
    `\nThe slowest of ${files.length} files: ${names}. The other ${found.length - files.length} files: npm run test:long`,
  );
}
// A run that finds no test must not look green.
const failed = totals.passed + totals.skipped === 0 ? Math.max(totals.failed, 1) : totals.failed;
console.log(`\n${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

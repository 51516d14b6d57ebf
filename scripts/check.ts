/**
 * `npm run check`: every check of the sources and of dist/. `npm run test:all`, here `--tests`: gets what tests need, and
 * runs every test; `--ci` (that is `.ci/run`): both. All of them run whatever happens to the others; the last line counts
 * tests and checks together.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Check {
  readonly name: string;
  /** Arguments of npm. */
  readonly npm: readonly string[];
  /** A test run counts with every test in it, anything else as one. */
  readonly countsTests?: boolean;
  /** Running no test at all is no failure. */
  readonly maySkipAll?: boolean;
  /** It cannot be had everywhere, and what needs it says so. */
  readonly mayFail?: boolean;
  /** Minutes for tools that few machines have: left to those who ask for all of it. */
  readonly notInCi?: boolean;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const tests: readonly Check[] = [
  // Elsewhere than on Linux npm gets the codec prebuilt, or the tests do without it.
  ...(process.platform === 'linux' ? [{ name: 'native codec', npm: ['run', '--silent', 'build:zstd'] }] : []),
  { name: 'heavy tools', npm: ['run', '--silent', 'test:tools'] },
  // Tests of the companion want its Python. What cannot be had says so.
  { name: 'real Bengal', npm: ['run', '--silent', 'bengal:install'], mayFail: true },
  { name: 'act and actionlint', npm: ['run', '--silent', 'workflow:tools'], mayFail: true, notInCi: true },
  { name: 'tests that matter most', npm: ['test'], countsTests: true },
  { name: 'long tests', npm: ['run', '--silent', 'test:long'], countsTests: true },
  // The judge that matters most. Where it cannot be had, its tests say so and are skipped.
  { name: 'tests with real Bengal', npm: ['run', '--silent', 'test:bengal'], countsTests: true, maySkipAll: true },
  { name: 'builds with the companion equal full builds', npm: ['run', '--silent', 'equality', '--', '--short'] },
  // On a real runner, where there is one.
  { name: 'workflows under act', npm: ['run', '--silent', 'act'], notInCi: true },
];

const checks: readonly Check[] = [
  { name: 'types', npm: ['run', '--silent', 'types'] },
  { name: 'lint', npm: ['run', '--silent', 'lint'] },
  { name: 'format', npm: ['run', '--silent', 'format:check'] },
  { name: 'layers', npm: ['run', '--silent', 'layers'] },
  // Before dist is rebuilt: what is committed is what runs at the users'.
  { name: 'recorded cases', npm: ['run', '--silent', 'cases'] },
  { name: 'dist works', npm: ['run', '--silent', 'smoke'] },
  { name: 'dist is fresh', npm: ['run', '--silent', 'dist:check'] },
];

/** Runs npm with its output passed on as it comes, and collected. */
function run(npm: readonly string[]): Promise<{ readonly succeeded: boolean; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', npm, {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
      // npm is a batch file there.
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ succeeded: code === 0, output });
    });
  });
}

/** Reads the last line `12 passed, 0 failed, 1 skipped` of scripts/test.ts. */
function totalsOf(output: string): Outcome {
  const [, passed = '0', failed = '0'] = [...output.matchAll(/^(\d+) passed, (\d+) failed\b.*$/gm)].at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}

async function outcomeOf({ npm, countsTests = false, maySkipAll = false, mayFail = false }: Check): Promise<Outcome> {
  const { succeeded, output } = await run(npm);
  if (!succeeded && mayFail) return { passed: 0, failed: 0 };
  if (!countsTests) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = totalsOf(output);
  // A run that fails for a reason outside its tests, or that finds none, must not look green.
  const sound = succeeded && (passed > 0 || maySkipAll);
  return { passed, failed: sound ? failed : Math.max(failed, 1) };
}

const [, , choice] = process.argv;
const wanted = tests.filter(({ notInCi = false }) => choice === '--tests' || !notInCi);
const chosen = [...(choice === undefined ? [] : wanted), ...(choice === '--tests' ? [] : checks)];
const summary: string[] = [];
let passed = 0;
let failed = 0;
for (const check of chosen) {
  console.log(`\n=== ${check.name}`);
  const outcome = await outcomeOf(check);
  passed += outcome.passed;
  failed += outcome.failed;
  const counts = check.countsTests === true ? ` (${outcome.passed} passed, ${outcome.failed} failed)` : '';
  summary.push(`${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${check.name}${counts}`);
  console.log(summary.at(-1));
}
console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

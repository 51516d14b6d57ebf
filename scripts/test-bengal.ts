/** `npm run test:bengal`: gets Bengal where that is possible, then runs the tests in which it is the judge. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const install = spawnSync(process.execPath, [join(root, 'scripts', 'install-bengal.ts')], { stdio: 'inherit' });
if (install.status !== 0) process.stdout.write('Bengal is not to be had here: its tests are skipped\n');
const tests = spawnSync(process.execPath, [join(root, 'scripts', 'test.ts'), 'test/bengal-real/*.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, REAL_BENGAL: '1' },
});
process.exitCode = tests.status ?? 1;

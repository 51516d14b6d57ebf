import { execFileSync } from 'node:child_process';
import { siteRig, type SiteRig } from './site-rig.ts';

/** A disposable site that is a git repository of its own. */
export interface GitRig extends SiteRig {
  /** Runs git in the site; returns what it prints. */
  git(...args: readonly string[]): string;
  /** Adds everything and commits. */
  commit(): void;
}

/** Settings of the machine must not reach into a test, nor a signing key be asked for. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

export async function gitRig(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...init: readonly string[]
): Promise<GitRig> {
  const rig = await siteRig(files);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: rig.path, env: ENVIRONMENT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (): void => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'x');
  };
  git('init', '--quiet', '--initial-branch=main', ...init);
  commit();
  return Object.assign(rig, { git, commit });
}

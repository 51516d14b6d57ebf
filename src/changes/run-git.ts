import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { parse } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { environmentOfTools } from '../core/child-environment.ts';
import { messageOf } from '../core/result.ts';

export interface GitCall {
  /** Folder to ask about, absolute. */
  readonly folder: string;
  readonly variables: Variables;
  readonly timeoutMs?: number;
}

export interface GitAnswer {
  /** Exit code; `undefined`: there is no git, or it did not end in time. */
  readonly status: number | undefined;
  readonly stdout: string;
  /** What went wrong, where something did. */
  readonly why: string;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const MOST_OUTPUT_BYTES = 1 << 28;

/**
 * What a repository's own settings must not do to us: run programs, vouch for files that nobody looked at, or take a
 * folder that merely looks like a repository for one.
 */
const SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'core.checkStat=default',
  'core.trustctime=true',
  'core.ignoreStat=false',
  'safe.bareRepository=explicit',
];

/** Runs a git command that only reads, whatever the repository and the environment say about how it should. */
export function runGit(
  { folder, variables, timeoutMs = DEFAULT_TIMEOUT_MS }: GitCall,
  args: readonly string[],
): GitAnswer {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const run = spawnSync('git', ['--no-replace-objects', '-C', folder, ...settings, ...args], {
    // Windows looks for programs in the working directory first, and the site may hold a git.exe of its own.
    cwd: parse(folder).root,
    env: environmentOfGit(variables),
    encoding: 'utf8',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.error !== undefined)
    return { status: undefined, stdout: '', why: `git gave no answer: ${messageOf(run.error)}` };
  const complaint = run.stderr.trim().split('\n', 1)[0] ?? '';
  return {
    status: run.status ?? undefined,
    stdout: run.stdout,
    why: `git ended with ${String(run.status ?? run.signal)}${complaint === '' ? '' : `: ${complaint}`}`,
  };
}

/** Variables such as GIT_DIR would lead git to another repository, index or configuration, and it needs no secrets. */
function environmentOfGit(variables: Variables): Record<string, string> {
  const own = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return { ...environmentOfTools(variables), ...own };
}

/** Commit of the checkout that a folder lies in; `undefined` outside git. */
export function readHeadCommit(folder: string, variables: Variables): string | undefined {
  const { status, stdout } = runGit({ folder, variables }, ['rev-parse', '--verify', 'HEAD']);
  return status === 0 ? stdout.trim() : undefined;
}

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { environmentOfTools } from '../core/child-environment.ts';
import type { Acquired, LockKind, LockRequest } from './lock-outcome.ts';
import { messageOf } from '../core/result.ts';

/** A program that takes a lock, then echoes its standard input until that closes. */
export interface LockProgram {
  readonly command: string;
  argumentsFor(path: string, kind: LockKind): readonly string[];
}

/** Appending creates the file without emptying it; perl's `flock` is flock(2) wherever that exists. */
const PERL_SCRIPT = `
use Fcntl ':flock';
my ($kind, $path) = @ARGV;
my $shared = $kind eq 'shared';
open(my $file, $shared ? '<' : '>>', $path) or die "$!\\n";
flock($file, $shared ? LOCK_SH : LOCK_EX) or die "$!\\n";
$| = 1;
print while <STDIN>;
`;

/** util-linux and BusyBox agree on these arguments, and on nothing about time-outs, so we keep the time ourselves. */
export const FLOCK: LockProgram = {
  command: 'flock',
  argumentsFor: (path, kind) => [kind === 'shared' ? '-s' : '-x', path, 'cat'],
};

/** macOS has no `flock` program. */
export const PERL: LockProgram = {
  command: 'perl',
  argumentsFor: (path, kind) => ['-e', PERL_SCRIPT, kind, path],
};

/** The programs to try on this platform, best first. On Windows none speaks of the same lock as Python's msvcrt. */
export const LOCK_PROGRAMS: readonly LockProgram[] = process.platform === 'win32' ? [] : [FLOCK, PERL];

/** Waits until the program holds the lock. `path` is absolute. */
export async function acquireByProgram(
  program: LockProgram,
  path: string,
  { kind, timeoutMs }: LockRequest,
): Promise<Acquired> {
  // In a process group of its own: Ctrl-C in a terminal must not take the lock away from a save that still runs.
  const child = spawn(program.command, program.argumentsFor(path, kind), {
    detached: true,
    // eslint-disable-next-line no-restricted-properties -- a library has no shell of its own that could hand them over
    env: environmentOfTools(process.env),
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A write to a program that has ended is told by its exit.
  child.stdin.on('error', () => undefined);
  const release = async (): Promise<void> => {
    // Unlike `end`, this closes the pipe at once, even if the caller goes on to block the event loop.
    child.stdin.destroy();
    await closed;
  };
  const outcome = await firstSign(child, timeoutMs);
  if (outcome.kind === 'held') return { kind: 'held', release };
  if (outcome.kind === 'timeout') {
    // Were the lock granted this very moment, the end of its input would make the program give it back.
    child.kill('SIGKILL');
    await release();
  }
  return outcome;
}

type Sign = Exclude<Acquired, { kind: 'held' }> | { readonly kind: 'held' };

function firstSign(child: ChildProcessWithoutNullStreams, timeoutMs: number): Promise<Sign> {
  return new Promise((resolve) => {
    let complaint = '';
    const timer = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs);
    const settle = (sign: Sign): void => {
      clearTimeout(timer);
      resolve(sign);
    };
    child.stderr.on('data', (chunk: Buffer) => void (complaint += chunk.toString('utf8')));
    // The echo comes when the program has the lock and runs.
    child.stdout.once('data', () => settle({ kind: 'held' }));
    child.once('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ENOENT' ? { kind: 'no-program' } : { kind: 'refused', why: messageOf(error) }),
    );
    child.once('close', (code) =>
      settle({ kind: 'refused', why: complaint.trim() || `the program ended with code ${String(code)}` }),
    );
    child.stdin.write('\n');
  });
}

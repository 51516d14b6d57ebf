import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { messageOf } from '../core/result.ts';
import type { Variables } from './environment.ts';

export interface ProgramRun {
  readonly command: readonly [program: string, ...args: readonly string[]];
  /** Absolute. */
  readonly cwd: string;
  readonly variables: Variables;
  readonly timeoutMs: number;
  /** Bytes of stdout above which the program is stopped. */
  readonly maxOutput: number;
}

/** How a program ended. `errors`: the end of what it wrote to stderr. */
export type ProgramOutcome =
  | { readonly kind: 'ended'; readonly status: number | null; readonly output: string; readonly errors: string }
  | { readonly kind: 'hung' }
  | { readonly kind: 'flooded' }
  | { readonly kind: 'not-started'; readonly why: string };

/** Of stderr only the end is kept: it says what went wrong. */
const KEPT_ERRORS = 4096;

/** Runs a program to its end, or ends it and every process that it started. Never throws, never waits longer. */
export async function runProgram(run: ProgramRun): Promise<ProgramOutcome> {
  const [program, ...args] = run.command;
  let child: ChildProcess;
  try {
    child = spawn(program, args, {
      cwd: run.cwd,
      env: run.variables,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // A group of its own, so that it can be ended with all its children.
      detached: process.platform !== 'win32',
    });
  } catch (thrown) {
    // An environment that is too long for the system, say.
    return { kind: 'not-started', why: messageOf(thrown) };
  }
  return await new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let errors = '';
    const end = (outcome: ProgramOutcome): void => {
      clearTimeout(timer);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(outcome);
    };
    const stop = (outcome: ProgramOutcome): void => {
      endGroup(child);
      end(outcome);
    };
    const timer = setTimeout(() => stop({ kind: 'hung' }), run.timeoutMs);
    // Where too many files are open, there are no streams, and the error follows.
    child.stdout?.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > run.maxOutput) stop({ kind: 'flooded' });
      else chunks.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors = `${errors}${text}`.slice(-KEPT_ERRORS);
    });
    child.once('error', (error) => end({ kind: 'not-started', why: messageOf(error) }));
    child.once('close', (status) =>
      end({ kind: 'ended', status, output: Buffer.concat(chunks).toString('utf8'), errors }),
    );
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

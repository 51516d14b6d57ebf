import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { environmentOfBuild } from '../core/child-environment.ts';
import { messageOf } from '../core/result.ts';
import type { Variables } from '../config/environment.ts';
import type { Words } from '../inputs/build-command.ts';

/** How the program ended. */
export type BuildEnd =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly status: number; readonly why: string }
  /** Whoever runs us wanted an end; nobody knows how far the build came. */
  | { readonly kind: 'cancelled'; readonly status: number; readonly why: string }
  | { readonly kind: 'not-started'; readonly status: number; readonly why: string };

export interface BuildRun {
  readonly words: Words;
  /** Folder of the site, absolute. */
  readonly folder: string;
  readonly variables: Variables;
  /** What the companion needs, for this program alone. */
  readonly planned: ReadonlyMap<string, string>;
  /** Where its standard output goes: to ours, or, where that belongs to a result, to standard error. */
  readonly output: 'inherited' | 'to-standard-error';
}

/** What a shell says of a program that is not there. */
const NOT_FOUND = 127;
const PASSED_ON = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs the build to its end, with its own output untouched. It gets no secret of the job. A signal that ends us ends the
 * build first: then nothing of it counts, even if it comes to a good end all the same.
 */
export function runBuildProcess({ words, folder, variables, planned, output }: BuildRun): Promise<BuildEnd> {
  const [program, ...args] = words;
  return new Promise((resolve) => {
    let cancelled: NodeJS.Signals | undefined;
    const notStarted = (why: string): void => {
      resolve({ kind: 'not-started', status: NOT_FOUND, why: `${program} could not be started (${why})` });
    };
    try {
      const child = spawn(program, args, {
        cwd: folder,
        env: { ...environmentOfBuild(variables), ...Object.fromEntries(planned) },
        stdio: output === 'inherited' ? 'inherit' : ['inherit', 2, 2],
      });
      const passOn = (signal: NodeJS.Signals): void => {
        cancelled ??= signal;
        // A terminal tells everybody in front of it by itself, and Python takes a second time for impatience.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      };
      for (const signal of PASSED_ON) process.on(signal, passOn);
      const end = (ended: BuildEnd): void => {
        for (const signal of PASSED_ON) process.off(signal, passOn);
        resolve(ended);
      };
      child.once('error', (error) => {
        for (const signal of PASSED_ON) process.off(signal, passOn);
        notStarted(messageOf(error));
      });
      child.once('close', (status, signal) => end(endOf({ status, signal, cancelled })));
    } catch (thrown) {
      // An environment or arguments that are too long for the system.
      notStarted(messageOf(thrown));
    }
  });
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly cancelled: NodeJS.Signals | undefined;
}

function endOf({ status, signal, cancelled }: Ended): BuildEnd {
  if (cancelled !== undefined)
    return { kind: 'cancelled', status: statusOf(cancelled), why: `the build was cancelled (${cancelled})` };
  if (signal !== null) return { kind: 'failed', status: statusOf(signal), why: `the build was ended by ${signal}` };
  if (status === 0) return { kind: 'succeeded' };
  const known = status ?? 1;
  return { kind: 'failed', status: known, why: `the build failed with exit status ${String(known)}` };
}

/** As a shell has it. */
function statusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';
import { sha256, type Sha256 } from '../core/digest.ts';
import { readFileSync } from '../disk/node.ts';
import { fingerprintFile, recordedPath } from './tracked-file.ts';

/** One execution of a cached function, and what it turned out to depend on. */
export interface Run {
  readonly label: string;
  readonly key: Sha256;
  /** The run that started it, though others may wait for it too. */
  readonly caller: Run | undefined;
  /** Folder of the memo that it belongs to. */
  readonly memo: string;
  /** Where relative paths start. */
  readonly root: string;
  /** Recorded path -> fingerprint when it was first tracked. */
  readonly files: Map<string, string>;
  readonly children: Map<Sha256, Sha256>;
  /** Runs that this one may be waiting for. */
  readonly waitsFor: Set<Run>;
  /** Cached calls that it started and that have not ended. */
  pending: number;
  /** Why its result must not be kept, once there is a reason. */
  doubt: Doubt | undefined;
  ended: boolean;
}

export interface Doubt {
  readonly why: string;
  /** Whether somebody was told already, because the reason lies in what it called. */
  readonly told: boolean;
}

/** Which run the code that is executing belongs to, across `await`. It is one for all memos, so that one notices another. */
const running = new AsyncLocalStorage<Run>();

export function newRun(identity: Pick<Run, 'label' | 'key' | 'caller' | 'memo' | 'root'>): Run {
  return {
    ...identity,
    ...{ files: new Map<string, string>(), children: new Map<Sha256, Sha256>(), waitsFor: new Set<Run>() },
    ...{ pending: 0, doubt: undefined, ended: false },
  };
}

export function execute<Result>(run: Run, work: () => Result): Result {
  return running.run(run, work);
}

/** The run of the cached function that is executing; a run that has ended is none, though its timers may go on. */
export function currentRun(): Run | undefined {
  const run = running.getStore();
  return run?.ended === true ? undefined : run;
}

/** Whether `run` waits for `other`, directly or through others. */
export function waitsFor(run: Run, other: Run): boolean {
  const seen = new Set([run]);
  for (const at of seen) {
    if (at === other) return true;
    for (const next of at.waitsFor) seen.add(next);
  }
  return false;
}

/**
 * Notes that the running cached function depends on a file, or on a folder's list of names: its result is stale when that
 * differs, comes or goes. Call it before reading the file. Relative paths start at the root of the memo. Answers the
 * absolute path, to read it by.
 *
 * @throws Error outside of a cached function, where nobody would hear it.
 */
export function trackFile(path: string): string {
  const run = runToTrackIn();
  const absolute = resolve(run.root, path);
  note(run, path, () => fingerprintFile(absolute));
  return absolute;
}

/**
 * Reads a file and tracks it in one step, so that what is noted is what was read: its bytes, or with `utf8` its text.
 *
 * @throws what reading throws; that the file is not there is tracked too.
 */
export function readTracked(path: string): Uint8Array;
export function readTracked(path: string, encoding: 'utf8'): string;
export function readTracked(path: string, encoding?: 'utf8'): Uint8Array | string {
  const run = runToTrackIn();
  try {
    // What the reader meets is what Node says of the file.
    const content = readFileSync(resolve(run.root, path));
    note(run, path, () => sha256(content));
    return encoding === undefined ? content : content.toString(encoding);
  } catch (thrown) {
    trackFile(path);
    throw thrown;
  }
}

function runToTrackIn(): Run {
  const run = currentRun();
  if (run === undefined) {
    throw new Error(
      'A file can be tracked only while a cached function runs. ' +
        'Await everything in the function, and call this inside of it.',
    );
  }
  return run;
}

function note(run: Run, path: string, fingerprint: () => string): void {
  const name = recordedPath(run.root, path);
  const now = fingerprint();
  const before = run.files.get(name);
  if (before === undefined) run.files.set(name, now);
  else if (before !== now) run.doubt ??= { why: `${name} changed while it ran`, told: false };
}

/** Whether everything that a run tracked is still as it was when it was tracked. */
export function changedMeanwhile(run: Run): string | undefined {
  for (const [path, fingerprint] of run.files)
    if (fingerprintFile(resolve(run.root, path)) !== fingerprint) return path;
  return undefined;
}

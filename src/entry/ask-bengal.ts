import { spawn, type ChildProcess } from 'node:child_process';
import { basename, delimiter, dirname, join } from 'node:path';
import { parseSelection, SELECTION_ARGS, type BengalSelection } from '../bengal/selection.ts';
import type { Variables } from '../config/environment.ts';
import type { SitePath } from '../core/paths.ts';
import { failed, messageOf, type Result } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { isThere, lookThrough } from '../disk/look.ts';
import { cpSync, renameSync, rmSync } from '../disk/node.ts';
import { atBest, needed } from '../disk/outcome.ts';
import { readRealPath } from '../disk/read.ts';
import type { SiteInputs } from '../inputs/inputs.ts';

/** A dry run parses pages, and on a large site that takes its time. */
const TEN_MINUTES_MS = 600_000;
const MOST_OUTPUT_BYTES = 1 << 28;

export interface BengalQuestion {
  readonly inputs: SiteInputs;
  readonly outputDir: SitePath;
  readonly variables: Variables;
  readonly timeoutMs?: number;
}

/** Fails, before anything is written, when there is no Bengal to ask. */
export function requireBengal(variables: Variables): void {
  const folders = (variables['PATH'] ?? variables['Path'] ?? '').split(delimiter);
  if (
    !folders.some((folder) =>
      ['bengal', 'bengal.exe'].some((name) => atBest(lookThrough(join(folder, name))) !== undefined),
    )
  )
    throw new UserError(['Option --verify: there is no bengal on the PATH; install it, or leave the option out']);
}

/**
 * Asks the Bengal on the PATH what it would rebuild. Its dry run writes into the state all the same (page metadata, tag
 * index, snapshots), and the development version removes outputs. So it works on copies; the state and the output
 * themselves are set aside and put back, whatever happens, short of a kill that no process can answer. Fails with why
 * there is no answer.
 */
export async function askBengal(question: BengalQuestion): Promise<Result<BengalSelection, string>> {
  const { inputs, outputDir } = question;
  // Listening comes first: what is asked to stop while it copies stops afterwards.
  const interruption = listenForSignals();
  let putBack = (): void => undefined;
  try {
    putBack = setAside(inputs.site, ['.bengal', outputDir]);
    const { stdout, trouble } = await runBengal(question, interruption);
    if (trouble !== undefined) return failed(trouble);
    const answer = parseSelection(stdout, [inputs.site, needed(inputs.site, readRealPath(inputs.site))]);
    return answer.ok ? answer : failed(...answer.problems.map((problem) => `bengal gave no answer; ${problem}`));
  } catch (thrown) {
    return failed(`the state cannot be set aside: ${messageOf(thrown)}`);
  } finally {
    putBack();
    interruption.end();
  }
}

/** A signal that asks this process to stop, held back until there is nothing left to put back. */
interface Interruption {
  /** Calls back when a signal comes, or at once when one has come. */
  onSignal(stop: (signal: NodeJS.Signals) => void): void;
  /** Lets the signal take effect, if one came. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function listenForSignals(): Interruption {
  let first: NodeJS.Signals | undefined;
  let stop: (signal: NodeJS.Signals) => void = () => undefined;
  const listener = (signal: NodeJS.Signals): void => {
    first ??= signal;
    stop(first);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return {
    onSignal(callback) {
      stop = callback;
      if (first !== undefined) callback(first);
    },
    end() {
      for (const signal of SIGNALS) process.off(signal, listener);
      if (first !== undefined) process.kill(process.pid, first);
    },
  };
}

/** Moves folders of the site aside, leaves copies in their places, and returns what undoes it. */
function setAside(site: string, folders: readonly string[]): () => void {
  const moved: { place: string; kept: string }[] = [];
  const putBack = (): void => {
    for (const { place, kept } of moved.reverse()) {
      rmSync(place, { recursive: true, force: true });
      renameSync(kept, place);
    }
  };
  try {
    for (const folder of folders.filter((each) => isThere(join(site, each)))) {
      const place = join(site, folder);
      // Beside its place, where a relative link leads to the same folder.
      const kept = join(dirname(place), `.bengal-cache-staging-verify-${String(process.pid)}-${basename(place)}`);
      renameSync(place, kept);
      moved.push({ place, kept });
      cpSync(needed(kept, readRealPath(kept)), place, {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
      });
    }
  } catch (thrown) {
    putBack();
    throw thrown;
  }
  return putBack;
}

interface Run {
  readonly stdout: string;
  /** Why the output is no answer. */
  readonly trouble: string | undefined;
}

async function runBengal(
  { inputs, variables, timeoutMs = TEN_MINUTES_MS }: BengalQuestion,
  interruption: Interruption,
): Promise<Run> {
  const child = spawn('bengal', [...SELECTION_ARGS, ...optionsOf(inputs)], {
    cwd: inputs.site,
    env: { ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that everything that it starts ends with it.
    detached: process.platform !== 'win32',
  });
  let stopped: string | undefined;
  const stop = (why: string): void => {
    stopped ??= why;
    killGroup(child);
  };
  const timer = setTimeout(() => stop(`bengal gave no answer within ${String(timeoutMs / 1000)} seconds`), timeoutMs);
  interruption.onSignal((signal) => stop(`stopped by ${signal}`));
  try {
    const ended = await outputOf(child, () => stop('bengal printed more than 256 MiB'));
    return { stdout: ended.stdout, trouble: stopped ?? ended.trouble };
  } finally {
    clearTimeout(timer);
  }
}

/** These the gate gives, and the question has its own. */
const MODE_FLAGS: ReadonlySet<string> = new Set(['--incremental', '--no-incremental', '--clean-output']);

function optionsOf({ environment, profile, configFile, buildFlags }: SiteInputs): string[] {
  const named = Object.entries({ environment, profile, config: configFile }).flatMap(([option, value]) =>
    value === undefined ? [] : [`--${option}`, value],
  );
  return [...named, ...buildFlags.filter((flag) => !MODE_FLAGS.has(flag))];
}

function outputOf(child: ChildProcess, tooMuch: () => void): Promise<Run> {
  return new Promise((resolve) => {
    const pieces = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let bytes = 0;
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.on('data', (piece: Buffer) => {
        bytes += piece.byteLength;
        if (bytes > MOST_OUTPUT_BYTES) tooMuch();
        else pieces[name].push(piece);
      });
    const text = (name: keyof typeof pieces): string => Buffer.concat(pieces[name]).toString('utf8');
    child.once('error', (error) => resolve({ stdout: '', trouble: `bengal cannot be run: ${error.message}` }));
    child.once('close', (status, signal) => {
      const end = signal ?? `exit status ${String(status)}`;
      const said = lastLines(`${text('stdout')}\n${text('stderr')}`);
      resolve({ stdout: text('stdout'), trouble: status === 0 ? undefined : `bengal failed (${end}): ${said}` });
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n').slice(-500);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

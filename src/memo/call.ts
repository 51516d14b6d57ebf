import { deserialize, serialize } from 'node:v8';
import { sha256, type Sha256 } from '../core/digest.ts';
import { messageOf } from '../core/result.ts';
import { callLabel } from './call-label.ts';
import { entryKey, type Entry } from './memo-entry.ts';
import type { ResultStore } from './result-store.ts';
import { changedMeanwhile, currentRun, execute, newRun, waitsFor, type Doubt, type Run } from './run-call.ts';
import { digestOfArguments } from './value-digest.ts';
import { judgeEntry } from './result-validity.ts';

export interface CachedFunction {
  readonly name: string;
  /** Digest of its source text and version. */
  readonly code: Sha256;
  readonly maxAgeMs: number;
  readonly compute: (...args: readonly unknown[]) => unknown;
}

/** What the calls of one memo share. */
export interface MemoCore {
  readonly store: ResultStore;
  readonly root: string;
  readonly functions: ReadonlyMap<string, CachedFunction>;
  readonly inFlight: Map<Sha256, Flight>;
  readonly mode: 'use' | 'refresh' | 'off';
  /** Calls that were computed anew because of the mode: once is enough. */
  readonly refreshed: Set<Sha256>;
  readonly maxResultBytes: number;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly warn: (sentence: string) => void;
}

export interface Flight {
  readonly run: Run;
  readonly outcome: Promise<Outcome>;
}

interface Outcome {
  readonly bytes: Uint8Array;
  /** Digest of the kept result; `undefined` when it was not kept. */
  readonly kept: Sha256 | undefined;
}

interface Call {
  readonly known: CachedFunction;
  readonly args: readonly unknown[];
  readonly argumentsHash: Sha256;
  readonly key: Sha256;
  readonly label: string;
}

/** One call, seen from whoever made it: its caller depends on it from here on. Gives a copy that is the caller's own. */
export async function callCached(core: MemoCore, known: CachedFunction, args: readonly unknown[]): Promise<unknown> {
  core.signal?.throwIfAborted();
  const argumentsHash = digestOfArguments(args);
  const call: Call = {
    ...{ known, args, argumentsHash },
    key: entryKey({ ...known, argumentsHash }),
    label: callLabel(known.name, args, argumentsHash),
  };
  const caller = currentRun();
  if (caller === undefined) return deserialize((await obtain(core, call, undefined)).bytes);
  caller.pending++;
  try {
    const { bytes, kept } = await obtain(core, call, caller);
    if (caller.memo !== core.store.folder)
      caller.doubt ??= { why: `it calls ${call.label}, which is kept in another folder`, told: false };
    if (kept === undefined) caller.doubt ??= { why: `the result of ${call.label} was not kept`, told: true };
    else caller.children.set(call.key, kept);
    return deserialize(bytes);
  } catch (thrown) {
    // If the caller goes on all the same, its result depends on this error, and errors are not kept.
    caller.doubt ??= { why: `${call.label} failed`, told: false };
    throw thrown;
  } finally {
    caller.pending--;
  }
}

/**
 * A run that goes on already began before this call, and what it saw may have changed since: it is waited for, but only
 * what it leaves in the store, and what holds there, is taken. Otherwise the call runs, together with those that waited.
 */
async function obtain(core: MemoCore, call: Call, caller: Run | undefined): Promise<Outcome> {
  if (core.mode === 'off') refuseCircle(call, caller, (run) => run.key === call.key);
  const earlier = core.mode === 'off' ? undefined : core.inFlight.get(call.key);
  if (earlier === undefined) return await waitFor(start(core, call, caller), call, caller);
  const mine = { ...call, args: copyOf(call.args) };
  await waitFor(earlier, mine, caller).catch((thrown: unknown) => {
    if (thrown instanceof CircleError) throw thrown;
  });
  return reuse(core, mine) ?? (await waitFor(core.inFlight.get(mine.key) ?? start(core, mine, caller), mine, caller));
}

/** Two calls that wait for each other would wait for ever. */
class CircleError extends Error {}

function refuseCircle({ label }: Call, caller: Run | undefined, isIt: (run: Run) => boolean): void {
  for (let run = caller; run !== undefined; run = run.caller) {
    if (caller !== undefined && isIt(run))
      throw new CircleError(
        `${label} needs its own result: ${caller.label} called it, and it waits for ${caller.label}`,
      );
  }
}

async function waitFor(flight: Flight, call: Call, caller: Run | undefined): Promise<Outcome> {
  if (caller === undefined) return await flight.outcome;
  refuseCircle(call, caller, (run) => run === caller && waitsFor(flight.run, caller));
  caller.waitsFor.add(flight.run);
  try {
    return await flight.outcome;
  } finally {
    caller.waitsFor.delete(flight.run);
  }
}

/** Begins at once, so that arguments are looked at before whoever called can change them. */
function start(core: MemoCore, call: Call, caller: Run | undefined): Flight {
  const run = newRun({ label: call.label, key: call.key, caller, memo: core.store.folder, root: core.root });
  let settle: (outcome: Promise<Outcome>) => void = () => undefined;
  const flight = { run, outcome: new Promise<Outcome>((resolve) => (settle = resolve)) };
  // Known before it begins: a function may call itself right away, or its caller.
  if (core.mode !== 'off') core.inFlight.set(call.key, flight);
  caller?.waitsFor.add(run);
  settle(fly(core, run, call));
  return flight;
}

async function fly(core: MemoCore, run: Run, call: Call): Promise<Outcome> {
  try {
    return reuse(core, call) ?? (await compute(core, run, call));
  } finally {
    run.ended = true;
    if (core.mode !== 'off') core.inFlight.delete(call.key);
  }
}

function reuse(core: MemoCore, { key }: Call): Outcome | undefined {
  if (core.mode === 'off' || (core.mode === 'refresh' && !core.refreshed.has(key))) return undefined;
  const entry = core.store.readEntry(key);
  if (entry === undefined || entry.bytes > core.maxResultBytes) return undefined;
  if (judgeEntry(key, entry, { ...core, now: core.now() }).kind === 'stale') return undefined;
  const bytes = core.store.readResult(entry);
  if (bytes === undefined || !isReadable(bytes)) return undefined;
  core.store.touch(key, core.now());
  return { bytes, kept: entry.result };
}

/**
 * A result that a later Node wrote may be beyond this one. V8 makes plain data of any bytes or throws, runs nothing of
 * what they say and allocates little more than they fill; that they are the bytes which some process kept for this call is
 * taken on trust in the folder, as the text of a build script is.
 */
function isReadable(bytes: Uint8Array): boolean {
  try {
    deserialize(bytes);
    return true;
  } catch {
    return false;
  }
}

async function compute(core: MemoCore, run: Run, call: Call): Promise<Outcome> {
  const { known, argumentsHash, label, key } = call;
  const at = core.now();
  // A copy: the result belongs to the arguments as they are now, whatever becomes of them while it is computed.
  const args = copyOf(call.args);
  const value = await execute(run, async () => await known.compute(...args));
  const bytes = encode(value, label);
  run.ended = true;
  if (core.mode === 'off') return { bytes, kept: undefined };
  core.refreshed.add(key);
  const doubt = run.doubt ?? unfinished(run) ?? tooLarge(bytes, core) ?? meanwhile(run);
  if (doubt !== undefined) {
    if (!doubt.told) core.warn(`The result of ${label} is not kept: ${doubt.why}`);
    return { bytes, kept: undefined };
  }
  const result = sha256(bytes);
  const { files, children } = run;
  const entry = { name: known.name, code: known.code, argumentsHash, label, result, bytes: bytes.byteLength, at };
  return { bytes, kept: keep(core, { ...entry, files, children }, bytes) ? result : undefined };
}

function copyOf(args: readonly unknown[]): readonly unknown[] {
  return deserialize(serialize(args)) as readonly unknown[];
}

function encode(value: unknown, label: string): Uint8Array {
  try {
    return serialize(value);
  } catch (thrown) {
    throw new TypeError(`The result of ${label} cannot be kept: ${messageOf(thrown)}`, { cause: thrown });
  }
}

function unfinished({ pending }: Run): Doubt | undefined {
  return pending > 0 ? { why: 'it ended before a cached function that it called', told: false } : undefined;
}

function tooLarge({ byteLength }: Uint8Array, { maxResultBytes }: MemoCore): Doubt | undefined {
  return byteLength > maxResultBytes
    ? { why: `it has ${String(byteLength)} bytes, more than ${String(maxResultBytes)}`, told: false }
    : undefined;
}

function meanwhile(run: Run): Doubt | undefined {
  const path = changedMeanwhile(run);
  return path === undefined ? undefined : { why: `${path} changed while it ran`, told: false };
}

/** A store that cannot be written to costs time, not results. */
function keep(core: MemoCore, entry: Entry, bytes: Uint8Array): boolean {
  try {
    core.store.write(entry, bytes);
    return true;
  } catch (thrown) {
    core.warn(`The result of ${entry.label} could not be written: ${messageOf(thrown)}`);
    return false;
  }
}

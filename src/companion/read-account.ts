import { join } from 'node:path';
import { sha256, type Sha256 } from '../core/digest.ts';
import { field, type JsonValue } from '../core/json.ts';
import { lstatSync, readFileSync, rmSync } from '../disk/node.ts';
import { earlierBuildsFromJson, NO_EARLIER_BUILDS, type EarlierBuilds } from './earlier-builds.ts';
import { exchangePaths, TRACE_PATH } from './exchange-folder.ts';
import { ownsExchange } from './exchange.ts';
import { journalFromJson, judgeAccount, type BuildAccount, type Journal } from './journal.ts';
import { digestOfPlan } from './plan.ts';

/** A journal names every page of a site; half a million of them fit. */
const MOST_JOURNAL_BYTES = 256 * 1024 * 1024;
const MOST_PLAN_BYTES = 64 * 1024 * 1024;
const MOST_STATE_BYTES = 1024 * 1024 * 1024;

/** What the companion notes of Bengal's state is the digest of this file. */
const CACHE_FILE = '.bengal/cache.json.zst';

/**
 * Reads what the companion left after a build, and holds it against what lies there.
 *
 * @param site Site root, absolute.
 * @param expected Digest of the plan that this job made; `undefined`: whichever lies there.
 */
export function readAccount(site: string, expected?: Sha256): PlannedAccount {
  const paths = exchangePaths(site);
  // A plan that a repository brought is nobody's, unless it is the very one that this job made.
  if (expected === undefined && !ownsExchange(site))
    return { account: { kind: 'unplanned' }, earlier: NO_EARLIER_BUILDS };
  const text = readSmallFile(paths.plan, MOST_PLAN_BYTES);
  const plan = text && digestOfPlan(text);
  if (text === undefined || (expected !== undefined && plan !== expected)) {
    const gone = { kind: 'unrecorded', why: 'the plan of this build is gone' } as const;
    return { account: expected === undefined ? { kind: 'unplanned' } : gone, earlier: NO_EARLIER_BUILDS };
  }
  const account = judgeAccount({
    plan,
    journal: readJournal(paths.journal),
    trace: digestOfTrace(site),
    state: digestOfFile(join(site, CACHE_FILE), MOST_STATE_BYTES, sha256),
  });
  return { account, earlier: earlierBuildsFromJson(field(parseJson(text), 'earlier')) };
}

/**
 * Why the companion ended the build of this plan itself, since nothing right could come of it any more; `undefined`: it
 * did not, and whatever else made the build fail is the site's own.
 */
export function whyStopped(site: string, plan: Sha256): string | undefined {
  const journal = readJournal(exchangePaths(site).journal);
  if (journal?.status !== 'stopped' || journal.plan !== plan) return undefined;
  return journal.why === '' ? 'the companion gives no reason' : journal.why;
}

export interface PlannedAccount {
  readonly account: BuildAccount;
  /** What the plan holds of the builds before. */
  readonly earlier: EarlierBuilds;
}

/** Digest of the trace in a state; `undefined`: there is none. */
export function digestOfTrace(site: string): Sha256 | undefined {
  return digestOfFile(join(site, TRACE_PATH), MOST_PLAN_BYTES, sha256);
}

/** Removes a trace that tells of another build than the one that left what lies there. */
export function dropTrace(site: string): void {
  rmSync(join(site, TRACE_PATH), { force: true });
}

function readJournal(path: string): Journal | undefined {
  const bytes = readSmallFile(path, MOST_JOURNAL_BYTES);
  const value = bytes && parseJson(bytes);
  return value === undefined ? undefined : journalFromJson(value);
}

/** `undefined` for what is cut off, or no JSON at all: then the build did not end as it should. */
function parseJson(bytes: Buffer): JsonValue | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as JsonValue;
  } catch {
    return undefined;
  }
}

function digestOfFile(path: string, most: number, digest: (bytes: Uint8Array) => Sha256): Sha256 | undefined {
  const bytes = readSmallFile(path, most);
  return bytes && digest(bytes);
}

/** `undefined` for anything but a regular file of a sane size that can be read. */
function readSmallFile(path: string, most: number): Buffer | undefined {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.size <= most ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

import type { SourceTree } from '../changes/source-tree.ts';
import type { Variables } from '../config/environment.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import type { Progress } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import { digestOfState } from '../manifest/manifest-file.ts';
import type { SaveOutcome, SaveReport } from '../report/save-words.ts';
import {
  decideAccess,
  mayRestore,
  maySave,
  probeReach,
  takesCode,
  type Access,
  type ProbeReach,
  type Run,
} from '../store/access.ts';
import type { CacheStore } from '../store/port.ts';
import { loadSiteConfig } from './analyse.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { cacheKeys, keyBelow, replacementKey } from '../transfer/cache-keys.ts';
import { lookUp } from '../transfer/look-up.ts';
import { findPlaceProblem } from './authored-places.ts';
import { lookAtBengal, type Asked } from './ask-bengal.ts';
import { readSources, record, type Recorded } from '../record/record.ts';
import { originOf } from './run.ts';
import { saveState } from '../transfer/transfer.ts';
import { describeTrouble } from '../telling/trouble.ts';

/** How the job stands when its state is to be saved, in the runner's words. */
export const JOB_STATUSES = ['success', 'failure', 'cancelled', 'unknown'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export interface PersistOptions {
  readonly inputs: Inputs;
  readonly variables: Variables;
  readonly run: Run;
  /** `undefined`: what was built is recorded where it lies, and travels nowhere. */
  readonly store: CacheStore | undefined;
  /** Absolute. */
  readonly workspace: string;
  /** Folder that the site's place in the keys is relative to, absolute; the workspace, where nothing else is said. */
  readonly keyRoot?: string | undefined;
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  /** What this run may do with the cache, and why. */
  readonly access: Access;
  readonly accessWhy: string;
  /** What the step before the build has told; `undefined`: there was none in this job. */
  readonly before: Handoff | undefined;
  readonly jobStatus: JobStatus;
  /** Tells this attempt of this run from all others. */
  readonly attempt: string;
  readonly commit: string | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Outputs that have been read in this process already. */
  readonly memory?: DigestMemory | undefined;
  readonly progress?: Progress | undefined;
}

/** After the build: note what it made, and store it where that is worth it. Trouble is told, never thrown. */
export async function persist(options: PersistOptions): Promise<SaveReport> {
  const planned = options.inputs.key ?? options.before?.key ?? '';
  try {
    const why = reasonNotToSave(options);
    if (why !== undefined) return { kind: 'nothing-to-save', key: planned, why };
    // The Bengal that has built may have come after the step before the build.
    const asked = { ...options, ...(await lookAtBengal(options.inputs, { ...options, reach: reachOf(options) })) };
    const { inputs, variables } = asked;
    const site = loadSiteConfig(inputs, variables);
    const problem = findPlaceProblem(inputs.site, site, inputs.extraPaths);
    if (problem !== undefined) return untouched(options, planned, problem);
    const tree = readSources(inputs, site, variables);
    const now = options.clock();
    const unfinished = isUnfinished(options.jobStatus) || (options.jobStatus === 'unknown' && inputs.saveAlways);
    return await store(asked, { site, tree, now, unfinished, key: keyOfTree(asked, { site, tree, now }) });
  } catch (thrown) {
    return { kind: 'trouble', key: planned, why: describeTrouble(thrown).sentence };
  }
}

/** Whoever has been told before the build is not warned once more. */
function untouched({ before }: PersistOptions, key: string, why: string): SaveReport {
  return before === undefined ? { kind: 'trouble', key, why } : { kind: 'nothing-to-save', key, why };
}

/** What speaks against saving before anybody has looked at anything. */
function reasonNotToSave({ inputs, access, accessWhy, jobStatus, before }: PersistOptions): string | undefined {
  if (!maySave(access)) return accessWhy;
  if (isUnfinished(jobStatus) && !inputs.saveAlways)
    return `the job ${jobStatus === 'failure' ? 'failed' : 'was cancelled'}, and save-always is false`;
  return before?.stateDigest === digestOfState(inputs.site)
    ? 'no build has written a state since the restore'
    : undefined;
}

function isUnfinished(status: JobStatus): boolean {
  return status === 'failure' || status === 'cancelled';
}

/**
 * The key of the tree as it is: a step may have made sources after the restore, and what was built from them must not
 * be found under the key of the tree without them.
 */
function keyOfTree(
  options: PersistOptions & Asked<Inputs>,
  { site, tree, now }: Omit<Planned, 'key' | 'unfinished'>,
): string {
  const { inputs } = options;
  const workspace = options.keyRoot ?? options.workspace;
  const given = { ...inputs, ...options, workspace, prefix: inputs.keyPrefix, site, tree, now };
  const key = inputs.key ?? cacheKeys(given).key;
  return standIn(options, key);
}

/** What lies under the key turned out to be of no use and cannot be replaced: another entry stands in for it. */
function standIn({ before, attempt }: PersistOptions, key: string): string {
  return before?.spoiltKey === key ? replacementKey(key, attempt) : key;
}

function reachOf({ run }: PersistOptions): ProbeReach {
  return probeReach(decideAccess(run));
}

interface Planned {
  readonly site: SiteConfig;
  readonly tree: SourceTree;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of a full build of this tree. */
  readonly key: string;
  /** The job did not end well, as far as anybody knows. */
  readonly unfinished: boolean;
}

type Persisting = PersistOptions & Asked<Inputs>;

async function store(options: Persisting, planned: Planned): Promise<SaveReport> {
  const { before, clock } = options;
  const { tree, now, unfinished } = planned;
  const stored = unfinished ? undefined : await findStored(options, planned.key);
  if (stored !== undefined) return stored;
  const began = clock();
  const recorded = await record({
    ...options,
    now: new Date(now).toISOString(),
    origin: originOf(options.run),
    plan: before?.plan,
    unfinished,
    tree,
  });
  if (recorded.kind === 'nothing') return { kind: 'trouble', key: planned.key, why: recorded.why };
  return { ...(await storeRecorded(options, planned, { ...recorded, began })), failedPages: recorded.failedPages };
}

type Built = Extract<Recorded, { kind: 'recorded' }> & { readonly began: number };

async function storeRecorded(options: Persisting, planned: Planned, recorded: Built): Promise<SaveOutcome> {
  const { inputs, before, clock } = options;
  const { site, unfinished } = planned;
  const { build, worth, began } = recorded;
  const key = keyOfBuild(options, planned, build);
  if (options.store === undefined) return { kind: 'nothing-to-save', key, why: NO_STORE };
  const lesser = key === planned.key || unfinished ? undefined : await findStored(options, key);
  if (lesser !== undefined) return lesser;
  if (worth === before?.worth)
    return { kind: 'nothing-to-save', key, why: 'what was built is worth no more than what was restored' };
  const packing = clock();
  const saved = await saveState({
    store: options.store,
    site: inputs.site,
    outputDir: site.outputDir,
    keys: { key, restoreKeys: [] },
    extraPaths: inputs.extraPaths,
    bytecode: takesCode(inputs, decideAccess(options.run)),
    deadlineMs: inputs.saveTimeout,
    maxArchiveBytes: inputs.maxSize,
    progress: options.progress,
  });
  if (saved.kind === 'exists') return { kind: 'nothing-to-save', key, why: STORED_BY_ANOTHER };
  if (saved.kind === 'not-saved') return { kind: 'trouble', key, why: saved.why };
  const { files, bytes, archiveBytes } = saved;
  const times = { recordMs: packing - began, storeMs: clock() - packing };
  return { kind: 'saved', key, build, files, bytes, archiveBytes, ...times };
}

const NO_STORE = 'the build is recorded beside its state, and there is no store to keep it in';
const STORED_BY_ANOTHER = 'the build of these sources is stored already, by another run';

/** Looks before anything is packed. A store that cannot be asked will not store either. */
async function findStored(options: PersistOptions, key: string): Promise<SaveOutcome | undefined> {
  const { before, access, inputs } = options;
  if (before?.matchedKey === key)
    return { kind: 'nothing-to-save', key, why: 'the build of these sources is stored already' };
  if (!mayRestore(access) || options.store === undefined) return undefined;
  const found = await lookUp(options.store, { key, restoreKeys: [] }, inputs.saveTimeout);
  if (found.kind === 'unavailable') return { kind: 'trouble', key, why: found.why };
  const isThere = found.kind === 'found' && found.matchedKey === key;
  return isThere ? { kind: 'nothing-to-save', key, why: STORED_BY_ANOTHER } : undefined;
}

function keyOfBuild(options: PersistOptions, { key, unfinished }: Planned, build: BuildKind): string {
  const { inputs, attempt } = options;
  if (unfinished) return keyBelow(key, `unfinished-${attempt}`);
  // A key that was given is the user's to keep apart.
  return build === 'full' || inputs.key !== undefined ? key : standIn(options, keyBelow(key, build));
}

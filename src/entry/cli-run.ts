import type { Variables } from '../config/environment.ts';
import { UserError } from '../core/user-error.ts';
import { refusalOfLying } from '../transfer/lying-state.ts';
import { partitionFor } from '../transfer/partition.ts';
import { describeRun } from '../flow/run.ts';
import { parseSigningKey } from '../inputs/values.ts';
import { hasState, readManifest } from '../manifest/manifest-file.ts';
import { decideAccess, probeReach, type AccessVerdict, type ProbeReach, type Run } from '../store/access.ts';
import { directoryStore } from '../store/directory.ts';
import { partitionedStore } from '../store/partitioned.ts';
import type { CacheStore } from '../store/port.ts';
import { signedStore } from '../store/signed.ts';
import { readEvent } from './event-payload.ts';

/** Who runs the command line: a person at a terminal, or a job of a CI system. */
export interface CliRun {
  readonly run: Run;
  readonly access: AccessVerdict;
  readonly reach: ProbeReach;
  /** Nobody sits there and knows whose state it is. */
  readonly unattended: boolean;
}

export function describeCliRun(variables: Variables): CliRun {
  const run = describeRun(variables, readEvent(variables));
  const access = decideAccess(run);
  const unattended = run.event !== undefined || run.pipeline !== undefined;
  return { run, access, reach: probeReach(access), unattended };
}

/** A secret is no argument: those can be read by every process of the machine. */
const SIGNING_KEY = 'SITE_CACHE_SIGNING_KEY';

/** A folder as store: divided by who wrote where a CI system writes, and signed where there is a secret for that. */
export function openFolder(root: string, { run }: CliRun, variables: Variables): CacheStore {
  const parsed = parseSigningKey(variables[SIGNING_KEY] ?? '');
  if ('problem' in parsed) throw new UserError([`Variable ${SIGNING_KEY}: ${parsed.problem}`]);
  const store = signedStore(directoryStore({ root }), parsed.secret);
  const partition = partitionFor(run);
  return partition === undefined ? store : partitionedStore(store, partition);
}

/** Why nothing that lies there may be built upon; `undefined`: it may. A person at a terminal knows whose it is. */
export async function distrustOf(site: string, { run, access, unattended }: CliRun): Promise<string | undefined> {
  if (!unattended) return undefined;
  if (access.access === 'off') return `the cache is off here: ${access.why}`;
  const acceptance = { needs: access.needs, repository: run.repository, maxAge: undefined, now: Date.now() };
  const refusal = refusalOfLying(site, await readManifest(site), acceptance);
  return refusal === undefined ? undefined : `the state that lies there is not used: ${refusal}`;
}

/** Without its manifest nobody could check what comes back, so no restore would take it. */
export async function whyUnrecorded(site: string): Promise<string | undefined> {
  if (!hasState(site)) return undefined;
  const found = await readManifest(site);
  const then = 'run bengal-cache record after the build, and then save';
  if (found.kind === 'read') return undefined;
  return found.kind === 'absent' ? `nothing is recorded of this build; ${then}` : `${found.why}; ${then}`;
}

import type { Recovery } from '../companion/exchange.ts';
import { removeCompiled } from '../bengal/remove-compiled.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { UserError } from '../core/user-error.ts';
import type { GateReasonKind } from '../gate/decision.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Acceptance } from '../manifest/acceptance.ts';
import { digestOfState, readManifest, type ManifestOutcome } from '../manifest/manifest-file.ts';
import { worthOf } from '../manifest/reuse-digest.ts';
import { cacheSentence } from '../report/cache-words.ts';
import type { Report, ReportCache } from '../report/report.ts';
import type { AccessVerdict } from '../store/access.ts';
import { analyse, loadSiteConfig } from './analyse.ts';
import { findPathProblems } from '../transfer/extra-paths.ts';
import { fallbackPrepared, type Reached } from './fallback.ts';
import { handedInputs, type Handoff } from '../preparation/handoff.ts';
import { cacheKeys, ownerOf, type CacheKeys } from '../transfer/cache-keys.ts';
import { refusalOfLying } from '../transfer/lying-state.ts';
import { isRestored } from '../report/cache-words.ts';
import { droppedPhrase, obtain, warningsOf, type Obtained } from '../transfer/obtain.ts';
import { findPlaceProblem } from './authored-places.ts';
import { readSources } from '../record/record.ts';
import { clearUp, planBuild, type PlannedBuild } from '../preparation/plan-build.ts';
import { accessFor } from './run.ts';
import type { Prepared, PrepareOptions } from '../preparation/prepared.ts';
import { describeTrouble } from '../telling/trouble.ts';

export type { Prepared, PrepareOptions } from '../preparation/prepared.ts';

/**
 * The main step: restore, then look at what is there. Only bad input is thrown. Whatever else goes wrong, in the cache, in
 * the state, on the disk or in our own code, leads to a full build.
 */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const reached: Reached = {};
  try {
    return await lookAtSite(options, reached);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    return fallbackPrepared(options, reached, describeTrouble(thrown));
  }
}

async function lookAtSite(options: PrepareOptions, reached: Reached): Promise<Prepared> {
  const { inputs, variables } = options;
  const access = accessFor(options.run, inputs);
  reached.access = access;
  const site = loadSiteConfig(inputs, variables);
  const problems = findPathProblems(inputs.extraPaths, site);
  if (problems.length > 0) throw new UserError(problems);
  const left = await clearUp(inputs.site, site.outputDir);
  const keys = keysOf(options, site);
  reached.keys = keys;
  const { repository } = options.run;
  const acceptance: Acceptance = { needs: access.needs, repository, maxAge: inputs.maxAge, now: options.now };
  const asking = options.elapsed?.() ?? 0;
  const placeProblem = findPlaceProblem(inputs.site, site, inputs.extraPaths);
  const { cache, spoilt }: Obtained =
    placeProblem === undefined
      ? await obtain({ ...options, site, keys, access, acceptance })
      : { cache: { kind: 'off', why: placeProblem }, spoilt: undefined };
  reached.cache = cache;
  const restoreMs = Math.round((options.elapsed?.() ?? 0) - asking);
  if (inputs.failOnCacheMiss && !isRestored(cache) && cache.kind !== 'found')
    throw new UserError([`Input \`fail-on-cache-miss\` is true, and nothing was restored: ${cacheSentence(cache)}`]);
  const lying = await readManifest(inputs.site);
  const refusal = isRestored(cache) ? undefined : refusalOfLying(inputs.site, lying, acceptance);
  // A full build owes nothing to what lies there.
  const distrust = distrustOf(access, refusal, cache);
  if (distrust !== undefined) removeCompiled(inputs.site);
  const found = await analyse({
    inputs,
    variables,
    policy: distrust === undefined ? inputs.gate : 'always-full',
    policyWhy: distrust,
    unprepared: reasonToKeepNothing(inputs, cache, left),
    cache,
    placeProblem,
    probe: options.probe,
    now: options.now,
    progress: options.progress,
    warnings: [
      ...warningsOf(cache),
      ...(refusal === undefined || access.access === 'off' || placeProblem !== undefined
        ? []
        : [`The state that lies in the site is not used: ${refusal}`]),
    ],
  });
  const isPrepared = inputs.prepare && placeProblem === undefined;
  const planned: PlannedBuild = isPrepared ? planBuild(found, variables) : unplanned(found.report);
  const report: Report = {
    ...planned.report,
    cachePolicy: { access: access.access, why: access.why },
    ...(options.elapsed === undefined
      ? {}
      : { times: { restoreMs, analysisMs: Math.round(options.elapsed() - restoreMs) } }),
  };
  const spoiltKey = spoilt ?? (isUseless(report, lying) ? keys.key : undefined);
  // What is of no use is worth replacing.
  const whole = isRestored(cache) && spoiltKey === undefined;
  const worth = whole && lying.kind === 'read' ? worthOf(lying.manifest) : undefined;
  const { plan } = planned;
  const handoff = handoffOf(options, { report, access, keys, worth, plan, spoiltKey });
  return { report, keys, variables: planned.variables, handoff };
}

function unplanned(report: Report): PlannedBuild {
  return { report, variables: new Map(), plan: undefined };
}

/** Why nothing of the last build can be kept, whatever its state says. */
function reasonToKeepNothing(inputs: Inputs, cache: ReportCache, left: Recovery): string | undefined {
  if (!inputs.prepare) return 'the build is not prepared (input prepare: false), so it finds nothing to keep';
  return isRestored(cache) ? undefined : reasonForPlainBuild(left);
}

/** The same for what an earlier preparation in this place left behind. */
export function reasonForPlainBuild(left: Recovery): string | undefined {
  return left.kind === 'broken-off'
    ? 'an earlier build began here and was not recorded, so nobody knows what lies in the output'
    : undefined;
}

const NOTHING_TO_BUILD_UPON = 'nothing that lies there may be built upon';

/** Why nothing that lies there is used; `undefined`: it may be. */
function distrustOf(access: AccessVerdict, refusal: string | undefined, cache: ReportCache): string | undefined {
  if (access.access === 'off') return `the cache is off here: ${access.why}`;
  if (refusal !== undefined) return NOTHING_TO_BUILD_UPON;
  // A cache that held something else than it should is no ground to build upon, even where what is missing is known.
  const dropped = isRestored(cache) ? cache.dropped : undefined;
  return dropped && `${droppedPhrase(dropped)} were not as recorded and were left out`;
}

function keysOf(options: PrepareOptions, site: SiteConfig): CacheKeys {
  const { inputs, variables } = options;
  const tree = readSources(inputs, site, variables);
  const workspace = options.keyRoot ?? options.workspace;
  return cacheKeys({ ...inputs, ...options, workspace, probe: options.probe, prefix: inputs.keyPrefix, site, tree });
}

/** Reasons of the gate that the entry itself is to blame for, and not this job. */
const FAULTS: ReadonlySet<GateReasonKind> = new Set(['not-a-full-build', 'no-trace', 'output-damaged']);

/**
 * The entry of this very tree came as it was stored, and still cannot be built upon: so it is with every later run, until
 * another one is there.
 */
function isUseless({ cache, state, gate }: Report, lying: ManifestOutcome): boolean {
  if (!isRestored(cache) || ownerOf(cache.matchedKey, cache.key) !== cache.key) return false;
  if (state.status !== 'usable' || lying.kind !== 'read') return true;
  return gate.mode === 'full' && gate.reasons.some(({ kind }) => FAULTS.has(kind));
}

interface Known {
  readonly report: Report;
  readonly access: AccessVerdict;
  readonly keys: CacheKeys;
  readonly worth: Handoff['worth'];
  readonly plan: Handoff['plan'];
  readonly spoiltKey: string | undefined;
}

function handoffOf({ inputs, raw }: PrepareOptions, known: Known): Handoff {
  const { report, access, keys, worth, plan, spoiltKey } = known;
  return {
    site: inputs.site,
    key: keys.key,
    matchedKey: isRestored(report.cache) ? report.cache.matchedKey : undefined,
    rawInputs: handedInputs(raw),
    access: access.access,
    accessWhy: access.why,
    stateDigest: digestOfState(inputs.site),
    worth,
    plan,
    spoiltKey,
    announced: report.affected.all ? undefined : report.affected.pages.length,
    ...(report.totalPages === 0 ? {} : { totalPages: report.totalPages }),
    ...(keys.branch === undefined ? {} : { branchPrefix: keys.branch.prefix }),
  };
}

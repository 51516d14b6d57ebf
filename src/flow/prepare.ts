import type { Recovery } from '../companion/exchange.ts';
import { readTracked } from '../changes/tracked.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { UserError } from '../core/user-error.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { findRefusal, type Acceptance } from '../manifest/acceptance.ts';
import { digestOfState, readManifest } from '../manifest/manifest-file.ts';
import { worthOf } from '../manifest/worth.ts';
import { cacheSentence } from '../report/cache-words.ts';
import type { DroppedFiles, Report, ReportCache } from '../report/report.ts';
import { mayRestore, type AccessVerdict } from '../store/access.ts';
import { analyse, loadSiteConfig } from './analyse.ts';
import { findPathProblems } from './extra-paths.ts';
import { fallbackPrepared, type Reached } from './fallback.ts';
import { handedInputs, type Handoff } from './handoff.ts';
import { cacheKeys, replacementKey, type CacheKeys } from './keys.ts';
import { lookUp } from './look-up.ts';
import { findPlaceProblem } from './places.ts';
import { readSources } from './record.ts';
import { clearUp, planBuild, type PlannedBuild } from './plan-build.ts';
import { accessFor } from './run.ts';
import type { Prepared, PrepareOptions } from './prepared.ts';
import { restoreState } from './transfer.ts';
import { describeTrouble } from './trouble.ts';

export type { Prepared, PrepareOptions } from './prepared.ts';

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
  const cache: ReportCache =
    placeProblem === undefined
      ? await obtain({ ...options, site, keys, access, acceptance })
      : { kind: 'off', why: placeProblem };
  reached.cache = cache;
  const restoreMs = Math.round((options.elapsed?.() ?? 0) - asking);
  if (inputs.failOnCacheMiss && !isRestored(cache) && cache.kind !== 'found')
    throw new UserError([`Input \`fail-on-cache-miss\` is true, and nothing was restored: ${cacheSentence(cache)}`]);
  const lying = await readManifest(inputs.site);
  // A machine that outlives its jobs may still hold what another one left.
  const refusal = isRestored(cache) || lying.kind !== 'read' ? undefined : findRefusal(lying.manifest, acceptance);
  const found = await analyse({
    inputs,
    variables,
    // A full build owes nothing to what lies there.
    policy: refusal === undefined ? inputs.gate : 'always-full',
    unprepared: reasonToKeepNothing(inputs, cache, left),
    cache,
    placeProblem,
    probe: options.probe,
    now: options.now,
    warnings: [
      ...warningsOf(cache),
      ...(refusal === undefined ? [] : [`The state that lies in the site is not used: ${refusal}`]),
    ],
  });
  const planned: PlannedBuild = inputs.prepare ? planBuild(found, variables) : unplanned(found.report);
  const report: Report = {
    ...planned.report,
    cachePolicy: { access: access.access, why: access.why },
    ...(options.elapsed === undefined
      ? {}
      : { times: { restoreMs, analysisMs: Math.round(options.elapsed() - restoreMs) } }),
  };
  // What was damaged is worth replacing.
  const whole = isRestored(cache) && cache.dropped === undefined;
  const worth = whole && lying.kind === 'read' ? worthOf(lying.manifest) : undefined;
  const { graph, stages } = found;
  const { plan } = planned;
  const handoff = handoffOf(options, { report, access, keys, worth, plan });
  return { report, keys, graph, stages, variables: planned.variables, handoff };
}

function unplanned(report: Report): PlannedBuild {
  return { report, variables: new Map(), plan: undefined };
}

/** Why nothing of the last build can be kept, whatever its state says. */
function reasonToKeepNothing(inputs: Inputs, cache: ReportCache, left: Recovery): string | undefined {
  if (!inputs.prepare) return 'the build is not prepared (input prepare: false), so it finds nothing to keep';
  if (!isRestored(cache)) return reasonForPlainBuild(left);
  // A cache that held something else than it should is no ground to build upon, even where what is missing is known.
  return cache.dropped && `${droppedPhrase(cache.dropped)} were not as recorded and were left out`;
}

/** The same for what an earlier preparation in this place left behind. */
export function reasonForPlainBuild(left: Recovery): string | undefined {
  return left.kind === 'broken-off'
    ? 'an earlier build began here and was not recorded, so nobody knows what lies in the output'
    : undefined;
}

/** Such as: 3 restored outputs (public/a.html, public/b.html, ...). */
function droppedPhrase({ count, first }: DroppedFiles): string {
  return `${String(count)} restored outputs (${first.join(', ')}${count > first.length ? ', ...' : ''})`;
}

function keysOf(options: PrepareOptions, site: SiteConfig): CacheKeys {
  const { inputs, variables } = options;
  const tree = readSources(inputs, site, variables);
  return cacheKeys({ ...inputs, ...options, probe: options.probe, prefix: inputs.keyPrefix, site, tree });
}

interface Obtaining extends PrepareOptions {
  readonly site: SiteConfig;
  readonly keys: CacheKeys;
  readonly access: AccessVerdict;
  readonly acceptance: Acceptance;
}

/** Restores, looks up, or leaves the cache alone, as the workflow and the event have it. */
async function obtain({ inputs, variables, store, site, keys, access, acceptance }: Obtaining): Promise<ReportCache> {
  if (!mayRestore(access.access)) return { kind: 'off', why: access.why };
  if (inputs.lookupOnly) return await lookUp(store, keys, inputs.restoreTimeout);
  const restore = (asked: CacheKeys): Promise<ReportCache> =>
    restoreState({
      store,
      site: inputs.site,
      outputDir: site.outputDir,
      keys: asked,
      authored: readTracked(inputs.site, site.outputDir, variables),
      extraPaths: inputs.extraPaths,
      deadlineMs: inputs.restoreTimeout,
      acceptance,
    });
  const found = await restore(keys);
  const { key } = keys;
  if (!isSpoilt(found, key)) return found;
  const replacement = replacementKey(key);
  const instead = await restore({ key: replacement, restoreKeys: [`${replacement}/`] });
  return isRestored(instead) ? { ...instead, key } : found;
}

/** The entry of this very tree is of no use, or of little. It cannot be replaced, so another one stands in for it. */
function isSpoilt(cache: ReportCache, key: string): boolean {
  if (cache.kind === 'rejected') return cache.matchedKey === key;
  return cache.kind === 'exact' && cache.matchedKey === key && cache.dropped !== undefined;
}

function isRestored(cache: ReportCache): cache is ReportCache & { readonly kind: 'exact' | 'prefix' } {
  return cache.kind === 'exact' || cache.kind === 'prefix';
}

function warningsOf(cache: ReportCache): string[] {
  if (cache.kind === 'unavailable') return [`The cache could not be asked: ${cache.why}`];
  if (isRestored(cache) && cache.dropped !== undefined)
    return [`The stored state is damaged: ${droppedPhrase(cache.dropped)} were not as recorded and were left out`];
  return cache.kind === 'rejected' ? [`The stored state was not used: ${cache.why}`] : [];
}

interface Known {
  readonly report: Report;
  readonly access: AccessVerdict;
  readonly keys: CacheKeys;
  readonly worth: Handoff['worth'];
  readonly plan: Handoff['plan'];
}

function handoffOf({ inputs, raw }: PrepareOptions, { report, access, keys, worth, plan }: Known): Handoff {
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
    spoilt: isSpoilt(report.cache, keys.key),
  };
}

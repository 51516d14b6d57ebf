import { removeCompiled } from '../bengal/remove-compiled.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { UserError } from '../core/user-error.ts';
import type { GateReasonKind } from '../gate/decision.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { isSecretInput, type RawInputs } from '../inputs/spec.ts';
import type { Acceptance } from '../manifest/acceptance.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { digestOfState, readManifest, type ManifestOutcome } from '../manifest/manifest-file.ts';
import { worthOf } from '../manifest/worth.ts';
import { cacheSentence } from '../report/cache-words.ts';
import type { Report, ReportCache } from '../report/report.ts';
import { mayRestore, type AccessVerdict, type Run } from '../store/access.ts';
import type { CacheStore } from '../store/port.ts';
import { analyse, loadSiteConfig, type Analysis } from './analyse.ts';
import { findPathProblems } from './extra-paths.ts';
import type { Handoff } from './handoff.ts';
import { cacheKeys, replacementPrefix, type CacheKeys } from './keys.ts';
import { lookUp } from './look-up.ts';
import { refusalOfLying } from './lying-state.ts';
import { policyFor } from './policy.ts';
import { readSources } from './record.ts';
import { applyRepair, distrustDropped, droppedPhrase } from './repair.ts';
import { accessFor } from './run.ts';
import { restoreState } from './transfer.ts';

export interface PrepareOptions {
  readonly inputs: Inputs;
  readonly raw: RawInputs;
  readonly variables: Variables;
  readonly run: Run;
  readonly store: CacheStore;
  /** Absolute. */
  readonly workspace: string;
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the job's own Bengal told; off, when nobody asked it. */
  readonly probe?: ProbeOutcome | undefined;
  /** Milliseconds since the step began; without it the report says nothing of times. */
  readonly elapsed?: (() => number) | undefined;
}

export interface Prepared extends Pick<Analysis, 'graph' | 'stages'> {
  readonly report: Report;
  readonly keys: CacheKeys;
  readonly handoff: Handoff;
}

/** The main step: restore, then look at what is there. What a restore could not bring leads to a full build, never to an error. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { inputs, variables } = options;
  const site = loadSiteConfig(inputs, variables);
  const problems = findPathProblems(inputs.extraPaths, site);
  if (problems.length > 0) throw new UserError(problems);
  const keys = keysOf(options, site);
  const access = accessFor(options.run, inputs);
  const { repository } = options.run;
  const acceptance: Acceptance = { needs: access.needs, repository, maxAge: inputs.maxAge, now: options.now };
  const asking = options.elapsed?.() ?? 0;
  const { cache, spoilt } = await obtain({ ...options, site, keys, access, acceptance });
  const restoreMs = Math.round((options.elapsed?.() ?? 0) - asking);
  if (inputs.failOnCacheMiss && !isRestored(cache) && cache.kind !== 'found')
    throw new UserError([`Input \`fail-on-cache-miss\` is true, and nothing was restored: ${cacheSentence(cache)}`]);
  const lying = await readManifest(inputs.site);
  const refusal = isRestored(cache) ? undefined : refusalOfLying(inputs.site, lying, acceptance);
  // A full build owes nothing to what lies there.
  const distrust = access.access === 'off' ? `the cache is off here: ${access.why}` : refusal && NOTHING_TO_BUILD_UPON;
  if (distrust !== undefined) removeCompiled(inputs.site);
  const found = await analyse({
    inputs,
    variables,
    policy: distrust === undefined ? policyFor(inputs.gate, variables) : 'always-full',
    policyWhy: distrust,
    repair: inputs.repair,
    cache,
    probe: options.probe,
    now: options.now,
    warnings: [
      ...warningsOf(cache),
      ...(refusal === undefined || access.access === 'off'
        ? []
        : [`The state that lies in the site is not used: ${refusal}`]),
    ],
  });
  const analysis = { ...found, report: distrustDropped(found.report) };
  const repaired = inputs.repair ? applyRepair(analysis, inputs.site, site.outputDir) : analysis.report;
  const report: Report = {
    ...repaired,
    cachePolicy: { access: access.access, why: access.why },
    ...(options.elapsed === undefined
      ? {}
      : { times: { restoreMs, analysisMs: Math.round(options.elapsed() - restoreMs) } }),
  };
  const spoiltKey = spoilt ?? (isUseless(report, lying) ? keys.key : undefined);
  // What is of no use is worth replacing.
  const whole = isRestored(cache) && spoiltKey === undefined;
  const worth = whole && lying.kind === 'read' ? worthOf(lying.manifest) : undefined;
  const circumstances = lying.kind === 'read' ? lying.manifest.circumstances : undefined;
  const { graph, stages } = found;
  const known = { report, access, keys, worth, circumstances, spoiltKey };
  return { report, keys, graph, stages, handoff: handoffOf(options, known) };
}

const NOTHING_TO_BUILD_UPON = 'nothing that lies there may be built upon';

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

interface Obtained {
  readonly cache: ReportCache;
  /** Key of an entry that is of no use. */
  readonly spoilt: string | undefined;
}

/** Restores, looks up, or leaves the cache alone, as the workflow and the event have it. */
async function obtain({ inputs, store, site, keys, access, acceptance }: Obtaining): Promise<Obtained> {
  if (!mayRestore(access.access)) return { cache: { kind: 'off', why: access.why }, spoilt: undefined };
  if (inputs.lookupOnly) {
    const found = await lookUp(store, keys, inputs.restoreTimeout);
    return { cache: found, spoilt: spoiltKeyOf(found, keys.key) };
  }
  const restore = (asked: CacheKeys): Promise<ReportCache> =>
    restoreState({
      store,
      site: inputs.site,
      outputDir: site.outputDir,
      keys: asked,
      extraPaths: inputs.extraPaths,
      deadlineMs: inputs.restoreTimeout,
      acceptance,
    });
  const { key } = keys;
  const found = asThisTree(await restore(keys), key);
  const spoilt = spoiltKeyOf(found, key);
  if (spoilt !== key) return { cache: found, spoilt };
  const instead = asThisTree(await restore({ key: replacementPrefix(key), restoreKeys: [] }), key);
  return isRestored(instead) ? { cache: instead, spoilt: spoiltKeyOf(instead, key) } : { cache: found, spoilt };
}

/** What stands in for the entry of this very tree is as good as that. */
function asThisTree(cache: ReportCache, key: string): ReportCache {
  return isRestored(cache) && ownerOf(cache.matchedKey, key) === key ? { ...cache, kind: 'exact', key } : cache;
}

/** An entry that is of no use, or of little, cannot be replaced, so another one has to stand in for it. */
function spoiltKeyOf(cache: ReportCache, key: string): string | undefined {
  if (cache.kind === 'rejected') return cache.matchedKey === undefined ? undefined : ownerOf(cache.matchedKey, key);
  return isRestored(cache) && cache.dropped !== undefined ? ownerOf(cache.matchedKey, key) : undefined;
}

/** What stands in for the entry of this very tree counts as that. */
function ownerOf(matchedKey: string, key: string): string {
  return matchedKey.startsWith(replacementPrefix(key)) ? key : matchedKey;
}

/** Reasons of the gate that the entry itself is to blame for, and not this job. */
const FAULTS: ReadonlySet<GateReasonKind> = new Set(['not-a-full-build', 'output-damaged']);

/**
 * The entry of this very tree came as it was stored, and still cannot be built upon: so it is with every later run, until
 * another one is there.
 */
function isUseless({ cache, state, gate }: Report, lying: ManifestOutcome): boolean {
  if (!isRestored(cache) || ownerOf(cache.matchedKey, cache.key) !== cache.key) return false;
  if (state.status !== 'usable' || lying.kind !== 'read') return true;
  return gate.mode === 'full' && gate.reasons.some(({ kind }) => FAULTS.has(kind));
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
  readonly circumstances: Manifest['circumstances'];
  readonly spoiltKey: string | undefined;
}

function handoffOf(
  { inputs, raw }: PrepareOptions,
  { report, access, keys, worth, circumstances, spoiltKey }: Known,
): Handoff {
  return {
    site: inputs.site,
    key: keys.key,
    matchedKey: isRestored(report.cache) ? report.cache.matchedKey : undefined,
    rawInputs: Object.fromEntries(Object.entries(raw).filter(([name, value]) => value !== '' && !isSecretInput(name))),
    access: access.access,
    accessWhy: access.why,
    stateDigest: digestOfState(inputs.site),
    worth,
    repaired: inputs.repair && report.gate.mode === 'incremental',
    buildTimes: { full: circumstances?.fullBuildSeconds, incremental: circumstances?.incrementalBuildSeconds },
    spoiltKey,
  };
}

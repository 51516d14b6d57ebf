import { readTracked } from '../changes/tracked.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { UserError } from '../core/user-error.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { findRefusal, type Acceptance } from '../manifest/acceptance.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { digestOfState, readManifest } from '../manifest/manifest-file.ts';
import { worthOf } from '../manifest/worth.ts';
import { recoverOutput } from '../output/recover.ts';
import { cacheSentence } from '../report/cache-words.ts';
import type { Report, ReportCache } from '../report/report.ts';
import { mayRestore, type AccessVerdict, type Run } from '../store/access.ts';
import type { CacheStore } from '../store/port.ts';
import { analyse, loadSiteConfig, type Analysis } from './analyse.ts';
import { findPathProblems } from './extra-paths.ts';
import type { Handoff } from './handoff.ts';
import { cacheKeys, replacementKey, type CacheKeys } from './keys.ts';
import { lookUp } from './look-up.ts';
import { findPlaceProblem } from './places.ts';
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
  const placeProblem = findPlaceProblem(inputs.site, site, inputs.extraPaths);
  const cache: ReportCache =
    placeProblem === undefined
      ? await obtain({ ...options, site, keys, access, acceptance })
      : { kind: 'off', why: placeProblem };
  const restoreMs = Math.round((options.elapsed?.() ?? 0) - asking);
  if (inputs.failOnCacheMiss && !isRestored(cache) && cache.kind !== 'found')
    throw new UserError([`Input \`fail-on-cache-miss\` is true, and nothing was restored: ${cacheSentence(cache)}`]);
  const lying = await readManifest(inputs.site);
  const recorded = lying.kind === 'read' ? lying.manifest.outputs.keys() : undefined;
  if (placeProblem === undefined) recoverOutput({ site: inputs.site, outputDir: site.outputDir, recorded });
  // A machine that outlives its jobs may still hold what another one left.
  const refusal = isRestored(cache) || lying.kind !== 'read' ? undefined : findRefusal(lying.manifest, acceptance);
  const found = await analyse({
    inputs,
    variables,
    // A full build owes nothing to what lies there.
    policy: refusal === undefined ? policyFor(inputs.gate, variables) : 'always-full',
    repair: inputs.repair,
    cache,
    placeProblem,
    probe: options.probe,
    now: options.now,
    warnings: [
      ...warningsOf(cache),
      ...(refusal === undefined ? [] : [`The state that lies in the site is not used: ${refusal}`]),
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
  // What was damaged is worth replacing.
  const whole = isRestored(cache) && cache.dropped === undefined;
  const worth = whole && lying.kind === 'read' ? worthOf(lying.manifest) : undefined;
  const circumstances = lying.kind === 'read' ? lying.manifest.circumstances : undefined;
  const { graph, stages } = found;
  return { report, keys, graph, stages, handoff: handoffOf(options, { report, access, keys, worth, circumstances }) };
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
  readonly circumstances: Manifest['circumstances'];
}

function handoffOf({ inputs, raw }: PrepareOptions, { report, access, keys, worth, circumstances }: Known): Handoff {
  return {
    site: inputs.site,
    key: keys.key,
    matchedKey: isRestored(report.cache) ? report.cache.matchedKey : undefined,
    // The token goes nowhere: what is handed over lies in a file.
    rawInputs: Object.fromEntries(Object.entries(raw).filter(([name, value]) => value !== '' && name !== 'token')),
    access: access.access,
    accessWhy: access.why,
    stateDigest: digestOfState(inputs.site),
    worth,
    repaired: inputs.repair && report.gate.mode === 'incremental',
    buildTimes: { full: circumstances?.fullBuildSeconds, incremental: circumstances?.incrementalBuildSeconds },
    spoilt: isSpoilt(report.cache, keys.key),
  };
}

import type { Affected } from '../affected/reason.ts';
import type { BengalState } from '../bengal/state.ts';
import { readsAnyFile, readsClock } from '../changes/dates-shown.ts';
import { doubtOfPrivateSettings } from '../config/config-verdict.ts';
import { findVersionConflict, judgeFlags, judgePackages, type FlagFindings } from '../gate/same-builder.ts';
import { findDue } from '../gate/time-dependence.ts';
import { fullDueReason } from '../gate/full-due.ts';
import type { GateInput } from '../gate/decide.ts';
import type { Policy } from '../gate/decision.ts';
import type { Comparison, Facts } from './gather.ts';
import { externalOf } from './select.ts';
import { failedReason } from '../report/failed-page-words.ts';
import { policyReason } from '../gate/policy.ts';

export interface Found extends Comparison {
  readonly affected: Affected;
  /** Changed files that feed no output by themselves, and why. */
  readonly settled: ReadonlyMap<string, string>;
}

export interface GateContext {
  readonly policy: Policy;
  /** Why the policy is what it is, where the input `gate` does not say. */
  readonly policyWhy: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Why the build is not prepared, so that nothing of the last one can be kept; `undefined`: it is. */
  readonly unprepared: string | undefined;
}

/** Everything that the decision rests on, as data. */
export function gateInput(facts: Facts, found: Found, context: GateContext): GateInput {
  const { inputs, site, manifest, bengal } = facts;
  const { changes, affected } = found;
  const flags = flagFindings(facts);
  return {
    policy: context.policy,
    policyWhy: context.policyWhy ?? policyReason({ policy: context.policy, setting: inputs.gate }),
    state: facts.verdict,
    config: facts.config,
    configDoubt: doubtOfPrivateSettings(facts.config, {
      sameFingerprint: site.unreadable === undefined && manifest?.configFingerprint === site.fingerprint,
      samePageHash: flags.samePageHash,
    }),
    changes,
    settled: found.settled,
    affected,
    outputs: facts.outputs,
    recorded: manifest && {
      build: manifest.build,
      failed: failedReason(manifest.failedPages),
      versions: { bengal: manifest.bengal, python: manifest.python },
      fullBuildSeconds: manifest.circumstances?.fullBuildSeconds,
      incrementalBuildSeconds: manifest.circumstances?.incrementalBuildSeconds,
    },
    versions: { bengal: inputs.bengalVersion, python: inputs.pythonVersion },
    versionConflict: findVersionConflict({ bengal: inputs.bengalVersion, python: inputs.pythonVersion }, bengal),
    versionHint: hintOf(facts),
    packages: judgePackages(manifest?.circumstances?.packages, bengal?.packages),
    flags: flags.verdict,
    unrecorded: site.unrecorded,
    readsByName: readsByName(facts, found),
    due: dueReason(facts, found, context.now),
    untraced: context.unprepared ?? untracedReason(facts),
    fullDue: manifest && fullDueReason(manifest.lineage, inputs.fullEvery, context.now),
    asksAudit: inputs.verify === 'full',
    asksToProceed: bengal?.asksToProceed ?? false,
  };
}

/** Why no page can be kept: what it read is not known. */
function untracedReason({ manifest, trace, found }: Facts): string | undefined {
  if (manifest === undefined)
    return `the state was not recorded by this tool${found.kind === 'unusable' ? ` (${found.why})` : ''}, so nobody knows what its pages read`;
  if (manifest.trace === undefined) return 'the last build did not record what its pages read';
  return trace.kind === 'refused' ? `the record of what pages read ${trace.why}` : undefined;
}

/** With which arguments the pages were built, as far as their records tell. */
export function flagFindings({ inputs, state, manifest, bengal }: Facts): FlagFindings {
  return judgeFlags({
    recordedFlags: manifest?.flags,
    flags: inputs.buildFlags,
    recordedHashes: configHashesOfPages(state),
    pageHashes: bengal?.pageHashes ?? [],
  });
}

function configHashesOfPages(state: BengalState | undefined): ReadonlySet<string> {
  return new Set(
    [...(state?.pages.values() ?? [])].flatMap((page) =>
      page.inputs.flatMap(({ type, hash }) => (type === 'config' && hash !== undefined ? [hash] : [])),
    ),
  );
}

/** A page that is affected stands against a skip by itself; only without one the rest of the proof has to be looked for. */
function maySkip({ manifest }: Facts, { affected }: Found): boolean {
  return manifest !== undefined && !affected.all && affected.pages.length === 0;
}

/** Any change of a file may then show on any page, and every page counts anyway where there is a doubt already. */
function readsByName({ inputs, layout, state }: Facts, { affected, sources }: Found): string | undefined {
  if (affected.all || !readsAnyFile({ site: inputs.site, layout, sources, external: externalOf(state) }))
    return undefined;
  return 'templates or pages of the site read files by their names, wherever they lie, and nobody records which';
}

/** Known only where the manifest tells what the pages show. */
function dueReason(facts: Facts, found: Found, now: number): string | undefined {
  const { inputs, site, layout, manifest } = facts;
  if (manifest === undefined || !maySkip(facts, found)) return undefined;
  const { circumstances, recordedAt } = manifest;
  if (circumstances === undefined) return 'nobody recorded what the pages show of time';
  const days = [...site.settings].flatMap(([key, value]) =>
    /\bstale_warning_days$/.test(key) && /^\d{1,5}$/.test(value) ? [Number(value)] : [],
  );
  return findDue({
    shown: circumstances.shown,
    readsClock: readsClock({ site: inputs.site, layout, sources: found.sources, external: externalOf(facts.state) }),
    outdatedAfterDays: days,
    recordedAt,
    now,
  });
}

/** Why nobody knows the versions, and what to do about it. */
function hintOf({ probe }: Facts): string | undefined {
  switch (probe.kind) {
    case 'answered':
      return undefined;
    case 'off':
      return `${probe.why ?? 'the input probe is false'}, and bengal-version or python-version is not given`;
    case 'failed':
      return probe.why;
    case 'none':
      return `no Python with a Bengal was found; install Bengal before this step, or name its Python in the input python (${probe.why})`;
  }
}

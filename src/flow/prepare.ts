import type { Variables } from '../config/environment.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RawInputs } from '../inputs/parse.ts';
import { digestOfState } from '../manifest/manifest-file.ts';
import type { Report } from '../report/report.ts';
import type { CacheStore } from '../store/port.ts';
import { analyse, loadSiteConfig } from './analyse.ts';
import type { Handoff } from './handoff.ts';
import { cacheKeys } from './keys.ts';
import { policyFor } from './policy.ts';
import { applyRepair } from './repair.ts';
import { restoreState } from './transfer.ts';

export interface PrepareOptions {
  readonly inputs: Inputs;
  readonly raw: RawInputs;
  readonly variables: Variables;
  readonly store: CacheStore;
  /** Absolute. */
  readonly workspace: string;
  readonly platform: string;
}

export interface Prepared {
  readonly report: Report;
  readonly handoff: Handoff;
}

/** The main step: restore, then look at what is there. What a restore could not bring leads to a full build, never to an error. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { inputs, variables, store } = options;
  const site = loadSiteConfig(inputs, variables);
  const keys = cacheKeys({
    prefix: inputs.keyPrefix,
    inputs,
    site,
    workspace: options.workspace,
    platform: options.platform,
  });
  const cache = await restoreState({ store, site: inputs.site, outputDir: site.outputDir, keys });
  const warnings =
    cache.kind === 'unavailable'
      ? [`The cache could not be asked: ${cache.why}`]
      : cache.kind === 'rejected'
        ? [`The stored state was not used: ${cache.why}`]
        : [];
  const analysis = await analyse({
    inputs,
    variables,
    policy: policyFor(inputs.gate, variables),
    repair: inputs.repair,
    cache,
    warnings,
  });
  const report = inputs.repair ? applyRepair(analysis.report, inputs.site, site.outputDir) : analysis.report;
  const handoff: Handoff = {
    site: inputs.site,
    outputDir: site.outputDir,
    keys,
    rawInputs: Object.fromEntries(Object.entries(options.raw).filter(([, value]) => value !== '')),
    save: inputs.save,
    restored: cache.kind === 'exact' || cache.kind === 'prefix' ? cache.kind : 'nothing',
    stateDigest: digestOfState(inputs.site),
    repaired: inputs.repair && report.gate.mode === 'incremental',
  };
  return { report, handoff };
}

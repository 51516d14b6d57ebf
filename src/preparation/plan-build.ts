import { join } from 'node:path';
import {
  closeExchange,
  openExchange,
  ownsExchange,
  recoverOutput,
  writeExchangeFile,
  type Recovery,
} from '../companion/exchange.ts';
import { earlierBuilds, NO_EARLIER_BUILDS } from '../companion/earlier-builds.ts';
import { exchangePaths } from '../companion/exchange-folder.ts';
import { digestOfPlan, freshDigits, planText, type BuildPlan } from '../companion/plan.ts';
import { exportLines, variablesForBuild } from '../companion/variables.ts';
import type { Variables } from '../config/environment.ts';
import type { Sha256 } from '../core/digest.ts';
import { messageOf } from '../core/result.ts';
import type { SitePath } from '../core/paths.ts';
import { asFullBuild, withoutCleaning } from '../gate/build-args.ts';
import type { GateReasonKind } from '../gate/decision.ts';
import { readManifest } from '../manifest/manifest-file.ts';
import { setAsideOutput } from '../output/set-aside.ts';
import type { Report } from '../report/report.ts';
import type { Analysis } from '../flow/analyse.ts';
import { TOOL_VERSION } from '../core/tool-version.ts';

export interface PlannedBuild {
  /** As it stands then: what cannot be prepared is told, and leaves a plain full build. */
  readonly report: Report;
  /** What the step that builds needs in its environment; empty: nothing. */
  readonly variables: ReadonlyMap<string, string>;
  /** Digest of the plan; `undefined`: there is none. */
  readonly plan: Sha256 | undefined;
}

/** Before anything is prepared: puts an output back that an earlier preparation set aside, and forgets that one. */
export async function clearUp(site: string, outputDir: SitePath): Promise<Recovery> {
  const left = await recover(site, outputDir);
  closeExchange(site);
  return left;
}

async function recover(site: string, outputDir: SitePath): Promise<Recovery> {
  if (!ownsExchange(site)) return { kind: 'nothing' };
  const found = await readManifest(site);
  const recorded = found.kind === 'read' ? found.manifest.outputs.keys() : [];
  return recoverOutput({ site, outputDir, recorded });
}

/**
 * After a build that did not succeed: an output that was set aside for it goes back where it was, if the build never
 * touched its place. What a build began stays as it is, for the next preparation to judge.
 */
export async function putBack(site: string, outputDir: SitePath): Promise<Recovery> {
  const left = await recover(site, outputDir);
  if (left.kind === 'put-back') closeExchange(site);
  return left;
}

/**
 * Prepares the build that the report asks for: sets the recorded output aside, so that the build begins with none, and
 * writes down what the companion may take from it. Also a full build gets a plan, since it records for the next one and
 * keeps unchanged assets.
 */
export function planBuild(analysis: Planned, variables: Variables): PlannedBuild {
  const { facts, report } = analysis;
  const { site } = facts.inputs;
  if (report.gate.mode === 'skip') return { report, variables: new Map(), plan: undefined };
  try {
    // First the folder, since nothing has to be put back where it cannot be had.
    openExchange(site);
    const aside = setAside(analysis);
    const plan = planText(describePlan({ facts, report }, aside));
    const forBuild = variablesForBuild(site, variables);
    const paths = exchangePaths(site);
    writeExchangeFile(site, paths.environment, exportLines(forBuild));
    writeExchangeFile(site, paths.plan, plan);
    return { report: withPreparation(report, aside), variables: forBuild, plan: digestOfPlan(plan) };
  } catch (thrown) {
    // Whatever happened, the output goes back to where it was, and Bengal builds as it does without us.
    recoverOutput({ site, outputDir: facts.site.outputDir, recorded: analysis.clearing.recorded });
    closeExchange(site);
    const why = `The build could not be prepared, so it is a plain full build: ${messageOf(thrown)}`;
    return {
      report: asPlainBuild(report, { why, mayClean: analysis.clearing.mayClean() }),
      variables: new Map(),
      plan: undefined,
    };
  }
}

type Planned = Pick<Analysis, 'facts' | 'report' | 'clearing'>;

type Aside =
  | {
      /** Kept for the companion, or removed where nothing that lies there may be used. */
      readonly kind: 'aside' | 'removed';
      readonly files: number;
      /** Whether Bengal has to clear away what nobody recorded. */
      readonly clean: boolean;
      /** What stays in the output and should not; empty: nothing. */
      readonly warning: string;
    }
  /** There is no output. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: string; readonly mayClean: boolean };

/** Only what a manifest recorded as output moves; of anything else nobody knows that it is one. */
function setAside({ facts, report, clearing }: Planned): Aside {
  const { inputs, site, outputs } = facts;
  if (!outputs.exists) return { kind: 'nothing' };
  const authored = clearing.authored();
  const tree = { site: inputs.site, outputDir: site.outputDir, ...clearing, authored };
  const damaged = new Set(outputs.damaged);
  const off = isOff(report.gate);
  const moved = setAsideOutput(
    { ...tree, damaged },
    off ? { kind: 'removed' } : { kind: 'kept', folder: exchangePaths(inputs.site).previous },
  );
  const mayClean = clearing.mayClean();
  if (moved.kind !== 'done') return { kind: 'refused', why: moved.why, mayClean };
  const left = moved.left.filter((path) => !authored.has(path));
  const [first] = left;
  const warning =
    first === undefined || mayClean
      ? ''
      : `What no build is known to have written stays in the output, such as ${site.outputDir}/${first}, since the repository keeps files there too or it is a symbolic link`;
  return { kind: off ? 'removed' : 'aside', files: moved.files, clean: left.length > 0 && mayClean, warning };
}

/** Nothing that lies there may be used at all, not even its assets. An audit has a reason of the same kind, later. */
function isOff({ mode, reasons }: Report['gate']): boolean {
  return mode === 'full' && reasons[0]?.kind === 'policy';
}

function describePlan({ facts, report }: Pick<Planned, 'facts' | 'report'>, aside: Aside): BuildPlan {
  const { inputs, site, manifest, outputs } = facts;
  const paths = exchangePaths(inputs.site);
  const damaged = [...outputs.missing, ...outputs.damaged];
  const isUsable = aside.kind === 'aside' && manifest !== undefined;
  return {
    tool: TOOL_VERSION,
    id: freshDigits(),
    site: inputs.site,
    output: join(inputs.site, site.outputDir),
    previous: isUsable ? paths.previous : null,
    journal: paths.journal,
    mode: isUsable && report.gate.mode === 'incremental' ? 'incremental' : 'full',
    trace: isUsable && facts.trace.kind === 'read',
    keepAssets: isUsable && keepsAssets(facts, report),
    render: damaged.filter(isPage),
    sample: inputs.verifySample,
    sampleSeed: freshDigits(),
    verify: inputs.verify === 'full' ? 'all' : 'sample',
    bytecode: inputs.bytecode,
    earlier: manifest === undefined ? NO_EARLIER_BUILDS : earlierBuilds(manifest),
  };
}

/** Assets come out the same where their sources are, and everything that decides what becomes of them. */
function keepsAssets({ manifest, outputs }: Analysis['facts'], { gate }: Report): boolean {
  const damaged = [...outputs.missing, ...outputs.damaged];
  return (
    manifest?.build !== 'partial' && damaged.every(isPage) && !gate.reasons.some(({ kind }) => DECIDES_ASSETS.has(kind))
  );
}

/** The companion compares the sources of assets; for these the gate vouches. */
const DECIDES_ASSETS: ReadonlySet<GateReasonKind> = new Set([
  ...(['policy', 'config', 'version', 'packages', 'flags', 'not-a-full-build'] as const),
]);

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

function withPreparation(report: Report, aside: Aside): Report {
  const prepared = { ...report, prepared: true };
  switch (aside.kind) {
    case 'nothing':
      return prepared;
    case 'refused':
      return asPlainBuild(prepared, {
        why: `The output could not be set aside, so nothing of it is kept: ${aside.why}`,
        mayClean: aside.mayClean,
      });
    case 'aside':
    case 'removed': {
      const { gate } = report;
      const buildArgs = aside.clean ? asFullBuild(gate.buildArgs) : withoutCleaning(gate.buildArgs);
      return withWarning({ ...prepared, gate: { ...gate, buildArgs } }, aside.warning);
    }
  }
}

/** Without a preparation nothing can be kept, and the build finds the old output. */
function asPlainBuild(report: Report, { why, mayClean }: { readonly why: string; readonly mayClean: boolean }): Report {
  const { gate } = report;
  const reasons: Report['gate']['reasons'] =
    gate.mode === 'full' ? gate.reasons : [{ kind: 'no-trace', detail: why }, ...gate.reasons];
  const args = asFullBuild(gate.buildArgs);
  const buildArgs = mayClean ? args : withoutCleaning(args);
  return withWarning({ ...report, gate: { ...gate, mode: 'full', reasons, buildArgs } }, why);
}

function withWarning(report: Report, warning: string): Report {
  return warning === '' ? report : { ...report, warnings: [...report.warnings, warning] };
}

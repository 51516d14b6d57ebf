import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { closeExchange, recoverOutput, writeExchangeFile } from '../companion/exchange.ts';
import { earlierBuilds, NO_EARLIER_BUILDS } from '../companion/earlier-builds.ts';
import { exchangePaths } from '../companion/exchange-folder.ts';
import { digestOfPlan, planText, type BuildPlan } from '../companion/plan.ts';
import { exportLines, variablesForBuild } from '../companion/variables.ts';
import type { Variables } from '../config/environment.ts';
import type { Sha256 } from '../core/digest.ts';
import { messageOf } from '../core/result.ts';
import { withoutCleaning } from '../gate/build-args.ts';
import { setOutputAside } from '../output/set-aside.ts';
import type { Report } from '../report/report.ts';
import type { Analysis } from './analyse.ts';
import { TOOL_VERSION } from './version.ts';

export interface PlannedBuild {
  /** As it stands then: what cannot be prepared is told, and leaves a plain full build. */
  readonly report: Report;
  /** What the step that builds needs in its environment; empty: nothing. */
  readonly variables: ReadonlyMap<string, string>;
  /** Digest of the plan; `undefined`: there is none. */
  readonly plan: Sha256 | undefined;
}

/**
 * Prepares the build that the report asks for: sets the recorded output aside, so that the build begins with none, and
 * writes down what the companion may take from it. Also a full build gets a plan, since it records for the next one and
 * keeps unchanged assets.
 */
export function planBuild({ facts, report }: Pick<Analysis, 'facts' | 'report'>, variables: Variables): PlannedBuild {
  const { site } = facts.inputs;
  if (report.gate.mode === 'skip') return { report, variables: new Map(), plan: undefined };
  try {
    const aside = setAside(facts, report);
    const plan = planText(describePlan({ facts, report }, aside));
    const forBuild = variablesForBuild(site, variables);
    const paths = exchangePaths(site);
    writeExchangeFile(site, paths.environment, exportLines(forBuild));
    writeExchangeFile(site, paths.plan, plan);
    return { report: withPreparation(report, aside), variables: forBuild, plan: digestOfPlan(plan) };
  } catch (thrown) {
    // Whatever happened, the output goes back to where it was, and Bengal builds as it does without us.
    recoverOutput(site, facts.site.outputDir);
    closeExchange(site);
    const why = `The build could not be prepared, so it is a plain full build: ${messageOf(thrown)}`;
    return { report: { ...report, warnings: [...report.warnings, why] }, variables: new Map(), plan: undefined };
  }
}

type Aside = { readonly kind: 'aside'; readonly files: number } | { readonly kind: 'nothing' };

/** Only what a manifest recorded as output moves; of anything else nobody knows that it is one. */
function setAside({ inputs, site, manifest, outputs, layout }: Analysis['facts'], { gate }: Report): Aside {
  if (manifest === undefined || !outputs.exists || isOff(gate)) return { kind: 'nothing' };
  const moved = setOutputAside({
    site: inputs.site,
    outputDir: site.outputDir,
    contentDir: layout.contentDir,
    outputs: manifest.outputs.keys(),
    into: exchangePaths(inputs.site).previous,
  });
  return moved.kind === 'refused' ? { kind: 'nothing' } : { kind: 'aside', files: moved.files };
}

/** Nothing that lies there may be used at all, not even its assets. */
function isOff({ reasons }: Report['gate']): boolean {
  return reasons.some(({ kind }) => kind === 'policy');
}

function describePlan({ facts, report }: Pick<Analysis, 'facts' | 'report'>, aside: Aside): BuildPlan {
  const { inputs, site, manifest, outputs } = facts;
  const paths = exchangePaths(inputs.site);
  const isPage = (path: string): boolean => path.endsWith('.html');
  const damaged = [...outputs.missing, ...outputs.damaged];
  const isUsable = aside.kind === 'aside' && manifest !== undefined;
  return {
    tool: TOOL_VERSION,
    id: randomBytes(16).toString('hex'),
    site: inputs.site,
    output: join(inputs.site, site.outputDir),
    previous: isUsable ? paths.previous : null,
    journal: paths.journal,
    mode: isUsable && report.gate.mode === 'incremental' ? 'incremental' : 'full',
    trace: isUsable && manifest.trace !== undefined && manifest.trace === facts.trace,
    keepAssets: isUsable && manifest.build === 'full' && damaged.every(isPage),
    render: damaged.filter(isPage),
    sample: inputs.verifySample,
    sampleSeed: randomBytes(16).toString('hex'),
    verify: inputs.verify === 'full' ? 'all' : 'sample',
    bytecode: inputs.bytecode,
    earlier: manifest === undefined ? NO_EARLIER_BUILDS : earlierBuilds(manifest),
  };
}

function withPreparation(report: Report, aside: Aside): Report {
  const { gate } = report;
  const buildArgs = aside.kind === 'aside' ? withoutCleaning(gate.buildArgs) : gate.buildArgs;
  return { ...report, gate: { ...gate, buildArgs }, prepared: true };
}

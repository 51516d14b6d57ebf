import { repairState } from '../bengal/repair.ts';
import { setSourceTimes } from '../changes/source-times.ts';
import { asFullBuild, withoutCleaning } from '../gate/build-args.ts';
import type { GateReason } from '../gate/decision.ts';
import { findOverlap, setAsideOutput } from '../output/set-aside.ts';
import { resolvePlace } from '../place/resolve.ts';
import { AUTHORED_FOLDERS, type SitePath } from '../core/paths.ts';
import type { DroppedFiles, Report } from '../report/report.ts';
import type { Analysis, Clearing } from './analyse.ts';

/**
 * Carries out what the build needs: the repair of the state before an incremental one, and an empty place for the output
 * of a full one. Returns the report as it stands then: a repair that fails leaves only the full build.
 */
export function applyRepair(
  { report, times, clearing }: Pick<Analysis, 'report' | 'times' | 'clearing'>,
  site: string,
  outputDir: SitePath,
): Report {
  if (report.gate.mode === 'full') return withClearedOutput(report, clearing, { site, outputDir });
  if (report.gate.mode === 'skip') return report;
  const { invalidate, remove } = report.repair;
  const repaired = repairState({ site, invalidate, outputs: remove.map((path) => `${outputDir}/${path}`), outputDir });
  if (repaired.kind === 'failed')
    return withFullBuild(report, staleBecause(`the state could not be repaired: ${repaired.why}`));
  const set = setSourceTimes(site, times);
  if (set.kind === 'failed')
    return withFullBuild(report, staleBecause(`a changed source would look unchanged: ${set.why}`));
  return { ...report, repair: { ...report.repair, done: true } };
}

/** Never part of an output, whatever the configuration says. */
const NO_OUTPUT = [...AUTHORED_FOLDERS, '.bengal'];

/**
 * Recorded outputs go before a full build, as its `--clean-output` would have it. Bengal counts that argument as
 * configuration of the pages, so after a build with it, an incremental one without it builds every page again; after this
 * one it does not. Without a state, nobody knows that what lies there is an old output; then Bengal is told to clean, and
 * may be not. It is never told so where it would remove what somebody wrote.
 */
function withClearedOutput(
  report: Report,
  clearing: Clearing,
  { site, outputDir }: { readonly site: string; readonly outputDir: SitePath },
): Report {
  const { gate, state } = report;
  const buildArgs = withoutCleaning(gate.buildArgs);
  if (buildArgs.length === gate.buildArgs.length) return report;
  const cleared: Report = { ...report, gate: { ...gate, buildArgs } };
  const authored = clearing.authored();
  // Bengal would remove what the repository keeps, and fails upon a link.
  const mayClean = authored.size === 0 && resolvePlace(site, outputDir).kind === 'plain';
  const sources = [...NO_OUTPUT, ...clearing.sources];
  const overlap = findOverlap({ site, outputDir, sources });
  if (overlap !== undefined) return withWarning(cleared, `The old output is not cleared away: ${overlap}`);
  const uncleared = mayClean ? report : withWarning(cleared, keptSentence(outputDir, authored));
  if (state.status === 'absent') return uncleared;
  const outcome = setAsideOutput({ site, outputDir, ...clearing, sources, authored }, { kind: 'removed' });
  return outcome.kind === 'done' && outcome.left.every((path) => authored.has(path)) ? cleared : uncleared;
}

function keptSentence(outputDir: string, authored: ReadonlySet<string>): string {
  const [first] = authored;
  const why =
    first === undefined ? 'is a symbolic link' : `holds files that the repository keeps (${outputDir}/${first})`;
  return `The output folder ${outputDir} ${why}, so what is not known to be output stays in it, old pages too`;
}

function withWarning(report: Report, warning: string): Report {
  return { ...report, warnings: [...report.warnings, warning] };
}

function staleBecause(detail: string): GateReason {
  return { kind: 'incremental-leaves-stale', detail };
}

/** A cache that held something else than it should is no ground to build upon, even where what is missing is known. */
export function distrustDropped(report: Report): Report {
  const dropped = report.cache.kind === 'exact' || report.cache.kind === 'prefix' ? report.cache.dropped : undefined;
  if (dropped === undefined) return report;
  const detail = `${droppedPhrase(dropped)} were not as recorded and were left out`;
  return withFullBuild(report, { kind: 'output-damaged', detail });
}

/** Such as: 3 restored outputs (public/a.html, public/b.html, ...). */
export function droppedPhrase({ count, first }: DroppedFiles): string {
  return `${String(count)} restored outputs (${first.join(', ')}${count > first.length ? ', ...' : ''})`;
}

function withFullBuild(report: Report, reason: GateReason): Report {
  const { gate } = report;
  return {
    ...report,
    gate: { ...gate, mode: 'full', reasons: [reason, ...gate.reasons], buildArgs: asFullBuild(gate.buildArgs) },
  };
}

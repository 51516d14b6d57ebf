import { repairState } from '../bengal/repair.ts';
import { fullBuildArgs } from '../gate/decide.ts';
import type { SitePath } from '../core/paths.ts';
import type { Report } from '../report/report.ts';

/**
 * Carries out the repair that an incremental build needs, and returns the report as it stands then: a repair that
 * fails leaves only the full build.
 */
export function applyRepair(report: Report, site: string, outputDir: SitePath): Report {
  if (report.gate.mode !== 'incremental') return report;
  const { invalidate, remove } = report.repair;
  const outcome = repairState({ site, invalidate, outputs: remove.map((path) => `${outputDir}/${path}`) });
  if (outcome.kind === 'done') return { ...report, repair: { ...report.repair, done: true } };
  const reason = {
    kind: 'incremental-leaves-stale',
    detail: `the state could not be repaired for an incremental build: ${outcome.why}`,
  } as const;
  return {
    ...report,
    gate: { mode: 'full', reasons: [reason, ...report.gate.reasons], buildArgs: fullBuildArgs(true) },
  };
}

import type { Handoff } from '../flow/handoff.ts';
import { persist } from '../flow/persist.ts';
import { telling } from '../flow/telling.ts';
import type { Host } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { saveSentence, saveSummary, type SaveReport } from '../report/save-words.ts';
import type { AccessVerdict } from '../store/access.ts';
import { readCommit, readJobStatus, type Runner } from './runner.ts';

export interface SaveBuildOptions {
  readonly host: Host;
  readonly runner: Runner;
  readonly inputs: Inputs;
  readonly access: Pick<AccessVerdict, 'access' | 'why'>;
  /** What the step before the build has told. */
  readonly before: Handoff | undefined;
}

/** What both actions do that stand after the build. Trouble is one warning. */
export async function saveBuild({ host, runner, inputs, access, before }: SaveBuildOptions): Promise<SaveReport> {
  const report = await persist({
    ...runner,
    inputs,
    access: access.access,
    accessWhy: access.why,
    before,
    jobStatus: readJobStatus(),
    commit: readCommit(inputs.site),
    clock: Date.now,
  });
  if (report.kind === 'trouble') host.warning(saveSentence(report));
  else host.info(saveSentence(report));
  await telling(host, 'The summary could not be written', () => host.writeSummary(saveSummary(report)));
  return report;
}

import type { DigestMemory } from '../core/digest-memory.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { persist, type JobStatus } from '../flow/persist.ts';
import { readAccount } from '../companion/read-account.ts';
import { telling } from '../telling/telling.ts';
import type { Host } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { buildSentence, buildSummary, buildWarnings } from '../report/build-words.ts';
import { isSettled, type FailedPage } from '../manifest/failed-pages.ts';
import { failedPageLines, failedPagesHead } from '../report/failed-page-words.ts';
import { saveSentence, saveSummary, type SaveReport } from '../report/save-words.ts';
import type { AccessVerdict } from '../store/access.ts';
import { readCommit, type Job } from './runner.ts';

export interface SaveBuildOptions {
  readonly host: Host;
  readonly runner: Job;
  readonly inputs: Inputs;
  readonly access: Pick<AccessVerdict, 'access' | 'why'>;
  /** What the step before the build has told. */
  readonly before: Handoff | undefined;
  readonly jobStatus: JobStatus;
  /** Outputs that have been read in this process already. */
  readonly memory?: DigestMemory;
}

/** What stands after every build, whoever runs it. Trouble is one warning. */
export async function saveBuild({
  host,
  runner,
  inputs,
  access,
  before,
  jobStatus,
  memory,
}: SaveBuildOptions): Promise<SaveReport> {
  // Recording a build clears away what it left for us.
  const { account } = readAccount(inputs.site, before?.plan);
  const sentence = buildSentence(account, before?.announced);
  if (sentence !== '') host.info(sentence);
  for (const warning of buildWarnings(account)) host.warning(warning);
  const report = await persist({
    ...runner,
    inputs,
    access: access.access,
    accessWhy: access.why,
    before,
    jobStatus,
    commit: readCommit(inputs.site, runner.variables),
    clock: Date.now,
    memory,
  });
  if (report.kind === 'trouble') host.warning(saveSentence(report));
  else host.info(saveSentence(report));
  host.debug(`Key ${report.key}`);
  tellFailures(host, report.failedPages ?? []);
  const summary = `${buildSummary(account, before?.announced)}${saveSummary(report)}`;
  await telling(host, 'The summary could not be written', () => host.writeSummary({ body: summary }));
  return report;
}

/** The log has every page, and a note leads there as long as it is news. */
function tellFailures(host: Host, pages: readonly FailedPage[]): void {
  if (pages.length === 0) return;
  host.group(failedPagesHead(pages), failedPageLines(pages));
  if (!pages.every(isSettled)) host.warning(`${failedPagesHead(pages)}; the summary names them`);
}

import type { Host } from '../host/port.ts';
import { affectedMermaid } from '../render/mermaid.ts';
import { annotationsOf } from '../report/annotations.ts';
import { keyLines } from '../report/cache-words.ts';
import { workRows } from '../report/fact-rows.ts';
import type { ReportLinks } from '../report/links.ts';
import { logLines } from '../report/log-lines.ts';
import { summaryPart } from '../report/summary.ts';
import { reportText } from '../report/text.ts';
import { commentOn, type CommentWish } from './request-comment.ts';
import { reportOutputs } from './action-outputs.ts';
import type { Prepared } from '../preparation/prepared.ts';
import { telling } from './telling.ts';

export interface PublishOptions {
  readonly host: Host;
  /** Where the JSON report lies, absolute. */
  readonly reportPath: string;
  /** Where its picture lies, absolute; `undefined`: there is none. */
  readonly graphPath?: string | undefined;
  /** Site folder below the repository's root, POSIX; empty for the root itself. */
  readonly folder: string;
  readonly links: ReportLinks;
  readonly comment: CommentWish;
}

/**
 * Tells everybody: outputs for later steps, the log for who reads along, notes on the changed files and the summary for who
 * opens the run, and a comment for who reviews the pull request. The outputs come first: the build depends on them, and on
 * nothing else here, so trouble with the rest is a warning.
 */
export async function publish({ report, keys, trouble }: Prepared, options: PublishOptions): Promise<void> {
  const { host, links, folder, reportPath, graphPath } = options;
  const outputs = reportOutputs(report, { primaryKey: keys.key, reportPath, graphPath });
  for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
  if (trouble !== undefined) host.debug(trouble.stack);
  await telling(host, 'The report could not be shown in the log', () => {
    for (const line of logLines(report)) host.info(line);
    const { cachePolicy: policy } = report;
    host.group('Details', [
      ...(policy === undefined ? [] : [`Policy ${policy.access}: ${policy.why}`]),
      ...workRows(report).map((row) => row.join(' ')),
      ...reportText(report, links.given).trimEnd().split('\n'),
    ]);
    host.debug(keyLines(report.cache, keys).join('\n'));
    for (const note of annotationsOf(report, { folder })) host.annotate(note);
  });
  await telling(host, 'The summary could not be written', () =>
    host.writeSummary(summaryPart(report, affectedMermaid(report), links)),
  );
  await telling(host, 'The comment could not be written', async () => {
    const said = await commentOn(report, options.comment);
    if (said !== undefined) host.info(said);
  });
}

import type { Host } from '../host/port.ts';
import { affectedMermaid } from '../render/mermaid.ts';
import { reportOutputs } from './outputs.ts';
import { reportSummary, cacheSentence } from '../report/summary.ts';
import { reportText } from '../report/text.ts';
import type { Prepared } from './prepare.ts';

/** Tells everybody: the log for who reads along, outputs for later steps, the summary for who opens the run. */
export async function publish({ report, handoff }: Prepared, host: Host, reportPath: string): Promise<void> {
  host.group('Cache', [
    `Key ${handoff.keys.key}`,
    ...handoff.keys.restoreKeys.map((key) => `or any ${key}...`),
    cacheSentence(report.cache),
  ]);
  host.group('Report', reportText(report).trimEnd().split('\n'));
  for (const warning of report.warnings) host.warning(warning);
  const outputs = reportOutputs(report, { primaryKey: handoff.keys.key, reportPath });
  for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
  await host.writeSummary(reportSummary(report, affectedMermaid(report)));
}

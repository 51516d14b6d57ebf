import type { OutputName } from '../inputs/spec.ts';
import type { Report } from '../report/report.ts';
import { verdictSentence } from '../report/words.ts';

/** A list output stays below this many bytes: one environment variable holds at most 131,070. */
const LONGEST_LIST_BYTES = 100_000;

/** The action's outputs, by name. Every value is plain text; lists are JSON arrays that stay valid when cut. */
export function reportOutputs(
  report: Report,
  context: { primaryKey: string; reportPath: string },
): Record<OutputName, string> {
  const { cache, state, config, gate, changes, affected } = report;
  const changed = [...changes.added, ...changes.modified, ...changes.deleted].sort();
  return {
    'cache-hit': cache.kind === 'exact' ? 'true' : cache.kind === 'prefix' ? 'false' : '',
    'cache-primary-key': context.primaryKey,
    'cache-matched-key': cache.kind === 'exact' || cache.kind === 'prefix' ? cache.matchedKey : '',
    state: state.status,
    'config-valid': config.status === 'unknown' ? '' : String(config.status === 'unchanged'),
    'config-hash': config.recorded ?? '',
    'build-mode': gate.mode,
    'build-reason': verdictSentence(report),
    'build-args': gate.buildArgs.join(' '),
    'changed-count': String(changed.length),
    'affected-count': String(affected.all ? report.totalPages : affected.pages.length),
    'total-pages': String(report.totalPages),
    'changed-files': jsonList(changed),
    'affected-pages': jsonList(affected.pages.map((page) => page.output)),
    'affected-tags': jsonList(affected.tags),
    'report-path': context.reportPath,
  };
}

/** As many items as fit. */
export function jsonList(items: readonly string[]): string {
  const kept: string[] = [];
  let bytes = 2;
  for (const item of items) {
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes > LONGEST_LIST_BYTES) break;
    kept.push(item);
  }
  return JSON.stringify(kept);
}

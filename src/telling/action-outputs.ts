import type { OutputName, SaveOutputName } from '../inputs/spec.ts';
import type { Report } from '../report/report.ts';
import { saveSentence, type SaveReport } from '../report/save-words.ts';
import { isCompared, verdictSentence } from '../report/words.ts';
import type { Access } from '../store/access.ts';

/** A reason may quote names; an environment variable that holds it must stay short. */
const LONGEST_REASON = 4000;
/** A list output stays below this many bytes: one environment variable holds at most 131,070. */
const LONGEST_LIST_BYTES = 100_000;

/** The action's outputs, by name. Every value is plain text; lists are JSON arrays that stay valid when cut. */
export function reportOutputs(
  report: Report,
  context: { primaryKey: string; reportPath: string; graphPath?: string | undefined },
): Record<OutputName, string> {
  const { cache, state, config, gate, changes, affected } = report;
  const matched =
    cache.kind === 'exact' || cache.kind === 'prefix' || cache.kind === 'found' ? cache.matchedKey : undefined;
  const lists = {
    'changed-files': [...changes.added, ...changes.modified, ...changes.deleted].sort(),
    'affected-pages': affected.pages.map((page) => page.output),
    'affected-tags': affected.tags,
  };
  // A workflow that compares with 0 must not take what nobody knows for nothing.
  const counted = (number: number): string => (isCompared(report) ? String(number) : '');
  const { values, truncated } = listOutputs(lists);
  return {
    'cache-hit': matched === undefined ? '' : String(cache.kind === 'exact' || matched === context.primaryKey),
    'cache-primary-key': context.primaryKey,
    'cache-matched-key': matched ?? '',
    'cache-policy': report.cachePolicy?.access ?? '',
    state: state.status,
    'config-valid': config.status === 'unknown' ? '' : String(config.status === 'unchanged'),
    'config-hash': config.recorded ?? '',
    'build-mode': gate.mode,
    'build-reason': verdictSentence(report)
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, LONGEST_REASON),
    'build-args': gate.buildArgs.join(' '),
    'changed-count': counted(lists['changed-files'].length),
    'affected-count': counted(affected.all ? report.totalPages : affected.pages.length),
    'total-pages': counted(report.totalPages),
    ...values,
    'report-path': context.reportPath,
    'graph-path': context.graphPath ?? '',
    truncated,
  };
}

/** Outputs of the action that saves. */
export function saveOutputs(report: SaveReport, access: Access): Record<SaveOutputName, string> {
  return {
    'cache-saved': String(report.kind === 'saved'),
    'cache-primary-key': report.key,
    'save-reason': saveSentence(report),
    'cache-policy': access,
  };
}

/** Lists as outputs: JSON arrays, cut to fit, and the names of those that were. */
export function listOutputs<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): { readonly values: Record<Name, string>; readonly truncated: string } {
  const names = Object.keys(lists) as Name[];
  const cut = names.filter((name) => fitting(lists[name]) < lists[name].length);
  return {
    values: Object.fromEntries(names.map((name) => [name, jsonList(lists[name])])) as Record<Name, string>,
    truncated: cut.length === 0 ? '' : JSON.stringify(cut),
  };
}

/** As many items as fit. */
export function jsonList(items: readonly string[]): string {
  return JSON.stringify(items.slice(0, fitting(items)));
}

/** How many of the items, from the first on, fit into an output. */
function fitting(items: readonly string[]): number {
  let bytes = 2;
  for (const [index, item] of items.entries()) {
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes > LONGEST_LIST_BYTES) return index;
  }
  return items.length;
}

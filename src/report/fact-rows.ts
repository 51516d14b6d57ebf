import { cacheRows } from './cache-words.ts';
import { sizePhrase, workPhrase } from './measures.ts';
import type { Report } from './report.ts';
import { timeSavedPhrase } from './time-saved.ts';
import { affectedPhrase, builtPhrase, changesPhrase, count, STATE_WORDS } from './words.ts';

type FactRow = readonly [name: string, value: string];

/** The name of that fact. */
export const TIME_SAVED = 'Time saved';

/** What the verdict rests on and what it is worth, as names and values for a table. Plain text, hostile as it is. */
export function factRows(report: Report): readonly FactRow[] {
  const { state, config, cache } = report;
  return [
    ['State', `${STATE_WORDS[state.status]}: ${state.why}`],
    ...(state.builtAt === null ? [] : [['Built', builtPhrase(report)] as const]),
    ['Configuration', `${config.status}: ${config.why}`],
    ['Changes', changesPhrase(report)],
    ['Affected', affectedPhrase(report)],
    ...cacheRows(cache),
    ...workRows(report),
    ...known(TIME_SAVED, timeSavedPhrase(report)),
  ];
}

/** What our own work was. */
export function workRows(report: Pick<Report, 'cache' | 'times'>): readonly FactRow[] {
  return [...known('Sizes', sizesPhrase(report)), ...known('Times', timesPhrase(report))];
}

/** What nobody knows is no fact. */
function known(name: string, value: string): FactRow[] {
  return value === '' ? [] : [[name, value]];
}

/** Of what was restored; empty: nothing was. */
export function sizesPhrase({ cache }: Pick<Report, 'cache'>): string {
  if (cache.kind !== 'exact' && cache.kind !== 'prefix') return '';
  const { archiveBytes, bytes, files, kept = 0 } = cache;
  const archive = archiveBytes === undefined ? '' : `an archive of ${sizePhrase(archiveBytes)}, which holds `;
  const same = kept === 0 ? '' : `, of which ${count(kept, 'file was', 'files were')} there already`;
  return `${archive}${sizePhrase(bytes)} in ${count(files, 'file')}${same}`;
}

/** Of our own work. */
export function timesPhrase({ times, cache }: Pick<Report, 'times' | 'cache'>): string {
  if (times === undefined) return '';
  const restore = cache.kind === 'off' ? '' : `cache ${workPhrase(times.restoreMs)}, `;
  return `${restore}analysis ${workPhrase(times.analysisMs)}`;
}

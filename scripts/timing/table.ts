import { WAYS, type EditTimes, type Measurement, type Way } from './measure.ts';

/** What lies between two jobs. */
export interface SavedState {
  readonly site: string;
  /** HTML files of the output. */
  readonly pages: number;
  /** Seconds of the step after the build. */
  readonly stored: number;
  readonly bytes: number;
  readonly archiveBytes: number;
}

const WAY_WORDS: Readonly<Record<Way, string>> = {
  nothing: 'nothing restored',
  state: '`.bengal` alone, plain `--incremental`',
  unrepaired: '`.bengal` and output, plain `--incremental`',
  preview: 'ours, preview',
  strict: 'ours, strict',
};

/** Of several runs of one edit: the median of each time, and the worst of what was left stale. */
export function median(runs: readonly EditTimes[]): EditTimes {
  const [first] = runs;
  if (first === undefined) throw new Error('There is no run to take the median of');
  const middle = (numbers: readonly number[]): number =>
    numbers.toSorted((left, right) => left - right)[Math.floor((numbers.length - 1) / 2)] ?? 0;
  const ways = WAYS.map((way): [Way, Measurement] => {
    const all = runs.map((run) => run.ways[way]);
    return [
      way,
      {
        seconds: middle(all.map(({ seconds }) => seconds)),
        building: middle(all.map(({ building }) => building)),
        mode: first.ways[way].mode,
        stale: Math.max(...all.map(({ stale }) => stale)),
      },
    ];
  });
  return { ...first, ways: Object.fromEntries(ways) as Record<Way, Measurement> };
}

/** One edit on one line, while it is measured. */
export function timesLine({ site, edit, changed, ways }: EditTimes): string {
  const cells = WAYS.map((way) => {
    const { seconds, mode, stale } = ways[way];
    return `${way} ${mode} ${seconds.toFixed(1)} s ${String(stale)} stale`;
  });
  return `${site} ${edit.name}: ${String(changed)} pages change | ${cells.join(' | ')}`;
}

export function measuredBuilds(
  sites: readonly { readonly state: SavedState; readonly times: readonly EditTimes[] }[],
  { machine, runs }: { readonly machine: string; readonly runs: number },
): string {
  return `# Builds on a fresh checkout, measured

\`npm run timing\` made these tables. Every number is of a job that checks the site out anew (all modification times are new), restores what the column says, and builds with real Bengal. "Ours" is the action as it is shipped, with \`@actions/cache\` and a cache service on the same machine, and the build that its outputs ask for; the seconds hold both, and behind them stand those in Bengal. \`repair\` is on there; the column before is what happens without. A page is stale when it shows what is gone or lacks what is new, against a full build of the same tree.

${machine}; ${runs === 1 ? 'one run each' : `median of ${String(runs)} runs`}.

${sites.map(({ state, times }) => siteTables(state, times)).join('\n')}`;
}

function siteTables(state: SavedState, times: readonly EditTimes[]): string {
  const head = ['edit', 'pages changed', ...WAYS.map((way) => WAY_WORDS[way])];
  return `## ${state.site}: ${String(state.pages)} HTML files

The step after the build, which records and saves, took ${state.stored.toFixed(1)} s. State and output are ${megabytes(state.bytes)}, stored as ${megabytes(state.archiveBytes)}.

Seconds:

${table(head, times, ({ mode, seconds, building }, way) => {
  const ours = way === 'preview' || way === 'strict';
  return ours ? `${mode}, ${seconds.toFixed(1)} (${building.toFixed(1)})` : seconds.toFixed(1);
})}

Stale pages afterwards:

${table(head, times, ({ stale }) => String(stale))}

${times.map(({ edit }) => `- *${edit.name}*: ${edit.what}`).join('\n')}
`;
}

function table(
  head: readonly string[],
  times: readonly EditTimes[],
  cell: (measurement: Measurement, way: Way) => string,
): string {
  const rows = times.map(({ edit, changed, ways }) =>
    [edit.name, String(changed), ...WAYS.map((way) => cell(ways[way], way))].join(' | '),
  );
  const [titles, ...lines] = [head.join(' | '), ...rows].map((row) => `| ${row} |`);
  return [titles, `|${'---|'.repeat(head.length)}`, ...lines].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

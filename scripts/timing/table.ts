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
  ours: 'ours',
};

/** Of several runs of one edit: the median of each time, and the worst of what was left different. */
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
        ...first.ways[way],
        seconds: middle(all.map(({ seconds }) => seconds)),
        building: middle(all.map(({ building }) => building)),
        cpu: middle(all.map(({ cpu }) => cpu)),
        different: Math.max(...all.map(({ different }) => different)),
      },
    ];
  });
  return { ...first, ways: Object.fromEntries(ways) as Record<Way, Measurement> };
}

/** One edit on one line, while it is measured. */
export function timesLine({ site, edit, changed, ways }: EditTimes): string {
  const cells = WAYS.map((way) => {
    const { seconds, cpu, mode, different } = ways[way];
    return `${way} ${mode} ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s CPU, ${String(different)} different`;
  });
  return `${site} ${edit.name}: ${String(changed)} pages change | ${cells.join(' | ')}`;
}

export function measuredBuilds(
  sites: readonly { readonly state: SavedState; readonly times: readonly EditTimes[] }[],
  { machine, runs }: { readonly machine: string; readonly runs: number },
): string {
  return `# Builds on a fresh checkout, measured

\`npm run timing\` made these tables. Every number is of a job that checks the site out anew (all modification times are new), restores what the column says, and builds with real Bengal. "Ours" is the action as it is shipped, with \`@actions/cache\` and a cache service on the same machine, and the build that its outputs ask for.

${machine}; ${runs === 1 ? 'one run each' : `median of ${String(runs)} runs`}.

${sites.map(({ state, times }) => siteTables(state, times)).join('\n')}`;
}

function siteTables(state: SavedState, times: readonly EditTimes[]): string {
  return `## ${state.site}: ${String(state.pages)} HTML files

The step after the first build, which records and saves, took ${state.stored.toFixed(1)} s. State and output are ${megabytes(state.bytes)}, stored as ${megabytes(state.archiveBytes)}.

Processor seconds of Bengal, which depend less on what else runs on the machine than the clock does. Behind ours: the mode, and how many pages were kept.

${table(times, ({ cpu, mode, kept }, way) => (way === 'ours' ? `${cpu.toFixed(1)} (${mode}${kept === undefined ? '' : `, ${String(kept)} kept`})` : cpu.toFixed(1)))}

Seconds from the checkout to the finished output. Ours holds the step before the build; behind it the seconds in Bengal.

${table(times, ({ seconds, building }, way) => (way === 'ours' ? `${seconds.toFixed(1)} (${building.toFixed(1)})` : seconds.toFixed(1)))}

Files that afterwards differ from those of a full build, times and random widgets apart:

${table(times, ({ different }) => String(different))}

${times.map(({ edit }) => `- *${edit.name}*: ${edit.what}`).join('\n')}
`;
}

function table(times: readonly EditTimes[], cell: (measurement: Measurement, way: Way) => string): string {
  const head = ['edit', 'pages changed', ...WAYS.map((way) => WAY_WORDS[way])];
  const rows = times.map(({ edit, changed, ways }) =>
    [edit.name, String(changed), ...WAYS.map((way) => cell(ways[way], way))].join(' | '),
  );
  const [titles, ...lines] = [head.join(' | '), ...rows].map((row) => `| ${row} |`);
  return [titles, `|${'---|'.repeat(head.length)}`, ...lines].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

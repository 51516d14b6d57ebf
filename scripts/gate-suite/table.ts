import type { FormDifference } from './compare.ts';
import { brokenLaws, type Outcome, type Trial } from './trial.ts';

/** One trial on one line, while the suite runs. */
export function lineOf({ site, edit, fullSeconds, outcomes }: Trial): string {
  const policies = Object.entries(outcomes).map(
    ([
      policy,
      {
        mode,
        seconds,
        comparison: { stale, otherForm, otherFiles },
      },
    ]) =>
      `${policy} ${mode.padEnd(11)} ${seconds.toFixed(1).padStart(5)} s, ${String(stale.length)} stale, ${String(otherForm.length)} in another form, ${String(otherFiles.length)} other files`,
  );
  return `${site.padEnd(10)} ${edit.name.padEnd(20)} full ${fullSeconds.toFixed(1)} s | ${policies.join(' | ')}`;
}

/** The whole measurement as Markdown. `machine` says what it ran on. */
export function measuredGate(trials: readonly Trial[], machine: string): string {
  const sites = [...new Set(trials.map(({ site }) => site))];
  return `# What the gate leads to, measured

\`npm run gate:suite\` made these tables. For each edit it builds the site in full, records that build, checks the site out anew with the edit, asks for a report under \`strict\` and under \`preview\`, does what the gate says with real Bengal, and compares the output with a full build of the same tree. Times of builds, digests of such times and \`bengal:\` meta tags are left out of the comparison; nothing else is.

${machine}.

- **Strict**: nothing may differ from a full build.
- **Preview**: no page may show what is gone or lack what is new.

${totals(trials)}

${sites.map((site) => siteTable(trials.filter((trial) => trial.site === site))).join('\n')}
## What an incremental build leaves incomplete

Files that are no pages and differ from a full build's under \`preview\`, with the number of edits after which they do. For deployment that is why \`strict\` builds everything.

${counted(incremental(trials).flatMap(({ comparison }) => comparison.otherFiles.map(kindOfFile)))}

## Pages in another form

Pages that show nothing old and lack nothing new, and yet are not what a full build writes: Bengal shortens excerpts of pages that it did not parse, leaves them out, or orders equal entries differently.

${forms(incremental(trials).flatMap(({ comparison }) => comparison.otherForm))}`;
}

function totals(trials: readonly Trial[]): string {
  const sum = (numbers: readonly number[]): string => numbers.reduce((total, number) => total + number, 0).toFixed(0);
  const rows = (['strict', 'preview'] as const).map((policy) => {
    const outcomes = trials.map((trial) => trial.outcomes[policy]);
    const modes = ['skip', 'incremental', 'full'].map((mode) =>
      String(outcomes.filter((each) => each.mode === mode).length),
    );
    const stale = outcomes.reduce((total, { comparison }) => total + comparison.stale.length, 0);
    const differing = outcomes.filter(
      ({ comparison }) => comparison.otherForm.length + comparison.otherFiles.length > 0,
    );
    return `| ${policy} | ${modes.join(' | ')} | ${String(stale)} | ${String(differing.length)} | ${sum(outcomes.map(({ seconds }) => seconds))} |`;
  });
  return `| policy | skip | incremental | full | stale pages | edits with any difference | seconds in all |
|---|---|---|---|---|---|---|
${rows.join('\n')}
| always full, nothing restored | | | ${String(trials.length)} | | | ${sum(trials.map(({ fullSeconds }) => fullSeconds))} |

Laws broken: ${String(trials.flatMap(brokenLaws).length)}. Seconds of the gate hold the report and the build.`;
}

function siteTable(trials: readonly Trial[]): string {
  const rows = trials.map(({ edit, fullSeconds, outcomes: { strict, preview } }) => {
    const { changed } = preview.comparison;
    const cells = [edit.name, edit.what.replaceAll('|', '\\|'), String(changed.length), fullSeconds.toFixed(1)];
    return `| ${[...cells, ...cellsOf(strict).slice(0, 2), ...cellsOf(preview)].join(' | ')} |`;
  });
  return `## ${trials[0]?.site ?? ''}

| edit | what | pages changed by a full build | its seconds | strict | seconds | preview | seconds | stale | other form | other files |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function cellsOf({ mode, seconds, comparison: { stale, otherForm, otherFiles } }: Outcome): string[] {
  return [mode, seconds.toFixed(1), ...[stale, otherForm, otherFiles].map((list) => String(list.length))];
}

function incremental(trials: readonly Trial[]): Outcome[] {
  return trials.map(({ outcomes }) => outcomes.preview).filter(({ mode }) => mode === 'incremental');
}

/** Files beside a page stand for each other; those of the whole site are named. */
function kindOfFile(file: string): string {
  if (!file.includes('/') || file.startsWith('.well-known/') || file.startsWith('graph/')) return `\`${file}\``;
  return `\`${file.slice(file.lastIndexOf('/') + 1)}\` beside a page`;
}

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = [...counts]
    .sort((left, right) => right[1] - left[1])
    .map(([name, count]) => `| ${name} | ${String(count)} |`);
  return rows.length === 0 ? 'None.' : `| file | times |\n|---|---|\n${rows.join('\n')}`;
}

function forms(differences: readonly FormDifference[]): string {
  const kinds = [...new Set(differences.map(({ kind }) => kind))].sort();
  if (kinds.length === 0) return 'None.\n';
  return kinds
    .map((kind) => {
      const all = differences.filter((difference) => difference.kind === kind);
      const pages = [...new Set(all.map(({ page }) => page))];
      const example = all.find(({ here }) => here !== '');
      const shown =
        example === undefined ? '' : `\n\n  \`\`\`html\n  ${cut(example.here)}\n  ${cut(example.full)}\n  \`\`\``;
      return `- **${kind}**: ${String(all.length)} times, on ${pages.map((page) => `\`${page}\``).join(', ')}${shown}\n`;
    })
    .join('');
}

function cut(piece: string): string {
  return piece.length > 200 ? `${piece.slice(0, 200)}...` : piece;
}

/** docs/measured-gate.md, from results of the suite. */
import type { Result } from './results.ts';

interface Section {
  readonly title: string;
  readonly what: string;
  readonly holds: (result: Result) => boolean;
}

const NEWEST = '0.5.1';
const isPlain = ({ bengal, hashSeed, bytecode, judge }: Result): boolean =>
  bengal === NEWEST && hashSeed === '0' && !bytecode && judge === 'trace';
const isChain = ({ name }: Result): boolean => name.startsWith('chain: ');
const isDrop = ({ name }: Result): boolean => name.includes(', without ');

/** Each result belongs to the first section that takes it. */
const SECTIONS: readonly Section[] = [
  {
    title: 'One edit',
    what: 'The trace of the last build decides what is kept, as it does for users.',
    holds: (result) => isPlain(result) && !isChain(result) && !isDrop(result),
  },
  {
    title: 'Chains of edits',
    what: 'Each edit on top of the last, an exact build upon an exact build; the last one is compared.',
    holds: isChain,
  },
  {
    title: 'Compiled templates come along',
    what: 'As with the input `bytecode`.',
    holds: ({ bytecode }) => bytecode,
  },
  {
    title: 'Pages that are left out of the list',
    what: 'A list of the changed pages decides, one of them is left out, and the sample is all pages: it finds each.',
    holds: isDrop,
  },
  {
    title: 'Other hash seeds',
    what: 'The order in which Python goes through sets follows from it.',
    holds: ({ hashSeed, bengal }) => hashSeed !== '0' && bengal === NEWEST,
  },
  { title: 'Other versions of Bengal', what: 'The oldest that is known, and those between.', holds: () => true },
];

export function measuredGate(results: readonly Result[], machine: string): string {
  const commits = [...new Set(results.map(({ commit }) => commit))].join(', ');
  const wrong = results.filter((result) => result.wrong > 0).length;
  const sections = SECTIONS.map((section) => ({
    ...section,
    results: results.filter((result) => SECTIONS.find(({ holds }) => holds(result)) === section),
  }));
  return [
    '# Builds that keep pages, held against full builds',
    '',
    '`npm run equality` measured this, `npm run equality:table` wrote it. For each edit a full build by Bengal alone into an empty output, and a build of the same tree with our companion, which started from the state and the output before the edit. All files of both outputs are compared byte for byte, apart from what differs between two full builds (`companion/bengal_cache_companion/noise.json`), and so is what they leave in `.bengal` for the next build. The columns `full` and `exact` are processor seconds of Bengal.',
    '',
    `${machine}. The machine was shared: up to ${String(Math.max(0, ...results.map(({ load }) => load)))} processes wanted to run at a time, so read the ratio rather than the seconds. Commits: ${commits}.`,
    '',
    `${String(results.length)} builds; ${wrong === 0 ? 'no file of any differs' : `in ${String(wrong)} of them something differs`}.`,
    '',
    ...summary(sections[0]?.results ?? []),
    ...sections.filter((section) => section.results.length > 0).flatMap(sectionLines),
  ].join('\n');
}

/** By site: the ratios of the kinds of edit that matter to everybody. */
function summary(results: readonly Result[]): string[] {
  const lines = [...Map.groupBy(results, ({ site }) => site)].map(([site, ofSite]) => {
    const ratios = ofSite.map(({ cpu, fullCpu }) => cpu / fullCpu).sort((left, right) => left - right);
    const largest = Math.max(...ofSite.map(({ pages }) => pages));
    const wrong = ofSite.reduce((sum, result) => sum + result.wrong, 0);
    const [least = 0, median = 0, most = 0] = [0, Math.floor((ratios.length - 1) / 2), ratios.length - 1].map(
      (at) => ratios[at],
    );
    return `| ${site} | ${String(largest)} | ${String(ofSite.length)} | ${String(wrong)} | ${least.toFixed(2)} | ${median.toFixed(2)} | ${most.toFixed(2)} |`;
  });
  return [
    '| site | pages | edits | files that differ | least ratio | median | most |',
    '| :-- | --: | --: | --: | --: | --: | --: |',
    ...lines,
    '',
  ];
}

function sectionLines({ title, what, results }: Section & { readonly results: readonly Result[] }): string[] {
  const versioned = results.some(({ bengal }) => bengal !== NEWEST);
  const seeded = results.some(({ hashSeed }) => hashSeed !== '0');
  const further = [...(versioned ? ['Bengal'] : []), ...(seeded ? ['seed'] : [])];
  const head = ['site', 'edit', ...further, 'pages', 'changed', 'rendered', 'kept', 'full', 'exact', 'ratio', 'differ'];
  return [
    `## ${title}`,
    '',
    what,
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map((name) => (['site', 'edit', 'Bengal'].includes(name) ? ':--' : '--:')).join(' | ')} |`,
    ...results.map((result) => {
      const { site, name, bengal, hashSeed, pages, changed, rendered, kept, fullCpu, cpu, wrong } = result;
      const cells = [site, name, ...(versioned ? [bengal] : []), ...(seeded ? [hashSeed] : [])];
      const figures = [pages, changed, rendered, kept].map(String);
      const ratio = (cpu / fullCpu).toFixed(2);
      return `| ${[...cells, ...figures, fullCpu.toFixed(1), cpu.toFixed(1), ratio, String(wrong)].join(' | ')} |`;
    }),
    '',
  ];
}

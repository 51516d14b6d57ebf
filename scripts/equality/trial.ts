/** One question of the suite, asked with real Bengal, and its answer. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BuildOptions, Built, JudgeName } from './bench.ts';
import { readState, stateDifferences, type State } from './state.ts';
import { differences, readOutput, type Difference, type Tree } from './trees.ts';
import type { Edit, Site } from './sites.ts';
import { deltaProblems } from './delta.ts';

export interface Trial {
  readonly site: string;
  readonly name: string;
  readonly pages: number;
  readonly changed: number;
  readonly rendered: number;
  readonly kept: number;
  readonly assets: string;
  readonly cpu: number;
  readonly fullCpu: number;
  /** What must not be: no line means that the trial holds. */
  readonly broken: readonly string[];
  readonly notes: readonly string[];
}

export interface Base {
  readonly site: Site;
  readonly bench: Bench;
  readonly folder: string;
  /** Sources of the base, and the sources with what the base build left. */
  readonly source: string;
  readonly built: string;
  readonly output: Tree;
  readonly cpu: number;
  readonly judge: JudgeName;
  readonly hashSeed: string;
}

const isPage = (file: string): boolean =>
  file.endsWith('.html') && !/^(?:graph|search)\//.test(file) && file !== '404.html';

export function buildBase(
  site: Site,
  bench: Bench,
  options: { folder: string; source: string; judge: JudgeName; hashSeed: string },
): Base {
  const { folder, source, judge, hashSeed } = options;
  bench.lay(source);
  const build = bench.build({ args: site.args, judge, hashSeed, plan: { mode: 'full' } });
  const problems = [...problemsOf(build), ...(build.journal?.status === 'finished' ? [] : [statusOf(build)])];
  if (problems.length > 0) throw new Error(`${site.name}: the base cannot be built: ${problems.join('; ')}`);
  const built = join(folder, 'base');
  bench.save(built);
  return {
    site,
    bench,
    folder,
    source,
    built,
    output: readOutput(outputOf(bench, site)),
    cpu: build.cpu,
    judge,
    hashSeed,
  };
}

interface FullBuild {
  readonly output: Tree;
  readonly state: State;
  readonly cpu: number;
}

export function fullBuild(base: Base, edits: readonly Edit[]): FullBuild {
  const { bench, site, hashSeed } = base;
  bench.lay(base.source);
  for (const edit of edits) edit.apply(bench.repository);
  const { cpu, status, log } = bench.build({ args: argsOf(site, edits), hashSeed });
  if (status !== 0) throw new Error(`${site.name}: the full build ended with ${String(status)}: ${log.slice(-600)}`);
  return { output: readOutput(outputOf(bench, site)), state: readState(join(bench.site, '.bengal')), cpu };
}

/** Base, edit, exact build: equal to a full build of the edited tree? */
export function tryEdit(base: Base, edit: Edit): Trial {
  return tryChain(base, [edit], edit.name);
}

/** Each edit on top of the last, an exact build after each; the last one is compared. */
export function tryChain(base: Base, edits: readonly Edit[], name: string): Trial {
  const { bench, site } = base;
  const truths = base.judge === 'truth' ? truthsOf(base, edits) : [];
  const full = truths.at(-1)?.full ?? fullBuild(base, edits);
  bench.restore(base.built);
  const builds = edits.map((edit, at) => {
    edit.apply(bench.repository);
    return bench.build({
      args: argsOf(site, edits.slice(0, at + 1)),
      judge: base.judge,
      hashSeed: base.hashSeed,
      plan: { mode: 'incremental', render: truths[at]?.changed ?? [] },
    });
  });
  const last = builds.at(-1);
  if (last === undefined) throw new Error('a chain has at least one edit');
  const output = readOutput(outputOf(bench, site));
  const state = readState(join(bench.site, '.bengal'));
  const broken = [
    ...builds.flatMap(problemsOf),
    ...builds.filter(({ journal }) => journal?.status !== 'finished').map(statusOf),
    ...differences(output, full.output).map(tell),
    ...deltaProblems(
      { before: join(base.built, site.below, site.output), after: outputOf(bench, site) },
      differences(output, base.output).map(({ file }) => file),
    ),
    ...(site.stateVaries === true ? [] : stateDifferences(state, full.state)).map(
      (difference) => `.bengal: ${tell(difference)}`,
    ),
    ...builds.flatMap(
      ({ journal }) => journal?.sample.different.map(({ output: page }) => `the sample found ${page}`) ?? [],
    ),
  ];
  const unexpected = edits.length === 1 ? unexpectedChanges(base, edits[0], full) : [];
  return { ...figures(base, full, last), name, broken: [...unexpected, ...broken], notes: notesOf(last) };
}

/** Where somebody has worked out which pages an edit changes, Bengal has to agree. */
function unexpectedChanges(base: Base, edit: Edit | undefined, full: FullBuild): string[] {
  if (edit?.changes === undefined) return [];
  const changed = differences(full.output, base.output)
    .map(({ file }) => file)
    .filter(isPage)
    .sort();
  const expected = [...edit.changes].sort();
  if (changed.join() === expected.join()) return [];
  const more = changed.filter((page) => !expected.includes(page));
  const fewer = expected.filter((page) => !changed.includes(page));
  return [`a full build changes also [${more.join(', ')}], and not [${fewer.join(', ')}]`];
}

interface Truth {
  readonly full: FullBuild;
  readonly changed: readonly string[];
}

function truthsOf(base: Base, edits: readonly Edit[]): Truth[] {
  let before = base.output;
  return edits.map((_, at) => {
    const full = fullBuild(base, edits.slice(0, at + 1));
    const changed = changedPages(before, full.output);
    before = full.output;
    return { full, changed };
  });
}

function changedPages(before: Tree, after: Tree): string[] {
  return differences(after, before)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.html') && after.has(file));
}

/** Every page that the edit changes is left out of the list once; a sample of all pages must find it. */
export function tryDrops(base: Base, edit: Edit, most: number): Trial[] {
  const { bench, site, hashSeed } = base;
  const full = fullBuild(base, [edit]);
  const changed = changedPages(base.output, full.output).filter((file) => base.output.has(file) && isPage(file));
  return changed.slice(0, most).map((dropped) => {
    bench.restore(base.built);
    edit.apply(bench.repository);
    const render = changedPages(base.output, full.output).filter((file) => file !== dropped);
    const build = bench.build({
      args: argsOf(site, [edit]),
      judge: 'truth',
      hashSeed,
      plan: { mode: 'incremental', render, sample: 1_000_000 },
    });
    const found = build.journal?.sample.different.map(({ output }) => output) ?? [];
    const broken = [
      ...problemsOf(build),
      ...(found.includes(dropped) ? [] : [`the sample did not find ${dropped}`]),
      ...differences(readOutput(outputOf(bench, site)), full.output).map(tell),
    ];
    return { ...figures(base, full, build), name: `${edit.name}, without ${dropped}`, broken, notes: [] };
  });
}

function figures(base: Base, full: FullBuild, build: Built): Omit<Trial, 'name' | 'broken' | 'notes'> {
  const assets = build.journal?.assets;
  return {
    site: base.site.name,
    pages: [...full.output.keys()].filter(isPage).length,
    changed: changedPages(base.output, full.output).filter(isPage).length,
    rendered: build.journal?.pages.rendered.filter(({ why }) => why !== 'sample').length ?? 0,
    kept: build.journal?.pages.kept.length ?? 0,
    assets: assets === undefined ? '?' : 'kept' in assets ? 'kept' : assets.processed,
    cpu: build.cpu,
    fullCpu: full.cpu,
  };
}

function notesOf({ journal }: Built): string[] {
  const whys = new Map<string, number>();
  for (const { why } of journal?.pages.rendered ?? []) whys.set(why, (whys.get(why) ?? 0) + 1);
  const reads = new Map<string, number>();
  for (const { read } of journal?.pages.rendered ?? [])
    if (read !== null) reads.set(read.join(' '), (reads.get(read.join(' ')) ?? 0) + 1);
  const doubts = (journal?.pages.rendered ?? []).flatMap(({ why, read }) => (why === 'doubt' ? (read ?? []) : []));
  const [most] = [...reads].sort(([, left], [, right]) => right - left);
  return [
    ...[...whys].map(([why, count]) => `${why} ${String(count)}`),
    ...(most === undefined ? [] : [`most by ${most[0]}`]),
    ...new Set(doubts),
  ];
}

function problemsOf(build: Built): string[] {
  return build.status === 0 ? [] : [`Bengal ended with ${String(build.status)}: ${build.log.slice(-600)}`];
}

function statusOf({ journal }: Built): string {
  return `the journal is ${journal?.status ?? 'missing'}: ${journal?.why ?? 'no reason given'}`;
}

function tell({ file, here, full }: Difference): string {
  return `${file}: ${JSON.stringify(here)} instead of ${JSON.stringify(full)}`;
}

function outputOf(bench: Bench, site: Site): string {
  return join(bench.site, site.output);
}

function argsOf(site: Site, edits: readonly Edit[]): BuildOptions['args'] {
  return edits.findLast(({ args }) => args !== undefined)?.args ?? site.args;
}

export function discard(base: Base): void {
  rmSync(base.folder, { recursive: true, force: true });
}

/**
 * How long it takes to find out what one changed page affects, in a site of 10,000 pages with more than 100,000 edges,
 * once everything is loaded: the median of several rounds. `node bench/affected.ts [pages] [rounds]`
 */
import { findAffected } from '../src/affected/find.ts';
import { behaviourOf } from '../src/bengal/behaviour.ts';
import type { RecordedPage } from '../src/bengal/recorded-page.ts';
import type { BengalState } from '../src/bengal/state.ts';
import type { PageEdit } from '../src/changes/page-edit.ts';
import { readPageText } from '../src/changes/page-text.ts';
import type { SitePath } from '../src/core/paths.ts';
import { buildGraph } from '../src/graph/build.ts';
import type { NodeId } from '../src/graph/model.ts';
import { linkIndex, type LinkIndex } from '../src/mentions/link-index.ts';
import { SHOWS } from '../src/mentions/needles.ts';

const MOST_MILLISECONDS = 50;
const FOLDER = 50;
const TAGS = 200;

const [pages = 10_000, rounds = 21] = process.argv.slice(2).map(Number);
const state = syntheticState();
const graph = buildGraph(state);
const links = syntheticLinks();
const changed = 'content/section-7/page-360.md';

let edges = 0;
for (let id = 0; id < graph.size; id++) edges += graph.dependents(id as NodeId).length;
let shown = 0;
for (const page of state.pages.values()) for (const output of page.outputs) shown += links.mentionsOf(output).size;
process.stdout.write(`${String(state.pages.size)} pages, ${String(edges)} edges, ${String(shown)} mentions\n`);

const references = new Map(
  Array.from({ length: pages }, (_, number) => [
    keyOf(number),
    [`[[section-1/page-${String(number)}]]`, ...(number % 20 === 0 ? ['{}'] : [])],
  ]),
);

const edited = (name: string, ...keys: readonly string[]): Kind => ({
  name: `edited ${name}`,
  change: 'modified',
  path: changed,
  keys,
});
const KINDS: readonly Kind[] = [
  edited('text'),
  edited('title', 'title'),
  edited('weight', 'weight'),
  edited('date', 'date'),
  edited('tags', 'tags'),
  edited('everything', 'title', 'description', 'weight', 'date', 'tags', 'slug'),
  { name: 'added', change: 'added', path: 'content/section-7/new.md', keys: [] },
  { name: 'deleted', change: 'deleted', path: changed, keys: [] },
  { ...edited('index', 'title', 'weight', 'cascade'), path: 'content/section-7/_index.md' },
  { ...edited('data'), path: 'data/d-7.yaml' },
  { ...edited('template'), path: 'templates/partials/nav.html' },
  { name: 'section added', change: 'added', path: 'content/section-new/new.md', keys: [] },
];
const slowest = Math.max(...KINDS.map(measure));
process.stdout.write(`slowest ${slowest.toFixed(1)} ms, limit ${String(MOST_MILLISECONDS)} ms\n`);
if (slowest >= MOST_MILLISECONDS) process.exitCode = 1;

interface Kind {
  readonly name: string;
  readonly change: 'added' | 'modified' | 'deleted';
  readonly path: string;
  readonly keys: readonly string[];
}

function measure({ name, change, path, keys }: Kind): number {
  const source = '---\ntitle: Zebra\ndate: 2024-06-01\nweight: 3\ntags: [tag-1, tag-2]\n---\nSome words.\n';
  const text = readPageText(Buffer.from(source), path);
  const edit: PageEdit = { keys: new Set(keys), lead: true, longLead: true, body: true, minutes: true, words: true };
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds + 3; round++) {
    const started = performance.now();
    const affected = findAffected({
      state,
      graph,
      links,
      changes: { added: [], modified: [], deleted: [], touched: 0, unverifiable: [], [change]: [path] },
      layout: { contentDir: 'content' as SitePath, outputDir: 'public' as SitePath, configFiles: [] },
      outputs: { exists: true, present: new Set(), missing: [], damaged: [], obstructed: [], unexpected: [] },
      edits: new Map(change === 'modified' ? [[path, edit]] : []),
      texts: new Map(change === 'deleted' ? [] : [[path, text]]),
      references,
      namedByTemplates: () => false,
      dataTemplates: () => [],
      textTemplates: () => [],
      importers: new Map(),
      namedByPages: new Map(),
      assetOutputs: new Map(),
      config: { status: 'unchanged', why: '' },
      packageVouched: true,
      behaviour: behaviourOf('0.5.1'),
      perPage: 10,
    });
    // The first rounds warm up the compiler.
    if (round >= 3) times.push(performance.now() - started);
    found = affected.pages.length;
  }
  times.sort((left, right) => left - right);
  const [least = Number.NaN, median = Number.NaN] = [times[0], times[Math.floor(times.length / 2)]];
  const [shortest, middle] = [least, median].map((time) => `${time.toFixed(1).padStart(6)} ms`);
  process.stdout.write(
    `${name.padEnd(18)} ${middle ?? ''}, at best ${shortest ?? ''}  ${String(found)} pages affected\n`,
  );
  return median;
}

function keyOf(number: number): string {
  return `content/section-${String(Math.floor(number / FOLDER))}/page-${String(number)}.md`;
}

function outputOf(number: number): SitePath {
  return keyOf(number)
    .replace(/^content\//, '')
    .replace(/\.md$/, '/index.html') as SitePath;
}

function syntheticState(): BengalState {
  const recorded = new Map<string, RecordedPage>();
  const tags = new Map<string, Set<string>>();
  const add = (page: Partial<RecordedPage> & { key: string; outputs: readonly SitePath[] }): void => {
    recorded.set(page.key, {
      kind: 'content',
      inputs: [],
      files: [],
      templates: [],
      tags: [],
      metadata: undefined,
      ...page,
    });
  };
  for (let number = 0; number < pages; number++) {
    const key = keyOf(number);
    const own = [`tag-${String(number % TAGS)}`, `tag-${String((number * 7) % TAGS)}`];
    for (const tag of own) tags.set(tag, (tags.get(tag) ?? new Set()).add(key));
    add({
      key,
      outputs: [outputOf(number)],
      tags: own,
      inputs: ['base.html', 'page.html', 'partials/nav.html', 'partials/footer.html', 'partials/head.html']
        .map((path) => ({ type: 'template', path, hash: undefined }))
        .concat([
          { type: 'content', path: key, hash: undefined },
          { type: 'data', path: `data/d-${String(number % 40)}.yaml`, hash: undefined },
          { type: 'cascade_0', path: `cascade:${key.replace(/page-\d+\.md$/, '_index.md')}`, hash: undefined },
        ]),
      metadata: {
        title: `Page ${String(number)}`,
        date: `2024-0${String(1 + (number % 9))}-1${String(number % 10)}T00:00:00`,
        weight: number % 13,
        tags: own,
      },
    });
  }
  for (let section = 0; section * FOLDER < pages; section++)
    add({
      key: `content/section-${String(section)}/_index.md`,
      outputs: [`section-${String(section)}/index.html` as SitePath],
    });
  for (const tag of tags.keys())
    add({
      key: `.bengal/generated/tags/${tag}/page_1/index.md`,
      kind: 'tag',
      tags: [tag],
      outputs: [`tags/${tag}/index.html` as SitePath],
    });
  return {
    schema: 8,
    python: undefined,
    configHash: undefined,
    lastBuild: undefined,
    lastBuildNs: undefined,
    recordedRoot: undefined,
    moved: false,
    baseUrls: [],
    pages: recorded,
    files: new Map(),
    tags,
    replaysRenderedOutput: false,
    doubts: [],
  };
}

/** Every page shows its folder, some others and its tags; every page links to every tenth section. */
function syntheticLinks(): LinkIndex {
  const mentions = new Map<string, Map<string, number>>();
  const note = (target: string, page: string, flags: number): void => {
    if (target !== page) mentions.set(target, (mentions.get(target) ?? new Map<string, number>()).set(page, flags));
  };
  for (let number = 0; number < pages; number++) {
    const output = outputOf(number);
    const first = Math.floor(number / FOLDER) * FOLDER;
    for (let other = first; other < Math.min(first + FOLDER, pages); other++)
      note(outputOf(other), output, SHOWS.link | SHOWS.title);
    note(output, `section-${String(first / FOLDER)}/index.html`, SHOWS.link | SHOWS.title | SHOWS.lead);
    note(outputOf((number * 31) % pages), output, SHOWS.link);
    for (const tag of [number % TAGS, (number * 7) % TAGS]) {
      note(output, `tags/tag-${String(tag)}/index.html`, SHOWS.link | SHOWS.title);
      note(`tags/tag-${String(tag)}/index.html`, output, SHOWS.link);
    }
  }
  return linkIndex({ mentions, numbers: new Map() });
}

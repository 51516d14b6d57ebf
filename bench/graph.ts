/**
 * The dependency graph of a site of 100,000 pages with two million edges: how long it takes to build it from what Bengal
 * recorded, to ask what one file leads to, to tell what is stale, to save and to load it, and how much memory it needs.
 * `npm run bench:graph [pages] [rounds]`; Node needs `--expose-gc` to tell what is in use from what is not.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedPage } from '../src/bengal/recorded-page.ts';
import type { BengalState } from '../src/bengal/state.ts';
import type { SitePath } from '../src/core/paths.ts';
import { buildGraph } from '../src/graph/build.ts';
import { mergeGraphs } from '../src/graph/merge.ts';
import type { Graph } from '../src/graph/model.ts';
import { topologicalOrder } from '../src/graph/order.ts';
import { loadGraph, saveGraph } from '../src/graph/persist.ts';
import { forFile } from '../src/graph/query.ts';
import { findStatuses } from '../src/graph/status.ts';
import { fitPicture } from '../src/render/fit.ts';
import { sceneOf } from '../src/render/picture.ts';

const MOST_MEGABYTES = 512;
const FOLDER = 50;
const TAGS = 2000;
const TEMPLATES = 12;

const [pages = 100_000, rounds = 5] = process.argv.slice(2).map(Number);

function megabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function measure<Result>(what: string, work: () => Result): Result {
  const times: number[] = [];
  let result: Result | undefined;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    result = work();
    times.push(performance.now() - started);
  }
  const median = times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
  process.stdout.write(`${what.padEnd(44)} ${median.toFixed(1).padStart(9)} ms\n`);
  return result as Result;
}

function keyOf(number: number): string {
  return `content/section-${String(Math.floor(number / FOLDER))}/page-${String(number)}.md`;
}

function hashOf(number: number): string {
  return (number * 2_654_435_761).toString(16).padStart(16, '0').slice(0, 16);
}

/** Made when somebody looks: the memory that is measured is the graph's, not that of what it is built from. */
function pageAt(number: number): RecordedPage {
  const key = keyOf(number);
  const section = key.replace(/page-\d+\.md$/, '_index.md');
  const templates = Array.from({ length: TEMPLATES }, (_, index) =>
    index < 8 ? `partials/${String(index)}.html` : `kind-${String((number + index) % 40)}.html`,
  );
  return {
    key,
    kind: 'content',
    outputs: [key.replace(/^content\//, '').replace(/\.md$/, '/index.html') as SitePath],
    inputs: [
      { type: 'content', path: key, hash: hashOf(number) },
      { type: 'cascade_0', path: `cascade:${section}`, hash: hashOf(number >> 4) },
      { type: 'data', path: `data/d-${String(number % 400)}.yaml`, hash: hashOf(number % 400) },
      { type: 'config', path: 'site_config', hash: hashOf(1) },
      ...templates.map((path) => ({ type: 'template', path, hash: hashOf(path.length) })),
    ],
    files: [],
    templates,
    tags: [],
    metadata: undefined,
  };
}

/** As much of a state as a graph is built from. */
function syntheticState(): BengalState {
  const numbers = new Map(Array.from({ length: pages }, (_, number) => [keyOf(number), number]));
  const tags = new Map<string, Set<string>>();
  for (const [key, number] of numbers) {
    for (const tag of [number % TAGS, (number * 7) % TAGS, (number * 13) % TAGS]) {
      const slug = `tag-${String(tag)}`;
      tags.set(slug, (tags.get(slug) ?? new Set()).add(key));
    }
  }
  const recorded = {
    has: (key: string) => numbers.has(key),
    *values() {
      for (const number of numbers.values()) yield pageAt(number);
    },
  };
  return {
    ...{ schema: 8, python: undefined, configHash: undefined, lastBuild: undefined, lastBuildNs: 1n, moved: false },
    ...{ recordedRoot: undefined, baseUrls: [], files: new Map(), tags, replaysRenderedOutput: false, doubts: [] },
    pages: recorded as unknown as BengalState['pages'],
  };
}

function measureAll(graph: Graph): void {
  const changed = new Set(['content/section-7/page-360.md']);
  const now = (name: string): { kind: 'changed' | 'same' } => ({ kind: changed.has(name) ? 'changed' : 'same' });
  measure('what one source leads to', () => forFile(graph, 'content/section-7/page-360.md'));
  measure('what one template leads to', () => forFile(graph, 'templates/kind-7.html'));
  const statuses = measure('what is stale, one source edited', () =>
    findStatuses(graph, (id) => (graph.kindOf(id) === 'page' ? { kind: 'same' } : now(graph.nameOf(id)))),
  );
  measure('topological order', () => topologicalOrder(graph));
  const folder = mkdtempSync(join(tmpdir(), 'bench-graph-'));
  try {
    const path = join(folder, 'graph.json');
    measure('save', () => saveGraph(path, graph));
    process.stdout.write(`${'  the file'.padEnd(44)} ${(statSync(path).size / 2 ** 20).toFixed(1).padStart(9)} MB\n`);
    const loaded = measure('load', () => loadGraph(path));
    if (loaded.kind !== 'read') throw new Error('the graph could not be read');
    measure('merge with an equal one', () => mergeGraphs(graph, loaded.graph));
  } finally {
    rmSync(folder, { recursive: true });
  }
  measure('a picture of all of it, to be laid out', () =>
    fitPicture(sceneOf({ graph, statuses }), { mostNodes: 150, mostEdges: 400 }),
  );
}

const state = syntheticState();
const before = megabytes();
const started = performance.now();
// Once: an earlier graph, not yet collected, would count as part of this one.
const graph = buildGraph(state);
process.stdout.write(
  `${'build from the state'.padEnd(44)} ${(performance.now() - started).toFixed(1).padStart(9)} ms\n`,
);
const used = megabytes() - before;
process.stdout.write(`${String(graph.size)} nodes, ${String(graph.edgeCount)} edges in ${used.toFixed(0)} MB\n`);
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`peak of the process while building ${peak.toFixed(0)} MB, limit ${String(MOST_MEGABYTES)} MB\n`);
measureAll(graph);
process.stdout.write(`peak of the process in the end ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
if (used >= MOST_MEGABYTES) process.exitCode = 1;

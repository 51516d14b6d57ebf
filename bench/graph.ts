/**
 * The dependency graph of a site of 100,000 pages with two million edges: how long each operation takes and how much
 * memory its process has at most, Node and all that it holds included. Each runs in a process of its own, which first
 * gets what it needs: `npm run bench:graph [pages] [rounds]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RecordedPage } from '../src/bengal/recorded-page.ts';
import type { BengalState } from '../src/bengal/state.ts';
import type { SitePath } from '../src/core/paths.ts';
import { buildGraph } from '../src/graph/build-graph.ts';
import { mergeGraphs } from '../src/graph/merge.ts';
import type { Graph } from '../src/graph/model.ts';
import { topologicalOrder } from '../src/graph/topological-order.ts';
import { loadGraph, saveGraph, syncGraph } from '../src/graph/stored-graph.ts';
import { forFile } from '../src/graph/query.ts';
import { findStatuses, type Statuses } from '../src/graph/status.ts';
import { fitPicture } from '../src/render/fit.ts';
import { sceneOf } from '../src/render/picture.ts';

const MOST_MEGABYTES = 512;
const FOLDER = 50;
const TAGS = 2000;
const TEMPLATES = 12;

const [given = '', file = '', chosen] = process.argv.slice(2);
const [pages, rounds] = [Number(process.env['BENCH_PAGES'] ?? 100_000), Number(process.env['BENCH_ROUNDS'] ?? 3)];

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

const SOURCE = 'content/section-7/page-360.md';

function statusesOf(graph: Graph): Statuses {
  return findStatuses(graph, (id) =>
    graph.kindOf(id) !== 'page' && graph.nameOf(id) === SOURCE ? { kind: 'changed' } : { kind: 'same' },
  );
}

function loaded(path: string): Graph {
  const outcome = loadGraph(path);
  if (outcome.kind !== 'read') throw new Error(`${path}: ${outcome.kind}`);
  return outcome.graph;
}

/** What is measured, each with what it needs beforehand; `path` is a file that holds the graph. */
const OPERATIONS: Readonly<Record<string, (path: string) => () => unknown>> = {
  'build from the state': () => {
    const state = syntheticState();
    return () => buildGraph(state);
  },
  load: (path) => () => loaded(path),
  save: (path) => {
    const graph = loaded(path);
    return () => saveGraph(`${path}.copy`, graph);
  },
  'merge with an equal one': (path) => {
    const [graph, other] = [loaded(path), loaded(path)];
    return () => mergeGraphs(graph, other);
  },
  'sync with a folder that holds it': (path) => {
    const graph = loaded(path);
    return () => syncGraph(`${path}.folder`, graph);
  },
  'what one source leads to': (path) => {
    const graph = loaded(path);
    return () => forFile(graph, SOURCE);
  },
  'what one template leads to': (path) => {
    const graph = loaded(path);
    return () => forFile(graph, 'templates/kind-7.html');
  },
  'what is stale, one source edited': (path) => {
    const graph = loaded(path);
    return () => statusesOf(graph);
  },
  'topological order': (path) => {
    const graph = loaded(path);
    return () => topologicalOrder(graph);
  },
  'a picture of all of it, to be laid out': (path) => {
    const graph = loaded(path);
    return () => fitPicture(sceneOf({ graph, statuses: statusesOf(graph) }), { mostNodes: 150, mostEdges: 400 });
  },
};

const MEGABYTE = 2 ** 20;

/** Buffers are let go in the background, some time after the collection that found them. */
async function megabytesInUse(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await setTimeout(100);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

/** In a process of its own: prints milliseconds, the peak after the first time, and what the result takes. */
async function measureOne(operation: string): Promise<void> {
  const work = OPERATIONS[operation]?.(file);
  if (work === undefined) throw new Error(`No operation ${operation}`);
  const before = await megabytesInUse();
  let started = performance.now();
  const result = work();
  const times = [performance.now() - started];
  const peak = process.resourceUsage().maxRSS / 1024;
  const held = (await megabytesInUse()) - before;
  while (times.length < rounds) {
    started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  const median = times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
  const told = result === undefined ? 0 : held;
  process.stdout.write(`${median.toFixed(1)} ${peak.toFixed(0)} ${told.toFixed(0)}\n`);
}

function measureAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-graph-'));
  try {
    const path = join(folder, 'graph.json');
    const graph = buildGraph(syntheticState());
    saveGraph(path, graph);
    syncGraph(`${path}.folder`, graph);
    const size = (statSync(path).size / MEGABYTE).toFixed(1);
    process.stdout.write(`${String(graph.size)} nodes, ${String(graph.edgeCount)} edges, a file of ${size} MB\n`);
    process.stdout.write(`${'MB: peak of the process, result'.padEnd(40)}\n`);
    for (const operation of Object.keys(OPERATIONS)) {
      const args = ['--expose-gc', import.meta.filename, 'one', path, operation];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${operation}: ${stderr}`);
      const [time = '', peak = '', held = ''] = stdout.trim().split(' ');
      const over = Number(peak) > MOST_MEGABYTES;
      const columns = [`${time.padStart(9)} ms`, `${peak.padStart(6)} MB`, `${held.padStart(5)} MB`];
      process.stdout.write(`${operation.padEnd(40)} ${columns.join(' ')}${over ? '  over the limit' : ''}\n`);
      if (over) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (given === 'one') await measureOne(chosen ?? '');
else measureAll();

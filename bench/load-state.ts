/**
 * How long `BuildCache.load` takes for a site of 10,000 pages, against zstd decompression and `JSON.parse` of the same
 * bytes: the two alternate in one process, and medians are compared. `node bench/load-state.ts [pages] [rounds]`
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildCache } from '../src/bengal/build-cache.ts';
import { encodeCacheFile } from '../src/bengal/cache-file.ts';
import type { PythonMinor } from '../src/bengal/envelope.ts';
import { fromInteger } from '../src/bengal/exact-json.ts';
import { loadCodec } from '../src/compression/zstd.ts';
import { sha256 } from '../src/core/digest.ts';
import type { JsonObject, JsonValue } from '../src/core/json.ts';

const HEADER_BYTES = 15;
const MOST_BYTES = 1 << 30;

const [pages = 10_000, rounds = 41] = process.argv.slice(2).map(Number);
const folder = join(mkdtempSync(join(tmpdir(), 'bengal-cache-bench-')), '.bengal');
try {
  mkdirSync(folder);
  const file = join(folder, 'cache.json.zst');
  writeFileSync(file, await encodeCacheFile(syntheticState(pages), '3.14' as PythonMinor));
  // As every state that Bengal itself wrote has one: loading then takes the lock.
  writeFileSync(join(folder, 'cache.json.lock'), '');
  report(await measure(file));
} finally {
  rmSync(join(folder, '..'), { recursive: true });
}

interface Times {
  readonly floor: number[];
  readonly load: number[];
  readonly unlocked: number[];
}

async function measure(file: string): Promise<Times> {
  const codec = await loadCodec();
  const times: Times = { floor: [], load: [], unlocked: [] };
  const lock = join(folder, 'cache.json.lock');
  for (let round = 0; round < rounds + 3; round++) {
    const floor = await timed(async () => {
      const content = await codec.decompressFrame(readFileSync(file).subarray(HEADER_BYTES), MOST_BYTES);
      return JSON.parse(new TextDecoder().decode(content)) as JsonValue;
    });
    const load = await timed(() => BuildCache.load(folder));
    rmSync(lock);
    const unlocked = await timed(() => BuildCache.load(folder));
    writeFileSync(lock, '');
    // The first rounds warm up the compiler.
    if (round < 3) continue;
    times.floor.push(floor);
    times.load.push(load);
    times.unlocked.push(unlocked);
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report({ floor, load, unlocked }: Times): void {
  const base = median(floor);
  console.log(`${pages} pages, ${rounds} rounds, medians`);
  console.log(`zstd + JSON.parse        ${base.toFixed(1)} ms`);
  for (const [name, times] of [
    ['BuildCache.load          ', load],
    ['  without a lock file    ', unlocked],
  ] as const) {
    console.log(`${name}${median(times).toFixed(1)} ms  ratio ${(median(times) / base).toFixed(2)}`);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Shaped like the state of Bengal 0.5.1: fingerprints, tags both ways, templates and URL claims of every page. */
function syntheticState(count: number): JsonObject {
  const root = '/home/runner/work/site/site';
  const names = Array.from({ length: count }, (_, index) => `content/section-${index % 97}/page-${index}.md`);
  const tagsOf = (index: number): string[] => [`Tag ${index % 31}`, `Topic ${index % 57}`];
  const slugOf = (tag: string): string => tag.toLowerCase().replaceAll(' ', '-');
  const pagesOf = new Map<string, string[]>();
  for (const [index, name] of names.entries()) {
    for (const tag of tagsOf(index)) pagesOf.set(slugOf(tag), [...(pagesOf.get(slugOf(tag)) ?? []), `${root}/${name}`]);
  }
  const perPage = (entry: (name: string, index: number) => [string, JsonValue]): JsonObject =>
    Object.fromEntries(names.map(entry));
  return {
    version: 8,
    file_fingerprints: perPage((name, index) => {
      const mtimeNs = 1795242563963333099n + BigInt(index) * 7_919_000_001n;
      const mtime = Number(mtimeNs) / 1e9;
      return [name, { mtime, mtime_ns: fromInteger(mtimeNs), size: 900 + (index % 4000), hash: sha256(name) }];
    }),
    dependencies: {},
    reverse_dependencies: {},
    output_sources: {},
    taxonomy_deps: {},
    page_tags: perPage((name, index) => [`${root}/${name}`, tagsOf(index)]),
    tag_to_pages: Object.fromEntries(pagesOf),
    known_tags: [...pagesOf.keys()],
    template_dependencies: perPage((name) => [`${root}/${name}`, ['page.html']]),
    url_claims: perPage((name) => [
      `/${name.slice('content/'.length, -3)}/`,
      { owner: 'content', source: `${root}/${name}`, priority: 100, version: null, lang: null },
    ]),
    config_hash: '777104a3b91c6596',
    last_build: '2026-11-21T06:29:36.098952+00:00',
  };
}

/**
 * `npm run bench:delta`: how long it takes to say what differs between two outputs of 10,000 files and 500 MB, against
 * hashing alone, in the same run; best of several rounds, CPU time of this process.
 */
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compareDigests, type OutputDigests } from '../src/delta/digests.ts';
import { findDelta } from '../src/flow/delta.ts';
import { readOutput, readOutputFolder } from '../src/output/read-output.ts';
import { withoutNoise } from '../src/delta/noise.ts';

const FILES = 10_000;
const BYTES = 50_000;
const CHANGED = 500;
const ROUNDS = 3;

const root = mkdtempSync(join(tmpdir(), 'bengal-cache-bench-'));
try {
  await measure();
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  const paths = Array.from({ length: FILES }, (_, at) => `s${String(at % 100)}/page-${String(at)}/index.html`);
  for (const [at, path] of paths.entries()) {
    write(join(before, path), page(at, 'as it was'));
    // Kept files are second names of those before, as the companion leaves them.
    if (at % (FILES / CHANGED) === 0) write(join(after, path), page(at, 'as it is'));
    else link(join(before, path), join(after, path));
  }
  const changed = paths.filter((_, at) => at % (FILES / CHANGED) === 0);
  const old = readOutputFolder(before).digests;
  const now = readOutputFolder(after).digests;
  const hashed = await best(() => readOutputFolder(after));
  row(`hash all ${String(FILES)} files, ${String((FILES * BYTES) / 1e6)} MB`, hashed);
  const part = await best(() => changed.map((path) => readOutput(after, path)?.byteLength));
  row(`read the ${String(CHANGED)} that changed`, part);
  row('compare two manifests: nothing is read', await best(() => compareDigests(old, now)));
  row('read what changed on both sides and take the noise away', await best(() => masked(changed, [before, after])));
  row('the output against a manifest: each file is read once', await best(() => againstManifest(old, after)));
  const folders = await best(() =>
    findDelta({ output: after, base: { kind: 'folder', folder: before, name: 'before' }, site: undefined }),
  );
  row('two folders with second names, noise and pages included', folders);
}

function againstManifest(old: OutputDigests, after: string): unknown {
  return compareDigests(old, readOutputFolder(after).digests);
}

function masked(paths: readonly string[], folders: readonly string[]): number {
  let bytes = 0;
  for (const path of paths)
    for (const folder of folders)
      bytes += withoutNoise(path, Buffer.from(readOutput(folder, path) ?? []).toString('utf8')).length;
  return bytes;
}

async function best(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

function row(what: string, milliseconds: number): void {
  console.log(`${String(Math.round(milliseconds)).padStart(7)} ms  ${what}`);
}

function page(at: number, words: string): string {
  const head = `<title>Page ${String(at)}</title><main><h1>Page ${String(at)}</h1><p>This is ${words}.</p>`;
  const line =
    '<p class="note">Take the stern rope ashore first, then the bow rope, and then <a href="/knots/">a rest</a>.</p>\n';
  return `${head}${line.repeat(Math.ceil((BYTES - head.length) / line.length))}`.slice(0, BYTES);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  linkSync(from, to);
}

/**
 * What unpacking a stored site costs beside `unzstd | tar -x` of the same tree, in alternation, each into new folders.
 *
 *   node bench/restore.ts [--pairs N] SITE   (a built site, with its output in `public`, recorded)
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packArchive } from '../src/archive/pack.ts';
import { unpackArchive } from '../src/archive/unpack.ts';
import { checkRestored } from '../src/changes/check-restored.ts';
import { listTravelling } from '../src/changes/travelling-files.ts';
import type { SitePath } from '../src/core/paths.ts';
import { readManifest } from '../src/manifest/manifest-file.ts';

const { values, positionals } = parseArgs({
  options: { pairs: { type: 'string', default: '7' } },
  allowPositionals: true,
});
const site = resolve(positionals[0] ?? '.');
const folder = mkdtempSync(join(tmpdir(), 'bengal-cache-bench-'));
const outputDir = 'public' as SitePath;
const file = join(folder, 'ours.tar.zst');
const packed = await packArchive({
  root: site,
  paths: await listTravelling({ site, outputDir, extraPaths: [] }),
  file,
});
if (packed.kind === 'refused') throw new Error(packed.why);
const figures = {
  tar: [] as number[],
  'tar, processor': [] as number[],
  unpack: [] as number[],
  check: [] as number[],
  'both, processor': [] as number[],
};
for (let pair = 0; pair < Number(values.pairs); pair++) {
  const [theirs, ours] = ['theirs', 'ours'].map((name) => join(folder, `${name}-${String(pair)}`)) as [string, string];
  for (const each of [theirs, ours]) mkdirSync(each);
  figures.tar.push(
    timed(() => figures['tar, processor'].push(processorMs('zstd -dc "$0" | tar -x -C "$1"', file, theirs))),
  );
  const used = process.cpuUsage();
  let began = performance.now();
  const unpacked = await unpackArchive({ file, into: ours, allow: () => true });
  if (unpacked.kind !== 'unpacked') throw new Error(unpacked.why);
  figures.unpack.push(performance.now() - began);
  const manifest = await readManifest(ours);
  if (manifest.kind !== 'read') throw new Error(manifest.kind);
  began = performance.now();
  checkRestored({ folder: ours, outputDir, manifest: manifest.manifest, digests: unpacked.digests });
  figures.check.push(performance.now() - began);
  const { user, system } = process.cpuUsage(used);
  figures['both, processor'].push((user + system) / 1000);
}
process.stdout.write(
  `${String(packed.files)} files, ${String(packed.bytes)} bytes, ${String(packed.archiveBytes)} stored\n`,
);
for (const [name, each] of Object.entries(figures))
  process.stdout.write(
    `${name.padEnd(16)} ${median(each).toFixed(0).padStart(6)} ms  (${Math.min(...each).toFixed(0)} to ${Math.max(...each).toFixed(0)})\n`,
  );

/** Milliseconds of processor that a script took, with all that it started. */
function processorMs(script: string, ...args: string[]): number {
  const told = execFileSync('bash', ['-c', `TIMEFORMAT='%U %S'; { time { ${script}; }; } 2>&1`, ...args], {
    encoding: 'utf8',
  });
  return told
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds) * 1000, 0);
}

function timed(action: () => void): number {
  const began = performance.now();
  action();
  return performance.now() - began;
}

function median(each: number[]): number {
  return each.toSorted((one, other) => one - other)[Math.floor(each.length / 2)] ?? NaN;
}

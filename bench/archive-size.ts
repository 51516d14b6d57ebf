/**
 * What a cache of a built site takes, against what `tar | zstd -3` of `.bengal` and the output takes, and how long
 * either packs. `node bench/archive-size.ts SITE...`; each site has been built, with its output in `public`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packArchive } from '../src/archive/pack.ts';
import { listTravelling } from '../src/changes/travelling-files.ts';
import type { SitePath } from '../src/core/paths.ts';

const MOST = 0.9;
const sites = process.argv.slice(2).map((site) => resolve(site));
if (sites.length === 0) throw new Error('name the folders of built sites');

const folder = mkdtempSync(join(tmpdir(), 'bengal-cache-bench-'));
try {
  for (const site of sites) await measure(site);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(site: string): Promise<void> {
  const plain = join(folder, 'plain.tar.zst');
  const plainTime = timed(() => {
    const script = 'tar -cf - .bengal public | zstd -q -3 -f -o "$1"';
    const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', plain], { cwd: site, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  });
  const file = join(folder, 'ours.tar.zst');
  const began = performance.now();
  const used = process.cpuUsage();
  const paths = await listTravelling({ site, outputDir: 'public' as SitePath, extraPaths: [] });
  const packed = await packArchive({ root: site, paths, file });
  if (packed.kind === 'refused') throw new Error(packed.why);
  const { user, system } = process.cpuUsage(used);
  const ratio = packed.archiveBytes / statSync(plain).size;
  const lines = [
    `${site}: ${String(packed.files)} files, ${String(packed.bytes)} bytes`,
    `  tar | zstd -3  ${String(statSync(plain).size)} bytes, ${plainTime} ms`,
    `  ours           ${String(packed.archiveBytes)} bytes, ${(performance.now() - began).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of processor time)`,
    `  ratio          ${ratio.toFixed(3)}${ratio > MOST ? `, more than ${String(MOST)}` : ''}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function timed(action: () => void): string {
  const began = performance.now();
  action();
  return (performance.now() - began).toFixed(0);
}

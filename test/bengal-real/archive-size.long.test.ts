import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packArchive } from '../../src/archive/pack.ts';
import { listTravelling } from '../../src/changes/travelling-files.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { builtSite, whyNoBengal } from '../support/built-by-bengal.ts';

const PAGES = 200;
const WORDS = 'lamp oil wick keeper tower storm fog signal watch rope ladder glass brass lens tide harbour pilot bell';

/** A site of the default theme. Its one large picture does not compress, so pages have to outweigh it. */
function layManual(path: string): void {
  const words = WORDS.split(' ');
  let seed = 1;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
  const text = (length: number): string =>
    Array.from({ length }, () => `${words[next() % words.length] ?? ''}${String(next() % 97)}`).join(' ');
  mkdirSync(join(path, 'content'), { recursive: true });
  writeFileSync(join(path, 'bengal.toml'), '[site]\ntitle = "Manual"\nbaseurl = "https://manual.example"\n');
  for (let page = 0; page < PAGES; page++) {
    const folder = join(path, 'content', `part-${String(page % 10)}`);
    mkdirSync(folder, { recursive: true });
    const head = `title: Page ${String(page)}\ntags: [tag-${String(page % 12)}]`;
    const paragraphs = Array.from({ length: 8 }, () => text(60)).join('\n\n');
    writeFileSync(join(folder, `page-${String(page)}.md`), `---\n${head}\n---\n${paragraphs}\n`);
  }
}

test(
  'the archive of a site takes at most 0.9 of what tar and zstd -3 make of its state and output',
  {
    skip: whyNoBengal(),
  },
  async (context) => {
    await using site = await builtSite(layManual);
    site.build('--no-incremental');
    await site.record();
    const plain = spawnSync('bash', ['-c', 'tar -cf - .bengal public | zstd -q -3 | wc -c'], {
      cwd: site.path,
      encoding: 'utf8',
    });
    const bytes = Number(plain.stdout);
    if (plain.status !== 0 || bytes === 0) {
      context.skip('needs tar and zstd');
      return;
    }
    const file = join(site.path, '..', 'archive.tar.zst');
    const paths = await listTravelling({ site: site.path, outputDir: 'public' as SitePath, extraPaths: [] });
    assert.equal((await packArchive({ root: site.path, paths, file })).kind, 'packed');
    const ratio = statSync(file).size / bytes;
    context.diagnostic(`${String(statSync(file).size)} of ${String(bytes)} bytes: ${ratio.toFixed(3)}`);
    assert.ok(ratio <= 0.9, `${ratio.toFixed(3)} of ${String(bytes)} bytes`);
  },
);

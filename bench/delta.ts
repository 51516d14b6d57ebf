/**
 * `npm run bench:delta [-- FILES]`: how long it takes to say what differs between two outputs of 10,000 pages and 500 MB,
 * against hashing what has to be hashed, in the same run; best of several rounds, CPU time of this process.
 */
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findDelta } from '../src/delta-job/find-delta.ts';
import { readOutputFolder } from '../src/output/read-output.ts';

const FILES = Number(process.argv[2] ?? 10_000);
const BYTES = 50_000;
const ROUNDS = 3;
const PARAGRAPH =
  '<p class="note">Take the <em>stern</em> rope ashore first, then the bow rope, and then <a href="/knots/">a rest</a>.</p>\n';

/** What an edit does to the pages of a site, and to how many of them. */
const EDITS = [
  { what: 'a sentence in the middle', share: 0.05, after: { text: 'as it is' } },
  { what: 'the title', share: 0.05, after: { title: 'Another page' } },
  { what: 'an entry of the menu', share: 1, after: { menu: '<li><a href="/new/">New</a></li>' } },
] satisfies { what: string; share: number; after: Words }[];

const root = mkdtempSync(join(tmpdir(), 'bengal-cache-bench-'));
try {
  await measure();
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  const paths = Array.from({ length: FILES }, (_, at) => `s${String(at % 100)}/page-${String(at)}/index.html`);
  for (const [at, path] of paths.entries()) write(join(before, path), page(at, {}));
  console.log(`${String(FILES)} pages, ${String((FILES * BYTES) / 1e6)} MB`);
  for (const { what, share, after: words } of EDITS) {
    rmSync(after, { recursive: true, force: true });
    const changed = new Set(paths.filter((_, at) => at % Math.round(1 / share) === 0));
    for (const [at, path] of paths.entries()) {
      if (changed.has(path)) write(join(after, path), page(at, words));
      // Kept files are second names of those before, as the companion leaves them.
      else link(join(before, path), join(after, path));
    }
    console.log(`${what}, on ${String(changed.size)} pages`);
    const was = { folder: before, ...readOutputFolder(before) };
    const before_ = await best(() => readOutputFolder(before));
    const after_ = await best(() => readOutputFolder(after, was));
    row('hash the pages before', before_);
    row('hash those of after that are not the same files', after_);
    const delta = await best(() =>
      findDelta({ output: after, base: { kind: 'folder', folder: before, name: 'before' }, site: undefined }),
    );
    row(`both, and what a reader notices: ${(delta / (before_ + after_)).toFixed(2)} times hashing`, delta);
    const each = ((delta - before_ - after_) / changed.size).toFixed(2);
    console.log(`         ${each} ms for each page that changed`);
  }
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

interface Words {
  readonly title?: string;
  readonly menu?: string;
  readonly text?: string;
}

/** With what differs in each build, as in an output of Bengal. */
function page(at: number, { title = 'A page', menu = '', text = 'as it was' }: Words): string {
  const build = title + menu + text === 'A pageas it was' ? '08:00:00' : '09:30:00';
  const start = `<!DOCTYPE html><html lang="en"><head><title>${title} ${String(at)}</title>
<meta name="bengal:content-hash" content="${build.replaceAll(':', '')}${String(at).padStart(10, '0')}"><meta name="bengal:built" content="2026-11-30T${build}Z">
</head><body><nav><ul>${'<li class="entry"><a href="/a/">An entry</a></li>'.repeat(20)}${menu}</ul></nav><main><h1>${title} ${String(at)}</h1>\n`;
  const half = PARAGRAPH.repeat(Math.ceil((BYTES - start.length) / 2 / PARAGRAPH.length));
  return `${start}${half}<p>This is ${text}.</p>${half}</main><footer>Made with care</footer></body></html>`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  linkSync(from, to);
}

import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { appendFile, chmod, link, lstat, mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { SitePath } from '../../src/core/paths.ts';
import { restoreState, saveState, type TransferOptions } from '../../src/transfer/transfer.ts';
import { cacheSentence } from '../../src/report/cache-words.ts';
import type { ReportCache } from '../../src/report/report.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { flowRig, runJob, type FlowRig } from '../support/flow-rig.ts';
import { storeServing, tamperedArchive } from '../support/hostile-archives.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

let rig: FlowRig;
let pristine: string;

before(async () => {
  rig = await flowRig();
  assert.equal((await runJob(rig)).kind, 'saved');
  pristine = join(rig.path, '..', 'pristine');
  cpSync(rig.path, pristine, { recursive: true, preserveTimestamps: true });
});
after(() => rig[Symbol.asyncDispose]());
beforeEach(() => {
  // As a job leaves it, with its recorded state and output.
  rmSync(rig.path, { recursive: true });
  cpSync(pristine, rig.path, { recursive: true, preserveTimestamps: true });
});

function transfer(site: SiteRig, options: Partial<TransferOptions> = {}): TransferOptions {
  const store = directoryStore({ root: join(site.path, '..', 'other-store') });
  const outputDir = 'public' as SitePath;
  return { store, site: site.path, outputDir, keys: { key: 'k', restoreKeys: [] }, ...options };
}

/** Restores what a save would store after somebody changed it. */
async function restoreTampered(tamper: (copy: string) => Promise<unknown>): Promise<ReportCache> {
  const archive = await tamperedArchive(rig.path, tamper);
  return await restoreState(transfer(rig, { store: storeServing(archive) }));
}

const PAGE = 'public/about/index.html';

test('files that hold the same bytes already stay as they are, with their times; all others are replaced', async () => {
  const archive = await tamperedArchive(rig.path, () => Promise.resolve());
  await appendFile(join(rig.path, 'public/404.html'), 'another');
  await rig.write('public/left-over.html', 'of a job before');
  await rig.write('.bengal/cache/kida/x.pyc', 'of a job before');
  await utimes(join(rig.path, PAGE), 1_000_000_000, 1_000_000_000);
  const identity = (path: string): Promise<unknown> =>
    lstat(join(rig.path, path), { bigint: true }).then(({ ino, mtimeNs, nlink }) => ({ ino, mtimeNs, nlink }));
  const before = await Promise.all([PAGE, '.bengal/effects.json'].map(identity));
  const changed = await lstat(join(rig.path, 'public/404.html'));
  const cache = await restoreState(transfer(rig, { store: storeServing(archive) }));
  assert.equal(cache.kind, 'exact');
  assert.equal(cache.kept, cache.files - 1);
  assert.deepEqual(await Promise.all([PAGE, '.bengal/effects.json'].map(identity)), before);
  assert.notEqual((await lstat(join(rig.path, 'public/404.html'))).ino, changed.ino);
  assert.doesNotMatch(await rig.read('public/404.html'), /another/);
  assert.equal(existsSync(join(rig.path, 'public/left-over.html')), false);
  assert.equal(existsSync(join(rig.path, '.bengal/cache/kida')), false);
  assert.deepEqual(leftovers(rig), []);
});

function leftovers(site: SiteRig): string[] {
  return readdirSync(site.path).filter((name) => name.startsWith('.bengal-cache-'));
}

test('what can be executed, is shared with a third name, or comes from the future is not kept', async () => {
  const archive = await tamperedArchive(rig.path, () => Promise.resolve());
  const places = [PAGE, 'public/404.html', 'public/robots.txt'].map((path) => join(rig.path, path));
  const [executable = '', shared = '', future = ''] = places;
  await chmod(executable, 0o755);
  await link(shared, join(rig.path, 'third-name'));
  await utimes(future, 4_000_000_000, 4_000_000_000);
  const before = await Promise.all(places.map((place) => lstat(place)));
  const cache = await restoreState(transfer(rig, { store: storeServing(archive) }));
  assert.equal(cache.kind === 'exact' && cache.files - (cache.kept ?? 0), 3);
  for (const [index, place] of places.entries()) {
    const now = await lstat(place);
    assert.notEqual(now.ino, before[index]?.ino, place);
    assert.equal(now.mode & 0o7777, 0o644);
    assert.ok(now.mtimeMs <= Date.now());
  }
});

test('an output that is not as recorded is dropped, named, and leads to a full build', async () => {
  const archive = await tamperedArchive(rig.path, async (copy) => {
    await appendFile(join(copy, PAGE), '<script src="https://attacker.example/"></script>');
    await writeFile(join(copy, 'public/extra.html'), 'that no build wrote');
  });
  await rig.checkOut();
  const { report, handoff } = await rig.prepare({ store: storeServing(archive), inputs: { prepare: false } });
  assert.equal(existsSync(join(rig.path, PAGE)), false);
  assert.equal(existsSync(join(rig.path, 'public/extra.html')), false);
  assert.equal(existsSync(join(rig.path, 'public/404.html')), true);
  assert.deepEqual(report.cache.kind === 'exact' && report.cache.dropped, {
    count: 2,
    first: [PAGE, 'public/extra.html'],
  });
  assert.equal(report.gate.mode, 'full');
  // It was not prepared either, which is told first.
  assert.match(report.warnings.join('\n'), / 2 restored outputs \(public\/about\/index\.html, public\/extra/);
  assert.ok(
    report.warnings.includes(
      'The stored state is damaged: 2 restored outputs (public/about/index.html, public/extra.html) were not as recorded and were left out',
    ),
  );
  assert.equal(handoff.worth, undefined, 'a good state is worth storing in its place');
});

test('an output that no build recorded costs the skip, although nothing is missing', async () => {
  const archive = await tamperedArchive(rig.path, (copy) => writeFile(join(copy, 'public/extra.html'), 'x'));
  await rig.checkOut();
  const { report } = await rig.prepare({ store: storeServing(archive) });
  assert.equal(report.gate.mode, 'full');
  assert.equal(report.gate.buildArgs[0], '--no-incremental');
});

test('many dropped files are counted, and the first few named', async () => {
  const cache = await restoreTampered(async (copy) => {
    for (let index = 0; index < 30; index++) await writeFile(join(copy, `public/extra-${String(index)}.html`), 'x');
  });
  assert.equal(cache.kind, 'exact');
  assert.deepEqual([cache.dropped?.count, cache.dropped?.first.length], [30, 5]);
  assert.match(cacheSentence(cache), /; left out 30 outputs not as recorded \(public\/extra-0\.html, .*, \.\.\.\)$/);
});

const UNFIT: readonly (readonly [what: string, tamper: (copy: string) => Promise<unknown>, why: RegExp])[] = [
  ['was changed', (copy) => appendFile(join(copy, '.bengal/effects.json'), ' '), /effects\.json is not what its man/],
  ['is missing', (copy) => rm(join(copy, '.bengal/provenance/subvenance.json')), /subvenance\.json is recorded, and m/],
  [
    'was added',
    (copy) => writeFile(join(copy, '.bengal/provenance/records/0123456789abcdef.json'), '{}'),
    /0123456789abcdef\.json is not what its manifest recorded/,
  ],
];
for (const [what, tamper, why] of UNFIT) {
  test(`a state of which a file ${what} is not used at all, and the site stays as it was`, async () => {
    const archive = await tamperedArchive(rig.path, tamper);
    await rig.checkOut();
    const { report } = await rig.prepare({ store: storeServing(archive) });
    assert.equal(report.cache.kind, 'rejected');
    assert.match(report.cache.why, why);
    assert.equal(report.gate.mode, 'full');
    assert.match(report.warnings.join('\n'), why);
    assert.deepEqual(
      readdirSync(rig.path).filter((name) => /^\.bengal(?!-cache$)|^public/.test(name)),
      [],
    );
  });
}

test('a state without a manifest is somebody else’s: it is restored whole, with its own times', async () => {
  await utimes(join(rig.path, PAGE), 1_000_000_000, 1_000_000_000);
  const cache = await restoreTampered((copy) => rm(join(copy, '.bengal/ci-manifest.json.zst')));
  assert.equal(cache.kind, 'exact');
  assert.deepEqual([cache.kept, cache.dropped], [0, undefined]);
});

test('a leftover output goes when the stored state has none', async () => {
  await using other = await siteRig({ '.bengal/effects.json': '{}', 'public/left-over.html': 'x' });
  const archive = await tamperedArchive(rig.path, async (copy) => {
    await rm(join(copy, 'public'), { recursive: true });
    await rm(join(copy, '.bengal/ci-manifest.json.zst'));
  });
  const cache = await restoreState(transfer(other, { store: storeServing(archive) }));
  assert.equal(cache.kind, 'exact');
  assert.deepEqual(readdirSync(other.path), ['.bengal']);
});

test('further paths are restored where nothing is; what is there stays', async () => {
  await using site = await siteRig({
    '.bengal/effects.json': '{}',
    'public/index.html': 'x',
    '.cache/images/a.webp': 'a',
    '.cache/images/b.webp': 'b',
    'notes.json': '[]',
    'tool/run.pyc': 'never',
    'tool/data.json': '{}',
  });
  const options = transfer(site, { extraPaths: ['.cache/images', 'notes.json', 'tool'] as SitePath[] });
  assert.equal((await saveState(options)).kind, 'saved');
  await site.remove('.cache/images/a.webp');
  await site.write('.cache/images/b.webp', 'newer');
  await site.remove('notes.json');
  await site.remove('tool');
  assert.equal((await restoreState(options)).kind, 'exact');
  assert.equal(await site.read('.cache/images/a.webp'), 'a');
  assert.equal(await site.read('.cache/images/b.webp'), 'newer');
  assert.equal(await site.read('notes.json'), '[]');
  assert.deepEqual(readdirSync(join(site.path, 'tool')), ['data.json']);
  assert.deepEqual(leftovers(site), []);
});

const OBSTACLES: readonly (readonly [what: string, place: (site: string, outside: string) => Promise<unknown>])[] = [
  ['is a link to a folder elsewhere', (site, outside) => symlink(outside, join(site, '.bengal'))],
  ['is a link to nothing', (site) => symlink('/nowhere', join(site, '.bengal'))],
  ['is a file', (site) => writeFile(join(site, '.bengal'), 'x')],
];
for (const [what, place] of OBSTACLES) {
  test(`a .bengal that ${what} is refused, and nothing is put in its place or behind it`, async () => {
    const archive = await tamperedArchive(rig.path, () => Promise.resolve());
    const outside = join(rig.path, '..', 'outside');
    await mkdir(outside, { recursive: true });
    await writeFile(join(outside, 'theirs'), 'theirs');
    await rig.remove('.bengal');
    await place(rig.path, outside);
    assert.equal((await restoreState(transfer(rig, { store: storeServing(archive) }))).kind, 'unavailable');
    assert.equal((await lstat(join(rig.path, '.bengal'))).isDirectory(), false);
    assert.deepEqual(readdirSync(outside), ['theirs']);
    assert.equal(await readFile(join(outside, 'theirs'), 'utf8'), 'theirs');
  });
}

test('nothing is put behind a link, wherever it leads', async () => {
  await using site = await siteRig({ '.bengal/effects.json': '{}', 'build/site/index.html': 'x' });
  const options = transfer(site, { outputDir: 'build/site' as SitePath });
  assert.equal((await saveState(options)).kind, 'saved');
  const outside = join(site.path, '..', 'outside');
  await mkdir(outside);
  await site.remove('build');
  await site.link('build', outside);
  const cache = await restoreState(options);
  assert.equal(cache.kind, 'unavailable');
  assert.equal(
    cache.why,
    '"build" in the site is a symbolic link that leads out of the site, and nothing is put there',
  );
  assert.deepEqual(readdirSync(outside), []);
  assert.deepEqual(leftovers(site), []);
});

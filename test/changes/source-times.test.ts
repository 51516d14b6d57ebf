import assert from 'node:assert/strict';
import { lstatSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RecordedFile } from '../../src/bengal/recorded-file.ts';
import type { PresentFile } from '../../src/changes/present.ts';
import { planSourceTimes, setSourceTimes, type TimeFacts } from '../../src/changes/source-times.ts';
import { presentFile, recordedContent, recordedFile } from '../support/recorded.ts';
import { siteRig } from '../support/site-rig.ts';

const SECOND = 1_000_000_000n;
const BUILT = 1_700_000_000n * SECOND;
const BEFORE = BUILT - 60n * SECOND;
const AFTER = BUILT + 60n * SECOND;
const PATH = 'content/a.md';

function planOf(overrides: {
  recorded?: readonly RecordedFile[];
  sources?: Readonly<Record<string, PresentFile>>;
  external?: Readonly<Record<string, PresentFile | undefined>>;
  manifest?: TimeFacts['manifest'];
  lastBuildNs?: bigint | undefined;
}): { unchanged: (readonly [string, bigint])[]; changed: string[] } {
  const { recorded = [], sources = {}, external = {} } = overrides;
  const name = ({ ref }: RecordedFile): string => (ref.where === 'site' ? ref.path : ref.recorded);
  const plan = planSourceTimes({
    files: new Map(recorded.map((file) => [name(file), file])),
    manifest: overrides.manifest,
    present: { sources: new Map(Object.entries(sources)), external: new Map(Object.entries(external)) },
    lastBuildNs: 'lastBuildNs' in overrides ? overrides.lastBuildNs : BUILT,
  });
  return {
    unchanged: plan.unchanged.map(({ path, recordedNs }) => [path, recordedNs] as const),
    changed: plan.changed.map(({ path }) => path),
  };
}

test('a source with the recorded content gets the recorded time', () => {
  const recorded = [recordedFile(PATH, 'text', { mtimeNs: BEFORE })];
  assert.deepEqual(planOf({ recorded, sources: { [PATH]: presentFile('text', AFTER) } }), {
    unchanged: [[PATH, BEFORE]],
    changed: [],
  });
  assert.deepEqual(planOf({ recorded, sources: { [PATH]: presentFile('text', BEFORE) } }), {
    unchanged: [],
    changed: [],
  });
});

test('a source with another content never does, and must not look older than the build', () => {
  const recorded = [recordedFile(PATH, 'text', { mtimeNs: BEFORE })];
  const edited = (mtimeNs: bigint): ReturnType<typeof planOf> =>
    planOf({ recorded, sources: { [PATH]: presentFile('edit', mtimeNs) } });
  for (const old of [0n, BEFORE, BUILT]) assert.deepEqual(edited(old), { unchanged: [], changed: [PATH] });
  assert.deepEqual(edited(AFTER), { unchanged: [], changed: [] });
});

test('one hash that does not fit is enough to make a source another one', () => {
  const { hashes } = recordedFile(PATH, 'text');
  const recorded = [recordedFile(PATH, 'text', { mtimeNs: BEFORE, hashes: [...hashes, '0'.repeat(16)] })];
  assert.deepEqual(planOf({ recorded, sources: { [PATH]: presentFile('text', BEFORE) } }).changed, [PATH]);
});

test('where the state knows no hash, the manifest tells; where it contradicts the state, nobody is believed', () => {
  const manifest = { sources: new Map([[PATH, { ...recordedContent('text', { mtimeNs: BEFORE }), gitId: '' }]]) };
  const sources = { [PATH]: presentFile('text', AFTER) };
  assert.deepEqual(planOf({ manifest, sources }).unchanged, [[PATH, BEFORE]]);
  const recorded = [recordedFile(PATH, 'other', { mtimeNs: BEFORE })];
  assert.deepEqual(planOf({ manifest, recorded, sources: { [PATH]: presentFile('text', BEFORE) } }).changed, [PATH]);
});

test('a source that the manifest lacks is new, whatever its time; what nobody recorded is left alone', () => {
  const sources = { [PATH]: presentFile('new', BEFORE) };
  assert.deepEqual(planOf({ sources, manifest: { sources: new Map() } }).changed, [PATH]);
  assert.deepEqual(planOf({ sources }).changed, []);
  assert.deepEqual(planOf({ external: { '/lib/x.html': presentFile('new', BEFORE), '/gone': undefined } }), {
    unchanged: [],
    changed: [],
  });
});

test('files outside the site count as well: a fresh installation gives every template a new time', () => {
  const external = recordedFile('x', 'theme', {
    ref: { where: 'elsewhere', recorded: '/lib/x.html' },
    mtimeNs: BEFORE,
  });
  const plan = (content: string, mtimeNs: bigint): ReturnType<typeof planOf> =>
    planOf({ recorded: [external], external: { '/lib/x.html': presentFile(content, mtimeNs) } });
  assert.deepEqual(plan('theme', AFTER).unchanged, [['/lib/x.html', BEFORE]]);
  assert.deepEqual(plan('other', BEFORE).changed, ['/lib/x.html']);
});

test('a recorded time that does not lie before the build is no time to give', () => {
  const sources = { [PATH]: presentFile('text', AFTER + 1n) };
  for (const mtimeNs of [-1n, 0n, BUILT - 1n, BUILT, AFTER, 10n ** 30n])
    assert.deepEqual(planOf({ recorded: [recordedFile(PATH, 'text', { mtimeNs })], sources }).unchanged, []);
  const recorded = [recordedFile(PATH, 'text', { mtimeNs: BEFORE })];
  assert.deepEqual(planOf({ recorded, sources, lastBuildNs: undefined }).unchanged, []);
});

test('whatever is recorded, only equal contents get a time from before the build', () => {
  const text = fc.constantFrom('a', 'b');
  const time = fc.bigInt({ min: BUILT - 5n * SECOND, max: BUILT + 5n * SECOND });
  fc.assert(
    fc.property(text, text, time, time, (was, is, recordedNs, seenNs) => {
      const recorded = [recordedFile(PATH, was, { mtimeNs: recordedNs })];
      const { unchanged, changed } = planOf({ recorded, sources: { [PATH]: presentFile(is, seenNs) } });
      if (was !== is) assert.deepEqual([unchanged, changed.length === 1], [[], seenNs <= BUILT + 1000n]);
      else assert.ok(changed.length === 0 && unchanged.every(([, given]) => given === recordedNs && given < BUILT));
    }),
  );
});

function seen(path: string): { size: number; mtimeNs: bigint } {
  const { size, mtimeNs } = lstatSync(path, { bigint: true });
  return { size: Number(size), mtimeNs };
}

test('times are set so that the second that Python shows is the recorded one', async () => {
  await using rig = await siteRig({ 'content/a.md': 'text', 'content/b.md': 'edit' });
  const [a, b] = ['content/a.md', 'content/b.md'].map((path) => join(rig.path, path)) as [string, string];
  await utimes(b, 1000, 1000);
  const recordedNs = 1_795_263_876_800_567_654n;
  const lastBuildNs = recordedNs + SECOND;
  const set = setSourceTimes(rig.path, {
    unchanged: [{ path: 'content/a.md', seen: seen(a), recordedNs }],
    changed: [{ path: 'content/b.md', seen: seen(b) }],
    lastBuildNs,
  });
  assert.deepEqual(set, { kind: 'done', restored: 1 });
  const off = seen(a).mtimeNs - recordedNs;
  assert.ok(off > -1000n && off < 1000n, String(off));
  assert.ok(seen(b).mtimeNs > lastBuildNs);
});

test('a changed source is newer than a build whose clock was ahead of ours', async () => {
  await using rig = await siteRig({ 'content/b.md': 'edit' });
  const path = join(rig.path, 'content/b.md');
  const lastBuildNs = BigInt(Date.now() + 3_600_000) * 1_000_000n;
  setSourceTimes(rig.path, { unchanged: [], changed: [{ path: 'content/b.md', seen: seen(path) }], lastBuildNs });
  assert.ok(seen(path).mtimeNs > lastBuildNs);
});

test('a file that was edited meanwhile, is gone, or lies behind a link is left alone', async () => {
  await using rig = await siteRig({ 'content/a.md': 'text', 'elsewhere/c.md': 'text' });
  await rig.link('content/link.md', '../elsewhere/c.md');
  await rig.link('linked', 'elsewhere');
  const [a, c] = ['content/a.md', 'elsewhere/c.md'].map((path) => join(rig.path, path)) as [string, string];
  const before = [seen(a), seen(c)];
  const plan = ['content/a.md', 'content/gone.md', 'content/link.md', 'linked/c.md'].map((path) => ({
    path,
    seen: path === 'content/a.md' ? { size: 1, mtimeNs: 1n } : seen(c),
    recordedNs: BEFORE,
  }));
  assert.equal(setSourceTimes(rig.path, { unchanged: plan, changed: [], lastBuildNs: BUILT }).kind, 'done');
  assert.deepEqual([seen(a), seen(c)], before);
});

test('a changed source that can only be reached through a link is told, since Bengal would not see the change', async () => {
  await using rig = await siteRig({ 'elsewhere/c.md': 'edit' });
  await rig.link('linked', 'elsewhere');
  const changed = [{ path: 'linked/c.md', seen: seen(join(rig.path, 'elsewhere/c.md')) }];
  assert.deepEqual(setSourceTimes(rig.path, { unchanged: [], changed, lastBuildNs: BUILT }), {
    kind: 'failed',
    why: 'the time of linked/c.md cannot be set',
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CacheStore, Restored, Saved } from '../../src/store/port.ts';

export interface StoreRig extends AsyncDisposable {
  /** A working store without entries. */
  readonly store: CacheStore;
  /** The same entries, but writes are refused. */
  readonly readOnlyStore: CacheStore;
  /** A store whose service cannot be reached. */
  readonly brokenStore: CacheStore;
  /** Absolute path of a folder for files. */
  readonly folder: string;
  /** Ends the trouble that a test has made. */
  recover(): void | Promise<void>;
  /** Called at the end of every test: nothing may be left lying about. */
  assertTidy(): Promise<void>;
}

type OpenRig = () => Promise<StoreRig>;

/** What every cache store must do, told once. Each test opens a rig of its own. */
export function testStoreContract(name: string, openRig: OpenRig): void {
  const check = (title: string, body: (rig: StoreRig) => Promise<void>): void => {
    test(`${name}: ${title}`, async () => {
      await using rig = await openRig();
      await body(rig);
      await rig.assertTidy();
    });
  };
  testMatching(check);
  testContents(check);
  testTrouble(check);
}

type Check = (title: string, body: (rig: StoreRig) => Promise<void>) => void;

async function save(rig: StoreRig, key: string, content: string | Uint8Array = `content of ${key}`): Promise<Saved> {
  const file = join(rig.folder, 'to-save');
  await writeFile(file, content);
  return await rig.store.save({ key, file });
}

interface Found {
  readonly outcome: Restored;
  /** What was written, `undefined` when nothing was. */
  readonly content: Buffer | undefined;
}

async function restore(rig: StoreRig, key: string, restoreKeys: readonly string[] = []): Promise<Found> {
  const file = join(rig.folder, 'restored');
  await writeFile(file, 'from before');
  const outcome = await rig.store.restore({ key, restoreKeys, file });
  const content = await readFile(file);
  return { outcome, content: content.toString() === 'from before' ? undefined : content };
}

type Hit = Extract<Restored, { kind: 'exact' | 'prefix' }>;

async function assertFound(rig: StoreRig, keys: readonly [string, ...string[]], expected: Hit): Promise<void> {
  const [key, ...restoreKeys] = keys;
  const { outcome, content } = await restore(rig, key, restoreKeys);
  assert.deepEqual(outcome, expected);
  assert.equal(content?.toString(), `content of ${expected.key}`);
}

async function assertMiss(rig: StoreRig, ...[key, ...restoreKeys]: readonly [string, ...string[]]): Promise<void> {
  const { outcome, content } = await restore(rig, key, restoreKeys);
  assert.equal(outcome.kind, 'miss');
  assert.match(outcome.why, /^nothing is stored /);
  assert.equal(content, undefined);
}

function testMatching(check: Check): void {
  check('an empty store misses and writes nothing', async (rig) => {
    await assertMiss(rig, 'site-1', 'site-', 's');
  });

  check('a saved key is found exactly', async (rig) => {
    assert.deepEqual(await save(rig, 'site-1'), { kind: 'saved', key: 'site-1', bytes: 17 });
    await assertFound(rig, ['site-1', 'site-'], { kind: 'exact', key: 'site-1' });
    await assertMiss(rig, 'other');
  });

  check('a key is a prefix itself, and not taken for an exact match', async (rig) => {
    await save(rig, 'site-10');
    await assertFound(rig, ['site-1'], { kind: 'prefix', key: 'site-10' });
    await save(rig, 'site-1');
    await assertFound(rig, ['site-1'], { kind: 'exact', key: 'site-1' });
    await assertMiss(rig, 'ite-1');
  });

  check('restore keys count in their order, the newest entry first within each', async (rig) => {
    for (const key of ['site-main-1', 'site-main-2', 'site-fork-9', 'site-main-10', 'zzz']) await save(rig, key);
    await assertFound(rig, ['site-x', 'site-main-', 'site-'], { kind: 'prefix', key: 'site-main-10' });
    await assertFound(rig, ['site-x', 'nothing-', 'site-fork-', 'site-main-'], { kind: 'prefix', key: 'site-fork-9' });
    await assertFound(rig, ['site-x', 'site-'], { kind: 'prefix', key: 'site-main-10' });
    await assertFound(rig, ['site-main-1', 'zzz'], { kind: 'exact', key: 'site-main-1' });
    await assertFound(rig, ['site-m', 'zzz'], { kind: 'prefix', key: 'site-main-10' });
  });

  check('a restore key that equals an entry is still a prefix match', async (rig) => {
    await save(rig, 'site-1');
    await assertFound(rig, ['site-2', 'site-1'], { kind: 'prefix', key: 'site-1' });
  });

  check('looking up finds the same and writes nothing', async (rig) => {
    await save(rig, 'site-1');
    const file = join(rig.folder, 'never');
    const look = (key: string, restoreKeys: string[]): Promise<Restored> =>
      rig.store.restore({ key, restoreKeys, file, lookupOnly: true });
    assert.deepEqual(await look('site-1', []), { kind: 'exact', key: 'site-1' });
    assert.deepEqual(await look('site-2', ['site-']), { kind: 'prefix', key: 'site-1' });
    assert.equal((await look('x', [])).kind, 'miss');
    assert.equal(existsSync(file), false);
  });

  check('a miss names the widest prefixes that were looked for', async (rig) => {
    const { outcome } = await restore(rig, 'site-main-1', ['site-main-', 'site-', 'other-1', 'other-"']);
    assert.equal(outcome.kind, 'miss');
    assert.match(outcome.why, / a key that begins with "site-" or "other-1" or "other-\\""/);
  });

  check('an entry never changes', async (rig) => {
    await save(rig, 'site-1');
    assert.deepEqual(await save(rig, 'site-1', 'other content'), { kind: 'exists', key: 'site-1' });
    await assertFound(rig, ['site-1'], { kind: 'exact', key: 'site-1' });
  });
}

/** Odd, and none the beginning of another. */
const ODD_KEYS = [
  'with space/slash\\back..slash',
  '../../escape',
  '#x !y [z] *',
  'line\nbreak\ttab',
  '::error::x ##[error]',
  'Grüße 日本語 \u{1f63a}',
  '$(id) `id` "\'',
  '-rf',
  '__proto__',
  'e\u0301 \u00e9',
  'k'.repeat(512),
];

function testContents(check: Check): void {
  check('contents come back byte for byte', async (rig) => {
    const contents = { empty: Buffer.alloc(0), one: Buffer.from([0]), large: randomBytes(5 * 1024 * 1024) };
    for (const [key, content] of Object.entries(contents)) {
      assert.deepEqual(await save(rig, key, content), { kind: 'saved', key, bytes: content.byteLength });
      const found = await restore(rig, key);
      assert.deepEqual(found.outcome, { kind: 'exact', key });
      assert.equal(found.content?.equals(content), true, key);
    }
  });

  check('keys may hold any character but a comma, and be 512 long', async (rig) => {
    for (const key of ODD_KEYS) assert.equal((await save(rig, key)).kind, 'saved', key);
    for (const key of ODD_KEYS) await assertFound(rig, [key], { kind: 'exact', key });
    await assertFound(rig, ['e'], { kind: 'prefix', key: 'e\u0301 \u00e9' });
  });

  check('malformed keys are bugs and throw', async (rig) => {
    const file = join(rig.folder, 'f');
    for (const key of ['', 'a,b', 'k'.repeat(513)]) {
      await assert.rejects(rig.store.save({ key, file }), RangeError);
      await assert.rejects(rig.store.restore({ key, restoreKeys: [], file }), RangeError);
      await assert.rejects(rig.store.restore({ key: 'k', restoreKeys: [key], file }), RangeError);
    }
    const ten = Array.from({ length: 10 }, (_, index) => `k${String(index)}`);
    await assert.rejects(rig.store.restore({ key: 'k', restoreKeys: ten, file }), RangeError);
  });
}

function testTrouble(check: Check): void {
  check('two saves of one key at once: one is stored, the other told so', async (rig) => {
    const file = join(rig.folder, 'to-save');
    await writeFile(file, 'x');
    const outcomes = await Promise.all([rig.store.save({ key: 'k', file }), rig.store.save({ key: 'k', file })]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['exists', 'saved']);
  });

  check('a refused write is told as such and stores nothing', async (rig) => {
    const file = join(rig.folder, 'to-save');
    await writeFile(file, 'x');
    const outcome = await rig.readOnlyStore.save({ key: 'k', file });
    assert.equal(outcome.kind, 'denied');
    assert.notEqual(outcome.why, '');
    await assertMiss(rig, 'k');
  });

  check('a store that cannot be reached says why, and never that nothing was found', async (rig) => {
    const file = join(rig.folder, 'f');
    await writeFile(file, 'untouched');
    for (const lookupOnly of [true, false]) {
      const outcome = await rig.brokenStore.restore({ key: 'k', restoreKeys: ['r'], file, lookupOnly });
      assert.equal(outcome.kind, 'unavailable');
      assert.match(outcome.why, /\w{4}/);
    }
    const saved = await rig.brokenStore.save({ key: 'k', file });
    assert.equal(saved.kind, 'unavailable');
    assert.match(saved.why, /\w{4}/);
    assert.equal(await readFile(file, 'utf8'), 'untouched');
  });

  check('a signal that has come already ends a call before it begins, in the words of its reason', async (rig) => {
    const file = join(rig.folder, 'to-save');
    await writeFile(file, 'x');
    const signal = AbortSignal.abort(new Error('gave up waiting'));
    const expected = { kind: 'unavailable', why: 'gave up waiting' };
    assert.deepEqual(await rig.store.save({ key: 'k', file, signal }), expected);
    await assertMiss(rig, 'k');
    await save(rig, 'k');
    assert.deepEqual(await rig.store.restore({ key: 'k', restoreKeys: [], file, signal }), expected);
    await assertFound(rig, ['k'], { kind: 'exact', key: 'k' });
  });

  check('a signal that comes after the end of a call does nothing', async (rig) => {
    const controller = new AbortController();
    const file = join(rig.folder, 'to-save');
    await writeFile(file, 'content of k');
    assert.equal((await rig.store.save({ key: 'k', file, signal: controller.signal })).kind, 'saved');
    controller.abort();
    await assertFound(rig, ['k'], { kind: 'exact', key: 'k' });
  });

  check('a file that is not there cannot be saved', async (rig) => {
    const outcome = await rig.store.save({ key: 'k', file: join(rig.folder, 'gone') });
    assert.equal(outcome.kind, 'unavailable');
    assert.match(outcome.why, /ENOENT/);
    await assertMiss(rig, 'k');
  });
}

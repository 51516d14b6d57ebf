import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CacheStore, Restored, Saved } from '../../src/store/port.ts';
import type { StoreRig } from './contract.ts';

/** What must come of one operation. */
export interface Expected<Kind> {
  readonly kind: Kind;
  /** The whole sentence, when there is one. */
  readonly why?: RegExp;
}

/** Trouble that a store can meet. Before, it holds one entry, under the key `stored`. */
export interface Situation<Rig> {
  /** Makes the trouble. Yields the store to ask, when it is not that of the rig. */
  readonly arrange: (rig: Rig) => CacheStore | undefined | Promise<CacheStore | undefined>;
  /** Of restoring `stored`, or `restoreKey`. */
  readonly restore?: Expected<Restored['kind']>;
  readonly restoreKey?: string;
  /** Of saving `another`, or `saveKey`. */
  readonly save?: Expected<Saved['kind']>;
  readonly saveKey?: string;
  /** Bytes of the file to save, most of them nothing; few when absent. */
  readonly saveSize?: number;
  /** Each operation is stopped as soon as this is so. */
  readonly stopWhen?: (rig: Rig) => boolean;
  /** The entry cannot be had any more, even when the trouble is over. */
  readonly lasting?: boolean;
  readonly skip?: string | false;
}

export type Situations<Rig> = Readonly<Record<string, Situation<Rig>>>;

/** What every kind of store must have an answer to. */
export type CommonSituation =
  | 'nothing fits'
  | 'the key itself is stored'
  | 'a key that begins with it is stored'
  | 'the key is taken'
  | 'the store is to be left as it is'
  | 'this run may not read'
  | 'this run may not write'
  | 'there is no answer in time'
  | 'there is no end of a save in time'
  | 'the store is not there'
  | 'the entry is truncated'
  | 'the entry is longer than it was'
  | 'one bit of the entry is another';

/** A test for each situation: the outcome and its sentence, and that nothing is left behind or spoilt. */
export function testSituations<Rig extends StoreRig>(
  name: string,
  openRig: () => Promise<Rig>,
  situations: Situations<Rig>,
): void {
  for (const [title, situation] of Object.entries(situations)) {
    test(`${name}: ${title}`, { skip: situation.skip ?? false }, async () => {
      await using rig = await openRig();
      await saveHealthy(rig);
      const store = (await situation.arrange(rig)) ?? rig.store;
      const { restore, save } = situation;
      if (restore !== undefined) await checkRestore(rig, store, { ...situation, restore });
      if (save !== undefined) await checkSave(rig, store, { ...situation, save });
      await rig.assertTidy();
      await rig.recover();
      if (situation.lasting !== true) await checkRestore(rig, rig.store, HEALTHY);
      await rig.assertTidy();
    });
  }
}

const HEALTHY = { arrange: () => undefined, restore: { kind: 'exact' } } as const;

/** 50 kB that nothing can compress. */
const CONTENT = noise('stored');
const UNTOUCHED = 'from before';

async function saveHealthy(rig: StoreRig): Promise<void> {
  const file = join(rig.folder, 'to-store');
  await writeFile(file, CONTENT);
  assert.equal((await rig.store.save({ key: 'stored', file })).kind, 'saved');
}

async function checkRestore<Rig extends StoreRig>(
  rig: Rig,
  store: CacheStore,
  { restore, restoreKey = 'stored', stopWhen }: Situation<Rig> & Required<Pick<Situation<Rig>, 'restore'>>,
): Promise<void> {
  const file = join(rig.folder, 'restored');
  await writeFile(file, UNTOUCHED);
  const request = { key: restoreKey, restoreKeys: [], file };
  const outcome = await stoppable(rig, stopWhen, (signal) => store.restore({ ...request, signal }));
  assertOutcome(outcome, restore);
  const found = outcome.kind === 'exact' || outcome.kind === 'prefix';
  assert.equal(await readFile(file, 'utf8'), found ? CONTENT : UNTOUCHED);
}

async function checkSave<Rig extends StoreRig>(
  rig: Rig,
  store: CacheStore,
  { save, saveKey = 'another', saveSize, stopWhen }: Situation<Rig> & Required<Pick<Situation<Rig>, 'save'>>,
): Promise<void> {
  const file = join(rig.folder, 'to-save');
  await writeFile(file, noise('another'));
  if (saveSize !== undefined) await truncate(file, saveSize);
  const outcome = await stoppable(rig, stopWhen, (signal) => store.save({ key: saveKey, file, signal }));
  assertOutcome(outcome, save);
}

async function stoppable<Rig, Outcome>(
  rig: Rig,
  stopWhen: Situation<Rig>['stopWhen'],
  work: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const controller = new AbortController();
  const watch = setInterval(() => {
    if (stopWhen?.(rig) === true) controller.abort(new Error('gave up waiting'));
  }, 5);
  try {
    return await work(controller.signal);
  } finally {
    clearInterval(watch);
  }
}

function assertOutcome(outcome: Restored | Saved, expected: Expected<string>): void {
  if (process.env['SHOW']) console.log('SHOW', JSON.stringify(outcome));
  if (process.env['SHOW']) return;
  assert.equal(outcome.kind, expected.kind, JSON.stringify(outcome));
  if (!('why' in outcome)) return;
  assert.match(outcome.why, expected.why ?? /^never$/);
  assert.doesNotMatch(outcome.why, /secret-signature|[\r\n]/);
}

function noise(seed: string): string {
  return Array.from({ length: 1000 }, (_, index) =>
    createHash('sha256').update(`${seed}${index}`).digest('base64'),
  ).join('');
}

import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBuildCache } from '../../src/bengal/read-build-cache.ts';
import { readCacheFile } from '../../src/bengal/cache-file.ts';
import { parseExact } from '../../src/bengal/exact-json.ts';
import { asString, asStrings, entriesOf, field } from '../../src/core/json.ts';
import { cacheRig, type CacheRig } from '../support/cache-rig.ts';

/** `npm run test:crash` sets it to 500. */
const CRASHES = Number(process.env['CRASH_TESTS'] ?? 25);
const SAVES = CRASHES < 100 ? 20 : 200;
const SAVER = join(import.meta.dirname, '..', 'support', 'cache-saver.ts');
/** A save takes about as long. */
const LATEST_KILL_MS = 40;

function startSaver(
  folder: string,
  rounds: number,
  name: string,
): ChildProcessWithoutNullStreams & { said: () => string } {
  const child = spawn(process.execPath, [SAVER, folder, String(rounds), name]);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  return Object.assign(child, { said: () => text });
}

/** The one mark that stands everywhere in `cache.json.zst`; without the lock, as someone looks who has none. */
async function mainMark(site: CacheRig): Promise<string> {
  const file = await readCacheFile(site.folder, 'cache');
  assert.ok(file.kind === 'read', file.kind === 'corrupt' ? file.why : 'absent');
  return onlyOne([
    asString(file.value['config_hash']) ?? '',
    ...entriesOf(file.value['template_dependencies']).flatMap(([, names]) => asStrings(names)),
  ]);
}

function storeMark(site: CacheRig): string {
  const parsed = parseExact(readFileSync(join(site.folder, 'stores/synthetic_pages.json')));
  assert.ok(parsed.kind === 'json', parsed.kind === 'malformed' ? parsed.why : '');
  return onlyOne(entriesOf(parsed.value).map(([, page]) => asString(field(page, 'mark')) ?? ''));
}

function onlyOne(marks: readonly string[]): string {
  const distinct = [...new Set(marks)];
  assert.ok(distinct.length === 1 && marks.length >= 400, `${marks.length} marks: ${distinct.slice(0, 3).join(', ')}`);
  return distinct[0]!;
}

const roundOf = (mark: string): number => Number(mark.split('-')[1]);

describe('a build cache under attack', () => {
  test(`is the old or the new one, whenever of ${CRASHES} times its writer is killed`, async (context) => {
    await using site = await cacheRig();
    const seen = { old: 0, new: 0, cut: 0 };
    for (let crash = 0; crash < CRASHES; crash++) {
      const saver = startSaver(site.folder, Infinity, 'saver');
      const closed = new Promise((resolve) => saver.once('close', resolve));
      while (!saver.said().includes(crash === 0 ? 'end' : 'begin')) await sleep(1);
      await sleep(Math.random() * LATEST_KILL_MS);
      saver.kill('SIGKILL');
      await closed;
      const begun = Number(/begin (\d+)\n(?!.*begin)/s.exec(saver.said())?.[1]);
      const ended = Number(/end (\d+)\n(?!.*end)/s.exec(saver.said())?.[1] ?? begun - 1);
      const [main, store] = [roundOf(await mainMark(site)), roundOf(storeMark(site))];
      assert.ok(main === ended || main === begun, `${main} is neither ${ended} nor ${begun}`);
      assert.ok(store === main || store === main + 1, `the store is at ${store}, the main file at ${main}`);
      if (begun !== ended) seen[main === begun ? 'new' : 'old']++;
      seen.cut += clearTemporary(site.folder) + clearTemporary(join(site.folder, 'stores'));
    }
    context.diagnostic(`killed during a save: ${seen.old} old, ${seen.new} new, ${seen.cut} files cut short`);
  });

  test(`is whole for readers while two writers save ${SAVES} times each`, async (context) => {
    await using site = await cacheRig();
    const savers = ['one', 'two'].map((name) => startSaver(site.folder, SAVES, name));
    let running = savers.length;
    const codes = savers.map(
      (saver) =>
        new Promise<number | null>((resolve) => {
          saver.once('close', (code) => {
            running--;
            resolve(code);
          });
        }),
    );
    while (!savers.some((saver) => saver.said().includes('end'))) await sleep(1);
    const reads = { plain: 0, locked: 0 };
    while (running > 0) {
      await mainMark(site);
      reads.plain++;
      const outcome = await readBuildCache(site.folder, { warn: (sentence) => assert.fail(sentence) });
      assert.ok(outcome.kind === 'read', outcome.kind);
      reads.locked++;
      await sleep(1);
    }
    assert.deepEqual(await Promise.all(codes), [0, 0], savers.map((saver) => saver.said().slice(-200)).join());
    // No save interleaved with another: the last one is whole in both files.
    assert.equal(storeMark(site), await mainMark(site));
    context.diagnostic(`${reads.plain} reads without and ${reads.locked} with the lock`);
  });
});

/** Counts what a killed writer left behind. */
function clearTemporary(folder: string): number {
  const left = readdirSync(folder).filter((name) => /^tmp[0-9a-f]{8}\.tmp$/.test(name));
  for (const name of left) rmSync(join(folder, name));
  return left.length;
}

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import type { Memo } from '../../src/memo/memo.ts';
import { readTracked, trackFile } from '../../src/memo/run-call.ts';
import { gate, memoRig, type MemoRig } from './rig.ts';

/** How often each function ran, by name. */
type Counts = Record<string, number>;

function count(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** `site` calls `page` for each name; a page is its file in capitals, under a heading that both read. */
function pipeline(memo: Memo, counts: Counts): (names: readonly string[]) => Promise<string> {
  const page = memo.cached(
    (name: string) => {
      count(counts, `page ${name}`);
      return readTracked(`${name}.md`, 'utf8').toUpperCase();
    },
    { name: 'page' },
  );
  return memo.cached(
    async (names: readonly string[]) => {
      count(counts, 'site');
      const heading = readTracked('heading.txt', 'utf8');
      return `${heading}: ${(await Promise.all(names.map(page))).join(', ')}`;
    },
    { name: 'site' },
  );
}

const FILES = { 'a.md': 'one', 'b.md': 'two', 'heading.txt': 'Pages' };

/** Builds the site in a process of its own, so to speak, and says what ran. */
async function build(rig: MemoRig): Promise<{ result: string; ran: string[] }> {
  const counts: Counts = {};
  const result = await pipeline(rig.open(), counts)(['a', 'b']);
  return { result, ran: Object.keys(counts).sort() };
}

describe('a cached function', () => {
  test('runs once, and gives its stored result to every later process', async () => {
    await using rig = await memoRig(FILES);
    assert.deepEqual(await build(rig), { result: 'Pages: ONE, TWO', ran: ['page a', 'page b', 'site'] });
    assert.deepEqual(await build(rig), { result: 'Pages: ONE, TWO', ran: [] });
  });

  test('runs again when a tracked file changed, and so does whoever called it, and nobody else', async () => {
    await using rig = await memoRig(FILES);
    await build(rig);
    rig.write('a.md', 'uno');
    assert.deepEqual(await build(rig), { result: 'Pages: UNO, TWO', ran: ['page a', 'site'] });
    rig.write('heading.txt', 'All');
    assert.deepEqual(await build(rig), { result: 'All: UNO, TWO', ran: ['site'] });
  });

  test('takes equal content for no change, whatever the times say', async () => {
    await using rig = await memoRig(FILES);
    await build(rig);
    rig.write('a.md', 'another');
    rig.write('a.md', 'one');
    assert.deepEqual((await build(rig)).ran, []);
  });

  test('runs again for other arguments, another version and other code', async () => {
    await using rig = await memoRig();
    const double = async (given: number, version: number): Promise<[number, boolean]> => {
      let ran = false;
      const cached = rig.open().cached(
        (value: number) => {
          ran = true;
          return value * 2;
        },
        { name: 'double', version },
      );
      return [await cached(given), ran];
    };
    assert.deepEqual(await double(1, 1), [2, true]);
    assert.deepEqual(await double(1, 1), [2, false]);
    assert.deepEqual(await double(2, 1), [4, true]);
    assert.deepEqual(await double(1, 2), [2, true]);
    const other = rig.open().cached((value: number) => value + value + 0, { name: 'double', version: 1 });
    assert.equal(await other(1), 2);
    assert.equal(
      readdirSync(join(rig.folder, 'calls'), { recursive: true }).filter((name) => String(name).endsWith('.json'))
        .length,
      4,
    );
  });

  test('runs again when the code of a function that it called changed', async () => {
    await using rig = await memoRig();
    const run = async (version: number): Promise<[string, Counts]> => {
      const [memo, counts] = [rig.open(), {} as Counts];
      const inner = memo.cached(() => `inner ${version === 1 ? 'one' : 'two'}`, { name: 'inner', version });
      const outer = memo.cached(
        async () => {
          count(counts, 'outer');
          return `outer of ${await inner()}`;
        },
        { name: 'outer' },
      );
      return [await outer(), counts];
    };
    assert.deepEqual(await run(1), ['outer of inner one', { outer: 1 }]);
    assert.deepEqual(await run(1), ['outer of inner one', {}]);
    assert.deepEqual(await run(2), ['outer of inner two', { outer: 1 }]);
  });

  test('runs again where a function that it called is not known: nobody can tell its code', async () => {
    await using rig = await memoRig();
    const outer = (memo: Memo, ran: string[], inner: () => Promise<number>): (() => Promise<number>) =>
      memo.cached(() => (ran.push('outer'), inner()), { name: 'outer' });
    const first = rig.open();
    await outer(
      first,
      [],
      first.cached(() => 1, { name: 'inner' }),
    )();
    const [second, ran]: [Memo, string[]] = [rig.open(), []];
    await outer(second, ran, () => Promise.resolve(2))();
    assert.deepEqual(ran, ['outer']);
  });

  test('notices a file that was not there when it looked', async () => {
    await using rig = await memoRig();
    const run = async (): Promise<string> =>
      await rig.open().cached(
        () => {
          try {
            return readTracked('options.txt', 'utf8');
          } catch {
            return 'the usual';
          }
        },
        { name: 'options' },
      )();
    assert.equal(await run(), 'the usual');
    rig.write('options.txt', 'special');
    assert.equal(await run(), 'special');
    rig.remove('options.txt');
    assert.equal(await run(), 'the usual');
  });

  test('notices files that come into a tracked folder, and not what they hold', async () => {
    await using rig = await memoRig({ 'content/a.md': '' });
    const runs: number[] = [];
    const run = async (): Promise<string[]> =>
      await rig.open().cached(
        () => {
          runs.push(1);
          trackFile('content');
          return readdirSync(join(rig.root, 'content'));
        },
        { name: 'list', version: 1 },
      )();
    await run();
    rig.write('content/a.md', 'text');
    assert.deepEqual([await run(), runs.length], [['a.md'], 1]);
    rig.write('content/b.md', '');
    assert.deepEqual([await run(), runs.length], [['a.md', 'b.md'], 2]);
  });

  test('finds its results again in a checkout elsewhere', async () => {
    await using rig = await memoRig(FILES);
    await using other = await memoRig(FILES);
    await build(rig);
    const counts: Counts = {};
    await pipeline(rig.open({ root: other.root }), counts)(['a', 'b']);
    assert.deepEqual(counts, {});
  });

  test('gives everybody a copy: changing it changes no other result', async () => {
    await using rig = await memoRig();
    const memo = rig.open();
    const list = memo.cached(() => [1, 2], { name: 'list' });
    const [one, other] = await Promise.all([list(), list()]);
    one.push(3);
    assert.deepEqual(
      [other, await list()],
      [
        [1, 2],
        [1, 2],
      ],
    );
  });

  test('keeps whatever can be cloned', async () => {
    await using rig = await memoRig();
    const value = {
      ...{ map: new Map([[1, new Set(['x'])]]), date: new Date(0), pattern: /a/g, big: 2n ** 80n, nothing: undefined },
      ...{ bytes: new Uint8Array([1, 2]), error: new RangeError('no'), hole: Array<number>(3), half: '\ud800' },
    } as Record<string, unknown>;
    value['self'] = value;
    const make = (memo: Memo): (() => Promise<unknown>) => memo.cached(() => value, { name: 'value' });
    await make(rig.open())();
    assert.deepEqual(await make(rig.open())(), value);
  });

  test('whose result cannot be cloned says which, the first time', async () => {
    await using rig = await memoRig();
    const make = rig.open().cached((name: string) => ({ name, run: () => 1 }), { name: 'make' });
    await assert.rejects(make('x'), /^TypeError: The result of make\("x"\) cannot be kept: .*could not be cloned/);
  });

  test('refuses arguments that nothing can be told by, with their place', async () => {
    await using rig = await memoRig();
    const take = rig.open().cached((value: unknown) => typeof value, { name: 'take' });
    class Page {
      readonly title = '';
    }
    await assert.rejects(take(new Page()), /^TypeError: argument 1 is of class Page: pass plain data/);
    await assert.rejects(take({ list: [() => 1] }), /^TypeError: argument 1\.list\.0 is a function/);
    await assert.rejects(take(Promise.resolve()), /^TypeError: argument 1 is of class Promise/);
    await assert.rejects(take({ [Symbol('x')]: 1 }), /^TypeError: argument 1 has a symbol for a key/);
  });

  test('belongs to the arguments as they were when it was called', async () => {
    await using rig = await memoRig();
    const inside = gate();
    const show = (memo: Memo): ((options: { name: string }) => Promise<string>) =>
      memo.cached(
        async (options: { name: string }) => {
          await inside.opened;
          return options.name;
        },
        { name: 'show' },
      );
    const options = { name: 'before' };
    const result = show(rig.open())(options);
    options.name = 'after';
    inside.open();
    assert.equal(await result, 'before');
    assert.equal(await show(rig.open())({ name: 'before' }), 'before');
  });
});

describe('names', () => {
  test('are those of the functions, must be there, and stand for one function', async () => {
    await using rig = await memoRig();
    const memo = rig.open();
    memo.cached(function parse() {
      return 1;
    });
    assert.throws(() => memo.cached(() => 2, { name: 'parse' }), /^Error: There is a cached function "parse" already/);
    assert.throws(() => memo.cached(() => 3, { name: '' }), /needs a name/);
    assert.throws(() => memo.cached(Math.max.bind(null)), /Nobody can see the code of "bound max".*pass `version`/);
    assert.equal(await memo.cached(Math.max.bind(null), { version: 1 })(1, 2), 2);
  });

  test('of JavaScript itself are names like others', async () => {
    await using rig = await memoRig();
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', '../../x', 'a\nb']) {
      const run = async (): Promise<number> => await rig.open().cached((value: number) => value, { name })(1);
      assert.deepEqual([await run(), await run()], [1, 1]);
    }
  });
});

describe('errors', () => {
  test('are passed on and never kept', async () => {
    await using rig = await memoRig();
    let runs = 0;
    const fail = rig.open().cached(
      () => {
        runs++;
        throw new RangeError(`run ${String(runs)}`);
      },
      { name: 'fail' },
    );
    await assert.rejects(fail(), /^RangeError: run 1$/);
    await assert.rejects(fail(), /^RangeError: run 2$/);
    assert.equal(existsSync(rig.folder), false);
  });

  test('keep a caller that caught them from being kept: it depends on what nobody recorded', async () => {
    await using rig = await memoRig({ 'a.txt': 'bad' });
    const run = async (): Promise<string> => {
      const memo = rig.open();
      const inner = memo.cached(
        () => {
          const text = readTracked('a.txt', 'utf8');
          if (text === 'bad') throw new Error('bad');
          return text;
        },
        { name: 'inner' },
      );
      const middle = memo.cached(async () => await inner().catch(() => 'the usual'), { name: 'middle' });
      return await memo.cached(async () => `outer of ${await middle()}`, { name: 'outer' })();
    };
    assert.equal(await run(), 'outer of the usual');
    rig.write('a.txt', 'good');
    assert.equal(await run(), 'outer of good');
    assert.deepEqual(rig.warnings, ['The result of middle() is not kept: inner() failed']);
  });

  test('reach everybody who waits', async () => {
    await using rig = await memoRig();
    const inside = gate();
    const fail = rig.open().cached(
      async () => {
        await inside.opened;
        throw new Error('no');
      },
      { name: 'fail' },
    );
    const both = Promise.allSettled([fail(), fail()]);
    inside.open();
    assert.deepEqual(
      (await both).map((result) => result.status),
      ['rejected', 'rejected'],
    );
  });
});

describe('at the same time', () => {
  test('equal calls run once', async () => {
    await using rig = await memoRig();
    let runs = 0;
    const slow = rig.open().cached(
      async (value: number) => {
        runs++;
        await sleep(5);
        return value;
      },
      { name: 'slow' },
    );
    assert.deepEqual(await Promise.all([slow(1), slow(1), slow(2), slow(1)]), [1, 1, 2, 1]);
    assert.equal(runs, 2);
  });

  test('each call gets its own files and callees, however they interleave', async () => {
    await using rig = await memoRig(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.md`, String(index)])),
    );
    const memo = rig.open();
    const read = memo.cached(
      async (name: string) => {
        await sleep(Number(name) % 3);
        return readTracked(`${name}.md`, 'utf8');
      },
      { name: 'read' },
    );
    const pair = memo.cached(
      async (one: string, other: string) => {
        await sleep(Number(one) % 2);
        const first = await read(one);
        return `${first}+${await read(other)}`;
      },
      { name: 'pair' },
    );
    await Promise.all(Array.from({ length: 19 }, (_, index) => pair(String(index), String(index + 1))));
    const graph = memo.graph();
    for (let index = 0; index < 19; index++) {
      const call = graph.find('function', `pair("${index}", "${index + 1}")`)!;
      assert.deepEqual(
        graph
          .dependencies(call)
          .map((id) => graph.nameOf(id))
          .sort(),
        [`read("${index}")`, `read("${index + 1}")`].sort(),
      );
    }
  });

  test('a function that needs its own result is told so, instead of waiting for ever', async () => {
    await using rig = await memoRig();
    const memo = rig.open();
    const odd: (value: number) => Promise<number> = memo.cached((value: number) => even(value), { name: 'odd' });
    const even: (value: number) => Promise<number> = memo.cached((value: number) => odd(value), { name: 'even' });
    await assert.rejects(odd(1), /odd\(1\) needs its own result: even\(1\) called it/);
    const ends = await Promise.allSettled([odd(2), even(2)]);
    assert.deepEqual(
      ends.map((end) => end.status),
      ['rejected', 'rejected'],
    );
    const self: () => Promise<number> = memo.cached(() => self(), { name: 'self' });
    await assert.rejects(self(), /needs its own result/);
  });

  test('a recursion that ends is no circle', async () => {
    await using rig = await memoRig();
    const sum: (upTo: number) => Promise<number> = rig
      .open()
      .cached(async (upTo: number) => (upTo === 0 ? 0 : upTo + (await sum(upTo - 1))), { name: 'sum' });
    assert.equal(await sum(20), 210);
  });
});

describe('what cannot be relied on is not kept, and that is said', () => {
  test('a file that changed while the function ran', async () => {
    await using rig = await memoRig({ 'a.md': 'one' });
    const run = rig.open().cached(
      () => {
        const text = readTracked('a.md', 'utf8');
        rig.write('a.md', 'two');
        return text;
      },
      { name: 'run' },
    );
    assert.equal(await run(), 'one');
    assert.deepEqual(rig.warnings, ['The result of run() is not kept: a.md changed while it ran']);
    assert.deepEqual([...rig.open().graph().ofKind('function')], []);
  });

  test('a callee that nobody waited for', async () => {
    await using rig = await memoRig();
    const [memo, inside] = [rig.open(), gate()];
    const slow = memo.cached(() => inside.opened, { name: 'slow' });
    let started: Promise<void> | undefined;
    const hasty = memo.cached(
      () => {
        started = slow();
        return 1;
      },
      { name: 'hasty' },
    );
    assert.equal(await hasty(), 1);
    inside.open();
    await started;
    assert.deepEqual(rig.warnings, [
      'The result of hasty() is not kept: it ended before a cached function that it called',
    ]);
  });

  test('a callee of another memo, whose store this one does not look into', async () => {
    await using rig = await memoRig();
    await using other = await memoRig();
    const inner = other.open().cached(() => 1, { name: 'inner' });
    const outer = rig.open().cached(() => inner(), { name: 'outer' });
    assert.equal(await outer(), 1);
    assert.deepEqual(rig.warnings, [
      'The result of outer() is not kept: it calls inner(), which is kept in another folder',
    ]);
  });

  test('a result that is too large', async () => {
    await using rig = await memoRig();
    const large = rig.open({ maxResultBytes: 100 }).cached(() => 'x'.repeat(200), { name: 'large' });
    assert.equal((await large()).length, 200);
    assert.match(rig.warnings.join(), /^The result of large\(\) is not kept: it has \d+ bytes, more than 100$/);
  });

  test('anything, where the folder cannot be written', async () => {
    await using rig = await memoRig();
    writeFileSync(rig.folder, 'a file, not a folder');
    const one = rig.open().cached(() => 1, { name: 'one' });
    assert.equal(await one(), 1);
    assert.match(rig.warnings.join(), /^The result of one\(\) could not be written: /);
  });

  test('is not said again of everybody who called it', async () => {
    await using rig = await memoRig();
    const memo = rig.open({ maxResultBytes: 100 });
    const large = memo.cached(() => 'x'.repeat(200), { name: 'large' });
    const middle = memo.cached(async () => (await large()).length, { name: 'middle' });
    assert.equal(await memo.cached(async () => await middle(), { name: 'outer' })(), 200);
    assert.equal(rig.warnings.length, 1);
    assert.deepEqual(memo.graph().ofKind('function'), []);
  });
});

describe('tracking', () => {
  test('outside of a cached function is an error, for nobody would hear it', async () => {
    await using rig = await memoRig({ 'a.md': '' });
    assert.throws(() => trackFile('a.md'), /A file can be tracked only while a cached function runs/);
    let late: Promise<unknown> = Promise.resolve();
    await rig.open().cached(
      () => {
        late = sleep(5).then(() => trackFile('a.md'));
        return 1;
      },
      { name: 'run' },
    )();
    await assert.rejects(late, /A file can be tracked only while a cached function runs/);
  });

  test('works as deep in helpers and timers as the function awaits', async () => {
    await using rig = await memoRig({ 'a.md': 'one' });
    const run = async (): Promise<string> =>
      await rig.open().cached(
        async () => {
          await sleep(1);
          return await new Promise<string>((resolve) => {
            setImmediate(() => resolve(readTracked('a.md', 'utf8')));
          });
        },
        { name: 'run' },
      )();
    assert.equal(await run(), 'one');
    rig.write('a.md', 'two');
    assert.equal(await run(), 'two');
  });
});

describe('what lies on the disk is believed only where it holds together', () => {
  const files = (rig: MemoRig, part: string): string[] =>
    readdirSync(join(rig.folder, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => join(rig.folder, part, name));

  const damages: readonly (readonly [string, string, (text: string) => string | undefined])[] = [
    ['an entry that is cut off', 'calls', (text) => text.slice(0, -9)],
    ['an entry without files', 'calls', (text) => text.replace('"files":[', '"fires":[')],
    ['an entry for other arguments', 'calls', (text) => text.replace(/"argumentsHash":"./, '"argumentsHash":"x')],
    ['an entry of another function', 'calls', (text) => text.replace('"name":"page"', '"name":"site"')],
    ['an entry that is of another size', 'calls', (text) => text.replace(/"bytes":\d+/, '"bytes":99')],
    ['an entry from the future', 'calls', (text) => text.replace(/"at":\d+/, '"at":99999999999999')],
    ['an entry without a time', 'calls', (text) => text.replace(/"at":\d+/, '"at":null')],
    ['an empty entry', 'calls', () => ''],
    ['an entry that is gone', 'calls', () => undefined],
    ['a result that is damaged', 'results', (text) => `${text.slice(0, -1)}?`],
    ['a result that is gone', 'results', () => undefined],
  ];
  for (const [what, part, damage] of damages) {
    test(`${what} is as good as none`, async () => {
      await using rig = await memoRig(FILES);
      await build(rig);
      for (const path of files(rig, part)) {
        const text = damage(readFileSync(path, 'latin1'));
        if (text === undefined) rmSync(path);
        else writeFileSync(path, text, 'latin1');
      }
      const { result, ran } = await build(rig);
      assert.equal(result, 'Pages: ONE, TWO');
      assert.ok(ran.length > 0);
      assert.deepEqual((await build(rig)).ran, []);
    });
  }

  test('an entry under another key is as good as none', async () => {
    await using rig = await memoRig(FILES);
    await build(rig);
    const [one, other] = files(rig, 'calls');
    writeFileSync(one!, readFileSync(other!));
    assert.equal((await build(rig)).result, 'Pages: ONE, TWO');
  });

  test('entries that lead to each other end', async () => {
    await using rig = await memoRig(FILES);
    await build(rig);
    const paths = files(rig, 'calls');
    const keys = paths.map((path) => /([0-9a-f]{64})\.json$/.exec(path)![1]);
    for (const path of paths) {
      const entry = JSON.parse(readFileSync(path, 'utf8')) as { result: string; children: unknown };
      const results = paths.map((other) => (JSON.parse(readFileSync(other, 'utf8')) as { result: string }).result);
      entry.children = keys.map((key, index) => [key, results[index]]);
      writeFileSync(path, JSON.stringify(entry));
    }
    assert.equal((await build(rig)).result, 'Pages: ONE, TWO');
  });

  test(
    'an unreadable file is a changed one',
    { skip: process.getuid?.() === 0 ? 'root may read everything' : false },
    async () => {
      await using rig = await memoRig(FILES);
      await build(rig);
      chmodSync(join(rig.root, 'a.md'), 0);
      await assert.rejects(build(rig), /EACCES/);
    },
  );
});

describe('modes', () => {
  test('`off` stores nothing and uses nothing; `refresh` computes each call once anew', async () => {
    await using rig = await memoRig(FILES);
    const run = async (mode: 'use' | 'refresh' | 'off'): Promise<number> => {
      const counts: Counts = {};
      const site = pipeline(rig.open({ mode }), counts);
      await site(['a']);
      await site(['a']);
      return counts['site'] ?? 0;
    };
    assert.equal(await run('off'), 2);
    assert.equal(existsSync(rig.folder), false);
    assert.equal(await run('use'), 1);
    assert.equal(await run('refresh'), 1);
    assert.equal(await run('use'), 0);
    assert.equal(await run('off'), 2);
  });
});

describe('a call that comes while an equal one runs', () => {
  test('does not take what that one saw of files that were edited in between', async () => {
    await using rig = await memoRig({ 'a.txt': 'before' });
    const [memo, inside] = [rig.open(), gate()];
    const run = memo.cached(
      async () => {
        const text = readTracked('a.txt', 'utf8');
        await inside.opened;
        return text;
      },
      { name: 'run' },
    );
    const first = run();
    rig.write('a.txt', 'after');
    const second = run();
    inside.open();
    assert.deepEqual(await Promise.all([first, second]), ['before', 'after']);
  });

  test('does not take the error of one that ran into what is mended since', async () => {
    await using rig = await memoRig();
    const [memo, inside] = [rig.open(), gate()];
    const run = memo.cached(
      async () => {
        let text: string;
        try {
          text = readTracked('a.txt', 'utf8');
        } finally {
          await inside.opened;
        }
        return text;
      },
      { name: 'run' },
    );
    const first = run();
    rig.write('a.txt', 'mended');
    const [second, third] = [run(), run()];
    inside.open();
    await assert.rejects(first, /ENOENT/);
    assert.deepEqual(await Promise.all([second, third]), ['mended', 'mended']);
  });

  test('has its own arguments, even if it has to wait before it runs', async () => {
    await using rig = await memoRig();
    const [memo, inside] = [rig.open(), gate()];
    let runs = 0;
    const run = memo.cached(
      async (options: { name: string }) => {
        runs++;
        await inside.opened;
        if (runs === 1) throw new Error('the first');
        return options.name;
      },
      { name: 'run' },
    );
    const first = run({ name: 'x' });
    const options = { name: 'x' };
    const second = run(options);
    options.name = 'y';
    inside.open();
    await assert.rejects(first, /the first/);
    assert.equal(await second, 'x');
  });
});

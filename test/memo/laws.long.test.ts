import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/core/digest.ts';
import { entryFromJson, entryKey, entryToJson } from '../../src/memo/memo-entry.ts';
import { changedFiles } from '../../src/graph/status.ts';
import { digestOfArguments } from '../../src/memo/value-digest.ts';
import { anyHistory, anyProgram, define, fileName, type Action, type Program } from './programs.ts';
import { memoRig, type MemoRig } from './rig.ts';

/** What calls give, or that they fail: of several callees that do, which one is first is a matter of time. */
async function results(
  functions: readonly ((argument: number) => Promise<string>)[],
  calls: readonly { readonly of: number; readonly argument: number }[],
): Promise<string[]> {
  const ends = await Promise.allSettled(calls.map((call) => functions[call.of]!(call.argument)));
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'));
}

async function live(rig: MemoRig, program: Program, history: readonly Action[]): Promise<void> {
  const versions = program.functions.map(() => 0);
  let functions = define(rig.open(), program, versions);
  for (const action of history) {
    switch (action.kind) {
      case 'edit':
        if (action.content !== undefined) rig.write(fileName(action.file), action.content);
        else if (existsSync(join(rig.root, fileName(action.file)))) rig.remove(fileName(action.file));
        break;
      case 'version':
        versions[action.of]! += 1;
        functions = define(rig.open(), program, versions);
        break;
      case 'process':
        functions = define(rig.open(), program, versions);
        break;
      case 'call': {
        const plain = define(rig.open({ mode: 'off' }), program, versions);
        assert.deepEqual(await results(functions, action.calls), await results(plain, action.calls));
      }
    }
  }
}

test('with a cache, random programs over files edited at random give what they give without one', async () => {
  await fc.assert(
    fc.asyncProperty(anyProgram, anyHistory, async (program, history) => {
      await using rig = await memoRig({ '0.txt': 'one', '1.txt': 'bad' });
      await live(rig, program, history);
    }),
    { numRuns: 80 },
  );
});

test('what the graph calls fresh is given without running, and for what it calls stale it has a cause', async () => {
  await fc.assert(
    fc.asyncProperty(anyProgram, anyHistory, async (program, history) => {
      await using rig = await memoRig({ '0.txt': 'one', '1.txt': 'bad' });
      await live(rig, program, history);
      const memo = rig.open();
      const versions = program.functions.map(
        (_, own) => history.filter((each) => each.kind === 'version' && each.of === own).length,
      );
      const functions = define(memo, program, versions);
      const graph = memo.graph();
      const statuses = memo.statuses(graph);
      for (const own of functions.keys()) {
        for (const argument of [0, 1]) {
          const call = graph.find('function', `f${own}(${argument})`);
          if (call === undefined) continue;
          const before = graph.factsOf(call).recordedAt;
          // Whatever runs again is recorded later: this memo's clock goes on only here.
          const later = rig.open({ now: () => Date.now() + 1e6 });
          await define(later, program, versions)[own]!(argument).catch(() => undefined);
          const again = later.graph();
          const after = again.factsOf(again.find('function', `f${own}(${argument})`)!).recordedAt;
          if (statuses.of(call) === 'fresh') assert.equal(after, before);
        }
      }
      for (const { files, others } of changedFiles(graph, statuses)) assert.ok(files.length + others.length > 0);
    }),
    { numRuns: 30 },
  );
});

const plain = fc.anything({
  ...{ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true },
  ...{ withNullPrototype: true, maxDepth: 3 },
});

test('equal arguments have equal digests, and a copy is equal', () => {
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 3 }), (args) => {
      const copy = deserialize(serialize(args)) as unknown[];
      // Copying gives an object without a prototype the usual one, which a function could notice.
      const withoutPrototype = JSON.stringify(fc.stringify(args)).includes('__proto__');
      if (!withoutPrototype) assert.equal(digestOfArguments(copy), digestOfArguments(args));
    }),
    { numRuns: 1000 },
  );
});

test('different arguments have different digests', () => {
  const json = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(json, json, (one, other) => {
      fc.pre(!Object.is(fc.stringify(one), fc.stringify(other)));
      assert.notEqual(digestOfArguments(one), digestOfArguments(other));
    }),
    { numRuns: 1000 },
  );
  const shared = { a: 1 };
  const lists: readonly (readonly unknown[])[] = [
    ...[
      [],
      [undefined],
      [null],
      [[]],
      [{}],
      [''],
      ['undefined'],
      ['null'],
      [0],
      [-0],
      ['0'],
      [0n],
      [false],
      [Number.NaN],
    ],
    ...[[[undefined]], [Array(1)], [Array(2)], [{ a: undefined }], [['a'], 'b'], [['a', 'b']], ['a', 'b'], ['ab']],
    ...[[new Map()], [new Set()], [new Map([[1, 2]])], [new Set([1, 2])], [[1, 2]], [{ 0: 1, 1: 2 }]],
    ...[[new Date(0)], [new Date(Number.NaN)], ['1970-01-01T00:00:00.000Z'], [/a/], [/a/g], ['/a/']],
    ...[[new Uint8Array(2)], [new Int8Array(2)], [Buffer.alloc(2)], [new ArrayBuffer(2)], [new Uint16Array(1)]],
    ...[[shared, shared], [shared, { a: 1 }], [Object.assign(Object.create(null), shared)], [shared]],
    ...[[{ a: 1, b: 2 }], [{ b: 2, a: 1 }], ['\ud800'], ['\udbff'], ['\ufffd'], ['1:a'], [1, 'a']],
  ];
  assert.equal(new Set(lists.map(digestOfArguments)).size, lists.length);
});

test('an entry comes back as it was, and under no other key', () => {
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => sha256(text));
  const entry = fc.record(
    {
      ...{ name: fc.string(), code: hash, argumentsHash: hash, label: fc.string({ unit: 'binary' }), result: hash },
      ...{ bytes: fc.nat(), at: fc.nat(), files: fc.array(fc.tuple(fc.string(), hash)).map((pairs) => new Map(pairs)) },
      children: fc.array(fc.tuple(hash, hash)).map((pairs) => new Map(pairs)),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(entry, hash, (value, other) => {
      const text = entryToJson(value);
      assert.deepEqual(entryFromJson(text, entryKey(value)), value);
      assert.equal(entryFromJson(text, other), undefined);
    }),
  );
});

test('results that somebody forged give some value or run the function, and never more', async () => {
  await using rig = await memoRig();
  const run = async (): Promise<unknown> =>
    await rig.open().cached(() => ({ list: [1, 'x', new Map([[1, 2n]])], when: new Date(0) }), { name: 'run' })();
  await run();
  const path = (part: string): string => {
    const [name] = readdirSync(join(rig.folder, part), { recursive: true, encoding: 'utf8' }).filter((each) =>
      /\.\w+$/.test(each),
    );
    return join(rig.folder, part, name!);
  };
  const [entryPath, bytes] = [path('calls'), readFileSync(path('results'))];
  const entry = readFileSync(entryPath, 'utf8');
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
      async (edits) => {
        const forged = Buffer.from(bytes);
        for (const [at, byte] of edits) forged[at % forged.length] = byte;
        const digest = sha256(forged);
        const folder = join(rig.folder, 'results', digest.slice(0, 2));
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, `${digest}.bin`), forged);
        writeFileSync(entryPath, entry.replace(/"result":"\w+"/, `"result":"${digest}"`));
        await run();
        assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before);
      },
    ),
    { numRuns: 300 },
  );
});

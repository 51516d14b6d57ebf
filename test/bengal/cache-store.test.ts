import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { defineCodec, type CacheEntry, type Field } from '../../src/bengal/cache-codec.ts';
import { readCacheFile, writeCacheFile } from '../../src/bengal/cache-file.ts';
import { CacheStore } from '../../src/bengal/cache-store.ts';
import type { CacheStoreFormat } from '../../src/bengal/cache-store-file.ts';
import * as fields from '../../src/bengal/codec-fields.ts';
import { headerFor, openEnvelope, readEnvelope, type PythonMinor } from '../../src/bengal/envelope.ts';
import { loadCodec } from '../../src/compression/zstd.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { UserError } from '../../src/core/user-error.ts';
import { checkRoundTrip } from '../support/cacheable-law.ts';
import { json, jsonObject, name, nameSet, withUnknown } from '../support/cache-arbitraries.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Visit extends CacheEntry {
  readonly page: string;
  readonly count: number;
}

const visitCodec = defineCodec<Visit>({
  page: fields.text('page_path'),
  count: fields.withDefault(fields.number('n'), 1),
});

const VISITS: CacheStoreFormat<Visit> = {
  name: 'visits',
  form: 'zstd',
  entriesField: 'visits',
  version: 2,
  codec: visitCodec,
};
const PLAIN: CacheStoreFormat<Visit> = { ...VISITS, form: 'plain', name: 'indexes/visits' };
const python = '3.14' as PythonMinor;

async function write(folder: string, value: JsonObject, writer = python): Promise<void> {
  await writeCacheFile({ folder, name: 'visits', value, python: writer });
}

async function content(folder: string): Promise<JsonObject> {
  const file = await readCacheFile(folder, 'visits');
  assert.ok(file.kind === 'read', file.kind);
  return file.value;
}

describe('a codec made of fields', () => {
  test('keeps every kind of field', () => {
    interface Everything extends CacheEntry {
      readonly a: string;
      readonly b: string | null;
      readonly c: number;
      readonly d: boolean;
      readonly e: readonly string[];
      readonly f: ReadonlySet<string>;
      readonly g: ReadonlyMap<string, string>;
      readonly h: JsonObject;
      readonly j: Visit;
    }
    const codec = defineCodec<Everything>({
      a: fields.text('z'),
      b: fields.nullableText('y'),
      c: fields.number('x'),
      d: fields.flag('w'),
      e: fields.texts('v'),
      f: fields.textSet('u'),
      g: fields.textMap('t'),
      h: fields.object('s'),
      j: fields.nested('q', visitCodec),
    });
    const visit = withUnknown(fc.record({ page: name, count: fc.integer() }));
    const everything = withUnknown(
      fc.record({
        a: name,
        b: fc.option(name),
        c: fc.integer(),
        d: fc.boolean(),
        e: fc.array(name),
        f: nameSet,
        g: nameSet.map((names) => new Map([...names].map((item) => [item, item]))),
        h: jsonObject,
        j: visit,
      }),
    );
    checkRoundTrip(codec, everything);
    const [sample] = fc.sample(
      everything.map((value) => codec.toCache({ ...value, unknownFields: {} })),
      1,
    );
    assert.deepEqual(Object.keys(sample ?? {}), ['z', 'y', 'x', 'w', 'v', 'u', 't', 's', 'q'], 'as in the table');
  });

  test('never throws for what is stored, and takes nothing that does not fit', () => {
    fc.assert(
      fc.property(jsonObject, json, (object, value) => {
        for (const stored of [object, { ...object, page_path: value }, { page_path: 'a', n: value }]) {
          const visit = visitCodec.fromCache(stored);
          if (visit) assert.ok(typeof visit.page === 'string' && typeof visit.count === 'number');
        }
      }),
    );
    assert.equal(visitCodec.fromCache({}), undefined);
    assert.equal(visitCodec.fromCache({ page_path: null }), undefined);
    assert.equal(visitCodec.fromCache({ page_path: 'a', n: '1' }), undefined);
    assert.deepEqual(visitCodec.fromCache({ page_path: 'a' }), { page: 'a', count: 1 });
  });

  test('sorts a set as Python does, by code point', () => {
    interface Names extends CacheEntry {
      readonly names: ReadonlySet<string>;
    }
    const codec = defineCodec<Names>({ names: fields.textSet('names') });
    const names = ['\u{1f389}', '\uff5e', 'b', 'B', 'a'];
    assert.deepEqual(codec.toCache({ names: new Set(names) }), { names: ['B', 'a', 'b', '\uff5e', '\u{1f389}'] });
  });

  for (const [what, field, value, message] of [
    ['a text', fields.text('x'), { page: 1 }, /^value: expected a string, got \[Object\]|{ page: 1 }/],
    ['a text or null', fields.nullableText('x'), 1, /^value: expected a string or null, got 1/],
    ['a number', fields.number('x'), Number.NaN, /^value: expected a finite number, got NaN/],
    ['a flag', fields.flag('x'), 'yes', /^value: expected true or false, got 'yes'/],
    ['texts', fields.texts('x'), 'abc', /^value: expected strings, got 'abc'/],
    ['a set of texts', fields.textSet('x'), new Set([1]), /^value: expected strings, got Set/],
    ['a map of texts', fields.textMap('x'), { a: 'b' }, /^value: expected a Map of strings/],
    ['a map of texts', fields.textMap('x'), new Map([['a', 1]]), /^value: expected strings/],
    ['an object', fields.object('x'), [1], /^value: expected an object/],
    ['an object', fields.object('x'), { a: [new Date(0)] }, /^value\.a\[0\]: expected JSON, got a Date/],
    ['JSON', fields.anything('x'), () => 1, /^value: expected JSON, got a function/],
    ['a date', fields.date('x'), '2026-11-21', /^value: expected a Date, got '2026-11-21'/],
    ['a date', fields.date('x'), new Date('no'), /^value: expected a Date, got Invalid Date/],
    ['an entry', fields.nested('x', visitCodec), { page: 'a', count: '1' }, /^value\.count: expected a finite number/],
  ] as const) {
    test(`does not take ${inspect(value)} for ${what}`, () => {
      const codec = defineCodec<CacheEntry & { value: never }>({ value: field as Field<never> });
      assert.throws(
        () => codec.toCache({ value } as never),
        (thrown: Error) => {
          assert.ok(thrown instanceof TypeError);
          assert.match(thrown.message, message);
          return true;
        },
      );
      assert.equal(codec.is({ value }), false);
    });
  }

  test('tells its values from anything else', () => {
    assert.equal(visitCodec.is({ page: 'a', count: 1 }), true);
    assert.equal(visitCodec.is({ page: 'a', count: 1, unknownFields: { x: 1 } }), true);
    for (const other of [undefined, null, 1, 'a', [], {}, { page: 'a' }, { page: 'a', count: 1, unknownFields: 1n }])
      assert.equal(visitCodec.is(other), false, inspect(other));
  });

  test('keeps a point in time to the millisecond, and no time without a zone', () => {
    interface At extends CacheEntry {
      readonly at: Date;
    }
    const codec = defineCodec<At>({ at: fields.date('at') });
    const moment = fc.date({ noInvalidDate: true, min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31') });
    checkRoundTrip(
      codec,
      moment.map((at) => ({ at })),
    );
    const read = (at: string): number | undefined => codec.fromCache({ at })?.at.getTime();
    for (const text of ['1970-01-01T00:00:01Z', '1970-01-01T01:00:01+01:00', '1970-01-01T00:00:01.000999+00:00'])
      assert.equal(read(text), 1000, text);
    for (const text of ['1970-01-01T00:00:01', '1970-01-01', 'now', '1970-13-01T00:00:00Z', ''])
      assert.equal(read(text), undefined, text);
  });

  test('does not take an integer beyond 2^53 for a text', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'visits.json'), '{"version":2,"visits":{"a":{"page_path":12345678901234567890}}}');
    const store = await CacheStore.open(folder.path, VISITS);
    assert.deepEqual(store.outcome, { kind: 'read', version: 2, dropped: 1, migrates: true });
  });
});

describe('a store', () => {
  test('is empty where there is no file, and makes one of what it is given', async () => {
    await using folder = await temporaryFolder();
    const deep = join(folder.path, 'site', '.bengal');
    const store = await CacheStore.open(deep, VISITS);
    assert.deepEqual(
      [store.outcome, store.size, store.warning, store.hasChanges],
      [{ kind: 'absent' }, 0, undefined, false],
    );
    assert.equal(await store.save(), false);
    assert.equal(existsSync(deep), false, 'saving nothing leaves no trace');

    store.set('a', { page: 'a.md', count: 2 });
    assert.equal(await store.save({ python }), true);
    assert.deepEqual(await content(deep), { version: 2, visits: { a: { page_path: 'a.md', n: 2 } } });
    assert.deepEqual([...readFileSync(join(deep, 'visits.json.zst')).subarray(0, 15)], [...headerFor(python)]);

    const again = await CacheStore.open(deep, VISITS);
    assert.deepEqual([...again.entries()], [['a', { page: 'a.md', count: 2 }]]);
    assert.deepEqual(
      [[...again.keys()], again.has('a'), again.has('b'), again.get('b')],
      [['a'], true, false, undefined],
    );
  });

  test('writes nothing when nothing changed', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, visits: { a: { page_path: 'a.md', n: 2 } } });
    const { mtimeNs, ino } = statSync(join(folder.path, 'visits.json.zst'), { bigint: true });
    const store = await CacheStore.open(folder.path, VISITS);
    store.set('a', { count: 2, page: 'a.md' });
    assert.equal(store.delete('b'), false);
    assert.equal(await store.save(), false);
    const now = statSync(join(folder.path, 'visits.json.zst'), { bigint: true });
    assert.deepEqual([now.mtimeNs, now.ino], [mtimeNs, ino]);

    store.set('a', { page: 'a.md', count: 3 });
    assert.deepEqual([await store.save(), await store.save()], [true, false]);
    assert.equal(store.delete('a'), true);
    assert.equal(await store.save(), true);
    assert.deepEqual(await content(folder.path), { version: 2, visits: {} });
    store.clear();
    assert.equal(await store.save(), false);
  });

  test('keeps top-level fields and fields of entries that it does not know', async () => {
    await using folder = await temporaryFolder();
    const text =
      '{"later":[1.5,12345678901234567890],"version":2,"visits":{"a":{"page_path":"a.md","n":2,"seen_ns":1700000000000000001}},"__proto__":{"x":1}}';
    writeFileSync(join(folder.path, 'visits.json'), text);
    const store = await CacheStore.open(folder.path, VISITS);
    assert.deepEqual(Object.keys(store.otherFields), ['later', 'version', '__proto__']);
    store.set('a', { ...store.get('a')!, count: 3 });
    await store.save({ python });
    assert.equal(await decoded(folder.path), text.replace('"n":2', '"n":3'));
  });

  test('moves an old .json to .json.zst on the next save, changed or not', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'visits.json'), '{"version": 2, "visits": {"a": {"page_path": "a.md", "n": 2}}}\n');
    const store = await CacheStore.open(folder.path, VISITS);
    assert.deepEqual(store.outcome, { kind: 'read', version: 2, dropped: 0, migrates: true });
    assert.deepEqual(readdirSync(folder.path), ['visits.json'], 'opening writes nothing');
    assert.equal(await store.save({ python }), true);
    assert.deepEqual(readdirSync(folder.path), ['visits.json.zst']);
    assert.deepEqual(await content(folder.path), { version: 2, visits: { a: { page_path: 'a.md', n: 2 } } });
    assert.equal(await store.save(), false);
  });

  test('writes for the Python of the file, of its neighbours, or the one that is given', async () => {
    await using folder = await temporaryFolder();
    const pythonNow = (): unknown => {
      const envelope = readEnvelope(readFileSync(join(folder.path, 'visits.json.zst')));
      return envelope.kind === 'headed' ? envelope.python : envelope.kind;
    };
    const store = await CacheStore.open(folder.path, VISITS);
    store.set('a', { page: 'a', count: 1 });
    await assert.rejects(store.save({ python: '3' }), UserError);
    assert.equal(store.hasChanges, true, 'a failed save can be tried again');
    await store.save();
    assert.equal(pythonNow(), '3.14', 'without any, the one that Bengal is known to run on');
    rmSync(join(folder.path, 'visits.json.zst'));

    const beside = await CacheStore.open(folder.path, VISITS);
    beside.set('a', { page: 'a', count: 1 });
    await writeCacheFile({ folder: folder.path, name: 'cache', value: {}, python: '3.13' as PythonMinor });
    await beside.save();
    assert.equal(pythonNow(), '3.13');
    beside.set('b', { page: 'b', count: 1 });
    await beside.save({ python: '3.15' });
    assert.equal(pythonNow(), '3.15');
    const again = await CacheStore.open(folder.path, VISITS);
    again.clear();
    await again.save();
    assert.equal(pythonNow(), '3.15');
  });

  test('in plain form is what Python writes with an indent of two', async () => {
    await using folder = await temporaryFolder();
    const store = await CacheStore.open(folder.path, PLAIN);
    store.set('é "{[,:]}" \\', {
      page: 'a',
      count: 1,
      unknownFields: { list: [], object: {}, deep: [[], { a: [1, null] }] },
    });
    await store.save();
    assert.equal(
      readFileSync(join(folder.path, 'indexes/visits.json'), 'utf8'),
      [
        '{',
        '  "version": 2,',
        '  "visits": {',
        '    "\\u00e9 \\"{[,:]}\\" \\\\": {',
        '      "page_path": "a",',
        '      "n": 1,',
        '      "list": [],',
        '      "object": {},',
        '      "deep": [',
        '        [],',
        '        {',
        '          "a": [',
        '            1,',
        '            null',
        '          ]',
        '        }',
        '      ]',
        '    }',
        '  }',
        '}',
      ].join('\n'),
    );
    const again = await CacheStore.open(folder.path, PLAIN);
    assert.deepEqual([...again.entries()], [...store.entries()]);
  });

  test('behaves like a map, whatever the keys, also after a save', async () => {
    const operation = fc.tuple(fc.constantFrom('set', 'delete', 'clear', 'save'), name, fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 20 }), async (operations) => {
        await using folder = await temporaryFolder();
        const model = new Map<string, Visit>();
        let store = await CacheStore.open(folder.path, VISITS);
        for (const [kind, key, count] of operations) {
          if (kind === 'set') {
            store.set(key, { page: key, count });
            model.set(key, { page: key, count });
          } else if (kind === 'delete') assert.equal(store.delete(key), model.delete(key));
          else if (kind === 'clear') {
            store.clear();
            model.clear();
          } else {
            await store.save({ python });
            store = await CacheStore.open(folder.path, VISITS);
          }
          assert.equal(store.size, model.size);
          assert.deepEqual(new Map(store.entries()), model);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a file that a store cannot use', () => {
  const cases: readonly (readonly [what: string, bytes: string, warning: RegExp])[] = [
    ['is no JSON', '{"version":2', /^visits\.json is not used: ./],
    ['holds no object', '[1]', /^visits\.json is not used: it holds no JSON object$/],
    [
      'has another version',
      '{"version":3,"visits":{"a":{"page_path":"a"}}}',
      /^visits\.json is not used: it has version 3, and 2 is understood$/,
    ],
    ['has no version', '{"visits":{}}', /it has no version, and 2 is understood$/],
    ['has a long version', `{"version":${'9'.repeat(500)},"visits":{}}`, /it has version 9{40}, and 2 is understood$/],
    ['has a version of another type', '{"version":"2"}', /it has version "2", and 2 is understood$/],
    ['has entries that are no object', '{"version":2,"visits":[]}', /its field "visits" is no object$/],
  ];
  for (const [what, bytes, warning] of cases) {
    test(`since it ${what} is left alone, with a warning, until there is something to write`, async () => {
      await using folder = await temporaryFolder();
      writeFileSync(join(folder.path, 'visits.json'), bytes);
      const store = await CacheStore.open(folder.path, VISITS);
      assert.ok(store.outcome.kind === 'corrupt' || store.outcome.kind === 'incompatible');
      assert.equal(store.size, 0);
      assert.match(store.warning ?? '', warning);
      assert.equal(await store.save({ python }), false);
      assert.equal(readFileSync(join(folder.path, 'visits.json'), 'utf8'), bytes);

      store.set('b', { page: 'b', count: 1 });
      await store.save({ python });
      assert.deepEqual(await content(folder.path), { version: 2, visits: { b: { page_path: 'b', n: 1 } } });
      assert.deepEqual(readdirSync(folder.path), ['visits.json.zst']);
    });
  }

  test('never makes opening throw, wherever it is cut', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, visits: { a: { page_path: 'a'.repeat(50), n: 1 } } });
    const path = join(folder.path, 'visits.json.zst');
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const store = await CacheStore.open(folder.path, VISITS);
      assert.equal(store.outcome.kind, 'corrupt', `${String(length)} bytes`);
      assert.match(store.warning ?? '', /^visits\.json\.zst is not used: ./);
    }
  });

  test('may be a folder', async () => {
    await using folder = await temporaryFolder();
    mkdirSync(join(folder.path, 'visits.json.zst'));
    const store = await CacheStore.open(folder.path, VISITS);
    assert.equal(store.warning, 'visits.json.zst is not used: not a regular file');
  });

  test('may be larger than wanted', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, visits: {} });
    const limits = { fileBytes: 10, contentBytes: 10 };
    assert.match(
      (await CacheStore.open(folder.path, VISITS, { limits })).warning ?? '',
      /more than the 10 that are read$/,
    );
  });

  test('loses only the entries that do not fit, and they are counted', async () => {
    await using folder = await temporaryFolder();
    const visits = { a: { page_path: 'a' }, b: null, c: { page_path: 1 }, ['__proto__']: { page_path: 'p' }, e: [] };
    await write(folder.path, { version: 2, visits });
    const store = await CacheStore.open(folder.path, VISITS);
    assert.deepEqual([...store.keys()], ['a', '__proto__']);
    assert.deepEqual(store.outcome, { kind: 'read', version: 2, dropped: 3, migrates: false });
    assert.equal(store.warning, 'visits.json.zst: entries left out because they do not fit: 3');
  });

  test('shares no object with whoever sets or gets an entry', async () => {
    interface Readers extends CacheEntry {
      readonly readers: ReadonlySet<string>;
      readonly props: JsonObject;
    }
    const codec = defineCodec<Readers>({ readers: fields.textSet('readers'), props: fields.object('props') });
    await using folder = await temporaryFolder();
    const store = await CacheStore.open<Readers>(folder.path, {
      ...{ name: 'visits', form: 'zstd', entriesField: 'visits', version: 2, codec },
    });
    const given = { readers: new Set(['a']), props: { list: [1] } };
    store.set('x', given);
    const spoil = ({ readers, props }: Readers): void => {
      (readers as Set<string>).add('b');
      (props['list'] as number[]).push(2);
    };
    spoil(given);
    spoil(store.get('x')!);
    for (const [, entry] of store) spoil(entry);
    assert.deepEqual([...store], [['x', { readers: new Set(['a']), props: { list: [1] } }]]);
    assert.throws(
      () => store.set('y', { readers: ['a'] as never, props: {} }),
      /^TypeError: readers: expected strings/,
    );
    assert.equal(store.has('y'), false);
    assert.equal(inspect(store), 'CacheStore visits.json.zst: absent, entries: 1');
  });

  test('is a reason to keep the old one when writing fails', async () => {
    await using folder = await temporaryFolder();
    const store = await CacheStore.open(folder.path, VISITS);
    store.set('a', { page: 'a', count: 1 });
    mkdirSync(join(folder.path, 'visits.json.zst'));
    await assert.rejects(store.save({ python }));
    assert.equal(store.hasChanges, true);
    assert.deepEqual(readdirSync(folder.path), ['visits.json.zst'], 'no temporary file is left');
  });
});

async function decoded(folder: string): Promise<string> {
  const opened = await openEnvelope(readFileSync(join(folder, 'visits.json.zst')), await loadCodec(), 1e6);
  assert.ok(opened.kind === 'content');
  return Buffer.from(opened.content).toString();
}

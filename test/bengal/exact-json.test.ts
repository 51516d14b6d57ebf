import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { asInteger, fromInteger, parseExact, stringifyExact } from '../../src/bengal/exact-json.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { json } from '../support/cache-arbitraries.ts';

function parse(text: string): JsonValue {
  const parsed = parseExact(Buffer.from(text));
  assert.ok(parsed.kind === 'json', parsed.kind === 'malformed' ? parsed.why : '');
  return parsed.value;
}

/** JSON text with integers of any size and in any place, among strings that look like them. */
const text: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const integer = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String);
  const lookalike = fc
    .array(
      fc.constantFrom(
        '1234567890123456789',
        ': ',
        ',',
        '"mtime_ns": ',
        '[',
        ']',
        '{',
        '}',
        '\\',
        '"',
        ' ',
        'x',
        'é',
        '-',
      ),
      { maxLength: 8 },
    )
    .map((parts) => JSON.stringify(parts.join('')));
  const space = fc.constantFrom('', ' ', '\n', '\t');
  const list = fc
    .tuple(space, fc.array(tie('value'), { maxLength: 4 }))
    .map(([gap, items]) => `[${items.join(`${gap},${gap}`)}]`);
  const entry = fc
    .tuple(fc.oneof(lookalike, fc.constantFrom('"mtime_ns"', '"size"')), space, space, tie('value'))
    .map(([key, before, after, value]) => `${key}${before}:${after}${value}`);
  const object = fc
    .uniqueArray(entry, {
      maxLength: 4,
      selector: (pair) => (JSON.parse(`{${pair.replace(/-?\d{16,}$/, '0')}}`), pair),
    })
    .map((entries) => `{${entries.join(',')}}`);
  return {
    value: fc.oneof(
      { depthSize: 'small' },
      integer,
      lookalike,
      fc.constantFrom('true', 'null', '0.5', '1e400', '-1'),
      list,
      object,
    ),
  };
}).value;

/** The same text without space between tokens, which is what `stringifyExact` gives. Slow, and surely right. */
function compact(json: string): string {
  return json.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
}

describe('exact JSON', () => {
  test('keeps every digit of integers of any size, in any place', () => {
    const source = '[1795242563963333099,{"a":-9223372036854775808},[9007199254740993],123456789012345678901234567890]';
    const value = parse(source);
    assert.equal(stringifyExact(value, { ascii: true }), source);
    assert.equal(asInteger((value as JsonValue[])[0]), 1795242563963333099n);
  });

  test('keeps a long integer that is the whole text', () => {
    assert.equal(asInteger(parse(' 1795242563963333099\n')), 1795242563963333099n);
  });

  test('leaves integers that a number can hold as numbers', () => {
    assert.deepEqual(
      parse('[9007199254740991,-9007199254740991,1000000000000000]'),
      [9007199254740991, -9007199254740991, 1000000000000000],
    );
  });

  test('leaves digits in strings and keys alone', () => {
    const strings = ['1795242563963333099', ': 1795242563963333099,', '"mtime_ns": 1795242563963333099}', '\\', '\\"'];
    const value = { list: strings, '1795242563963333099': '[1795242563963333099]', [strings[2]!]: 1 };
    assert.deepEqual(parse(JSON.stringify(value)), value);
  });

  test('leaves fractions and exponents as JSON.parse makes them', () => {
    const source = '[1795242563963333099.5,1795242563963333099e2,0.1795242563963333099,1e1795242563963333099]';
    assert.deepEqual(parse(source), JSON.parse(source));
  });

  test('tells apart the key and the end of a string before it', () => {
    const source = String.raw`["a\\",{"x_ns": 1795242563963333099},"\\\"b_ns\": 1795242563963333099,",",": "1"]`;
    assert.equal(parseExact(Buffer.from(source)).kind, 'malformed');
    const right = String.raw`["a\\",{"x_ns":1795242563963333099},"\\\"b_ns\": 1795242563963333099,",", : 1795242563963333099 ,"]`;
    assert.equal(stringifyExact(parse(right), { ascii: true }), right);
  });

  test('does not take text for an integer that was written by another process', () => {
    const [marked] = parse('[1795242563963333099]') as [string];
    const [other] = parse(JSON.stringify([marked.replace(/^#./, '#?')])) as [string];
    assert.equal(asInteger(other), undefined);
    assert.equal(asInteger('1795242563963333099'), undefined);
  });

  for (const [what, source] of [
    ['nothing', ''],
    ['a leading zero', '[01795242563963333099]'],
    ['two minus signs', '[--1795242563963333099]'],
    ['NaN', '[NaN]'],
    ['a word', '[x1795242563963333099]'],
    ['a cut text', '{"a": 1795242563963333099'],
  ] as const) {
    test(`calls ${what} malformed`, () => assert.equal(parseExact(Buffer.from(source)).kind, 'malformed'));
  }

  test('calls invalid UTF-8 malformed', () => {
    assert.equal(parseExact(Buffer.from([0x22, 0xff, 0x22])).kind, 'malformed');
  });

  test('reads bytes in the middle of a buffer', () => {
    const bytes = Buffer.from('zz[1795242563963333099]zz').subarray(2, -2);
    assert.deepEqual(parseExact(bytes), { kind: 'json', value: [fromInteger(1795242563963333099n)] });
  });

  test('looks at long runs of digits once', { timeout: 5000 }, () => {
    assert.equal(parseExact(Buffer.from(`"${'1'.repeat(20_000_000)}"`)).kind, 'json');
    assert.equal(parseExact(Buffer.from(`[${'"\\\\\\"",1795242563963333099,'.repeat(200_000)}1]`)).kind, 'json');
  });

  test('escapes everything but ASCII as Python does', () => {
    assert.equal(stringifyExact('é\u007f🎉', { ascii: true }), '"\\u00e9\\u007f\\ud83c\\udf89"');
    assert.equal(stringifyExact('é\u007f🎉', { ascii: false }), '"é\u007f🎉"');
  });

  test('writes any text that it read as it was, spaces apart', () => {
    fc.assert(
      fc.property(text, (source) => {
        const canonical = compact(source).replaceAll('1e400', 'null');
        const expected = canonical.replaceAll(/(?<![\d.])-0(?![\d.])/g, '0');
        const written = stringifyExact(parse(source), { ascii: false });
        // Keys like numbers move to the front in JavaScript; then the values are compared.
        if (written !== expected) assert.deepEqual(parse(written), parse(expected));
      }),
      { numRuns: 1000 },
    );
  });

  test('reads what JSON.parse reads', () => {
    const withoutLongIntegers = json.filter((value) => !/\d{16}/.test(JSON.stringify(value)));
    fc.assert(fc.property(withoutLongIntegers, (value) => assert.deepEqual(parse(JSON.stringify(value)), value)));
  });

  test('gives every integer back', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        assert.equal(asInteger(fromInteger(value)), value);
        assert.equal(stringifyExact(fromInteger(value), { ascii: true }), String(value));
        assert.equal(asInteger(parse(String(value))), value);
      }),
    );
  });
});

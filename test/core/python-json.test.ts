import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  byCodePoint,
  parsePythonJson,
  PYTHON_COMPACT,
  PYTHON_DEFAULT_SORTED,
  pythonJson,
  PythonNumber,
} from '../../src/core/python-json.ts';

/** Value and what `json.dumps(value, sort_keys=True, default=str)` of Python 3.14 gave for it. */
const VECTORS: readonly (readonly [unknown, string])[] = [
  [{}, '{}'],
  [{ title: 'About', draft: false, weight: 3, x: null }, '{"draft": false, "title": "About", "weight": 3, "x": null}'],
  [['a', 1, [true]], '["a", 1, [true]]'],
  ['é\u007f\u0000\b\f\n\r\t"\\/ 🎉', '"\\u00e9\\u007f\\u0000\\b\\f\\n\\r\\t\\"\\\\/ \\ud83c\\udf89"'],
  ['\ud800', '"\\ud800"'],
  [{ '\ue000': 1, '🎉': 2, b: 3, B: 4 }, '{"B": 4, "b": 3, "\\ue000": 1, "\\ud83c\\udf89": 2}'],
  [0.1, '0.1'],
  [1e16, '1e+16'],
  [123456789012345680000, '1.2345678901234568e+20'],
  [1e-5, '1e-05'],
  [0.0001, '0.0001'],
  [1.5e-7, '1.5e-07'],
  [1e100, '1e+100'],
  [-2.5, '-2.5'],
  [-0, '-0.0'],
  [1795242563.9633331, '1795242563.9633331'],
  [5e-324, '5e-324'],
  [Number.MAX_VALUE, '1.7976931348623157e+308'],
  [Number.NaN, 'NaN'],
  [-Infinity, '-Infinity'],
  [1795242563963333099n, '1795242563963333099'],
  [new PythonNumber('1.0'), '1.0'],
  // datetime(2026, 11, 21, 8, 0, tzinfo=UTC), and the same with 430 milliseconds
  [new Date('2026-11-21T08:00:00Z'), '"2026-11-21 08:00:00+00:00"'],
  [new Date('2026-11-21T08:00:00.430Z'), '"2026-11-21 08:00:00.430000+00:00"'],
];

const python = spawnSync('python3', ['-c', 'pass']).status === 0;
const missing = python ? false : 'there is no python3 on this machine';

describe('text as of json.dumps', () => {
  for (const [value, expected] of VECTORS) {
    test(`is ${expected}`, () => assert.equal(pythonJson(value, PYTHON_DEFAULT_SORTED), expected));
  }

  test('has no spaces in compact form, and keeps the order of keys', () => {
    assert.equal(pythonJson({ b: [1, 2], a: 'é' }, PYTHON_COMPACT), '{"b":[1,2],"a":"\\u00e9"}');
  });

  test('leaves other scripts as they are when asked to', () => {
    assert.equal(pythonJson('é🎉\u007f', { ...PYTHON_COMPACT, ascii: false }), '"é🎉\u007f"');
  });

  test('leaves out what is undefined', () => {
    assert.equal(pythonJson({ a: undefined, b: 1 }, PYTHON_COMPACT), '{"b":1}');
  });

  test('refuses a number that Python would not write', () => {
    assert.throws(() => new PythonNumber('1; import os'), RangeError);
  });

  test('equals what the Python of this machine writes, for anything', { skip: missing }, () => {
    const values = fc.sample(fc.oneof(fc.jsonValue(), fc.double(), fc.jsonValue({ stringUnit: 'binary' })), 400);
    // Python gets numbers as JavaScript writes them, so an integral float arrives as an integer, as it is here.
    const lines = values.map((value) => JSON.stringify(value)).map((line) => JSON.parse(line) as unknown);
    const script = `
import json, sys
for line in sys.stdin:
    value = json.loads(line)
    print(json.dumps(value, sort_keys=True, default=str))
    print(json.dumps(value, separators=(",", ":")))
`;
    const { stdout } = spawnSync('python3', ['-c', script], {
      input: lines.map((value) => JSON.stringify(value)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const written = stdout.split('\n');
    for (const [index, value] of lines.entries()) {
      // A double beyond 2^53 is written without an exponent below 1e21, and Python then reads an integer.
      if (/(?<![\d.e"\\])-?\d{16,}(?![\d.e])/.test(JSON.stringify(value))) continue;
      assert.equal(pythonJson(value, PYTHON_DEFAULT_SORTED), written[2 * index]);
      assert.equal(pythonJson(value, PYTHON_COMPACT), written[2 * index + 1]);
    }
  });
});

/** Text that `json.dumps(json.loads(text), sort_keys=True)` of Python 3.14 gives back as it is. */
const ROUND_TRIPS = [
  '{"a": 1.0, "b": -0.0, "c": 1, "d": 0}',
  '[12345678901234567890, -9007199254740993, 9007199254740991]',
  '[1e+16, 1e-05, 1.5e-07, 123456789012345.6, 5e-324]',
  '[NaN, Infinity, -Infinity, null, true, false]',
  '["1.0", "NaN", "1e5 \\"2.0\\" \\\\", ""]',
  '{"1.0": {"": [{}]}}',
];

describe('reading JSON as Python does', () => {
  for (const text of ROUND_TRIPS) {
    test(`loses nothing of ${text}`, () =>
      assert.equal(pythonJson(parsePythonJson(text), PYTHON_DEFAULT_SORTED), text));
  }

  test('writes a number as Python would, however it was spelled', () => {
    const text = '[1e3, 1.50, 1E+2, 100000000000000000000.0, 1e999, -0]';
    assert.equal(pythonJson(parsePythonJson(text), PYTHON_DEFAULT_SORTED), '[1000.0, 1.5, 100.0, 1e+20, Infinity, 0]');
  });

  test('refuses what is no JSON', () => {
    for (const text of ['', '{', '[1,]', '01', '[-01]', 'nul', '"a', '{"a": 1 "b": 2}'])
      assert.throws(() => parsePythonJson(text), SyntaxError, text);
  });

  test('gives plain values as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        // Numbers come back as objects where Python tells floats from integers.
        if (/\d/.test(text)) return;
        assert.deepEqual(parsePythonJson(text), JSON.parse(text));
      }),
    );
  });
});

describe('order by code point', () => {
  test('equals the order of the code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const [a, b] = [left, right].map((text) => Array.from(text, (letter) => letter.codePointAt(0)!));
        const expected = compare(a!, b!);
        assert.equal(Math.sign(byCodePoint(left, right)), expected);
      }),
    );
  });
});

function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    if (left[index] !== right[index]) return Math.sign(left[index]! - right[index]!);
  }
  return Math.sign(left.length - right.length);
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { headerFor, openEnvelope, readEnvelope, type PythonMinor } from '../../src/bengal/envelope.ts';
import { loadCodec } from '../../src/compression/zstd.ts';
import { zstd } from '../support/site-rig.ts';

const REAL = join(import.meta.dirname, '..', '..', 'examples', 'lighthouse', 'recorded', '.bengal', 'cache.json.zst');
const PLENTY = 1 << 24;

/** `bg`, then two pickled integers, each with its opcode and bytes. */
function header(format: readonly number[], python: readonly number[]): Uint8Array {
  return Buffer.from([0x62, 0x67, 0x80, 2, ...format, 0x2e, 0x80, 2, ...python, 0x2e]);
}

const PYTHON_314 = [0x4a, 0x0e, 0, 0, 3];

test("the real header of Bengal 0.5.1 names its format, Python's version and where the body starts", () => {
  const bytes = readFileSync(REAL);
  assert.deepEqual(readEnvelope(bytes), { kind: 'headed', format: 1, python: '3.14', bodyStart: 15 });
  assert.deepEqual(bytes.subarray(0, 15), headerFor('3.14' as PythonMinor));
});

test('every opcode that pickle has for an integer is understood', () => {
  const formats = { one: [0x4b, 7], two: [0x4d, 7, 1], four: [0x4a, 7, 1, 0, 0] };
  const read = Object.values(formats).map((format) => {
    const envelope = readEnvelope(header(format, PYTHON_314));
    return envelope.kind === 'headed' ? [envelope.format, envelope.python, envelope.bodyStart] : envelope;
  });
  assert.deepEqual(read, [
    [7, '3.14', 15],
    [263, '3.14', 16],
    [263, '3.14', 18],
  ]);
});

test('any Python version survives the way into a header and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 127 }), fc.integer({ min: 0, max: 0xffffff }), (major, minor) => {
      const python = `${String(major)}.${String(minor)}` as PythonMinor;
      assert.deepEqual(readEnvelope(headerFor(python)), { kind: 'headed', format: 1, python, bodyStart: 15 });
    }),
  );
});

test('a damaged header is foreign: cut anywhere, of another opcode, or without its stop', () => {
  const whole = header([0x4b, 1], PYTHON_314);
  const damaged = [
    ...Array.from({ length: whole.byteLength - 2 }, (_, index) => whole.subarray(0, index + 2)),
    header([0x4c, 1], PYTHON_314),
    header([0x4b, 1], [0x4a, 0x0e, 0, 0, 3, 9]),
    Buffer.from([...whole.subarray(0, 2), 0x80, 3, ...whole.subarray(4)]),
  ];
  for (const bytes of damaged)
    assert.deepEqual(readEnvelope(bytes), { kind: 'foreign', why: "Bengal's header is damaged" });
});

test('zstd alone, JSON alone and anything else are told apart', () => {
  assert.equal(readEnvelope(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])).kind, 'zstd');
  for (const text of ['{}', ' \r\n\t{"version":1}', '[1]']) assert.equal(readEnvelope(Buffer.from(text)).kind, 'plain');
  for (const text of ['', 'b', 'PK\x03\x04', 'null', '<html>', '\ufeff{}'])
    assert.deepEqual(readEnvelope(Buffer.from(text)), {
      kind: 'foreign',
      why: "neither Bengal's header, zstd nor JSON",
    });
});

test('every form of envelope opens to the same content', async () => {
  const codec = await loadCodec();
  const json = '{"version":8}';
  const frame = await zstd(json);
  for (const bytes of [Buffer.concat([headerFor('3.13' as PythonMinor), frame]), frame, Buffer.from(json)]) {
    const opened = await openEnvelope(bytes, codec, PLENTY);
    assert.equal(opened.kind === 'content' && Buffer.from(opened.content).toString(), json);
  }
});

test('arbitrary bytes open to content or to a reason, never to an exception', async () => {
  const codec = await loadCodec();
  const start = fc.constantFrom([], [0x62, 0x67], [...headerFor('3.14' as PythonMinor)], [0x28, 0xb5, 0x2f, 0xfd]);
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 40 }), async (head, tail) => {
      const opened = await openEnvelope(Buffer.from([...head, ...tail]), codec, 1 << 20);
      assert.ok(opened.kind === 'content' || opened.why !== '');
    }),
  );
});

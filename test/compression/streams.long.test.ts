import assert from 'node:assert/strict';
import { Readable, Writable, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { constants, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import {
  createCompressor,
  createDecompressor,
  portableDecompressor,
  storingCompressor,
} from '../../src/compression/streams.ts';
import { SKIPPABLE_FRAME, ZSTD_MAGIC } from '../support/hostile-frames.ts';

const WITH_CHECKSUM = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const TEXT = Buffer.from('a keeper keeps the lamp, the lamp keeps the keeper; '.repeat(40));
const FRAME = zstdCompressSync(TEXT, WITH_CHECKSUM);

const DECOMPRESSORS: readonly (readonly [name: string, create: () => readonly Duplex[]])[] = [
  ['node:zlib', createDecompressor],
  ['fzstd', () => [portableDecompressor()]],
];

async function through(streams: readonly Duplex[], bytes: Uint8Array, chunkBytes = bytes.byteLength): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.byteLength; at += Math.max(1, chunkBytes))
    chunks.push(Buffer.from(bytes.subarray(at, at + Math.max(1, chunkBytes))));
  const read: Buffer[] = [];
  const collect = new Writable({
    write(piece: Buffer, _encoding, done) {
      read.push(piece);
      done();
    },
  });
  await pipeline([Readable.from(chunks), ...streams, collect]);
  return Buffer.concat(read);
}

for (const [name, create] of DECOMPRESSORS) {
  test(`${name} stream: one frame comes back, whatever pieces it arrives in`, async () => {
    for (const size of [1, 2, 3, 7, 17, 18, 19, 1000]) assert.deepEqual(await through(create(), FRAME, size), TEXT);
    for (const level of [1, 9, 19]) {
      const content = Buffer.from(
        Array.from({ length: 60_000 }, (_, line) => `line ${String(line * 7919)}`).join('\n'),
      );
      const frame = zstdCompressSync(content, { params: { [constants.ZSTD_c_compressionLevel]: level } });
      assert.deepEqual(await through(create(), frame, 5000), content);
    }
    assert.deepEqual(await through(create(), zstdCompressSync(Buffer.alloc(0), WITH_CHECKSUM)), Buffer.alloc(0));
  });

  const damaged: readonly (readonly [what: string, bytes: Uint8Array])[] = [
    ['a second frame', Buffer.concat([FRAME, FRAME])],
    ['an empty second frame', Buffer.concat([FRAME, Buffer.from([...ZSTD_MAGIC, 0x20, 0, 1, 0, 0])])],
    ['junk behind the frame', Buffer.concat([FRAME, Buffer.from('junk')])],
    ['a skippable frame behind it', Buffer.concat([FRAME, SKIPPABLE_FRAME])],
    ['a skippable frame before it', Buffer.concat([SKIPPABLE_FRAME, FRAME])],
    ['another format', Buffer.from('<html>Not found</html>')],
    ['a wrong checksum', FRAME.map((byte, at) => (at === FRAME.byteLength - 1 ? byte ^ 1 : byte))],
    ['another amount of content than declared', FRAME.map((byte, at) => (at === 5 ? byte ^ 1 : byte))],
    ['a window of 2 GiB', Buffer.from([...ZSTD_MAGIC, 0x00, 21 << 3, 0x19, 0, 0, 0x61, 0x62, 0x63])],
    ['a frame that needs a dictionary', Buffer.from([...ZSTD_MAGIC, 0x21, 7, 3, 0x19, 0, 0, 0x61, 0x62, 0x63])],
  ];
  for (const [what, bytes] of damaged) {
    test(`${name} stream: ${what} is an error`, async () => {
      for (const size of [1, 11, bytes.byteLength]) await assert.rejects(through(create(), bytes, size), Error, what);
    });
  }

  test(`${name} stream: a frame that was cut short is an error, wherever it was cut`, async () => {
    for (let end = 0; end < FRAME.byteLength; end++)
      await assert.rejects(through(create(), FRAME.subarray(0, end), 10), Error, `cut to ${String(end)} bytes`);
  });
}

test('both streams take what both compressors write', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 3000 }), async (content, size) => {
      for (const compressor of [() => createCompressor(content.byteLength), storingCompressor])
        for (const [, create] of DECOMPRESSORS) {
          const frame = await through([compressor()], content);
          assert.deepEqual(await through(create(), frame, size), Buffer.from(content));
        }
    }),
    { numRuns: 30 },
  );
});

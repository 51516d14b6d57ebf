import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import type { ZstdCodec } from '../../src/compression/codec.ts';
import { walkFrames } from '../../src/compression/frame.ts';
import { decompress, type Decompressed } from '../../src/compression/zstd.ts';
import { rleBomb, SKIPPABLE_FRAME, ZSTD_MAGIC } from '../support/hostile-frames.ts';

const PLENTY = 1 << 26;
const LARGEST_BLOCK = 128 * 1024;

type Check = (title: string, body: (codec: ZstdCodec) => Promise<void>) => void;

/** What every zstd codec must do once `decompress` stands before it, told once. */
export function testCodecContract(name: ZstdCodec['name'], codec: ZstdCodec | undefined): void {
  const check: Check = (title, body) => {
    const skip = codec === undefined ? `${name} does not load here` : false;
    test(`${name}: ${title}`, { skip }, async () => {
      if (codec !== undefined) await body(codec);
    });
  };
  testContents(check);
  testDamage(check);
  testLimits(check);
}

function testContents(check: Check): void {
  check('what was compressed comes back byte for byte, at any level', async (codec) => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 4000 }), fc.string({ maxLength: 40 }).map(repeated));
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 19 }), async (bytes, level) => {
        assertContent(await decompress(codec, await codec.compress(bytes, level), PLENTY), bytes);
      }),
      { numRuns: 60 },
    );
  });

  check('content of several blocks comes back', async (codec) => {
    const content = Buffer.from(
      Array.from({ length: 120_000 }, (_, index) => `line ${String(index * 7919)}`).join('\n'),
    );
    assertContent(await decompress(codec, await codec.compress(content, 3), PLENTY), content);
  });

  check('the other codec reads what this one writes: the frame declares its content size', async (codec) => {
    const walked = walkFrames(await codec.compress(Buffer.from('lamp oil'), 3));
    assert.equal(walked.kind, 'frames');
    assert.deepEqual(
      walked.frames.map((frame) => frame.contentSize),
      [8],
    );
  });

  check(
    'frames that zstd itself compressed come back, whatever their size, with a checksum and without',
    async (codec) => {
      for (const words of [1, 10, 100, 3_000, 20_000, 60_000]) {
        const content = proseOf(words);
        for (const checksum of [0, 1]) {
          const params = { [constants.ZSTD_c_contentSizeFlag]: 1, [constants.ZSTD_c_checksumFlag]: checksum };
          const frame = zstdCompressSync(content, { params, pledgedSrcSize: content.byteLength });
          assertContent(await decompress(codec, frame, PLENTY), content);
        }
      }
    },
  );

  check('a compressed frame that declares one byte more or less than it holds is malformed', async (codec) => {
    const content = proseOf(20_000);
    const frame = zstdCompressSync(content, { pledgedSrcSize: content.byteLength });
    const declared = walkFrames(frame);
    assert.equal(declared.kind === 'frames' && declared.frames[0]?.contentSize, content.byteLength);
    // Behind magic number and descriptor, and the window where there is one.
    const at = 5 + ((frame[4] ?? 0) & 0x20 ? 0 : 1);
    assert.equal(frame.readUInt32LE(at), content.byteLength);
    for (const size of [content.byteLength - 1, content.byteLength + 1]) {
      const lying = Buffer.from(frame);
      lying.writeUInt32LE(size, at);
      assert.equal((await decompress(codec, lying, PLENTY)).kind, 'malformed', String(size));
    }
  });

  check('several frames are one content', async (codec) => {
    const frames = await Promise.all(['lamp ', '', 'oil'].map((part) => codec.compress(Buffer.from(part), 3)));
    assertContent(await decompress(codec, Buffer.concat(frames), PLENTY), Buffer.from('lamp oil'));
  });

  check('skippable frames before, between and after frames are passed over', async (codec) => {
    const frame = await codec.compress(Buffer.from('oil'), 3);
    const bytes = Buffer.concat([SKIPPABLE_FRAME, frame, SKIPPABLE_FRAME, frame, SKIPPABLE_FRAME]);
    assertContent(await decompress(codec, bytes, PLENTY), Buffer.from('oiloil'));
  });

  check('empty content is content', async (codec) => {
    assertContent(await decompress(codec, await codec.compress(Buffer.alloc(0), 3), 0), Buffer.alloc(0));
  });

  check('a frame that declares no size is read', async (codec) => {
    // No single segment, no size; window of 1 KiB; one raw block.
    const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x00, 0x19, 0x00, 0x00, 0x6f, 0x69, 0x6c]);
    assertContent(await decompress(codec, frame, PLENTY), Buffer.from('oil'));
  });
}

/** Text that repeats itself here and there, the same each time. */
function proseOf(words: number): Buffer {
  const all = Array.from(
    { length: words },
    (_, index) =>
      `${'lamp oil wick glass keeper'.split(' ')[(index * index) % 5] ?? ''}${String((index * 7919) % 613)}`,
  );
  return Buffer.from(all.join(' '));
}

function testDamage(check: Check): void {
  check('a frame that was cut short is malformed, wherever it was cut', async (codec) => {
    const frame = await codec.compress(Buffer.from('the lamp is lit at dusk, the lamp is out at dawn'.repeat(3)), 3);
    for (let end = 0; end < frame.byteLength; end++) {
      const outcome = await decompress(codec, frame.subarray(0, end), PLENTY);
      assert.equal(outcome.kind, 'malformed', `cut to ${String(end)} of ${String(frame.byteLength)} bytes`);
    }
  });

  check('a whole frame before one that was cut short does not make it whole', async (codec) => {
    const frame = await codec.compress(Buffer.from('the lamp is lit'), 3);
    const outcome = await decompress(codec, Buffer.concat([frame, frame.subarray(0, -1)]), PLENTY);
    assert.deepEqual(outcome, { kind: 'malformed', why: 'truncated zstd frame' });
  });

  check('anything behind the last frame is malformed, be it one byte', async (codec) => {
    const frame = await codec.compress(Buffer.from('the lamp is lit'), 3);
    for (const junk of [[0], [0x0a], [0x28, 0xb5, 0x2f], [1, 2, 3, 4, 5]]) {
      const outcome = await decompress(codec, Buffer.concat([frame, Buffer.from(junk)]), PLENTY);
      assert.equal(outcome.kind, 'malformed', `junk ${junk.join(' ')}`);
    }
  });

  check('what is no zstd at all is malformed, and so is nothing but skippable frames', async (codec) => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('{"version":8}'),
      Buffer.from([0x1f, 0x8b, 8, 0]),
      SKIPPABLE_FRAME,
    ])
      assert.deepEqual(await decompress(codec, bytes, PLENTY), {
        kind: 'malformed',
        why: 'no zstd frame',
      });
  });

  check('a flipped bit is malformed, or other content of the declared size; it is never a crash', async (codec) => {
    const content = Buffer.from('a keeper keeps the lamp, the lamp keeps the keeper');
    const frame = await codec.compress(content, 3);
    for (let bit = 0; bit < frame.byteLength * 8; bit++) {
      const flipped = Buffer.from(frame);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const outcome = await decompress(codec, flipped, PLENTY);
      const declared = walkFrames(flipped);
      if (outcome.kind === 'content' && declared.kind === 'frames' && declared.frames[0]?.contentSize !== undefined)
        assert.equal(outcome.content.byteLength, declared.frames[0].contentSize, `bit ${String(bit)}`);
    }
  });

  check('a header that declares another size than the blocks hold is malformed', async (codec) => {
    const content = Buffer.from('a keeper keeps the lamp, the lamp keeps the keeper\0\0');
    const frame = Buffer.from(await codec.compress(content, 3));
    for (const size of [0, 1, content.length - 2, content.length - 1, content.length + 1, 200]) {
      // One byte of content size, or four.
      const lying = Buffer.from(frame);
      if (frame[4]! >> 6 === 0) lying.writeUInt8(size, 5);
      else lying.writeUInt32LE(size, 5);
      assert.equal((await decompress(codec, lying, PLENTY)).kind, 'malformed', `declares ${String(size)}`);
    }
  });

  check('a checksum that does not fit is malformed, and one that fits is not', async (codec) => {
    // What `zstd` makes of "abc".
    const frame = Buffer.from('28b52ffd2403190000616263', 'hex');
    const checksum = Buffer.from('990977ad', 'hex');
    assertContent(await decompress(codec, Buffer.concat([frame, checksum]), PLENTY), Buffer.from('abc'));
    for (const byte of [0, 1, 2, 3]) {
      const other = Buffer.from(checksum);
      other[byte]! ^= 1;
      assert.equal((await decompress(codec, Buffer.concat([frame, other]), PLENTY)).kind, 'malformed');
    }
  });

  check('what needs a dictionary, or more memory than zstd allows by itself, is malformed', async (codec) => {
    const block = [0x19, 0, 0, 0x61, 0x62, 0x63];
    assert.deepEqual(await decompress(codec, Buffer.from([...ZSTD_MAGIC, 0x21, 7, 3, ...block]), PLENTY), {
      kind: 'malformed',
      why: 'zstd frame that needs a dictionary, and there is none',
    });
    assert.deepEqual(await decompress(codec, Buffer.from([...ZSTD_MAGIC, 0x00, 21 << 3, ...block]), PLENTY), {
      kind: 'malformed',
      why: 'zstd frame with a window of 2147483648 bytes, more than 134217728',
    });
  });

  check('arbitrary bytes behind a true beginning never crash', async (codec) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        const outcome = await decompress(codec, Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), bytes]), 1 << 22);
        assert.ok(['content', 'malformed', 'too-large'].includes(outcome.kind));
      }),
      { numRuns: 300 },
    );
  });
}

function testLimits(check: Check): void {
  check('a bomb is refused before it is decoded', async (codec) => {
    const bomb = rleBomb(4000);
    const untouched: ZstdCodec = { ...codec, decompressFrame: () => Promise.reject(new Error('was decoded')) };
    const outcome = await decompress(untouched, bomb, PLENTY);
    assert.deepEqual(outcome, {
      kind: 'too-large',
      why: `could decompress to ${String(4000 * LARGEST_BLOCK)} bytes, more than ${String(PLENTY)}`,
    });
  });

  check('a bomb in many small frames is refused as well', async (codec) => {
    const frame = await codec.compress(Buffer.alloc(LARGEST_BLOCK), 3);
    const outcome = await decompress(codec, Buffer.concat(Array<Uint8Array>(9).fill(frame)), 8 * LARGEST_BLOCK);
    assert.equal(outcome.kind, 'too-large');
  });

  check('a bomb that declares a small size is stopped there', async (codec) => {
    const outcome = await decompress(codec, rleBomb(100, 1000), 4 * LARGEST_BLOCK);
    assert.equal(outcome.kind, codec.boundsOutput ? 'malformed' : 'too-large');
  });

  check('content of exactly the limit passes, one byte more does not', async (codec) => {
    const frame = await codec.compress(Buffer.alloc(LARGEST_BLOCK, 'oil'), 3);
    assert.equal((await decompress(codec, frame, LARGEST_BLOCK)).kind, 'content');
    assert.equal((await decompress(codec, frame, LARGEST_BLOCK - 1)).kind, 'too-large');
  });
}

function assertContent(outcome: Decompressed, expected: Uint8Array): void {
  assert.equal(outcome.kind, 'content', 'why' in outcome ? outcome.why : '');
  assert.ok(Buffer.from(outcome.content).equals(expected), 'the content differs');
}

function repeated(text: string): Uint8Array {
  return Buffer.from(text.repeat(100));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walkFrames } from '../../src/compression/frame.ts';
import { loadCodec } from '../../src/compression/zstd.ts';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const whyOf = (...bytes: number[]): string => {
  const walked = walkFrames(Buffer.from(bytes));
  return walked.kind === 'malformed' ? walked.why : 'well-formed';
};

test('a frame tells where it ends and how much it can hold, without being decoded', async () => {
  const frame = await (await loadCodec()).compress(Buffer.from('lamp oil'), 3);
  const walked = walkFrames(Buffer.concat([frame, frame]));
  assert.equal(walked.kind, 'frames');
  assert.deepEqual(
    walked.frames.map(({ start, end, contentSize }) => ({ start, end, contentSize })),
    [
      { start: 0, end: frame.byteLength, contentSize: 8 },
      { start: frame.byteLength, end: 2 * frame.byteLength, contentSize: 8 },
    ],
  );
});

test('a size of 256 or more is declared in two bytes, less 256', async () => {
  for (const size of [255, 256, 257, 65_791, 65_792]) {
    const walked = walkFrames(await (await loadCodec()).compress(Buffer.alloc(size), 3));
    assert.equal(walked.kind === 'frames' && walked.frames[0]?.contentSize, size);
  }
});

test('reserved bits and reserved block types are refused: no decoder knows what they mean', () => {
  assert.equal(whyOf(...MAGIC, 0x28, 0, 1, 0, 0), 'reserved bit set in a zstd frame header');
  assert.equal(whyOf(...MAGIC, 0x20, 0, 0b111, 0, 0), 'reserved block type in a zstd frame');
});

test('the four bytes of a checksum belong to the frame', () => {
  const block = [1, 0, 0];
  assert.equal(whyOf(...MAGIC, 0x24, 0, ...block, 1, 2, 3, 4), 'well-formed');
  assert.equal(whyOf(...MAGIC, 0x24, 0, ...block, 1, 2, 3), 'truncated zstd frame');
});

test('a skippable frame that claims more than is there is truncated', () => {
  assert.equal(whyOf(0x50, 0x2a, 0x4d, 0x18, 0xff, 0xff, 0xff, 0xff), 'truncated zstd frame');
});

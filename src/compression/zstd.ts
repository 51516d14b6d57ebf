import { messageOf } from '../core/result.ts';
import { addonCodec } from './addon-codec.ts';
import type { ZstdCodec } from './codec.ts';
import { walkFrames, type ZstdFrame } from './frame.ts';
import { nodeCodec } from './node-codec.ts';
import { portableCodec } from './portable-codec.ts';

export type Decompressed =
  | { readonly kind: 'content'; readonly content: Uint8Array }
  | { readonly kind: 'malformed'; readonly why: string }
  | { readonly kind: 'too-large'; readonly why: string };

/** Level that Bengal and the zstd command line use. */
export const DEFAULT_LEVEL = 3;

/** The codec of this process: the addon where it loads, Node's own zstd elsewhere, and on an old Node one in JavaScript. */
export async function loadCodec(): Promise<ZstdCodec> {
  return (await addonCodec()) ?? nodeCodec() ?? portableCodec();
}

/**
 * Decodes all frames of `bytes`, strictly: truncated input, junk between or after frames and a content size other than
 * the declared one are malformed, and content that could exceed `maxBytes` is refused before anything is allocated.
 */
export async function decompress(codec: ZstdCodec, bytes: Uint8Array, maxBytes: number): Promise<Decompressed> {
  const walked = walkFrames(bytes);
  if (walked.kind === 'malformed') return walked;
  const size = walked.frames.reduce((sum, frame) => sum + sizeToExpect(frame, codec), 0);
  if (size > maxBytes)
    return { kind: 'too-large', why: `could decompress to ${String(size)} bytes, more than ${String(maxBytes)}` };
  const pieces: Uint8Array[] = [];
  try {
    for (const frame of walked.frames) {
      if (frame.contentSize !== undefined && frame.contentSize > frame.maxContentSize) {
        return { kind: 'malformed', why: 'zstd frame declares more content than its blocks can hold' };
      }
      const limit = frame.contentSize ?? frame.maxContentSize;
      const content = await codec.decompressFrame(bytes.subarray(frame.start, frame.end), limit);
      if (frame.contentSize !== undefined && content.byteLength !== frame.contentSize) {
        return { kind: 'malformed', why: 'zstd frame holds another amount of content than it declares' };
      }
      pieces.push(content);
    }
  } catch (thrown) {
    return { kind: 'malformed', why: `zstd: ${messageOf(thrown)}` };
  }
  return { kind: 'content', content: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces) };
}

/** A codec that stops at a limit may be given the declared size; for one that does not, only the block headers count. */
function sizeToExpect(frame: ZstdFrame, codec: ZstdCodec): number {
  return codec.boundsOutput && frame.contentSize !== undefined ? frame.contentSize : frame.maxContentSize;
}

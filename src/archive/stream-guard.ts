import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import { RATIO_GRACE_BYTES } from './limits.ts';
import { Rejection } from './rejection.ts';

/** Every tar ends with two empty blocks of 512 bytes. */
const END_MARKER_BYTES = 1024;

/** Tar bytes that one member may cost beside its content: header, extended header, padding. */
const OVERHEAD_BYTES_PER_MEMBER = 4096;

export interface StreamGuardOptions {
  readonly archiveBytes: number;
  readonly limits: { readonly files: number; readonly bytes: number; readonly ratio: number };
}

/**
 * Passes decompressed tar on, and fails as soon as there is more of it than an honest archive of that size can hold.
 * At the end it demands the end marker, which tar readers do not: without it a cut between two members looks whole.
 */
export function createStreamGuard({ archiveBytes, limits }: StreamGuardOptions): Transform {
  const most = limits.bytes + limits.files * OVERHEAD_BYTES_PER_MEMBER + END_MARKER_BYTES;
  const mostByRatio = Math.max(RATIO_GRACE_BYTES, archiveBytes * limits.ratio);
  let seen = 0;
  let trailingZeros = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.byteLength;
      trailingZeros = countTrailingZeros(chunk, trailingZeros);
      if (seen > mostByRatio) done(new Rejection(`it unpacks to more than ${String(limits.ratio)} times its size`));
      else if (seen > most) done(new Rejection(`it unpacks to more than ${String(most)} bytes`));
      else done(null, chunk);
    },
    flush(done: TransformCallback) {
      done(trailingZeros >= END_MARKER_BYTES ? null : new Rejection('the end of the archive is missing'));
    },
  });
}

function countTrailingZeros(chunk: Buffer, before: number): number {
  let zeros = 0;
  while (zeros < chunk.byteLength && zeros < END_MARKER_BYTES && chunk[chunk.byteLength - 1 - zeros] === 0) zeros += 1;
  return zeros === chunk.byteLength ? before + zeros : zeros;
}

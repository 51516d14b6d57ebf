import { decompress, loadCodec } from '../compression/zstd.ts';
import { sha256, type Sha256 } from '../core/digest.ts';
import type { JsonValue } from '../core/json.ts';
import { messageOf } from '../core/result.ts';
import { look } from '../disk/look.ts';
import { readBytes } from '../disk/read.ts';
import type { Trace } from './trace.ts';
import { traceFromJson } from './trace-from-json.ts';

const MOST_BYTES = 64 * 1024 ** 2;
const MOST_CONTENT = 512 * 1024 ** 2;

export type TraceOutcome =
  | { readonly kind: 'read'; readonly trace: Trace }
  /** Nobody recorded what pages read. */
  | { readonly kind: 'absent' }
  /** `why` continues "the record of what pages read": `is damaged`. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Reads what the companion recorded, if it is what a manifest vouches for.
 *
 * @param path Absolute.
 * @param expected Digest in the manifest; `undefined`: the manifest knows of none.
 */
export async function readTrace(path: string, expected: Sha256 | undefined): Promise<TraceOutcome> {
  if (expected === undefined) return { kind: 'absent' };
  const entry = look(path);
  if (entry.kind === 'absent') return { kind: 'refused', why: 'is gone' };
  if (entry.kind === 'unreadable') return { kind: 'refused', why: `cannot be read: ${entry.reason}` };
  if (!entry.value.isFile() || entry.value.size > MOST_BYTES)
    return { kind: 'refused', why: 'is no regular file of a sane size' };
  const bytes = readBytes(path);
  if (bytes.kind !== 'present') return { kind: 'refused', why: 'cannot be read' };
  if (sha256(bytes.value) !== expected) return { kind: 'refused', why: 'is not the one that the last build wrote' };
  return await decodeTrace(bytes.value);
}

/** The trace in these bytes. */
export async function decodeTrace(bytes: Uint8Array): Promise<TraceOutcome> {
  const opened = await decompress(await loadCodec(), bytes, MOST_CONTENT);
  if (opened.kind !== 'content') return { kind: 'refused', why: `is damaged: ${opened.why}` };
  try {
    const text = Buffer.from(opened.content).toString('utf8');
    const read = traceFromJson(JSON.parse(text) as JsonValue);
    return 'why' in read ? { kind: 'refused', why: `is damaged: ${read.why}` } : { kind: 'read', trace: read.trace };
  } catch (thrown) {
    return { kind: 'refused', why: `is damaged: ${messageOf(thrown)}` };
  }
}

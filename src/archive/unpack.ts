import {
  closeSync,
  createReadStream,
  fchmodSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract as createExtract } from 'tar-stream';
import type { Extract } from 'tar-stream';
import { createDecompressor } from '../compression/streams.ts';
import { DEFAULT_ARCHIVE_LIMITS } from './limits.ts';
import type { ArchiveLimits } from './limits.ts';
import { MemberInspector } from './member-inspector.ts';
import type { AcceptedMember } from './member-inspector.ts';
import { Rejection, sentenceFor } from './rejection.ts';
import { createStreamGuard } from './stream-guard.ts';

export interface UnpackRequest {
  /** Absolute path of a `.tar.zst`. Nothing in it is trusted. */
  readonly file: string;
  /** Absolute path of an empty directory. After a rejection it may hold some of the members: throw it away. */
  readonly into: string;
  readonly limits?: ArchiveLimits;
  /** Whether a member may exist at this relative POSIX path. One refusal rejects the whole archive. */
  readonly allow: (path: string) => boolean;
  /** Whose rules for names apply; for tests. */
  readonly platform?: NodeJS.Platform;
}

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly files: number; readonly bytes: number }
  | { readonly kind: 'rejected'; readonly why: string };

/**
 * Unpacks an archive of `packArchive` into an empty directory, streaming, or rejects it as a whole. Regular files and
 * directories only, all below `into`. Trouble with the disk is a rejection too: half a tree is of no use to anyone.
 */
export async function unpackArchive(request: UnpackRequest): Promise<Unpacked> {
  try {
    assertEmptyDirectory(request.into);
    return await unpack(request);
  } catch (error) {
    return { kind: 'rejected', why: sentenceFor(error) };
  }
}

function assertEmptyDirectory(path: string): void {
  if (!lstatSync(path).isDirectory()) throw new Rejection('the place to unpack to is not a directory');
  if (readdirSync(path).length > 0) throw new Rejection('the directory to unpack to is not empty');
}

async function unpack(request: UnpackRequest): Promise<Unpacked> {
  const limits = request.limits ?? DEFAULT_ARCHIVE_LIMITS;
  const inspector = new MemberInspector({
    limits,
    allow: request.allow,
    platform: request.platform ?? process.platform,
  });
  const { size } = await stat(request.file);
  const extract = createExtract();
  const guard = createStreamGuard({ archiveBytes: size, limits });
  const decompress = createDecompressor();
  const feeding = pipeline(createReadStream(request.file), decompress, guard, extract);
  const storing = storeAll(extract, { into: request.into, inspector });
  const outcomes = await Promise.allSettled([storing, feeding]);
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  // A refusal tears the pipeline down, which then complains of its own: the refusal is the reason.
  if (errors.length > 0) throw errors.find((error) => error instanceof Rejection) ?? errors[0];
  return { kind: 'unpacked', files: inspector.files, bytes: inspector.bytes };
}

/** A member as `tar-stream` yields it. */
type Entry = Extract extends AsyncIterable<infer Member> ? Member : never;

interface Destination {
  readonly into: string;
  readonly inspector: MemberInspector;
}

async function storeAll(entries: Extract, { into, inspector }: Destination): Promise<void> {
  for await (const entry of entries) {
    const member = inspector.inspect(entry.header);
    const location = join(into, member.path);
    if (member.kind === 'directory') {
      mkdirSync(location, { recursive: true });
      entry.resume();
    } else {
      mkdirSync(dirname(location), { recursive: true });
      await storeFile(entry, { location, member });
    }
  }
}

async function storeFile(
  entry: Entry,
  { location, member }: { location: string; member: AcceptedMember },
): Promise<void> {
  // `wx`: fails on anything that exists, a link included. Synchronous: measured several times faster for many files.
  const descriptor = openSync(location, 'wx', 0o600);
  try {
    for await (const chunk of entry) writeFileSync(descriptor, chunk as Uint8Array);
    fchmodSync(descriptor, member.mode);
    futimesSync(descriptor, member.seconds, member.seconds);
  } finally {
    closeSync(descriptor);
  }
}

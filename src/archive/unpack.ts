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
} from '../disk/node.ts';
import { stat } from '../disk/node-promises.ts';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract as createExtract } from 'tar-stream';
import type { Extract } from 'tar-stream';
import { createDigest, type Sha256 } from '../core/digest.ts';
import { createDecompressor } from '../compression/streams.ts';
import { DEFAULT_ARCHIVE_LIMITS } from './limits.ts';
import type { ArchiveLimits } from './limits.ts';
import { MemberInspector } from './member-inspector.ts';
import { machineTrouble, Rejection, sentenceFor } from './rejection.ts';
import { createStreamGuard } from './stream-guard.ts';

const PLAIN_MODE = 0o644;
const EXECUTABLE_MODE = 0o755;

export interface UnpackRequest {
  /** Absolute path of a `.tar.zst`. Nothing in it is trusted. */
  readonly file: string;
  /** Absolute path of an empty directory. After a rejection it may hold some of the members: throw it away. */
  readonly into: string;
  readonly limits?: ArchiveLimits;
  /** Whether a member may exist at this relative POSIX path. One refusal rejects the whole archive. */
  readonly allow: (path: string) => boolean;
  /** Keeps the permission to execute a file. Without it, nothing that comes out can be executed. */
  readonly keepExecutable?: boolean;
  /** Whose rules for names apply; for tests. */
  readonly platform?: NodeJS.Platform;
  /** Ends the work as failed, with the message of its reason. */
  readonly signal?: AbortSignal;
}

export type Unpacked =
  | {
      readonly kind: 'unpacked';
      readonly files: number;
      readonly bytes: number;
      readonly archiveBytes: number;
      /** Relative POSIX path of each file, in the order of the archive -> digest of what was written there. */
      readonly digests: ReadonlyMap<string, Sha256>;
    }
  /** Something in the archive is not as it should be. */
  | { readonly kind: 'rejected'; readonly why: string }
  /** The archive may be good, but this machine could not store it: no room, no permission, no time. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Unpacks an archive of `packArchive` into an empty directory, streaming, or not at all as far as anybody may look:
 * after any other outcome than `unpacked` the directory is to be thrown away. Regular files and directories only, all
 * below `into`.
 */
export async function unpackArchive(request: UnpackRequest): Promise<Unpacked> {
  try {
    assertEmptyDirectory(request.into);
    return await unpack(request);
  } catch (error) {
    if (request.signal?.aborted === true) return { kind: 'failed', why: sentenceFor(request.signal.reason) };
    const trouble = machineTrouble(error);
    return trouble === undefined ? { kind: 'rejected', why: sentenceFor(error) } : { kind: 'failed', why: trouble };
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
  const streams = [createReadStream(request.file), ...createDecompressor(), guard, extract] as const;
  const feeding = pipeline(streams, request.signal === undefined ? {} : { signal: request.signal });
  const outcomes = await Promise.allSettled([storeAll(extract, { ...request, inspector }), feeding]);
  const [storing] = outcomes;
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  // A refusal tears the pipeline down, which then complains of its own: the refusal is the reason.
  if (errors.length > 0) throw errors.find((error) => isReason(error)) ?? errors[0];
  const digests = storing.status === 'fulfilled' ? storing.value : new Map<string, Sha256>();
  return { kind: 'unpacked', files: digests.size, bytes: inspector.bytes, archiveBytes: size, digests };
}

function isReason(error: unknown): boolean {
  return error instanceof Rejection || machineTrouble(error) !== undefined;
}

/** A member as `tar-stream` yields it. */
type Entry = Extract extends AsyncIterable<infer Member> ? Member : never;

interface Destination extends Pick<UnpackRequest, 'into' | 'keepExecutable'> {
  readonly inspector: MemberInspector;
}

async function storeAll(
  entries: Extract,
  { into, inspector, keepExecutable }: Destination,
): Promise<Map<string, Sha256>> {
  const stored = new Map<string, Sha256>();
  const folders = new Set([into]);
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  };
  // A file from the future would pass for one that the next build wrote.
  const now = Date.now() / 1000;
  for await (const entry of entries) {
    const member = inspector.inspect(entry.header);
    const location = join(into, member.path);
    if (member.kind === 'directory') {
      makeFolder(location);
      entry.resume();
    } else {
      makeFolder(dirname(location));
      const mode = member.executable && keepExecutable === true ? EXECUTABLE_MODE : PLAIN_MODE;
      const digest = await storeFile(entry, location, { mode, seconds: Math.min(member.seconds, now) });
      stored.set(member.path, digest);
    }
  }
  return stored;
}

/** Answers the digest of what it wrote, so that nobody has to read it for that. */
async function storeFile(
  entry: Entry,
  location: string,
  { mode, seconds }: { readonly mode: number; readonly seconds: number },
): Promise<Sha256> {
  // `wx`: fails on anything that exists, a link included. Synchronous: measured several times faster for many files.
  const descriptor = openSync(location, 'wx', 0o600);
  const digest = createDigest();
  try {
    for await (const chunk of entry) {
      writeFileSync(descriptor, chunk as Uint8Array);
      digest.update(chunk as Uint8Array);
    }
    fchmodSync(descriptor, mode);
    futimesSync(descriptor, seconds, seconds);
  } finally {
    closeSync(descriptor);
  }
  return digest.end();
}

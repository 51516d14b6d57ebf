import { closeSync, constants, createReadStream, fstatSync, lstatSync, openSync, readFileSync } from '../disk/node.ts';
import type { BigIntStats } from '../disk/node.ts';
import { rm, stat } from '../disk/node-promises.ts';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack as createTar } from 'tar-stream';
import type { Header, Pack } from 'tar-stream';
import { sortedUnique } from '../core/order.ts';
import { compressTo } from './compress.ts';
import { findNameProblem } from './member-name.ts';
import { NameRegistry } from './name-registry.ts';
import { Rejection, sentenceFor } from './rejection.ts';
import { paxTime } from './tar-header.ts';

export interface PackRequest {
  /** Absolute path of the folder that `paths` start from. */
  readonly root: string;
  /** Relative POSIX paths of regular files, in any order. The caller decides which; directories are implied. */
  readonly paths: readonly string[];
  /** Absolute path of the `.tar.zst` to write, replaced when it exists. */
  readonly file: string;
  /** Ends the work with a refusal that has the message of its reason. */
  readonly signal?: AbortSignal;
}

export type Packed =
  | {
      readonly kind: 'packed';
      readonly files: number;
      /** Bytes of all contents. */
      readonly bytes: number;
      /** Bytes of the archive. */
      readonly archiveBytes: number;
    }
  /** Nothing is left at `file`. */
  | { readonly kind: 'refused'; readonly why: string };

type MemberHeader = Partial<Header> & Pick<Header, 'name' | 'size'>;

/** Files up to this size are read in one go: far fewer turns of the event loop than a stream each. */
const WHOLE_READ_BYTES = 4 * 1024 ** 2;

/**
 * Stores files in one zstd-compressed tar, streaming. The same contents give the same bytes apart from modification
 * times: members are sorted by code unit, owners are zero, modes are 0644 or 0755.
 * Names that unpacking would refuse, missing or changing files and a full disk end as `refused`.
 */
export async function packArchive(request: PackRequest): Promise<Packed> {
  try {
    const paths = sortedUnique(request.paths);
    assertNamesFit(paths);
    const bytes = await writeArchive(paths, request);
    const { size } = await stat(request.file);
    return { kind: 'packed', files: paths.length, bytes, archiveBytes: size };
  } catch (error) {
    await rm(request.file, { force: true });
    return { kind: 'refused', why: sentenceFor(error) };
  }
}

function assertNamesFit(paths: readonly string[]): void {
  const names = new NameRegistry();
  for (const path of paths) {
    // The names of Windows are judged where the archive is unpacked: this one may never travel there.
    const problem = findNameProblem(path, 'linux') ?? names.claim(path, 'file');
    if (problem !== undefined) throw new Rejection(`cannot store ${JSON.stringify(path)}: ${problem}`);
  }
}

async function writeArchive(paths: readonly string[], { root, file, signal }: PackRequest): Promise<number> {
  const tar = createTar();
  const filling = fill(tar, { paths, root, signal });
  const bytes = paths.reduce((sum, path) => sum + sizeOf(join(root, path)), 0);
  const writing = compressTo(file, tar as AsyncIterable<Uint8Array>, { bytes });
  const [filled, written] = await Promise.allSettled([filling, writing]);
  // When the file cannot be written, filling only reports that its stream is gone.
  if (written.status === 'rejected') throw written.reason;
  if (filled.status === 'rejected') throw filled.reason;
  return filled.value;
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

interface Filling {
  readonly paths: readonly string[];
  readonly root: string;
  readonly signal: AbortSignal | undefined;
}

async function fill(tar: Pack, { paths, root, signal }: Filling): Promise<number> {
  let bytes = 0;
  try {
    for (const path of paths) {
      signal?.throwIfAborted();
      bytes += await addFile(tar, { path, location: join(root, path) });
    }
    tar.finalize();
    return bytes;
  } catch (error) {
    // Carries the reason through to the writing side.
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function addFile(tar: Pack, { path, location }: { path: string; location: string }): Promise<number> {
  // Asked before opening: opening a fifo would wait for a writer.
  if (!lstatSync(location).isFile()) throw new Rejection(`cannot store ${JSON.stringify(path)}: not a regular file`);
  // Where the system has no such flag (Windows), the constant is undefined and adds nothing.
  const descriptor = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const facts = fstatSync(descriptor, { bigint: true });
    const header = describe(path, facts);
    const size = Number(facts.size);
    if (size > WHOLE_READ_BYTES) await addStreamed(tar, header, descriptor);
    else await addWhole(tar, header, readFileSync(descriptor));
    return size;
  } finally {
    closeSync(descriptor);
  }
}

function describe(name: string, facts: BigIntStats): MemberHeader {
  return {
    name,
    type: 'file',
    size: Number(facts.size),
    mode: (facts.mode & 0o100n) === 0n ? 0o644 : 0o755,
    // The plain field ends in 2038 and has whole seconds; readers of pax take the record below instead.
    mtime: new Date(0),
    pax: { mtime: paxTime(facts.mtimeNs) },
    uid: 0,
    gid: 0,
    uname: '',
    gname: '',
  };
}

async function addWhole(tar: Pack, header: MemberHeader, content: Buffer): Promise<void> {
  if (content.byteLength !== header.size)
    throw new Rejection(`${JSON.stringify(header.name)} changed while it was read`);
  await new Promise<void>((resolve, reject) => {
    tar.entry(header, content, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function addStreamed(tar: Pack, header: MemberHeader, descriptor: number): Promise<void> {
  const source = createReadStream('', { fd: descriptor, autoClose: false, start: 0, end: header.size - 1 });
  await new Promise<void>((resolve, reject) => {
    const sink = tar.entry(header, (error) => {
      if (error) reject(error);
      else resolve();
    });
    // A file that shrank ends early, which the sink reports as a size mismatch.
    pipeline(source, sink).catch(reject);
  });
}

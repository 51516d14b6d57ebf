import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Sha256 } from '../core/digest.ts';
import type { SitePath } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';
import { closeSync, fstatSync, openSync, renameSync, rmSync, writeFileSync } from '../disk/node.ts';
import { neededBytes } from '../disk/read.ts';
import { digestLink, fileDigester } from './digest-file.ts';
import { digestOfFiles, type FileRecord } from './file-record.ts';
import { findFiles, type FileDoubt, type FoundFile, type FoundFiles } from './find-files.ts';
import { openGlob, type Glob } from './glob.ts';
import type { PatternSet } from './pattern.ts';
import {
  decodeLook,
  encodeLook,
  lookAt,
  markOf,
  type Beginning,
  type Look,
  type Mark,
  type StatCache,
} from './stat-cache.ts';

/** The files that a set of patterns names, as they are now. */
export interface FileSet {
  readonly count: number;
  readonly digest: Sha256;
  /** In the order of their paths. Made on demand: where nothing changed, nobody needs them. */
  readonly records: () => readonly FileRecord[];
  /** Including patterns that name no file, as they were written. */
  readonly unmatched: readonly string[];
  readonly doubts: readonly FileDoubt[];
}

export interface FileSetRequest {
  /** Absolute, without symbolic links. */
  readonly root: string;
  readonly patterns: PatternSet;
  /** Absolute path of the file with the marks of the last look; without it every file is read. */
  readonly cache?: string | undefined;
}

/** Fewer files than this are read in a moment. */
const FEWEST_CACHED = 64;

/** Finds and digests files. Whatever cannot be read is a doubt; nothing is thrown for what is on disk. */
export async function readFileSet({ root, patterns, cache }: FileSetRequest): Promise<FileSet> {
  if (patterns.length === 0) return fileSet([], { unmatched: [], doubts: [] });
  const question = JSON.stringify([root, patterns.map(({ glob, excludes, folder }) => [glob, excludes, folder])]);
  const cached = cache === undefined ? undefined : readCache(cache, question);
  const known = cached?.listingHolds(root) === true ? cached : undefined;
  const stale = cached?.staleFiles(root) ?? [];
  if (known !== undefined && stale.length === 0) return cachedSet(known);
  const glob = await openGlob(root, patterns);
  const writer = cache === undefined ? undefined : openCacheWriter(cache);
  try {
    return lookAnew({ root, patterns, glob, question }, { cached, known, stale, writer });
  } finally {
    writer?.end();
  }
}

/** What is known from an earlier look, and where this one is kept. */
interface Earlier {
  readonly cached: StatCache | undefined;
  /** The same, if a search would find the same files. */
  readonly known: StatCache | undefined;
  readonly stale: readonly number[];
  readonly writer: CacheWriter | undefined;
}

function lookAnew(asked: Question, { cached, known, stale, writer }: Earlier): FileSet {
  const { root, glob, question } = asked;
  const found = known === undefined ? findFiles(root, glob) : foundAgain(root, known);
  const look = readFiles(found.files, { root, cached, stale, beginning: writer?.beginning });
  const set = fileSet(look.files, {
    unmatched: known === undefined ? findUnmatched(asked, found.files) : [],
    doubts: [...found.doubts, ...look.doubts],
  });
  const worthIt = set.count >= FEWEST_CACHED && (known === undefined || look.readAnew > 0);
  if (writer !== undefined && worthIt && set.unmatched.length === 0 && set.doubts.length === 0) {
    const folders = found.lookedAt.map(({ path, stat }) => ({ path, mark: markOf(stat, writer.beginning) }));
    writer.write({ question, digest: set.digest, files: look.files, marks: look.marks, folders });
  }
  return set;
}

/** The names alone, without reading a file. */
export async function listFileSet({
  root,
  patterns,
}: FileSetRequest): Promise<Pick<FoundFiles, 'files'> & Pick<FileSet, 'unmatched'>> {
  if (patterns.length === 0) return { files: [], unmatched: [] };
  const glob = await openGlob(root, patterns);
  const { files } = findFiles(root, glob);
  return { files, unmatched: findUnmatched({ root, patterns, glob }, files) };
}

function fileSet(files: readonly FileRecord[], flaws: Pick<FileSet, 'unmatched' | 'doubts'>): FileSet {
  return { count: files.length, digest: digestOfFiles(files), records: () => files, ...flaws };
}

/** A look without flaws was kept, and nothing has changed since. */
function cachedSet(cached: StatCache): FileSet {
  return {
    count: cached.paths.length,
    digest: cached.digest,
    records: () => cached.paths.map((_, index) => cached.record(index)),
    unmatched: [],
    doubts: [],
  };
}

/** What the search would find, where its folders are as they were. */
function foundAgain(root: string, cached: StatCache): FoundFiles {
  return {
    files: cached.paths.map((path, index) => ({
      path,
      kind: cached.record(index).kind === 'link' ? 'link' : 'file',
    })),
    lookedAt: cached.folders.map((path) => ({ path, stat: lookAt(root, path) })),
    doubts: [],
  };
}

interface ReadContext {
  readonly root: string;
  readonly cached: StatCache | undefined;
  /** Indexes of what is not to be taken from there. */
  readonly stale: readonly number[];
  /** `undefined`: no marks are kept. */
  readonly beginning: Beginning | undefined;
}

interface ReadFiles {
  readonly files: readonly FileRecord[];
  /** Of the files, in their order. */
  readonly marks: readonly Mark[];
  readonly doubts: readonly FileDoubt[];
  /** Regular files that were read, since their marks did not vouch for them. */
  readonly readAnew: number;
}

function readFiles(found: readonly FoundFile[], { root, cached, stale, beginning }: ReadContext): ReadFiles {
  const digestFile = fileDigester();
  const fresh = new Map(cached?.paths.map((path, index) => [path, index]));
  for (const index of stale) fresh.delete(cached?.paths[index] ?? ('' as SitePath));
  const files: FileRecord[] = [];
  const marks: Mark[] = [];
  const doubts: FileDoubt[] = [];
  let readAnew = 0;
  for (const { path, kind } of found) {
    const index = fresh.get(path);
    if (cached !== undefined && index !== undefined) {
      files.push(cached.record(index));
      marks.push(cached.mark(index));
      continue;
    }
    try {
      // The marks are those from before the reading: whatever is written meanwhile changes them.
      const stat = lookAt(root, path);
      if (!path.isWellFormed() || stat === undefined)
        throw new Error('it has a name that cannot be opened, or has gone');
      const mark = beginning === undefined ? [] : markOf(stat, beginning);
      if (kind === 'link') {
        const link = digestLink(root, path, digestFile);
        if ('doubt' in link) throw new Error(link.doubt);
        files.push({ path, kind, digest: link.digest });
      } else {
        readAnew += 1;
        const digest = digestFile(join(root, path));
        files.push({ path, kind: (stat.mode & 0o100n) === 0n ? 'file' : 'executable', digest });
      }
      marks.push(mark);
    } catch (thrown) {
      doubts.push({ path, why: messageOf(thrown) });
    }
  }
  return { files, marks, doubts, readAnew };
}

interface Search extends FileSetRequest {
  readonly glob: Glob;
}

interface Question extends Search {
  /** The same as text. */
  readonly question: string;
}

function findUnmatched({ root, patterns, glob }: Search, files: readonly FoundFile[]): string[] {
  const open = new Set(patterns.flatMap((pattern, index) => (pattern.excludes ? [] : [index])));
  for (const { path } of files) {
    if (open.size === 0) break;
    const absolute = join(root, path);
    for (const index of open) if (glob.names(index, absolute)) open.delete(index);
  }
  return [...open].flatMap((index) => patterns[index]?.given ?? []);
}

function readCache(path: string, question: string): StatCache | undefined {
  try {
    return decodeLook(neededBytes(path), question);
  } catch {
    // Absent, unreadable or damaged: all files are read, which is right and only slower.
    return undefined;
  }
}

interface CacheWriter {
  readonly beginning: Beginning;
  write(look: Look): void;
  /** To be called at the end, written or not. */
  end(): void;
}

/** Begins a look: the temporary file for its result shows what time it is for the disk. `undefined`: nothing is kept. */
function openCacheWriter(path: string): CacheWriter | undefined {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  let file: number;
  try {
    file = openSync(temporary, 'wx', 0o644);
  } catch {
    // No folder of entries yet, or one that is only to be read.
    return undefined;
  }
  const stat = fstatSync(file, { bigint: true });
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    beginning: { device: stat.dev, nanoseconds: stat.ctimeNs },
    write(look) {
      try {
        writeFileSync(file, encodeLook(look));
        close();
        renameSync(temporary, path);
      } catch {
        // A full disk costs the next look some time.
      }
    },
    end() {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

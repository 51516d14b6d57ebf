import type { FileStat } from '../disk/file-stat.ts';
import { isSha256, sha256, type Sha256 } from '../core/digest.ts';
import { asString, asStrings, field, type JsonValue } from '../core/json.ts';
import type { SitePath } from '../core/paths.ts';
import type { FileKind, FileRecord } from './file-record.ts';
import { lookAtPath } from './look-at.ts';

/** The moment at which a look began, on the clock of the disk that holds the cache. */
export interface Beginning {
  readonly device: bigint;
  readonly nanoseconds: bigint;
}

/** Device, inode, mode, size, and the times of modification and change in nanoseconds. */
export type Mark = readonly bigint[];
const FIELDS = 6;
const ABSENT: Mark = Array<bigint>(FIELDS).fill(0n);
/** Equals nothing on any disk. */
const NEVER_EQUAL: Mark = Array<bigint>(FIELDS).fill(2n ** 64n - 1n);

/**
 * The marks of a path as it was before it was read. Something that changed in the very tick in which the look began could
 * change once more without showing it, and the clock of another disk may run apart: neither ever counts as unchanged.
 */
export function markOf(stat: FileStat | undefined, beginning: Beginning): Mark {
  if (stat === undefined) return ABSENT;
  if (stat.dev !== beginning.device || stat.ctimeNs >= beginning.nanoseconds) return NEVER_EQUAL;
  return [stat.dev, stat.ino, stat.mode, stat.size, stat.mtimeNs, stat.ctimeNs];
}

/** What a look found: sorted files, and the folders that were listed for it. */
export interface Look {
  /** What was looked for and where. */
  readonly question: string;
  /** Digest of the list of files. */
  readonly digest: Sha256;
  readonly files: readonly FileRecord[];
  /** Of the files, in their order. */
  readonly marks: readonly Mark[];
  readonly folders: readonly { readonly path: string; readonly mark: Mark }[];
}

/**
 * Digests from an earlier look, with the marks by which the system shows that a file has not been written to since. An
 * aid to speed for one machine: where a mark differs, and on any other machine all of them do, the file is read again.
 */
export class StatCache {
  readonly digest: Sha256;
  readonly paths: readonly SitePath[];
  readonly folders: readonly string[];
  readonly #kinds: Uint8Array;
  readonly #digests: Buffer;
  /** Those of the files, then those of the folders. */
  readonly #marks: BigUint64Array;

  constructor(parts: Parts) {
    this.digest = parts.digest;
    this.paths = parts.paths;
    this.folders = parts.folders;
    this.#kinds = parts.kinds;
    this.#digests = parts.digests;
    this.#marks = parts.marks;
  }

  /** Whether a search would find the same files: no folder has been changed, and nothing that was missing has come. */
  listingHolds(root: string): boolean {
    return this.folders.every((folder, index) => this.#holds(this.paths.length + index, lookAt(root, folder)));
  }

  /** Indexes of the files that have to be read again. */
  staleFiles(root: string): number[] {
    const stale: number[] = [];
    for (let index = 0; index < this.paths.length; index++) {
      const stat = lookAt(root, this.paths[index] ?? '');
      // What a link leads to may have changed, whatever the link itself says.
      if (stat === undefined || this.#kinds[index] === KINDS.indexOf('link') || !this.#holds(index, stat))
        stale.push(index);
    }
    return stale;
  }

  record(index: number): FileRecord {
    return {
      path: this.paths[index] ?? ('' as SitePath),
      kind: KINDS[this.#kinds[index] ?? 0] ?? 'file',
      digest: this.#digests.toString('hex', index * 32, index * 32 + 32) as Sha256,
    };
  }

  mark(index: number): Mark {
    return [...this.#marks.subarray(index * FIELDS, (index + 1) * FIELDS)];
  }

  /** Whether the path still has its marks. The time of change comes first: nobody can set it. */
  #holds(index: number, stat: FileStat | undefined): boolean {
    const [marks, at] = [this.#marks, index * FIELDS];
    if (stat === undefined) return marks[at + 5] === 0n;
    return (
      marks[at + 5] === stat.ctimeNs &&
      marks[at + 4] === stat.mtimeNs &&
      marks[at + 3] === stat.size &&
      marks[at + 2] === stat.mode &&
      marks[at + 1] === stat.ino &&
      marks[at] === stat.dev
    );
  }
}

export function lookAt(root: string, path: string): FileStat | undefined {
  return lookAtPath(path === '' ? root : `${root}/${path}`);
}

const KINDS: readonly FileKind[] = ['file', 'executable', 'link'];

interface Parts {
  readonly digest: Sha256;
  readonly paths: readonly SitePath[];
  readonly folders: readonly string[];
  readonly kinds: Uint8Array;
  readonly digests: Buffer;
  readonly marks: BigUint64Array;
}

const TITLE = 'bengal-cache stat cache 1\n';
const DIGEST_END = TITLE.length + 64;

/** Title, digest of what follows, length of the names, names as JSON, then one column after the other. */
export function encodeLook(look: Look): Buffer {
  const { question, digest, files, folders } = look;
  const names = Buffer.from(
    JSON.stringify({
      question,
      digest,
      files: files.map(({ path }) => path).join('\0'),
      folders: folders.map(({ path }) => path),
    }),
  );
  const columns = new BigUint64Array((files.length + folders.length) * FIELDS);
  for (const [index, mark] of [...look.marks, ...folders.map((folder) => folder.mark)].entries())
    for (const [field, value] of mark.entries()) columns[index * FIELDS + field] = BigInt.asUintN(64, value);
  const body = Buffer.concat([
    Buffer.from(String(names.byteLength).padStart(12, '0')),
    names,
    Buffer.from(files.map(({ kind }) => KINDS.indexOf(kind))),
    Buffer.from(files.map((file) => file.digest).join(''), 'hex'),
    Buffer.from(columns.buffer),
  ]);
  return Buffer.concat([Buffer.from(`${TITLE}${sha256(body)}`), body]);
}

/** `undefined` for anything but the whole answer to this very question: then everything is read again. */
export function decodeLook(bytes: Buffer, question: string): StatCache | undefined {
  const body = bytes.subarray(DIGEST_END);
  if (bytes.toString('latin1', 0, DIGEST_END) !== `${TITLE}${sha256(body)}`) return undefined;
  const namesEnd = 12 + Number(body.toString('latin1', 0, 12));
  const names = parseNames(body.toString('utf8', 12, namesEnd));
  if (names?.question !== question) return undefined;
  const paths = names.files === '' ? [] : (names.files.split('\0') as SitePath[]);
  const digestsAt = namesEnd + paths.length;
  const marksAt = digestsAt + 32 * paths.length;
  if (body.byteLength - marksAt !== 8 * FIELDS * (paths.length + names.folders.length)) return undefined;
  return new StatCache({
    digest: names.digest,
    paths,
    folders: names.folders,
    kinds: body.subarray(namesEnd, digestsAt),
    digests: body.subarray(digestsAt, marksAt),
    // Copied, since the columns before it have any length and numbers want to begin at a multiple of eight.
    marks: new BigUint64Array(Uint8Array.from(body.subarray(marksAt)).buffer),
  });
}

interface Names {
  readonly question: string;
  readonly digest: Sha256;
  readonly files: string;
  readonly folders: readonly string[];
}

/** Anybody can put such a file into a repository. */
function parseNames(text: string): Names | undefined {
  const value = JSON.parse(text) as JsonValue;
  const given = (name: string): string | undefined => asString(field(value, name));
  const [question, digest, files] = [given('question'), given('digest'), given('files')];
  const folders = asStrings(field(value, 'folders'));
  if (question === undefined || files === undefined || digest === undefined || !isSha256(digest)) return undefined;
  return { question, digest, files, folders };
}

import type { ArchiveLimits } from './limits.ts';
import { findNameProblem } from './member-name.ts';
import { NameRegistry } from './name-registry.ts';
import { Rejection } from './rejection.ts';
import { memberTime, paxRecords } from './tar-header.ts';
import type { TarHeader } from './tar-header.ts';

export interface InspectorOptions {
  readonly limits: ArchiveLimits;
  readonly allow: (path: string) => boolean;
  readonly platform: NodeJS.Platform;
}

export interface AcceptedMember {
  readonly kind: 'file' | 'directory';
  /** Relative POSIX path without a trailing slash. */
  readonly path: string;
  /** Whether its owner could execute it. */
  readonly executable: boolean;
  /** Modification time in seconds since 1970. */
  readonly seconds: number;
}

const SET_ID_AND_STICKY_BITS = 0o7000;

/** Judges the headers of one archive, one after the other. Throws a `Rejection` on the first that is unfit. */
export class MemberInspector {
  readonly #options: InspectorOptions;
  readonly #names = new NameRegistry();
  #members = 0;
  #bytes = 0;

  constructor(options: InspectorOptions) {
    this.#options = options;
  }

  /** Bytes of the contents accepted so far. */
  get bytes(): number {
    return this.#bytes;
  }

  inspect(header: TarHeader): AcceptedMember {
    const kind = judgeKind(header);
    const path = kind === 'directory' ? header.name.replace(/\/$/, '') : header.name;
    const seconds = memberTime(header);
    const shown = JSON.stringify(path.slice(0, 200));
    const problem = this.#findPathProblem(path, kind) ?? findFieldProblem(header, seconds);
    if (problem !== undefined) throw new Rejection(`member ${shown}: ${problem}`);
    this.#count(kind, header.size);
    return { kind, path, executable: (header.mode & 0o100) !== 0, seconds: seconds ?? 0 };
  }

  #findPathProblem(path: string, kind: AcceptedMember['kind']): string | undefined {
    const problem = findNameProblem(path, this.#options.platform);
    if (problem !== undefined) return problem;
    if (!this.#options.allow(path)) return 'not among the paths that this cache may hold';
    return this.#names.claim(path, kind);
  }

  #count(kind: AcceptedMember['kind'], size: number): void {
    const { limits } = this.#options;
    this.#members += 1;
    if (this.#members > limits.files) throw new Rejection(`more than ${String(limits.files)} members`);
    if (kind === 'directory') return;
    this.#bytes += size;
    if (this.#bytes > limits.bytes) throw new Rejection(`more than ${String(limits.bytes)} bytes of files`);
  }
}

function judgeKind(header: TarHeader): AcceptedMember['kind'] {
  if (header.type === 'file' || header.type === 'directory') return header.type;
  const name = JSON.stringify(header.name.slice(0, 200));
  throw new Rejection(`member ${name}: neither a regular file nor a directory but ${header.type ?? 'of unknown type'}`);
}

function findFieldProblem(header: TarHeader, seconds: number | undefined): string | undefined {
  const { mode } = header;
  if ((mode & SET_ID_AND_STICKY_BITS) !== 0) return `mode ${mode.toString(8)} with set-id or sticky bits`;
  if (seconds === undefined) return 'a nonsensical modification time';
  // A reader that does not know sparse maps would take the map for content.
  if (Object.keys(paxRecords(header)).some((key) => key.startsWith('GNU.sparse'))) return 'a sparse file';
  return undefined;
}

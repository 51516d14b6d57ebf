import { isSha256 } from '../core/digest.ts';
import { sitePath } from '../core/paths.ts';
import type { FileKind, FileRecord } from './file-record.ts';

/** In the order of the listing: outputs come first, since they alone are needed where nothing has changed. */
export const ROLES = ['output', 'code', 'input'] as const;
export type Role = (typeof ROLES)[number];

/** Every file of one success by its role, each list in the order of its paths. */
export type Listing = Readonly<Record<Role, readonly FileRecord[]>>;

const KINDS: readonly FileKind[] = ['file', 'executable', 'link'];

/** One line for each file: role, kind, digest and path. Paths that could be mistaken are written as JSON strings. */
export function renderListing(listing: Listing): string {
  return ROLES.flatMap((role) => listing[role].map((file) => `${role} ${line(file)}\n`)).join('');
}

function line({ kind, digest, path }: FileRecord): string {
  // eslint-disable-next-line no-control-regex -- a path with a line end must not look like two
  return `${kind} ${digest} ${/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(path) ? JSON.stringify(path) : path}`;
}

/** `undefined` for anything else than what `renderListing` writes. */
export function parseListing(text: string): Listing | undefined {
  const found: Record<Role, FileRecord[]> = { output: [], code: [], input: [] };
  for (const role of ROLES) {
    const files = parseRole(text, role);
    if (files === undefined) return undefined;
    found[role] = files;
  }
  return ROLES.reduce((length, role) => length + linesOf(text, role).length, 0) === text.length ? found : undefined;
}

/** The outputs alone, without a look at the rest. */
export function parseOutputsOf(text: string): readonly FileRecord[] | undefined {
  return parseRole(text, 'output');
}

/** The lines of one role, which stand together. */
function linesOf(text: string, role: Role): string {
  const before = ROLES.slice(0, ROLES.indexOf(role));
  const start = before.reduce((at, other) => endOf(text, other, at), 0);
  return text.slice(start, endOf(text, role, start));
}

function endOf(text: string, role: Role, start: number): number {
  let end = start;
  while (text.startsWith(`${role} `, end)) {
    const next = text.indexOf('\n', end);
    if (next === -1) break;
    end = next + 1;
  }
  return end;
}

function parseRole(text: string, role: Role): FileRecord[] | undefined {
  const files: FileRecord[] = [];
  for (const entry of linesOf(text, role).split('\n').slice(0, -1)) {
    const [, kind, digest = '', given = ''] = /^\w+ (\w+) ([0-9a-f]{64}) (.+)$/s.exec(entry) ?? [];
    const knownKind = KINDS.find((one) => one === kind);
    const path = sitePathFrom(given);
    if (knownKind === undefined || !isSha256(digest) || path === undefined) return undefined;
    files.push({ path, kind: knownKind, digest });
  }
  return files;
}

function sitePathFrom(given: string): FileRecord['path'] | undefined {
  try {
    const path = given.startsWith('"') ? (JSON.parse(given) as unknown) : given;
    // A backslash is part of a name on Linux, so only what `sitePath` leaves as it is counts; it would turn it around.
    if (typeof path !== 'string') return undefined;
    return sitePath(path.replaceAll('\\', '_')) === path.replaceAll('\\', '_')
      ? (path as FileRecord['path'])
      : undefined;
  } catch {
    return undefined;
  }
}

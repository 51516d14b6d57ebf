/**
 * Bengal's state as far as the next build reads it. A full build in a restored state leaves entries of what is gone beside
 * its own (Bengal never removes them; saving prunes them), so the state of an exact build must hold everything that a
 * clean full build leaves, equal, and may hold more in the tables that only grow.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import { filesBelow, type Difference } from './trees.ts';

export type State = ReadonlyMap<string, unknown>;

/**
 * Logs, compiled templates, what was parsed (a build deletes it), the lock, and what is ours. And which assets a page
 * uses: of a page whose templates' fragments came from memory Bengal reads them off the HTML, of the page that was
 * rendered first it notes the calls, so that two full builds differ.
 */
const NOT_STATE = /^(?:asset_deps\.json\.zst$|logs\/|cache\/kida\/|cache\/snapshots\/|cache\.json\.lock$|trace\.zst$)/;
const GROWS =
  /^(?:provenance\/|effects\.json$|cache\.json\.zst$|page_metadata\.json\.zst$|asset_deps\.json\.zst$|generated_page_cache\.json\.zst$|taxonomy_index\.json\.zst$|stores\/|indexes\/)/;
/** Times, and the part of the graph that is noise in the page's own file too. */
const TIME =
  /^(?:mtime|mtime_ns|last_build|last_build_time|last_build_time_ns|last_generated|last_modified|timestamp|graph)$|_at$/;
const FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

export function readState(folder: string): State {
  return new Map(
    filesBelow(folder)
      .map((path) => relative(folder, path))
      .filter((file) => !NOT_STATE.test(file))
      .map((file) => [file, contentOf(file, readFileSync(join(folder, file)))]),
  );
}

function contentOf(file: string, bytes: Buffer): unknown {
  const data = file.endsWith('.zst') ? zstdDecompressSync(bytes.subarray(bytes.indexOf(FRAME))) : bytes;
  return /\.json(?:\.zst)?$/.test(file) ? (JSON.parse(data.toString()) as unknown) : data.toString();
}

export function stateDifferences(here: State, full: State): Difference[] {
  const files = [...new Set([...here.keys(), ...full.keys()])].sort();
  return files.flatMap((file) => {
    if (!here.has(file)) return [{ file, here: '(missing)', full: '(there)' }];
    if (!full.has(file)) return GROWS.test(file) ? [] : [{ file, here: '(there)', full: '(missing)' }];
    return [...partings(here.get(file), full.get(file), { path: '', grows: GROWS.test(file) })]
      .slice(0, 3)
      .map((parting) => ({ ...parting, file: `${file}${parting.file}` }));
  });
}

interface At {
  readonly path: string;
  readonly grows: boolean;
}

function* partings(here: unknown, full: unknown, at: At): Generator<Difference> {
  if (Array.isArray(here) && Array.isArray(full)) {
    yield* partingLists(here, full, at);
  } else if (isObject(here) && isObject(full)) {
    for (const key of new Set([...Object.keys(here), ...Object.keys(full)])) {
      if (TIME.test(key)) continue;
      const inner = { ...at, path: `${at.path}/${key}` };
      if (!(key in here)) yield { file: inner.path, here: '(missing)', full: brief(full[key]) };
      else if (!(key in full)) {
        if (!at.grows) yield { file: inner.path, here: brief(here[key]), full: '(missing)' };
      } else yield* partings(here[key], full[key], inner);
    }
  } else if (here !== full) yield { file: at.path, here: brief(here), full: brief(full) };
}

/** Most lists of the state are sets that were written in the order in which threads ended. */
function* partingLists(here: readonly unknown[], full: readonly unknown[], at: At): Generator<Difference> {
  const [ours, theirs] = [here, full].map((list) => new Set(list.map((entry) => canonicalJson(timeless(entry))))) as [
    Set<string>,
    Set<string>,
  ];
  for (const entry of theirs) if (!ours.has(entry)) yield { file: at.path, here: '(missing)', full: brief(entry) };
  if (at.grows) return;
  for (const entry of ours) if (!theirs.has(entry)) yield { file: at.path, here: brief(entry), full: '(missing)' };
}

function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => canonicalJson(timeless(entry))).sort();
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !TIME.test(name))
      .map(([name, entry]) => [name, timeless(entry)]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 160);
}

import { lstatSync, readdirSync, rmSync, rmdirSync } from '../disk/node.ts';
import { dirname, join } from 'node:path';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { entriesOf, isObject } from '../core/json.ts';
import { isWithin } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';
import { resolvePlace } from '../place/resolve.ts';
import { writeAtomically } from './atomic-write.ts';
import { readPlainFile } from './cache-file.ts';
import { stringifyExact } from './exact-json.ts';

export interface RepairRequest {
  /** Site root, absolute. */
  readonly site: string;
  /** Keys of pages that the next incremental build has to render. */
  readonly invalidate: readonly string[];
  /** Files to remove, as site paths. */
  readonly outputs: readonly string[];
  /** Where they lie, if a link stands for that folder: what it leads to counts, and links below it do not. */
  readonly outputDir?: string;
}

export type RepairOutcome =
  | { readonly kind: 'done'; readonly invalidated: number; readonly removed: number }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Makes an incremental build render pages that it would take for unchanged: a page without a provenance record is built
 * (`provenance/index.json`), and one without kept HTML is rendered instead of written again
 * (`stores/rendered_output.json`, filled by the development version). Removes outputs that no build removes.
 */
export function repairState({ site, invalidate, outputs, outputDir }: RepairRequest): RepairOutcome {
  const folder = join(site, '.bengal');
  const keys = new Set(invalidate);
  try {
    const invalidated = rewrite(folder, 'provenance/index.json', (index) =>
      withoutKeys(index, ['pages', 'input_paths'], keys),
    );
    rewrite(folder, 'stores/rendered_output.json', (store) => dropKeys(store, keys));
    const removed = outputs.filter((path) => removeFile(...locate(site, path, outputDir))).length;
    return { kind: 'done', invalidated, removed };
  } catch (thrown) {
    return { kind: 'failed', why: messageOf(thrown) };
  }
}

/**
 * Takes pages that are no more out of the index of provenance, which Bengal never does: their records, and the time that
 * reading them takes, would pile up from build to build. Should such a page come back, it is new to Bengal. Answers how
 * many there were; none when the index cannot be written, since nothing depends on it.
 */
export function forgetPages(site: string, keys: ReadonlySet<string>): number {
  try {
    return rewrite(join(site, '.bengal'), 'provenance/index.json', (index) =>
      withoutKeys(index, ['pages', 'input_paths'], keys),
    );
  } catch {
    return 0;
  }
}

/** Rewrites a plain JSON file when anything is left out; answers how many entries were. A missing file has none. */
function rewrite(
  folder: string,
  name: string,
  change: (value: JsonObject) => { value: JsonObject; dropped: number },
): number {
  const file = readPlainFile(folder, name);
  if (file.kind === 'absent') return 0;
  if (file.kind === 'corrupt') throw new Error(`${name}: ${file.why}`);
  const { value, dropped } = change(file.value);
  if (dropped > 0) writeAtomically(join(folder, name), Buffer.from(stringifyExact(value, { ascii: false }), 'utf8'));
  return dropped;
}

function withoutKeys(
  value: JsonObject,
  tables: readonly string[],
  keys: ReadonlySet<string>,
): { value: JsonObject; dropped: number } {
  let dropped = 0;
  const changed = new Map<string, JsonValue>(Object.entries(value));
  for (const [index, name] of tables.entries()) {
    const table = changed.get(name);
    if (!isObject(table)) continue;
    const outcome = dropKeys(table, keys);
    changed.set(name, outcome.value);
    if (index === 0) dropped = outcome.dropped;
  }
  return { value: Object.fromEntries(changed), dropped };
}

function dropKeys(table: JsonObject, keys: ReadonlySet<string>): { value: JsonObject; dropped: number } {
  const kept = entriesOf(table).filter(([key]) => !keys.has(key));
  return { value: Object.fromEntries(kept), dropped: Object.keys(table).length - kept.length };
}

/** A folder, and a path below it on which no link is followed. */
function locate(site: string, path: string, outputDir: string | undefined): [root: string, path: string] {
  const place = outputDir === undefined || !isWithin(outputDir, path) ? undefined : resolvePlace(site, outputDir);
  return place?.kind === 'linked' ? [place.at, path.slice((outputDir ?? '').length + 1)] : [site, path];
}

/** Removes a regular file, and the folders above it that this leaves empty. */
function removeFile(site: string, path: string): boolean {
  const file = join(site, path);
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true || leadsThroughLink(site, path)) return false;
  rmSync(file);
  for (let folder = dirname(file); folder !== site && readdirSync(folder).length === 0; folder = dirname(folder))
    rmdirSync(folder);
  return true;
}

/** Whether a folder on the way is a symbolic link: what lies behind it is not the site's. */
function leadsThroughLink(site: string, path: string): boolean {
  for (let folder = dirname(join(site, path)); folder !== site; folder = dirname(folder))
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return true;
  return false;
}

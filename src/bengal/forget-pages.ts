import { join } from 'node:path';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { entriesOf, isObject } from '../core/json.ts';
import { writeAtomically } from './atomic-write.ts';
import { readPlainFile } from './cache-file.ts';
import { stringifyExact } from './exact-json.ts';

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

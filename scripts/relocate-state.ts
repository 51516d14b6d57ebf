import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../src/core/json.ts';
import { readCacheFile, writeCacheFile } from '../src/bengal/cache-file.ts';
import type { PythonMinor } from '../src/bengal/envelope.ts';

/** Where the state of examples/lighthouse was built. */
export const RECORDED_AT = '/home/runner/work/lighthouse/lighthouse';

/**
 * Bengal's state is bound to the folder it was built in: it names files by their absolute path. A job on GitHub builds in
 * the same folder each time; this makes a recorded state look as if it had been built in `to`.
 */
export async function relocateState(site: string, to: string): Promise<void> {
  const folder = join(site, '.bengal');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.json')) {
      const text = readFileSync(join(folder, path), 'utf8');
      if (text.includes(RECORDED_AT)) writeFileSync(join(folder, path), text.replaceAll(RECORDED_AT, to));
    } else if (path.endsWith('.json.zst')) {
      const name = path.slice(0, -'.json.zst'.length);
      const file = await readCacheFile(folder, name);
      if (file.kind !== 'read' || file.envelope.kind !== 'headed') continue;
      const value = replaceIn(file.value, to) as typeof file.value;
      await writeCacheFile({ folder, name, value, python: file.envelope.python satisfies PythonMinor });
    }
  }
}

function replaceIn(value: JsonValue, to: string): JsonValue {
  if (typeof value === 'string') return value.replaceAll(RECORDED_AT, to);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => replaceIn(item, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll(RECORDED_AT, to), replaceIn(inner, to)]),
  );
}

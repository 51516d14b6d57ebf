import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildCache } from '../../src/bengal/build-cache.ts';
import { writeCacheFile } from '../../src/bengal/cache-file.ts';
import type { PythonMinor } from '../../src/bengal/envelope.ts';
import { parseExact } from '../../src/bengal/exact-json.ts';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';
import { siteRig, type SiteRig } from './site-rig.ts';

export const PYTHON = '3.14' as PythonMinor;

/** A disposable site with a `.bengal` folder. */
export interface CacheRig extends SiteRig {
  /** Its `.bengal`. */
  readonly folder: string;
  /** What was warned of so far. */
  readonly warnings: string[];
  load(): Promise<BuildCache>;
  /** Makes `cache.json.zst` of Bengal. */
  record(main: JsonObject): Promise<void>;
  recordStore(name: string, value: JsonValue): void;
  store(name: string): JsonValue;
}

export async function cacheRig(files: Readonly<Record<string, string>> = {}): Promise<CacheRig> {
  const site = await siteRig(files);
  const folder = join(site.path, '.bengal');
  const warnings: string[] = [];
  mkdirSync(join(folder, 'stores'), { recursive: true });
  return {
    ...site,
    folder,
    warnings,
    load: () => BuildCache.load(folder, { warn: (sentence) => warnings.push(sentence) }),
    record: (value) => writeCacheFile({ folder, name: 'cache', value, python: PYTHON }),
    recordStore: (name, value) => writeFileSync(join(folder, 'stores', `${name}.json`), JSON.stringify(value)),
    store(name) {
      const parsed = parseExact(readFileSync(join(folder, 'stores', `${name}.json`)));
      if (parsed.kind === 'malformed') throw new Error(parsed.why);
      return parsed.value;
    },
  };
}

export const EXTERNAL_STORES = Object.fromEntries(
  ['parsed_content', 'rendered_output', 'validation_results', 'synthetic_pages'].map((name) => [
    name,
    `stores/${name}.json`,
  ]),
);

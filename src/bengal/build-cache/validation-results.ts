import { isDeepStrictEqual } from 'node:util';
import { field, isObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Storable } from '../../core/json-copy.ts';
import type { ContentTable } from './content-table.ts';
import { miss, type Cached } from './page-content.ts';

/** The report over the whole site, which Bengal keeps among those of files (`orchestration/build/finalization.py`). */
export const HEALTH_REPORT_KEY = '__bengal_health_report__';

export interface ValidationKey {
  /** Name of the validator. */
  readonly validator: string;
  /** What else the results depend on, when anything; compared as JSON. */
  readonly context?: JsonObject;
}

/** Results that were kept for the file and validator, in either form that Bengal writes. */
export function findValidationResults(
  table: ContentTable,
  file: string,
  { validator, context }: ValidationKey,
): Cached<readonly JsonValue[]> {
  const entry = field(table.peek(file), validator);
  if (entry === undefined) return miss('not-cached');
  if (context !== undefined && !isDeepStrictEqual(field(entry, 'context'), context)) return miss('context-changed');
  const results = isObject(entry) ? field(entry, 'results') : entry;
  return Array.isArray(results)
    ? { kind: 'cached', content: structuredClone(results as readonly JsonValue[]) }
    : miss('not-cached');
}

export function addValidationResults(
  table: ContentTable,
  file: string,
  { validator, context, results }: ValidationKey & { readonly results: readonly Storable[] },
): void {
  const entry = context === undefined ? results : { context, results };
  table.set(file, { ...table.peek(file), [validator]: entry });
}

import { type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Storable } from '../../core/json-copy.ts';
import type { ContentTable } from './content-table.ts';
import { type Cached } from './page-content.ts';
/** The report over the whole site, which Bengal keeps among those of files (`orchestration/build/finalization.py`). */
export declare const HEALTH_REPORT_KEY = "__bengal_health_report__";
export interface ValidationKey {
    /** Name of the validator. */
    readonly validator: string;
    /** What else the results depend on, when anything; compared as JSON. */
    readonly context?: JsonObject;
}
/** Results that were kept for the file and validator, in either form that Bengal writes. */
export declare function findValidationResults(table: ContentTable, file: string, { validator, context }: ValidationKey): Cached<readonly JsonValue[]>;
export declare function addValidationResults(table: ContentTable, file: string, { validator, context, results }: ValidationKey & {
    readonly results: readonly Storable[];
}): void;

import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { Affected } from './reason.ts';
/** What makes an incremental build rebuild every affected page, and what it cannot be made to do. */
export interface RepairPlan {
    /** Keys of pages whose record has to go: a page without a record is built. */
    readonly invalidate: readonly string[];
    /** Outputs that no build removes. */
    readonly remove: readonly string[];
    /** Affected pages that an incremental build would leave as they are, whatever is done to the state. */
    readonly unreachable: readonly string[];
}
export interface RepairContext {
    readonly pages: ReadonlyMap<string, RecordedPage>;
    readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
    readonly changes: ChangeSet;
}
/**
 * Bengal builds a page that has no record. Listings of tags are no pages yet when it selects; it builds those of every
 * tag that a selected page carries, and the index of tags with them. So one member of each affected tag is selected.
 */
export declare function planRepair(affected: Affected, context: RepairContext): RepairPlan;

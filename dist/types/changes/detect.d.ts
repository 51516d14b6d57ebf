import type { RecordedFile } from '../bengal/recorded-file.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type SiteLayout } from './layout.ts';
import type { PresentTree } from './read-tree.ts';
/** What differs between the tree that the state was built from and the tree now. All lists in code-unit order. */
export interface ChangeSet {
    readonly added: readonly string[];
    readonly modified: readonly string[];
    readonly deleted: readonly string[];
    /** Sources with another modification time and the same bytes. */
    readonly touched: number;
    /** Inputs of the build of which nobody can tell whether they changed: not on this machine, never recorded, or behind a symbolic link. */
    readonly unverifiable: readonly string[];
}
export interface Recorded {
    readonly files: ReadonlyMap<string, RecordedFile>;
    /** Absent for a state that was saved without us. */
    readonly manifest: Manifest | undefined;
    readonly layout: SiteLayout;
    /** Version of the Bengal that this job will run, when somebody told it. */
    readonly bengalVersion: string | undefined;
    /** Folders in site-packages whose files are the recorded ones, since the version of their package is. */
    readonly vouchedFolders?: ReadonlySet<string>;
    /** Recorded pages whose output is still there: only these can have been deleted since. */
    readonly hasOutput: (path: string) => boolean;
}
/** Compares what was recorded with what is present. Pure. */
export declare function detectChanges(recorded: Recorded, present: PresentTree): ChangeSet;

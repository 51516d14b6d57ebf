import type { Delta } from '../delta/delta.ts';
export interface CompareOutputsOptions {
    /** Folder of the earlier output. */
    readonly before: string;
    /** Folder of the output as it is now. */
    readonly after: string;
}
/**
 * What readers see change between two folders of output, whoever made them. Reads the later one once, and of the earlier
 * one what differs.
 *
 * @throws DiskTrouble for a folder that is not there or cannot be read.
 */
export declare function compareOutputs({ before, after }: CompareOutputsOptions): Promise<Delta>;

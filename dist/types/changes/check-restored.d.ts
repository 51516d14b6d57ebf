import type { Sha256 } from '../core/digest.ts';
import type { SitePath } from '../core/paths.ts';
import type { Manifest } from '../manifest/manifest.ts';
export interface RestoredTree {
    /** The tree that came out of a cache, absolute; not in its place yet. */
    readonly folder: string;
    readonly outputDir: SitePath;
    readonly manifest: Pick<Manifest, 'stateFiles' | 'outputs' | 'outputDir'>;
    /** All files in it, as site paths -> digest of what was written there. */
    readonly digests: ReadonlyMap<string, Sha256>;
}
export type RestoredCheck = 
/** Outputs that are not as recorded were removed from the tree; these are their site paths. */
{
    readonly kind: 'fits';
    readonly dropped: readonly string[];
}
/** The state is one piece: if a file of it is another one, nobody knows what the rest is worth. */
 | {
    readonly kind: 'unfit';
    readonly why: string;
};
/** Holds a restored tree against its own manifest, byte for byte. */
export declare function checkRestored(tree: RestoredTree): RestoredCheck;
/** Compiled templates do not get into the site of a run that does not take them: Bengal would run them. */
export declare function dropCompiledTemplates(folder: string, paths: readonly string[]): readonly string[];

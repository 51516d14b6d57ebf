import { type Sha256 } from '../core/digest.ts';
/** Digests one file after another through one buffer, which is a little faster than to read each as a whole. */
export type FileDigester = (path: string) => Sha256;
export declare function fileDigester(): FileDigester;
export type LinkDigest = {
    readonly digest: Sha256;
} | {
    readonly doubt: string;
};
/**
 * What a symbolic link stands for: where it points, and what is in the file there. A link out of the tree or to a folder
 * is a doubt: what it leads to can change without a sign.
 */
export declare function digestLink(root: string, path: string, digestFile: FileDigester): LinkDigest;

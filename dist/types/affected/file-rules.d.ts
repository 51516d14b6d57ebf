import { type ChangeKind, type Context } from './context.ts';
/** A template, under the name by which pages ask for it. The text of pages that name it as a shortcode changes with it. */
export declare function judgeTemplate(path: string, name: string, context: Context): void;
/** A file below `data/`: whoever reads what was edited in it. */
export declare function judgeData(path: string, context: Context): void;
/** An asset of the site: its address changes, and so does that of whatever it goes into. */
export declare function judgeAsset(path: string, name: string, { kind, ...context }: Context & {
    readonly kind: ChangeKind;
}): void;
/** A file beside the pages, or one that only the state names. */
export declare function judgeOther(path: string, kind: ChangeKind, context: Context): void;
/** A file of the theme or of a package, outside the site. */
export declare function judgeExternal(path: string, kind: ChangeKind, context: Context): void;
/** What pages read of the disk by name: the file, the folder that lists it. */
export declare function judgeFile(path: string, kind: ChangeKind, { touch }: Context): void;

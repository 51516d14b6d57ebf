/**
 * The form under which file systems that ignore case or Unicode normalisation (macOS, Windows) may take two names for
 * one. Upper case first: it unites letters with several lower-case forms.
 */
export declare function foldName(name: string): string;
interface Claim {
    readonly name: string;
    readonly kind: 'file' | 'directory';
}
/** The names an archive has used so far, its implied parent directories included. */
export declare class NameRegistry {
    #private;
    /** Takes a name; yields why it clashes with an earlier one, or `undefined` when it is free. */
    claim(name: string, kind: Claim['kind']): string | undefined;
}
export {};

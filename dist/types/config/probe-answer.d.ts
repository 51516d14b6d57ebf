/** What a Bengal told of itself and of the configuration. */
export interface BengalFacts {
    /** 16 hexadecimal digits. */
    readonly configHash: string;
    readonly bengal: string | undefined;
    /** `major.minor`. */
    readonly python: string;
    /** Every setting that Bengal's hash is made of; `undefined` where this Bengal counts in another way. */
    readonly settings: ReadonlyMap<string, string> | undefined;
    /** The hash that pages are recorded with, private settings included, by the arguments of `bengal build`. Empty: unknown. */
    readonly pageHashes: readonly PageHash[];
    /** Package -> what is installed; `undefined`: unknown. */
    readonly packages: ReadonlyMap<string, InstalledPackage> | undefined;
    /** Whether `bengal build` has an option `--yes`, without which it asks at a terminal that no job has. */
    readonly asksToProceed: boolean;
}
export interface PageHash {
    readonly flags: readonly string[];
    /** 16 hexadecimal digits. */
    readonly hash: string;
}
export interface InstalledPackage {
    /** With the commit or digest that it was installed from, where there is one: equal means the same files. */
    readonly version: string;
    /** It lies in a folder where anybody can edit it, and its version stays. */
    readonly editable: boolean;
    /** Its folders in site-packages. */
    readonly folders: readonly string[];
}
export type ProbeAnswer = {
    readonly kind: 'facts';
    readonly facts: BengalFacts;
} | {
    readonly kind: 'missing' | 'failed' | 'garbled';
    readonly why: string;
};
/** What stands behind the mark; empty: no line has it. */
export declare function answerIn(output: string, mark: string): string;
/** Finds and checks the line with the mark; whatever else was printed does not matter. */
export declare function parseAnswer(output: string, mark: string): ProbeAnswer;

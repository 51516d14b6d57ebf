import type { PageView } from './page-view.ts';
/** What was read of a page so far. */
export declare class Reading {
    #private;
    /** @param tells `false`: what stands here is shared with another version, so nobody asks for its digest. */
    constructor({ tells }: {
        readonly tells: boolean;
    });
    get depth(): number;
    /** From here on two versions part. */
    fork(): Reading;
    /** The tags by which a parser gets where this is. */
    openTags(): string;
    isBetweenBlocks(): boolean;
    /** Where the next thing stands from `at` on that can say more of the page than its blocks do; -1: nowhere. */
    nextDecision(html: string, at: number): number;
    /** Whether the same text makes the same of this and of another one, both between blocks. */
    isLike(other: Reading): boolean;
    isMarkedLike(other: Reading): boolean;
    open(name: string, attributes: Readonly<Record<string, string>>): void;
    say(text: string): void;
    close(name: string): void;
    view(): PageView;
}
